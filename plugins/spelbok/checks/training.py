# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Training: time that adds up, outcomes that are taught and checked, an order that works."""

from collections.abc import Iterator

from spelbok.diagnostics import Diagnostic, codes
from spelbok.model import LearningPath, TrainingModule
from spelbok.model.duration import Duration
from spelbok.playbook import Playbook


def prerequisite_cycles(playbook: Playbook) -> Iterator[Diagnostic]:
    """No module requires itself, not even by way of others. Each circle is reported once."""
    needs = {module.id: [ref.id for ref in module.prerequisites] for module in playbook.of(TrainingModule)}
    done: set[str] = set()

    def circles(module: str, way: list[str]) -> Iterator[list[str]]:
        if module in way:
            yield way[way.index(module) :]
        elif module not in done:
            for need in needs.get(module, []):
                yield from circles(need, [*way, module])
            done.add(module)

    for module in playbook.of(TrainingModule):
        for circle in circles(module.id, []):
            entry = playbook.by_id[circle[0]]
            document = playbook.document(entry)
            params = {"cycle": " → ".join([*circle, circle[0]])}
            yield Diagnostic(codes.PREREQUISITE_CYCLE, document.file, document.key_span(("prerequisites",)), params)


def durations(playbook: Playbook) -> Iterator[Diagnostic]:
    """A module's time is the sum of its activities, all in hours and minutes."""
    for module in playbook.of(TrainingModule):
        document = playbook.document(module)
        parts = Duration.of_minutes(sum(activity.duration.minutes for activity in module.activities))
        clock = all(activity.duration.is_clock for activity in module.activities) and module.duration.is_clock
        if parts.minutes != module.duration.minutes or not clock:
            params = {"parts": str(parts), "total": str(module.duration)}
            yield Diagnostic(codes.DURATION_MISMATCH, document.file, document.span(("duration",)), params)


def outcomes(playbook: Playbook) -> Iterator[Diagnostic]:
    """Every outcome is practised by an activity and checked by a question; none is invented there."""
    for module in playbook.of(TrainingModule):
        document = playbook.document(module)
        known = [outcome.id for outcome in module.outcomes]
        practised = {
            (("activities", index, "outcomes", place)): outcome
            for index, activity in enumerate(module.activities)
            for place, outcome in enumerate(activity.outcomes)
        }
        checked = {("questions", index, "outcome"): question.outcome for index, question in enumerate(module.questions)}
        for index, outcome in enumerate(known):
            for code, used in ((codes.OUTCOME_NOT_PRACTISED, practised), (codes.OUTCOME_NOT_CHECKED, checked)):
                if outcome not in used.values():
                    span = document.span(("outcomes", index, "id"))
                    yield Diagnostic(code, document.file, span, {"outcome": outcome})
        for path, outcome in [*practised.items(), *checked.items()]:
            if outcome not in known:
                params = {"value": outcome, "field": "outcome", "allowed": ", ".join(known)}
                params |= {"suggestion_sv": "", "suggestion_en": ""}
                yield Diagnostic(codes.UNKNOWN_VALUE, document.file, document.span(path), params)


def tasks(playbook: Playbook) -> Iterator[Diagnostic]:
    """The task on the job uses a practice that the module teaches."""
    for module in playbook.of(TrainingModule):
        used = module.task.practice
        if used not in module.practices:
            document = playbook.document(module)
            span = document.span(("task", "practice"))
            yield Diagnostic(codes.TASK_NOT_TAUGHT, document.file, span, {"practice": used.id})


def questions(playbook: Playbook) -> Iterator[Diagnostic]:
    """Every question has one correct option."""
    for module in playbook.of(TrainingModule):
        document = playbook.document(module)
        for index, question in enumerate(module.questions):
            count = sum(option.correct for option in question.options)
            if count != 1:
                span = document.key_span(("questions", index, "options"))
                yield Diagnostic(codes.NO_CORRECT_OPTION, document.file, span, {"count": str(count)})


def path_order(playbook: Playbook) -> Iterator[Diagnostic]:
    """In a path, what a module requires comes before it, if it is in the path."""
    for path in playbook.of(LearningPath):
        document = playbook.document(path)
        steps = [
            (("sections", number, "modules", index, "module"), item.module.id)
            for number, section in enumerate(path.sections)
            for index, item in enumerate(section.modules)
        ]
        order = [module for _, module in steps]
        for position, (where, module) in enumerate(steps):
            entry = playbook.by_id.get(module)
            needs = entry.prerequisites if isinstance(entry, TrainingModule) else ()
            for need in needs:
                if need.id in order[position + 1 :] and need.id not in order[:position]:
                    params = {"module": module, "prerequisite": need.id}
                    yield Diagnostic(codes.PATH_ORDER, document.file, document.span(where), params)
