# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries for the benchmark: each kind with the fields, lists and lengths of text that our edition's have.

The figures are the edition's means, in sentences or items, as they were in
November 2026.
"""

from collections.abc import Callable

from benchmarks import grammar
from benchmarks.grammar import joined
from benchmarks.writer import DAY, Place, Plan, Values, Writer, both
from spelbok.model.duration import Duration


def written(plan: Plan, place: Place) -> Values:
    """Return the content of one entry's file."""
    writer = Writer(plan, place)
    return {**_common(writer), **_KINDS[place.kind](writer)}


def _common(writer: Writer) -> Values:
    place = writer.place
    words = [writer.voice.keyword() for _ in range(writer.number(11, 15))]
    kinds = ("research", *(writer.term("reference_types") for _ in range(writer.number(1, 3))))
    return {
        "id": place.id,
        "slug": both(place.slug),
        "title": both(place.title),
        "summary": writer.summary(),
        "status": "published",
        "owner": writer.term("owners"),
        "reviewed": DAY,
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


def _principle(writer: Writer) -> Values:
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


def _practice(writer: Writer) -> Values:
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
        "outcomes": writer.lines(2, 2, 1, grammar.ABILITIES),
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


def _step(writer: Writer, number: int) -> Values:
    step: Values = {"id": f"part-{number}", "title": writer.heading(), "text": writer.prose(3.3)}
    if number % 2:
        step["say"] = writer.line(1.4, grammar.QUESTIONS)
    return {**step, "duration": writer.choice(("PT5M", "PT10M", "PT15M", "PT20M"))}


def _module(writer: Writer) -> Values:
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
        "handout": both(
            joined(
                [writer.voice.prose(8), writer.voice.bullets(4), writer.voice.prose(4), writer.voice.bullets(4)], "\n\n"
            )
        ),
        "task": {"title": writer.heading(), "text": writer.prose(4), "within": "P3W", "practice": practices[0]},
        "version": "1.0",
        "changes": [{"version": "1.0", "date": DAY, "note": {"sv": "Första utgåvan.", "en": "First edition."}}],
    }


def _activity(writer: Writer, number: int, minutes: int, outcomes: list[str]) -> Values:
    return {
        "id": f"activity-{number + 1}",
        "title": writer.heading(),
        "type": writer.term("activity_types"),
        "duration": str(Duration.of_minutes(minutes)),
        "outcomes": [outcomes[number % len(outcomes)]],
        "participant": writer.prose(writer.number(4, 14) * 0.75),
        "facilitator": writer.prose(writer.number(5, 15)),
    }


def _question(writer: Writer, number: int, outcome: str) -> Values:
    return {
        "id": f"question-{number + 1}",
        "outcome": outcome,
        "text": writer.line(1.7, grammar.QUESTIONS),
        "options": [
            {"text": writer.line(), "correct": str(place == number % 3).lower(), "feedback": writer.line(1.9)}
            for place in range(3)
        ],
    }


def _path(writer: Writer) -> Values:
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


def _measure(writer: Writer) -> Values:
    return {
        "principles": writer.near("principle", 1, 2),
        "tells": writer.opening(4, "practice"),
        "definition": writer.prose(6.2),
        "formula": writer.line(1.6),
        "unit": both(writer.voice.keyword()),
        "data_source": writer.prose(3),
        "frequency": writer.choice(("P1W", "P1M", "P3M")),
        "interpretation": writer.lines(3, 4, 2.5),
        "misuse": writer.remarks(2, 2),
        "audience": writer.terms("roles", 3, 3),
        "visibility": writer.line(2),
    }


_KINDS: dict[str, Callable[[Writer], Values]] = {
    "principle": _principle,
    "practice": _practice,
    "module": _module,
    "path": _path,
    "measure": _measure,
}
