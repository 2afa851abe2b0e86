# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the YAML files of a playbook: each is read back by our own reader before it counts."""

from collections.abc import Callable
from pathlib import Path

from spelbok.source.document import Document, read
from spelbok.storage import atomic
from spelbok.storage.cache import NOTHING

_BOM = b"\xef\xbb\xbf"

#: Tells of a file as our own reader reads it whether it is what was meant.
IsMeant = Callable[[Document], bool]


def save(file: str, text: str, is_meant: IsMeant) -> None:
    """Write a file in the place of an older one, with the byte order mark that that may have had.

    Raises UnwritableError, with the file as it was, if the text cannot be
    written, cannot be read, or is not what was meant.
    """
    path = Path(file)
    mark = _BOM if path.is_file() and path.read_bytes().startswith(_BOM) else b""
    atomic.write_bytes(path, mark + text.encode(), _check(file, is_meant))


def save_new(file: str, text: str, is_meant: IsMeant) -> None:
    """Write a new file. Raises FileExistsError if something stands there, else as :func:`save`."""
    atomic.create(Path(file), text.encode(), _check(file, is_meant))


def _check(file: str, is_meant: IsMeant) -> atomic.Check:
    def check(data: bytes) -> bool:
        document, found = read(data, file, NOTHING)
        return document is not None and not found and is_meant(document)

    return check
