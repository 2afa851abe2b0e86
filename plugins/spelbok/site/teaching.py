# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A module as those who teach it need it: times, what leads from outcome to work, and words for a course page."""

from collections.abc import Iterator
from dataclasses import dataclass

from spelbok.locales import Locale
from spelbok.model import Entry, LearningPath, TrainingModule
from spelbok.model.duration import Duration
from spelbok.model.module import Activity, Outcome, Question
from spelbok.playbook import Playbook
from spelbok.site import markdown
from spelbok.site.plain_text import one_line


@dataclass(frozen=True, slots=True)
class Slot:
    """An activity on the run sheet: from minute ``start`` of the session up to minute ``end``."""

    activity: Activity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """A learning outcome, the activities that practise it and the questions, by number, that check it."""

    outcome: Outcome
    activities: tuple[Activity, ...]
    questions: tuple[tuple[int, Question], ...]


def run_sheet(module: TrainingModule) -> tuple[Slot, ...]:
    """Return the activities in order, each where the one before it ends."""
    slots: list[Slot] = []
    for activity in module.activities:
        start = slots[-1].end if slots else 0
        slots.append(Slot(activity, start, start + activity.duration.minutes))
    return tuple(slots)


def alignment(module: TrainingModule) -> tuple[Aligned, ...]:
    """Return for each learning outcome where it is practised and checked.

    The checks of a playbook see to it that neither is empty.
    """
    return tuple(
        Aligned(
            outcome,
            tuple(activity for activity in module.activities if outcome.id in activity.outcomes),
            tuple((n, question) for n, question in enumerate(module.questions, 1) if question.outcome == outcome.id),
        )
        for outcome in module.outcomes
    )


def minutes(playbook: Playbook, entry: Entry) -> int:
    """Return how long an entry takes: a module's session, or the required modules of a path; else 0."""
    if isinstance(entry, TrainingModule):
        return entry.duration.minutes
    if isinstance(entry, LearningPath):
        times = {module.id: module.duration.minutes for module in playbook.of(TrainingModule)}
        return entry.total_minutes(times, required_only=True)
    return 0


def course_text(playbook: Playbook, entry: TrainingModule | LearningPath, locale: Locale, address: str) -> str:
    """Return a text for a course page, in lines: title, what it is, what one learns, time and ``address``."""

    def label(name: str) -> str:
        return one_line(playbook.vocabulary.labels[name].shown(locale)[0])

    def lines() -> Iterator[str]:
        yield one_line(entry.title.shown(locale)[0])
        yield ""
        yield markdown.plain(entry.summary.shown(locale)[0])
        yield ""
        yield label("course_text_outcomes")
        for outcome in entry.outcomes:
            text = outcome.text if isinstance(outcome, Outcome) else outcome
            yield f"– {markdown.plain(text.shown(locale)[0])}"
        yield ""
        yield f"{label('time')}: {Duration.of_minutes(minutes(playbook, entry)).said(locale)}"
        yield address

    return "\n".join(lines())
