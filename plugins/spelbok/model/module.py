# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Training modules: a lesson that can be taught from its page."""

from typing import Annotated, ClassVar

from pydantic import Field

from spelbok.locales import Phrase
from spelbok.model.entry import Change, Entry, GroupSize
from spelbok.model.values import (
    Choice,
    Flag,
    Id,
    Items,
    Line,
    Model,
    ModuleRef,
    Of,
    Part,
    PracticeRef,
    PrincipleRef,
    Prose,
    Role,
    Time,
    Title,
    Version,
    Words,
    described,
)


class Outcome(Part):
    """What a participant can do afterwards."""

    anchor: ClassVar[str] = "outcome-"

    id: Id = described("Lärandemålets id.", "The learning outcome's id.", examples=["outcome-1", "outcome-2"])
    level: Annotated[Choice, Of("bloom_levels")] = described(
        "Nivå enligt Blooms reviderade taxonomi (Anderson & Krathwohl 2001).",
        "Level of Bloom's revised taxonomy (Anderson & Krathwohl 2001).",
    )
    text: Line = described(
        "Målet, börjar med ett verb: 'formulera …'.", "The outcome, beginning with a verb: 'formulate …'."
    )


class Activity(Part):
    """A timed part of the session, as participant and facilitator see it."""

    anchor: ClassVar[str] = "activity-"

    id: Id = described("Aktivitetens id.", "The activity's id.")
    title: Title = described("Rubrik.", "Title.")
    type: Annotated[Choice, Of("activity_types")] = described("Slags aktivitet.", "Kind of activity.")
    duration: Time = described("Aktivitetens tid.", "The activity's time.", examples=["PT30M"])
    outcomes: Items[Id] = described(
        "Lärandemål som övas.", "Learning outcomes practised.", default=(), examples=[["outcome-1"], ["outcome-2"]]
    )
    participant: Prose = described("Vad deltagaren ser och gör.", "What participants see and do.")
    facilitator: Prose = described("Vad handledaren säger och gör.", "What the facilitator says and does.")


class Option(Model):
    """An answer to choose, with feedback on the choice."""

    text: Line = described("Svaret.", "The answer.")
    correct: Flag = described(
        "Om svaret är rätt.", "Whether the answer is right.", default=False, examples=[True, False]
    )
    feedback: Line = described("Vad den som väljer svaret får veta.", "What is said to those who choose it.")


class Question(Part):
    """A question of the knowledge check."""

    anchor: ClassVar[str] = "question-"

    id: Id = described("Frågans id.", "The question's id.")
    outcome: Id = described(
        "Lärandemålet som prövas.", "The learning outcome that is checked.", examples=["outcome-1", "outcome-2"]
    )
    text: Line = described("Frågan.", "The question.")
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)] = described(
        "Svar att välja bland, ett rätt.", "Answers to choose from, one right."
    )


class Task(Model):
    """What the participant does on the job afterwards."""

    title: Title = described("Uppgiftens rubrik.", "The task's title.")
    text: Prose = described("Vad deltagaren gör på sitt jobb.", "What participants do on the job.")
    within: Time = described("Inom vilken tid.", "Within what time.")
    practice: PracticeRef = described("Arbetssättet som används.", "The practice that is used.")


class TrainingModule(Entry):
    """A training module of the playbook."""

    kind: ClassVar[str] = "module"
    folder: ClassVar[str] = "modules"
    one: ClassVar[Phrase] = Phrase("utbildningsmodul", "training module")
    many: ClassVar[Phrase] = Phrase("utbildningsmoduler", "training modules")
    path: ClassVar[Phrase] = Phrase("utbildningsmoduler", "training-modules")

    principles: Annotated[Items[PrincipleRef], Field(min_length=1)] = described(
        "Principer som modulen tjänar, den viktigaste först.",
        "Principles that the module serves, the most important first.",
    )
    practices: Annotated[Items[PracticeRef], Field(min_length=1)] = described(
        "Arbetssätt som modulen lär ut.", "Practices that the module teaches."
    )
    audience: Annotated[Items[Role], Field(min_length=1)] = described(
        "Roller som modulen är till för.", "Roles that the module is for."
    )
    level: Annotated[Choice, Of("levels")] = described("Nivå.", "Level.")
    format: Annotated[Choice, Of("formats")] = described("Form.", "Format.")
    settings: Annotated[Items[Annotated[Choice, Of("settings")]], Field(min_length=1)] = described(
        "På plats, på distans eller hybrid.", "On site, remote or hybrid."
    )
    group_size: GroupSize = described("Hur många deltagare.", "How many participants.")
    duration: Time = described(
        "Modulens tid tillsammans: summan av aktiviteterna.",
        "The session's time: the sum of the activities.",
        examples=["PT1H"],
    )
    prerequisites: Items[ModuleRef] = described(
        "Moduler som ska vara gjorda före.", "Modules to have done before.", default=()
    )
    prior_knowledge: Line | None = described(
        "Vad deltagaren behöver kunna i övrigt.", "What else participants need to know.", default=None
    )
    about: Prose = described("Vad modulen handlar om och varför.", "What the module is about, and why.")
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=2, max_length=5)] = described(
        "Lärandemål, 2 till 5.", "Learning outcomes, 2 to 5."
    )
    preparation: Annotated[Items[Line], Field(min_length=1)] = described(
        "Handledarens förberedelser.", "The facilitator's preparation."
    )
    materials: Items[Line] = described("Vad som behövs i rummet.", "What is needed in the room.", default=())
    activities: Annotated[Items[Activity], Field(min_length=2)] = described(
        "Aktiviteter i ordning.", "Activities in order."
    )
    questions: Annotated[Items[Question], Field(min_length=2)] = described("Kunskapskontroll.", "Knowledge check.")
    handout: Prose = described("Blad att dela ut.", "Handout.")
    task: Task = described("Uppgift på jobbet efteråt.", "Task on the job afterwards.")
    version: Version = described("Version, till exempel 1.0.", "Version, for example 1.0.", examples=["1.0"])
    changes: Annotated[Words[Change], Field(min_length=1)] = described(
        "Ändringslogg, nyast först.", "Change log, newest first."
    )
