# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries for the benchmark: each kind with the fields, lists and lengths of text that our edition's have.

The figures beside the fields are the edition's means, in sentences or items,
as they were in November 2026.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from spelbok.bench import grammar
from spelbok.bench.grammar import Pattern, Said, Voice, joined
from spelbok.document import Value
from spelbok.duration import Duration
from spelbok.locales import Phrase
from spelbok.model import Vocabulary

Values = dict[str, Value]

#: In every so many entries of a kind stand words that a search is to find: an inflected compound, and a phrase.
PLANTED_EVERY = 50
PLANTED = Phrase("Mät användarnöjdheten varje kvartal.", "Measure user satisfaction every quarter.")

_DAY = "2026-11-23"
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


def written(plan: Plan, place: Place) -> Values:
    """Return the content of one entry's file."""
    writer = _Writer(plan, place)
    return {**_common(writer), **_KINDS[place.kind](writer)}


class _Writer:
    """Draws one entry's texts, and points to its neighbours."""

    def __init__(self, plan: Plan, place: Place) -> None:
        self.place = place
        self.voice = Voice(f"{place.kind} {place.id}", plan.said)
        self._plan = plan

    def near(self, kind: str, least: int, most: int) -> list[Value]:
        """Return ids of neighbours of a kind."""
        return [other.id for other in self._plan.near(kind, self.place, self.number(least, most))]

    def number(self, least: int, most: int) -> int:
        return self.voice.draw.randint(least, most)

    def choice(self, options: Sequence[str]) -> str:
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
        return _both(self.voice.line(sentences, patterns))

    def lines(
        self, least: int, most: int, sentences: float = 1, patterns: tuple[Pattern, ...] = grammar.STATEMENTS
    ) -> list[Value]:
        """Return several such texts."""
        return [self.line(sentences, patterns) for _ in range(self.number(least, most))]

    def prose(self, sentences: float) -> Value:
        """Return a text of paragraphs."""
        return _both(self.voice.prose(sentences))

    def opening(self, sentences: float, kind: str) -> Value:
        """Return a text of paragraphs with a link to a neighbour, and the planted words where it is their turn."""
        other = self._plan.near(kind, self.place, 3)[-1]
        link = Phrase(f"[{other.title.sv}](id:{other.id}).", f"[{other.title.en}](id:{other.id}).")
        planted = [PLANTED] if self.place.number % PLANTED_EVERY == 0 else []
        return _both(joined([self.voice.prose(sentences), *planted, link], "\n"))

    def heading(self) -> Value:
        return _both(self.voice.heading())

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
                return _both(summary)

    def source(self, number: int, kind: str) -> Values:
        """Return a source. Its address leads to a host that is kept for examples."""
        return {
            "title": self.voice.title().sv,
            "publisher": self.voice.title().sv,
            "url": f"https://example.org/{self.place.kind}/{self.place.id}/{number}",
            "type": kind,
            "language": "sv",
            "accessed": _DAY,
        }


def _both(phrase: Phrase) -> Values:
    return {"sv": phrase.sv, "en": phrase.en}


def _common(writer: _Writer) -> Values:
    place = writer.place
    words = [writer.voice.keyword() for _ in range(writer.number(11, 15))]
    kinds = ("research", *(writer.term("reference_types") for _ in range(writer.number(1, 3))))
    return {
        "id": place.id,
        "slug": _both(place.slug),
        "title": _both(place.title),
        "summary": writer.summary(),
        "status": "published",
        "owner": writer.term("owners"),
        "reviewed": _DAY,
        "review_interval": "P12M",
        "source": "sv",
        "tags": writer.terms("tags", 3, 3),
        "keywords": {
            "sv": list(dict.fromkeys(word.sv for word in words)),
            "en": list(dict.fromkeys(word.en for word in words)),
        },
        "references": [writer.source(number, kind) for number, kind in enumerate(kinds, 1)],
    }


# --- Kinds --------------------------------------------------------------------


def _principle(writer: _Writer) -> Values:
    return {
        "number": str(writer.place.number + 1),
        "statement": writer.line(),
        "rationale": writer.opening(15, "practice"),
        "implications": writer.lines(5, 5, 1.5),
        "actions": [{"role": role, "do": writer.lines(2, 3, 1.2)} for role in writer.terms("roles", 4, 4)],
        "signs_of_progress": writer.lines(3, 4),
        "warning_signs": writer.lines(3, 4, 1.2),
        "self_assessment": [
            {"id": f"statement-{number}", "text": writer.line(), "practices": writer.near("practice", 1, 2)}
            for number in range(1, 7)
        ],
    }


def _practice(writer: _Writer) -> Values:
    research = writer.voice.draw.random() < 0.2  # noqa: PLR2004 - As in our edition.
    examples = writer.number(0, 3)
    return {
        "principles": writer.near("principle", 1, 3),
        "what": writer.opening(5, "practice"),
        "why": writer.prose(5),
        "use_when": writer.lines(2, 3, 1, grammar.CONDITIONS),
        "avoid_when": writer.lines(2, 2, 1.9, grammar.CONDITIONS),
        "audience": writer.terms("roles", 3, 4),
        "participants": writer.line(1.7),
        "group_size": {"min": str(writer.number(2, 5)), "max": str(writer.number(6, 30))},
        "duration": {
            "preparation": writer.choice(("PT15M", "PT30M", "PT1H")),
            "session": writer.choice(("PT45M", "PT1H", "PT1H30M", "PT2H", "PT3H")),
            "elapsed": writer.choice(("P1W", "P2W", "P1M", "P3M")),
        },
        "difficulty": writer.term("levels"),
        "settings": writer.terms("settings", 2, 3),
        "materials": writer.lines(2, 3),
        "preparation": writer.lines(2, 3, 1.4, grammar.REQUESTS),
        "steps": [_step(writer, number) for number in range(1, writer.number(6, 7))],
        "outcomes": writer.lines(2, 3, 1, grammar.ABILITIES),
        "signs_of_progress": writer.lines(2, 3),
        "measures": writer.near("measure", 1, 3),
        "pitfalls": writer.remarks(3, 3),
        "checklist": [
            {"level": level, "text": writer.line()} for level in (writer.term("requirement_levels") for _ in range(5))
        ],
        "public_sector": [
            {"topic": topic, "text": writer.prose(2.7)} for topic in writer.terms("public_sector_topics", 3, 3)
        ],
        "evidence": "research" if research else "case" if examples else "experience",
        "examples": [
            {"organisation": writer.heading(), "text": writer.prose(3.7), "source": writer.source(10 + number, "case")}
            for number in range(examples)
        ],
        "related": [
            {"practice": other, "relation": writer.term("practice_relations")}
            for other in writer.near("practice", 3, 4)
        ],
    }


def _step(writer: _Writer, number: int) -> Values:
    step: Values = {"id": f"part-{number}", "title": writer.heading(), "text": writer.prose(3.3)}
    if number % 2:
        step["say"] = writer.line(1.4, grammar.QUESTIONS)
    return {**step, "duration": writer.choice(("PT5M", "PT10M", "PT15M", "PT20M"))}


def _module(writer: _Writer) -> Values:
    minutes = [writer.voice.draw.choice((5, 10, 15, 20, 30)) for _ in range(writer.number(7, 8))]
    outcomes = [f"outcome-{number}" for number in range(1, 5)]
    practices = writer.near("practice", 3, 3)
    checked = [*outcomes, outcomes[0]]
    return {
        "principles": writer.near("principle", 2, 2),
        "practices": practices,
        "audience": writer.terms("roles", 2, 3),
        "level": writer.term("levels"),
        "format": writer.term("formats"),
        "settings": writer.terms("settings", 2, 3),
        "group_size": {"min": str(writer.number(3, 6)), "max": str(writer.number(8, 30))},
        "duration": str(Duration.of_minutes(sum(minutes))),
        "prior_knowledge": writer.line(1.8),
        "about": writer.opening(5, "practice"),
        "outcomes": [
            {
                "id": outcome,
                "level": writer.term("bloom_levels"),
                "text": writer.line(1, grammar.REQUESTS),
            }
            for outcome in outcomes
        ],
        "preparation": writer.lines(3, 4, 1.6, grammar.REQUESTS),
        "materials": writer.lines(2, 2, 1.2),
        "activities": [_activity(writer, number, time, outcomes) for number, time in enumerate(minutes)],
        "questions": [_question(writer, number, outcome) for number, outcome in enumerate(checked)],
        "handout": _both(
            joined(
                [writer.voice.prose(8), writer.voice.bullets(4), writer.voice.prose(4), writer.voice.bullets(4)], "\n\n"
            )
        ),
        "task": {"title": writer.heading(), "text": writer.prose(4), "within": "P3W", "practice": practices[0]},
        "version": "1.0",
        "changes": [{"version": "1.0", "date": _DAY, "note": {"sv": "Första utgåvan.", "en": "First edition."}}],
    }


def _activity(writer: _Writer, number: int, minutes: int, outcomes: list[str]) -> Values:
    return {
        "id": f"activity-{number + 1}",
        "title": writer.heading(),
        "type": writer.term("activity_types"),
        "duration": str(Duration.of_minutes(minutes)),
        "outcomes": [outcomes[number % len(outcomes)]],
        "participant": writer.prose(writer.number(4, 14) * 0.75),
        "facilitator": writer.prose(writer.number(5, 15)),
    }


def _question(writer: _Writer, number: int, outcome: str) -> Values:
    return {
        "id": f"question-{number + 1}",
        "outcome": outcome,
        "text": writer.line(1.7, grammar.QUESTIONS),
        "options": [
            {"text": writer.line(), "correct": str(place == number % 3).lower(), "feedback": writer.line(1.9)}
            for place in range(3)
        ],
    }


def _path(writer: _Writer) -> Values:
    modules = writer.near("module", 5, 7)
    parts = [modules[:2], modules[2:3], modules[3:5], modules[5:]]
    return {
        "audience": writer.terms("roles", 2, 2),
        "about": writer.prose(5),
        "outcomes": writer.lines(3, 4, 1, grammar.ABILITIES),
        "sections": [
            {
                "title": writer.heading(),
                "intro": writer.prose(2.5),
                "modules": [
                    {"module": module, "required": str(place == 0).lower()} for place, module in enumerate(part)
                ],
            }
            for part in parts
            if part
        ],
        "completion": writer.prose(2.8),
    }


def _measure(writer: _Writer) -> Values:
    return {
        "principles": writer.near("principle", 1, 2),
        "tells": writer.opening(4, "practice"),
        "definition": writer.prose(6.2),
        "formula": writer.line(1.6),
        "unit": _both(writer.voice.keyword()),
        "data_source": writer.prose(3),
        "frequency": writer.choice(("P1W", "P1M", "P3M")),
        "interpretation": writer.lines(3, 4, 2.5),
        "misuse": writer.remarks(2, 2),
        "audience": writer.terms("roles", 3, 3),
        "visibility": writer.line(2),
    }


_KINDS: dict[str, Callable[[_Writer], Values]] = {
    "principle": _principle,
    "practice": _practice,
    "module": _module,
    "path": _path,
    "measure": _measure,
}
