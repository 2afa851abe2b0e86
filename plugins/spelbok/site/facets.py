# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the entries of an index can be filtered by, as values that have no language.

A bucket of time holds all that fits in it: 20 minutes are found under "up to
30 minutes" and under "up to 2 hours". A bucket of group size holds every
entry that a group of that size can use.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spelbok.model import Entry, Practice, TrainingModule
from spelbok.model.duration import Duration
from spelbok.model.entry import GroupSize
from spelbok.model.values import Choice, Ref
from spelbok.playbook import Playbook

#: The label of each facet in the vocabulary, by the facet's name in addresses.
LABELS = {
    "principle": "principles",
    "audience": "audience",
    "time": "time",
    "group": "group_size",
    "setting": "settings",
    "difficulty": "difficulty",
    "level": "level",
    "evidence": "evidence",
}


@dataclass(frozen=True, slots=True)
class Bucket:
    """A range of numbers. Its id is the name of its label in the vocabulary."""

    id: str
    lowest: int
    highest: int

    def __str__(self) -> str:
        return self.id


_ANY = 10_000
TIMES = (
    Bucket("up_to_30", 0, 30),
    Bucket("up_to_60", 0, 60),
    Bucket("up_to_120", 0, 120),
    Bucket("over_120", 121, _ANY),
)
GROUPS = (Bucket("group_small", 1, 5), Bucket("group_medium", 6, 12), Bucket("group_large", 13, _ANY))

Value = Choice | Ref | Bucket


def times(duration: Duration) -> tuple[Bucket, ...]:
    """Return the buckets that a duration fits in; a day is longer than all hours."""
    minutes = duration.minutes if duration.is_clock else _ANY
    return tuple(bucket for bucket in TIMES if bucket.lowest <= minutes <= bucket.highest)


def groups(size: GroupSize) -> tuple[Bucket, ...]:
    """Return the buckets that share a number of people with ``size``."""
    return tuple(bucket for bucket in GROUPS if size.min <= bucket.highest and bucket.lowest <= size.max)


def values(entry: Entry) -> dict[str, tuple[Value, ...]]:
    """Return what ``entry`` is found under, facet by facet; nothing for kinds that have no facets."""
    if not isinstance(entry, Practice | TrainingModule):
        return {}
    found: dict[str, tuple[Value, ...]] = {
        "principle": entry.principles,
        "audience": entry.audience,
        "time": times(entry.duration.session if isinstance(entry, Practice) else entry.duration),
        "group": groups(entry.group_size),
        "setting": entry.settings,
    }
    if isinstance(entry, Practice):
        return {**found, "difficulty": (entry.difficulty,), "evidence": (entry.evidence,)}
    return {**found, "level": (entry.level,)}


def options(playbook: Playbook, entries: Iterable[Entry]) -> dict[str, list[Value]]:
    """Return the values that occur among ``entries``, facet by facet, in the order of readers.

    A facet with one value alone is left out: it would filter nothing.
    """
    found: dict[str, set[Value]] = {}
    for entry in entries:
        for name, mine in values(entry).items():
            found.setdefault(name, set()).update(mine)
    return {
        name: sorted(choices, key=lambda value: _position(playbook, value))
        for name, choices in found.items()
        if len(choices) > 1
    }


def _position(playbook: Playbook, value: Value) -> int:
    if isinstance(value, Bucket):
        return (*TIMES, *GROUPS).index(value)
    if isinstance(value, Ref):
        return list(playbook.by_id).index(value.id)
    return list(playbook.vocabulary.terms(value.vocabulary)).index(value.id)
