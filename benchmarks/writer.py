# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What writes one entry of the benchmark: it draws texts and terms, and points to neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks import grammar
from benchmarks.grammar import Pattern, Said, Voice, joined
from spelbok.locales import Phrase
from spelbok.model import Vocabulary
from spelbok.source.document import Value

Values = dict[str, Value]

#: In every so many entries of a kind stand words that a search is to find: an inflected compound, and a phrase.
PLANTED_EVERY = 50
PLANTED = Phrase("Mät användarnöjdheten varje kvartal.", "Measure user satisfaction every quarter.")

DAY = "2026-11-23"
_MAX_SUMMARY = 240


@dataclass(frozen=True, slots=True)
class Place:
    """An entry before it is written: what others need to point to it. ``number`` counts in its kind, from 0."""

    kind: str
    number: int
    id: str
    slug: Phrase
    title: Phrase


@dataclass(frozen=True, slots=True)
class Plan:
    """All entries of a corpus by kind, the project's vocabulary, and the sentences that are taken."""

    places: Mapping[str, tuple[Place, ...]]
    vocabulary: Vocabulary
    said: Said

    def near(self, kind: str, place: Place, count: int) -> list[Place]:
        """Return ``count`` entries of a kind that are an entry's neighbours, the nearest first.

        Each kind stands in an order of its own, and the same share of the way
        along is near. So nobody has more neighbours in a larger corpus.
        """
        others = self.places[kind]
        start = place.number * len(others) // len(self.places[place.kind])
        found = (others[(start + step) % len(others)] for step in range(min(count + 1, len(others))))
        return [other for other in found if other is not place][:count]


class Writer:
    """Draws one entry's texts, and points to its neighbours."""

    def __init__(self, plan: Plan, place: Place) -> None:
        self.place = place
        self.voice = Voice(f"{place.kind} {place.id}", plan.said)
        self._plan = plan

    def near(self, kind: str, least: int, most: int) -> list[Value]:
        """Return ids of neighbours of a kind."""
        return [other.id for other in self._plan.near(kind, self.place, self.number(least, most))]

    def number(self, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``."""
        return self.voice.draw.randint(least, most)

    def choice(self, options: Sequence[str]) -> str:
        """Return one of the options."""
        return self.voice.draw.choice(options)

    def term(self, vocabulary: str) -> str:
        """Return one of a vocabulary's terms."""
        return self.choice(list(self._plan.vocabulary.terms(vocabulary)))

    def terms(self, vocabulary: str, least: int, most: int) -> list[Value]:
        """Return some of a vocabulary's terms, as far as it has so many."""
        known = list(self._plan.vocabulary.terms(vocabulary))
        return list(self.voice.draw.sample(known, min(len(known), self.number(least, most))))

    def line(self, sentences: float = 1, patterns: tuple[Pattern, ...] = grammar.STATEMENTS) -> Value:
        """Return a text of a sentence or a few on one line."""
        return both(self.voice.line(sentences, patterns))

    def lines(
        self, least: int, most: int, sentences: float = 1, patterns: tuple[Pattern, ...] = grammar.STATEMENTS
    ) -> list[Value]:
        """Return several such texts."""
        return [self.line(sentences, patterns) for _ in range(self.number(least, most))]

    def prose(self, sentences: float) -> Value:
        """Return a text of paragraphs."""
        return both(self.voice.prose(sentences))

    def opening(self, sentences: float, kind: str) -> Value:
        """Return a text of paragraphs with a link to a neighbour, and the planted words where it is their turn."""
        other = self._plan.near(kind, self.place, 3)[-1]
        link = Phrase(f"[{other.title.sv}](id:{other.id}).", f"[{other.title.en}](id:{other.id}).")
        planted = [PLANTED] if self.place.number % PLANTED_EVERY == 0 else []
        return both(joined([self.voice.prose(sentences), *planted, link], "\n"))

    def heading(self) -> Value:
        """Return the heading of a part."""
        return both(self.voice.heading())

    def remarks(self, least: int, most: int) -> list[Value]:
        """Return risks, each with a remedy."""
        return [
            {"risk": self.line(1.2, grammar.CONDITIONS), "remedy": self.line(1.7)}
            for _ in range(self.number(least, most))
        ]

    def summary(self) -> Value:
        """Return two sentences that are short enough together."""
        while True:
            summary = self.voice.line(2, grammar.STATEMENTS)
            if max(len(summary.sv), len(summary.en)) <= _MAX_SUMMARY:
                return both(summary)

    def source(self, number: int, kind: str) -> Values:
        """Return a source. Its address leads to a host that is kept for examples."""
        return {
            "title": self.voice.title().sv,
            "publisher": self.voice.title().sv,
            "url": f"https://example.org/{self.place.kind}/{self.place.id}/{number}",
            "type": kind,
            "language": "sv",
            "accessed": DAY,
        }


def both(phrase: Phrase) -> Values:
    """Return a text in both languages as a file holds it."""
    return {"sv": phrase.sv, "en": phrase.en}
