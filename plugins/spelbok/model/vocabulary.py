# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``vocabulary.yml`` and ``glossary.yml``: the words of a playbook."""

from typing import Annotated, ClassVar

from pydantic import Field

from spelbok.model.values import (
    MANY,
    MOST,
    NAME_PATTERN,
    FormerSlugs,
    Id,
    Items,
    Line,
    Many,
    Model,
    Part,
    Slugs,
    Summary,
    Title,
    Words,
    Written,
    described,
)

Name = Annotated[str, Field(pattern=NAME_PATTERN)]


class Term(Model):
    """A value that fields may take, as readers see it."""

    label: Title = described("Ordet på sidan.", "The word on the page.")
    description: Line | None = described("Förklaring för läsaren.", "Explanation for the reader.", default=None)
    inverse: Name | None = described(
        "Termen sedd från andra hållet, för relationer.",
        "The term seen from the other end, for relations.",
        default=None,
    )


class PageName(Model):
    """The address of a page written by hand, in each language."""

    slug: Slugs = described("Sidans adress på varje språk.", "The page's address in each language.")
    former_slugs: FormerSlugs = described(
        "Adresser som sidan har haft, eller som hörde till sidor som den ersätter. De leder till den nya.",
        "Addresses that the page has had, or of pages that it replaces. They lead to the new one.",
        default=FormerSlugs(),
    )


Terms = Annotated[dict[Name, Term], Field(max_length=MOST)]


class Vocabulary(Model):
    """Everything that another organisation may want to call something else."""

    owners: Terms = described("Ansvariga för poster.", "Owners of entries.")
    roles: Terms = described("Roller.", "Roles.")
    levels: Terms = described("Nivåer.", "Levels.")
    settings: Terms = described("På plats, på distans, hybrid.", "On site, remote, hybrid.")
    tags: Terms = described("Ämnesord.", "Tags.")
    formats: Terms = described("Utbildningens form.", "Format of training.")
    activity_types: Terms = described("Slag av aktiviteter.", "Kinds of activity.")
    bloom_levels: Terms = described("Blooms nivåer.", "Bloom's levels.")
    statuses: Terms = described("Status: draft, published, archived.", "Status: draft, published, archived.")
    evidence: Terms = described("Underlag: research, case, experience.", "Evidence: research, case, experience.")
    requirement_levels: Terms = described("SKA, BÖR, KAN.", "MUST, SHOULD, MAY.")
    practice_relations: Terms = described("Relationer mellan arbetssätt.", "Relations between practices.")
    public_sector_topics: Terms = described("Offentlig sektors egna regler.", "The public sector's own rules.")
    reference_types: Terms = described("Slag av källor.", "Kinds of source.")
    labels: Annotated[dict[Name, Summary], Field(max_length=MOST)] = described(
        "Rubriker och ord i mallarna.", "Headings and words of the templates."
    )
    pages: Annotated[dict[Name, PageName], Field(max_length=MANY)] = described(
        "Adresser för sidor skrivna för hand.", "Addresses of pages written by hand."
    )

    def terms(self, vocabulary: str) -> Terms:
        """Return the terms of one vocabulary by its field name."""
        terms: Terms = getattr(self, vocabulary)
        return terms


class Forms(Model):
    """Spellings and inflections that mean the same as the term."""

    sv: Words[Written] = described("Svenska former.", "Swedish forms.", default=())
    en: Words[Written] = described("Engelska former.", "English forms.", default=())


class GlossaryTerm(Part):
    """A word that carries the change, explained."""

    anchor: ClassVar[str] = ""

    id: Id = described("Termens id, del av en beständig adress.", "The term's id, part of a permanent address.")
    term: Title = described("Termen.", "The term.")
    definition: Line = described("Vad termen betyder här.", "What the term means here.")
    forms: Forms = described(
        "Böjningar och synonymer som förklaras i löpande text.",
        "Inflections and synonyms that are explained in running text.",
        default=Forms(),
    )
    see: Items[Id] = described("Andra termer.", "Other terms.", default=())


class Glossary(Model):
    """The glossary."""

    terms: Many[GlossaryTerm] = described("Termerna.", "The terms.")
