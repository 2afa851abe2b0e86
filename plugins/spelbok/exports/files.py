# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an export gives: files with their addresses, and zip archives that are the same everywhere."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spelbok.playbook import Playbook

#: The first moment that a zip archive can name.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address relative to the site's root, and its bytes."""

    url: str
    content: bytes


#: Playbook and the site's public address (``https://host/path/``, ending with a slash) in; files out.
Export = Callable[[Playbook, str], Iterator[File]]


def archive(files: Mapping[str, str]) -> bytes:
    """Return a zip archive of texts by name, in the order given.

    Nothing is compressed: the same texts give the same bytes with every
    version of zlib, and a browser can build the same archive.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = _MODE << 16
            target.writestr(info, text.encode())
    return buffer.getvalue()
