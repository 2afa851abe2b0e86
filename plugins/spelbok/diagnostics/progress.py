# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a stage of a build is, as a value that a shell can show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from spelbok.locales import Locale, Phrase


class Tick(Protocol):
    """Takes how many parts of something are done, how many there are, and the page that is now laid out, if any."""

    def __call__(self, done: int, total: int, page: int = 0, /) -> None:
        """Tell how far something is."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A stage, how many of its parts are done, how many there are, and the page of a part that is laid out, or 0."""

    stage: Phrase
    done: int
    total: int
    page: int = 0

    def __getitem__(self, locale: Locale) -> str:
        of, page = ("av", "sida") if locale == "sv" else ("of", "page")
        where = f" ({page} {self.page})" if self.page else ""
        return f"{self.stage[locale]}: {self.done} {of} {self.total}{where} ..."


#: What a build says: that a stage begins, or how far it is.
Say = Callable[[Phrase | Progress], None]


def silent(_done: int, _total: int, _page: int = 0, /) -> None:
    """Tell nobody."""


def stage(say: Say, sv: str, en: str) -> Tick:
    """Say that a stage begins; return what tells how far it is."""
    say(Phrase(f"{sv} ...", f"{en} ..."))
    return counted(say, sv, en)


def counted(say: Say, sv: str, en: str) -> Tick:
    """Return what tells how far a stage is."""
    name = Phrase(sv, en)
    return lambda done, total, page=0, /: say(Progress(name, done, total, page))
