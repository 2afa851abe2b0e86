# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Principles: what the organisation stands for, and how it shows."""

from typing import Annotated, ClassVar

from pydantic import Field

from spelbok.locales import Phrase
from spelbok.model.entry import Entry
from spelbok.model.values import WHOLE, Id, Items, Line, Model, Part, PracticeRef, Prose, Role, described


class Actions(Model):
    """What one role does to live by the principle."""

    role: Role = described("Rollen.", "The role.")
    do: Annotated[Items[Line], Field(min_length=1)] = described(
        "Vad rollen gör, en handling per rad.", "What the role does, one action a line."
    )


class Statement(Part):
    """A statement of the self-assessment, and what helps those who cannot agree."""

    anchor: ClassVar[str] = "statement-"

    id: Id = described("Påståendets id.", "The statement's id.")
    text: Line = described(
        "Ett påstående om nuläget som svararen håller med om eller inte.",
        "A statement on how things are today, to agree or disagree with.",
    )
    practices: Annotated[Items[PracticeRef], Field(min_length=1)] = described(
        "Arbetssätt att börja med för den som inte håller med.", "Practices to begin with for those who disagree."
    )


class Principle(Entry):
    """A principle of the playbook."""

    kind: ClassVar[str] = "principle"
    folder: ClassVar[str] = "principles"
    one: ClassVar[Phrase] = Phrase("princip", "principle")
    many: ClassVar[Phrase] = Phrase("principer", "principles")
    path: ClassVar[Phrase] = Phrase("principer", "principles")

    number: Annotated[int, Field(ge=1, le=99), WHOLE] = described(
        "Ordningen bland principerna.", "The order among the principles."
    )
    statement: Line = described("Principen i en mening.", "The principle in one sentence.")
    rationale: Prose = described("Varför principen gäller.", "Why the principle holds.")
    implications: Annotated[Items[Line], Field(min_length=2)] = described(
        "Vad principen innebär i vardagen.", "What the principle means in daily work."
    )
    actions: Annotated[Items[Actions], Field(min_length=1)] = described("Handlingar per roll.", "Actions per role.")
    signs_of_progress: Annotated[Items[Line], Field(min_length=2)] = described(
        "Tecken på att det går åt rätt håll.", "Signs that things go the right way."
    )
    warning_signs: Annotated[Items[Line], Field(min_length=2)] = described(
        "Tecken på att principen bara är ord.", "Signs that the principle is words only."
    )
    self_assessment: Annotated[Items[Statement], Field(min_length=2)] = described(
        "Påståenden för självskattning.", "Statements for the self-assessment."
    )
