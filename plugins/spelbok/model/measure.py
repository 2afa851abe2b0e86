# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures: how to see whether users are better off."""

from typing import Annotated, ClassVar

from pydantic import Field

from spelbok.locales import Phrase
from spelbok.model.entry import Entry, Remark
from spelbok.model.values import Items, Line, PrincipleRef, Prose, Role, Time, described


class Measure(Entry):
    """A measure of the playbook."""

    kind: ClassVar[str] = "measure"
    folder: ClassVar[str] = "measures"
    one: ClassVar[Phrase] = Phrase("mått", "measure")
    many: ClassVar[Phrase] = Phrase("mått", "measures")
    path: ClassVar[Phrase] = Phrase("matt", "measures")

    principles: Annotated[Items[PrincipleRef], Field(min_length=1)] = described(
        "Principer som måttet hör till.", "Principles that the measure belongs to."
    )
    tells: Prose = described("Vad måttet säger, och vad det inte säger.", "What the measure tells, and what not.")
    definition: Prose = described("Vad som räknas, och hur.", "What is counted, and how.")
    formula: Line = described("Formeln i ord.", "The formula in words.")
    unit: Line = described("Enhet.", "Unit.")
    data_source: Prose = described("Var uppgifterna kommer från.", "Where the data come from.")
    frequency: Time = described("Hur ofta måttet följs upp.", "How often the measure is followed up.")
    interpretation: Annotated[Items[Line], Field(min_length=1)] = described(
        "Hur siffran läses, och vilka frågor den ska väcka.", "How to read the figure, and what questions it raises."
    )
    misuse: Annotated[Items[Remark], Field(min_length=1)] = described(
        "Vad måttet kan driva människor att göra fel, och vad ni gör åt det.",
        "What the measure may drive people to do wrong, and what to do about it.",
    )
    audience: Annotated[Items[Role], Field(min_length=1)] = described("Vilka som ser måttet.", "Who sees it.")
    visibility: Line = described("Hur och för vem måttet visas.", "How and to whom the measure is shown.")
