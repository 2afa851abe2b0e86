# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the playbook becomes beside its pages: files for other programs and for paper.

Each export is a function from the playbook to the files that it gives. None
reads or writes a file of the project, and none knows the others' files.
"""

from spelbok.exports import catalogue, feeds, llms
from spelbok.exports.files import Export, File

__all__ = ["EXPORTS", "Export", "File"]

#: Every export, in the order in which they are written.
EXPORTS: tuple[Export, ...] = (catalogue.files, feeds.files, llms.files)
