# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the playbook becomes beside its pages: files for other programs and for paper.

Each export is a function from the playbook to the files that it gives. None
reads or writes a file, and none knows the others. What an export writes once
is promised for ever: its address goes into the inventory.
"""

from collections.abc import Callable, Iterator

from spelbok.exports.file import File
from spelbok.exports.permanent import permanent
from spelbok.playbook import Playbook

__all__ = ["EXPORTS", "Export", "File"]

#: Playbook and the site's public address (``https://host/path/``, ending with a slash) in; files out.
Export = Callable[[Playbook, str], Iterator[File]]

#: Every export, in the order in which they are written.
EXPORTS: tuple[Export, ...] = (permanent,)
