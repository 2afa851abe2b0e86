# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""When entries are to be read again: the day of the last reading and the interval."""

import calendar
import datetime as dt

from spelbok.model import Entry
from spelbok.model.duration import Duration
from spelbok.playbook import Playbook

_MONTHS = 12


def after(day: dt.date, interval: Duration) -> dt.date:
    """Return the day an interval later; the last of the month where the month is too short. Hours do not count."""
    months = day.month - 1 + interval.month + interval.year * _MONTHS
    year, month = day.year + months // _MONTHS, months % _MONTHS + 1
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(day.day, last)) + dt.timedelta(weeks=interval.week, days=interval.day)


def due_day(entry: Entry) -> dt.date:
    """Return the day on which an entry is to be read again at the latest."""
    return after(entry.reviewed, entry.review_interval)


def by_owner(playbook: Playbook, until: dt.date | None = None) -> dict[str, list[Entry]]:
    """Return for each owner the entries to read again, the most urgent first.

    Drafts and archived entries are none of them. With ``until`` only those
    that are due on that day. Owners come in the order of the vocabulary.
    """
    found: dict[str, list[Entry]] = {owner: [] for owner in playbook.vocabulary.terms("owners")}
    for entry in sorted(playbook.entries, key=lambda entry: (due_day(entry), entry.id)):
        if str(entry.status) == "published" and (until is None or due_day(entry) <= until):
            found.setdefault(str(entry.owner), []).append(entry)
    return {owner: entries for owner, entries in found.items() if entries}
