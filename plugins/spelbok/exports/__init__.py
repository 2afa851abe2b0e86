# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the playbook becomes beside its pages: files for other programs and for paper.

Each export is a function from the playbook to the files that it gives. None
reads or writes a file, and none knows the others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spelbok.playbook import Playbook


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address relative to the site's root, and its bytes."""

    url: str
    content: bytes


#: Playbook and the site's public address (``https://host/path/``, ending with a slash) in; files out.
Export = Callable[[Playbook, str], Iterator[File]]

#: Every export, in the order in which they are written.
EXPORTS: tuple[Export, ...] = ()
