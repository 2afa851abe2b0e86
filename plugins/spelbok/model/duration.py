# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Durations as in ISO 8601, read from text and said in both languages."""

import re
from dataclasses import dataclass
from functools import lru_cache

from babel.units import format_unit

from spelbok.locales import Locale

_FORM = re.compile(
    r"P(?!$)(?!.*(?<![0-9])0[0-9])(?:(?P<year>[0-9]{1,2})Y)?(?:(?P<month>[0-9]{1,3})M)?(?:(?P<week>[0-9]{1,3})W)?(?:(?P<day>[0-9]{1,3})D)?"
    r"(?:T(?!$)(?:(?P<hour>[0-9]{1,3})H)?(?:(?P<minute>[0-9]{1,4})M)?)?"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, split as ISO 8601 splits it.

    Calendar units (years to days) and clock units (hours, minutes) are kept
    apart, because a day of work is not 24 hours.
    """

    year: int = 0
    month: int = 0
    week: int = 0
    day: int = 0
    hour: int = 0
    minute: int = 0

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Read ``PT1H30M``, ``P2D``, ``P3W``, ``P12M`` …

        Raises ValueError if the text is no such duration or is zero.
        """
        match = _FORM.fullmatch(text)
        parts = {unit: int(number) for unit, number in match.groupdict("0").items()} if match else {}
        if not any(parts.values()):
            raise ValueError(text)
        return cls(**parts)

    @classmethod
    def of_minutes(cls, minutes: int) -> "Duration":
        """Return ``minutes`` (0 or more) as hours and minutes."""
        return cls(hour=minutes // 60, minute=minutes % 60)

    @property
    def minutes(self) -> int:
        """The clock part in minutes; calendar units do not count."""
        return self.hour * 60 + self.minute

    @property
    def is_clock(self) -> bool:
        """Whether the duration can be added to a time of day."""
        return not (self.year or self.month or self.week or self.day)

    def __str__(self) -> str:
        date = _joined(year=self.year, month=self.month, week=self.week, day=self.day)
        time = _joined(hour=self.hour, minute=self.minute)
        return f"P{date}T{time}" if time or not date else f"P{date}"

    def said(self, locale: Locale) -> str:
        """Return the duration in words: ``1 tim 30 min``, ``2 weeks``."""
        units = ("year", "month", "week", "day", "hour", "minute")
        words = [_said(getattr(self, unit), unit, locale) for unit in units if getattr(self, unit)]
        return " ".join(words)


@lru_cache(maxsize=1024)
def _said(number: int, unit: str, locale: Locale) -> str:
    if unit == "day" and locale == "sv":  # CLDR says "dygn": 24 hours, not a day of work.
        return "1 dag" if number == 1 else f"{number} dagar"
    return format_unit(number, f"duration-{unit}", "short" if unit in ("hour", "minute") else "long", locale=locale)


def _joined(**parts: int) -> str:
    return "".join(f"{number}{unit[0].upper()}" for unit, number in parts.items() if number)
