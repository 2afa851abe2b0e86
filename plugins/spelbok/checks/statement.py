# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement is no older than the year that its assessment holds."""

import datetime as dt
from collections.abc import Iterator

from spelbok.diagnostics import Diagnostic, codes
from spelbok.playbook import Playbook

_YEAR = dt.timedelta(days=365)


def old_assessment(playbook: Playbook, today: dt.date) -> Iterator[Diagnostic]:
    """Warn when the site was last assessed more than twelve months ago."""
    if playbook.publisher.accessibility.assessed < today - _YEAR:
        document = playbook.publisher_document
        yield Diagnostic(codes.OLD_ASSESSMENT, document.file, document.span(("accessibility", "assessed")), {})
