# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compare two versions that were measured side by side, by ratio and never by seconds.

What a machine calls a second differs from day to day; how much more one version
needs than the other does not.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: So many times what the other version needs is a regression. Repeated runs of one version differ by less.
LIMIT = 1.2
#: Below so many seconds of processor time chance decides.
_LEAST = 0.2

#: A version's measurements: entries and scenario, and processor seconds or MiB.
_Values = dict[tuple[int, str], float]


class NothingMeasuredError(Exception):
    """The records hold nothing that both versions did."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much one version needs of something, as times what the other needs."""

    entries: int
    what: str
    times: float

    def is_regression(self, limit: float = LIMIT) -> bool:
        """Return whether it needs so much more that somebody should look."""
        return self.times > limit


def ratios(before: str, now: str) -> list[Ratio]:
    """Return the ratios of what both versions did.

    Each argument is one or several lines as ``table.record`` writes them; of
    several the least counts, for what disturbs a run makes it longer only.
    Raises NothingMeasuredError where there is nothing to compare, and
    ValueError for a line that is no record.
    """
    olds, news = _least(_records(before)), _least(_records(now))
    found = [
        Ratio(entries, what, news[entries, what] / olds[entries, what])
        for entries, what in olds
        if (entries, what) in news
    ]
    if not found:
        raise NothingMeasuredError
    return found


def _records(lines: str) -> Iterator[_Values]:
    for line in filter(None, lines.splitlines()):
        try:
            yield dict(_values(json.loads(line)["measured"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"no record: {line[:60]}") from error


def _values(measured: list[dict[str, dict[str, dict[str, float]]]]) -> Iterator[tuple[tuple[int, str], float]]:
    for one in measured:
        entries = int(one["entries"])  # type: ignore[call-overload]
        for scenario, cost in one["costs"].items():
            yield (entries, f"{scenario}, CPU"), max(cost["cpu"], _LEAST)
            yield (entries, f"{scenario}, memory"), cost["peak"]


def _least(records: Iterable[_Values]) -> _Values:
    least: _Values = {}
    for values in records:
        for key, value in values.items():
            least[key] = min(value, least.get(key, value))
    return least
