# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the playbook becomes beside its pages: files for other programs and for paper.

Each export is a function from the playbook to the files that it gives. None
reads or writes a file of the project, and none knows the others' files. What
an export writes once is promised for ever: its address goes into the inventory.
"""

from spelbok.exports import redirects, security_txt
from spelbok.exports.data import catalogue, feeds, llms
from spelbok.exports.files import Export, File
from spelbok.exports.lms import sessions

__all__ = ["EXPORTS", "Export", "File"]

#: Every export, in the order in which they are written.
EXPORTS: tuple[Export, ...] = (
    catalogue.files,
    sessions.parts,
    feeds.files,
    llms.files,
    redirects.files,
    security_txt.files,
)
