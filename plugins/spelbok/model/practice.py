# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Practices: something a team or a group of managers can do."""

from typing import Annotated, ClassVar

from pydantic import Field

from spelbok.locales import Phrase
from spelbok.model.entry import Citation, Entry, GroupSize, Remark
from spelbok.model.values import (
    Choice,
    Id,
    Items,
    Line,
    MeasureRef,
    Model,
    Of,
    Part,
    PracticeRef,
    PrincipleRef,
    Prose,
    Role,
    Time,
    Title,
    described,
)


class PracticeTime(Model):
    """The time that a practice takes, split into what readers ask for."""

    preparation: Time = described("Förberedelse för den som håller i det.", "Preparation by whoever runs it.")
    session: Time = described("Tid tillsammans, per tillfälle.", "Time together, per session.")
    elapsed: Time = described("Tid från början till resultat.", "Time from the beginning to a result.")


class Step(Part):
    """One step: what to do, and what to say or draw."""

    anchor: ClassVar[str] = "step-"

    id: Id = described("Stegets id, del av en beständig adress.", "The step's id, part of a permanent address.")
    title: Title = described("Vad steget går ut på.", "What the step is about.")
    text: Prose = described("Hur ni gör.", "How to do it.")
    say: Line | None = described(
        "Vad den som leder kan säga eller rita.", "What the leader of the session may say or draw.", default=None
    )
    duration: Time | None = described("Stegets tid.", "The step's time.", default=None)


class CheckItem(Model):
    """A line of the checklist with its weight: SKA, BÖR or KAN."""

    level: Annotated[Choice, Of("requirement_levels")] = described("SKA, BÖR eller KAN.", "MUST, SHOULD or MAY.")
    text: Line = described("Vad som ska vara på plats.", "What is to be in place.")


class PublicSectorNote(Model):
    """What the public sector's own rules mean for the practice."""

    topic: Annotated[Choice, Of("public_sector_topics")] = described("Ämne.", "Topic.")
    text: Prose = described("Vad ni behöver tänka på.", "What to think of.")


class Example(Model):
    """A case from a public source."""

    organisation: Title = described("Vem som gjorde det.", "Who did it.")
    text: Prose = described("Vad de gjorde och vad källan säger om det.", "What they did and what the source says.")
    source: Citation = described("Källan.", "The source.")


class Related(Model):
    """Another practice, and how it relates to this one."""

    practice: PracticeRef = described("Det andra arbetssättet.", "The other practice.")
    relation: Annotated[Choice, Of("practice_relations")] = described(
        "Hur det andra arbetssättet förhåller sig till detta.", "How the other practice relates to this one."
    )


class Practice(Entry):
    """A practice of the playbook."""

    kind: ClassVar[str] = "practice"
    folder: ClassVar[str] = "practices"
    one: ClassVar[Phrase] = Phrase("arbetssätt", "practice")
    many: ClassVar[Phrase] = Phrase("arbetssätt", "practices")
    path: ClassVar[Phrase] = Phrase("arbetssatt", "practices")

    principles: Annotated[Items[PrincipleRef], Field(min_length=1)] = described(
        "Principer som arbetssättet tjänar, den viktigaste först.",
        "Principles that the practice serves, the most important first.",
    )
    what: Prose = described("Vad arbetssättet är.", "What the practice is.")
    why: Prose = described("Varför det är värt tiden.", "Why it is worth the time.")
    use_when: Annotated[Items[Line], Field(min_length=1)] = described("När det passar.", "When to use it.")
    avoid_when: Annotated[Items[Line], Field(min_length=1)] = described("När det inte passar.", "When not to use it.")
    audience: Annotated[Items[Role], Field(min_length=1)] = described(
        "Roller som har nytta av det.", "Roles that benefit from it."
    )
    participants: Line = described("Vilka som är med.", "Who takes part.")
    group_size: GroupSize = described("Hur många som är med.", "How many take part.")
    duration: PracticeTime = described("Hur lång tid det tar.", "How long it takes.")
    difficulty: Annotated[Choice, Of("levels")] = described("Hur svårt det är att leda.", "How hard it is to lead.")
    settings: Annotated[Items[Annotated[Choice, Of("settings")]], Field(min_length=1)] = described(
        "På plats, på distans eller hybrid.", "On site, remote or hybrid."
    )
    materials: Items[Line] = described("Vad ni behöver ha till hands.", "What you need at hand.", default=())
    preparation: Annotated[Items[Line], Field(min_length=1)] = described(
        "Vad som görs i förväg.", "What is done beforehand."
    )
    steps: Annotated[Items[Step], Field(min_length=2)] = described("Steg för steg.", "Step by step.")
    outcomes: Annotated[Items[Line], Field(min_length=1)] = described(
        "Vad ni har i handen efteråt.", "What you hold in your hand afterwards."
    )
    signs_of_progress: Annotated[Items[Line], Field(min_length=1)] = described(
        "Hur ni ser att det fungerade.", "How to see that it worked."
    )
    measures: Items[MeasureRef] = described(
        "Mått som visar om det gav effekt.", "Measures that show whether it had an effect.", default=()
    )
    pitfalls: Annotated[Items[Remark], Field(min_length=1)] = described(
        "Vad som brukar gå fel i offentlig sektor, och vad ni gör åt det.",
        "What tends to go wrong in the public sector, and what to do about it.",
    )
    checklist: Annotated[Items[CheckItem], Field(min_length=1)] = described("Checklista.", "Checklist.")
    public_sector: Items[PublicSectorNote] = described(
        "Att tänka på i offentlig sektor.", "What to think of in the public sector.", default=()
    )
    evidence: Annotated[Choice, Of("evidence")] = described(
        "Vad arbetssättet vilar på: forskning, fall eller erfarenhet.",
        "What the practice rests on: research, cases or experience.",
        examples=["experience"],
    )
    examples: Items[Example] = described("Exempel med källa.", "Examples with a source.", default=())
    related: Items[Related] = described("Besläktade arbetssätt.", "Related practices.", default=())
