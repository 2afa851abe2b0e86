# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every kind of entry has in common."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from spelbok.locales import Locale, Phrase
from spelbok.model.values import (
    WHOLE,
    Choice,
    Date,
    EntryRef,
    FormerSlugs,
    Id,
    Items,
    LanguageCode,
    Line,
    Model,
    Of,
    Slugs,
    Summary,
    Time,
    Title,
    Url,
    Version,
    Words,
    Written,
    described,
)

Count = Annotated[int, Field(ge=1, le=1000), WHOLE]


class Citation(Model):
    """A public source that really exists."""

    title: Written = described("Källans titel, som den står.", "The source's title, as it stands.")
    publisher: Written = described("Vem som gav ut källan.", "Who published the source.")
    url: Url = described("Adress.", "Address.")
    type: Annotated[Choice, Of("reference_types")] = described("Slags källa.", "Kind of source.")
    language: LanguageCode = described(
        "Källans språk, två bokstäver enligt ISO 639-1.", "The source's language, two letters as in ISO 639-1."
    )
    accessed: Date | None = described(
        "Dagen då källan lästes. Utelämnas om vi bara känner den genom någon annan; sidan säger det.",
        "The day on which the source was read. Left out if we know it only through others; the page says so.",
        default=None,
    )


class GroupSize(Model):
    """How many people take part, from the fewest to the most."""

    min: Count = described("Minsta antal.", "Fewest.")
    max: Count = described("Största antal.", "Most.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.max:
            raise PydanticCustomError("invalid-range", "not a range", {"minimum": self.min, "maximum": self.max})
        return self


class Change(Model):
    """A line of the change log."""

    version: Version | None = described(
        "Version, till exempel 1.2, för poster som har versioner.",
        "Version, for example 1.2, for entries that have versions.",
        default=None,
    )
    date: Date = described("Dag.", "Day.")
    note: Line = described("Vad som ändrades.", "What changed.")


class Keywords(Model):
    """What readers search for when they need the entry, in words that its text does not use."""

    sv: Words[Written] = described("Svenska sökord.", "Swedish keywords.", default=())
    en: Words[Written] = described("Engelska sökord.", "English keywords.", default=())

    def __getitem__(self, locale: Locale) -> tuple[str, ...]:
        return self.sv if locale == "sv" else self.en


class Exemption(Model):
    """A warning about the language of one text that is not to be given, and why."""

    code: Literal[
        "hard-to-read",
        "long-sentence",
        "misspelled",
        "wrong-term",
        "officialese",
        "double-encoded",
        "decomposed",
        "shared-sentence",
        "unfinished",
        "wrong-language",
        "same-text",
        "unlike-structure",
        "unlike-links",
        "markup-not-rendered",
    ] = described("Varningens kod.", "The warning's code.")
    field: Written = described(
        "Textens plats i filen, som steps.0.text.sv; id för hela posten.",
        "The text's place in the file, such as steps.0.text.sv; id for the whole entry.",
    )
    reason: Written = described("Varför texten är rätt som den står.", "Why the text is right as it stands.")


class Retirement(Model):
    """That an entry is no longer kept up: since when, why, and what to read instead."""

    date: Date = described("Dagen då posten arkiverades.", "The day on which the entry was archived.")
    reason: Line = described("Varför, i en eller två meningar.", "Why, in a sentence or two.")
    successor: EntryRef | None = described(
        "Posten som läsaren hellre ska läsa.", "The entry that readers should rather read.", default=None
    )


class Entry(Model):
    """An entry of the playbook: the fields that all kinds share.

    A kind is a subclass. Its class attributes say what it is called and where
    it lives: YAML files in ``playbook/<folder>/``, its page drawn by
    ``playbook/templates/<kind>.html``, its address below ``path``.
    """

    kind: ClassVar[str]
    folder: ClassVar[str]
    one: ClassVar[Phrase]
    many: ClassVar[Phrase]
    path: ClassVar[Phrase]

    id: Id = described(
        "Kort namn i filer och länkar. Samma som filnamnet, och ändras aldrig när posten är publicerad.",
        "Short name in files and links. Same as the file name, and never changes once the entry is published.",
    )
    slug: Slugs = described(
        "Sista delen av sidans adress på varje språk. Be redaktionen om du vill ändra den senare.",
        "The last part of the page's address in each language. Ask the editors if you want to change it later.",
    )
    former_slugs: FormerSlugs = described(
        "Vad 'slug' har varit på varje språk, äldst först. De gamla adresserna leder till den nya.",
        "What 'slug' has been in each language, the oldest first. The old addresses lead to the new one.",
        later=True,
        default=FormerSlugs(),
    )
    title: Title = described("Rubrik, högst 80 tecken.", "Title, at most 80 characters.")
    summary: Summary = described(
        "En eller två meningar som säger vad läsaren får ut av sidan, högst 240 tecken.",
        "One or two sentences on what the reader gets from the page, at most 240 characters.",
    )
    status: Annotated[Choice, Of("statuses")] = described(
        "Utkast, publicerad eller arkiverad. Utkast publiceras inte. Det som har varit publicerat arkiveras.",
        "Draft, published or archived. Drafts are not published. What has been published is archived.",
        examples=["draft"],
    )
    retired: Retirement | None = described(
        "För en arkiverad post: sedan när, varför och vad som ersätter den.",
        "For an archived entry: since when, why, and what replaces it.",
        later=True,
        default=None,
    )
    owner: Annotated[Choice, Of("owners")] = described("Vem som ansvarar för texten.", "Who answers for the text.")
    reviewed: Date = described("Dagen då texten senast lästes igenom.", "The day on which the text was last read.")
    review_interval: Time = described(
        "Hur ofta texten ska läsas om.", "How often the text is to be read again.", examples=["P12M"]
    )
    source: Locale = described(
        "Språket som texten skrevs på och översätts från.",
        "The language that the text was written in and is translated from.",
        default="sv",
    )
    tags: Items[Annotated[Choice, Of("tags")]] = described("Ämnesord.", "Tags.", default=())
    keywords: Keywords = described(
        "Vad läsare söker efter när de behöver sidan, med ord som texten inte använder. Syns inte.",
        "What readers search for when they need the page, in words that its text does not use. Not shown.",
        default=Keywords(),
    )
    references: Items[Citation] = described(
        "Källor för den som vill läsa mer.", "Sources for further reading.", default=()
    )

    changes: Words[Change] = described(
        "Ändringar som läsare bör känna till, nyast först.",
        "Changes that readers should know of, newest first.",
        default=(),
    )
    exceptions: Words[Exemption] = described(
        "Språkvarningar som inte gäller, med skäl.",
        "Warnings about language that do not apply, with reasons.",
        later=True,
        default=(),
    )

    @property
    def is_published(self) -> bool:
        """Whether the entry has a page: published or archived, not a draft."""
        return str(self.status) != "draft"

    @property
    def is_current(self) -> bool:
        """Whether the entry is offered to readers: published, and not archived."""
        return self.is_published and not self.is_retired

    @property
    def is_retired(self) -> bool:
        """Whether the entry is archived: its page stands, and says so."""
        return str(self.status) == "archived"


class Remark(Model):
    """A risk with what to do about it."""

    risk: Line = described("Vad som kan gå fel.", "What may go wrong.")
    remedy: Line = described("Vad ni gör åt det.", "What you do about it.")
