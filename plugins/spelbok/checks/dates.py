# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days on which something was done are not in the future."""

import datetime as dt
from collections.abc import Iterator

from spelbok.diagnostics import Diagnostic, codes
from spelbok.model.validate import field_name
from spelbok.playbook import Playbook

#: A day begins up to 14 hours before it does in UTC.
_ZONES = dt.timedelta(days=1)


def future_dates(playbook: Playbook, today: dt.date) -> Iterator[Diagnostic]:
    """What was read, changed or archived was so today at the latest, in any time zone.

    ``today`` is the day in UTC. Where git knows of a later commit the clock is
    behind, and that day counts. The statement's own dates have another check.
    """
    latest = max([today, *playbook.changed.values()]) + _ZONES
    for item in playbook.loaded:
        for path, value in item.values:
            if isinstance(value, dt.date) and value > latest:
                params = {"field": field_name(path), "value": value.isoformat()}
                yield Diagnostic(codes.FUTURE_DATE, item.document.file, item.document.span(path), params)
    document = playbook.publisher_document
    for index, defect in enumerate(playbook.publisher.accessibility.defects):
        if defect.known_since > latest:
            path = ("accessibility", "defects", index, "known_since")
            params = {"field": "known_since", "value": defect.known_since.isoformat()}
            yield Diagnostic(codes.FUTURE_DATE, document.file, document.span(path), params)
