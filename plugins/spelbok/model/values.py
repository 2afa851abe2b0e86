# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The values that fields hold: texts in two languages, ids, references, time.

YAML gives every scalar as text; the types here decide what it means. A value
that does not fit raises a pydantic error whose type is the name of one of the
:mod:`spelbok.diagnostics.codes`, so that :mod:`spelbok.playbook.loader` can turn it into a diagnostic.
In the JSON Schema ``x-code`` names the same code, for those who check by it.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from spelbok.locales import Locale, other
from spelbok.model.duration import Duration
from spelbok.model.urls import web_fault

MIN_ID, MAX_ID = 2, 60
#: The most items of a list: of the parts of an entry, of words, of everything in a file.
FEW, MANY, MOST = 50, 200, 5000
ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

NAME_PATTERN = r"^[a-z][a-z0-9_-]*$"
LANGUAGE_PATTERN = "^[a-z]{2}$"
VERSION_PATTERN = r"^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$"
#: A day from 1990 on: the web is no older.
DATE_PATTERN = r"^(199[0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}$"
#: A whole number as people write one: no sign, no leading zero, no other digits.
NUMBER_PATTERN = r"^(0|[1-9][0-9]{0,8})$"
#: The most of :mod:`spelbok.model.urls` that a pattern can tell: a host with a dot, no account, no number.
URL_PATTERN = r"^https?://([^\s/?#@:.\[\]%]+\.)+[^\s/?#@:.\[\]%0-9][^\s/?#@:.\[\]%]*\.?(:[1-9][0-9]*)?([/?#]|$)"
#: An address with places in braces: to fill in a form, or to name a file.
FEEDBACK_PATTERN = r"^(https://|mailto:)[^\s\"'<>]+$"
CRITERION_PATTERN = r"^[1-4]\.[1-9]\.[1-9][0-9]?$"
#: The place of a text, the fingerprint of its source and, in records since 0.1, that of its translation.
RECORD_PATTERN = r"^[a-z0-9_.*-]+ [0-9a-f]{8}( [0-9a-f]{8})?$"

#: An example of each pattern, for whoever did not match it.
PATTERN_EXAMPLES = {
    NAME_PATTERN: "group_size",
    LANGUAGE_PATTERN: "sv",
    VERSION_PATTERN: "1.0",
    FEEDBACK_PATTERN: "https://example.org/new?page={page}",
    CRITERION_PATTERN: "1.4.3",
    RECORD_PATTERN: "steps.open.title 0a1b2c3d",
}

#: Words that are addresses already, or that some file system reserves.
RESERVED = frozenset(
    "404 assets aux con data embed en feeds id index nul packages prn search sitemap sv".split()  # noqa: SIM905
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)


_BREAKS = re.compile(r"[\n\r\x85\u2028\u2029]")


class Model(BaseModel):
    """The base of everything in a file: frozen, and no field unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def described(sv: str, en: str, *, later: bool = False, **options: Any) -> Any:  # noqa: ANN401 - as pydantic's own Field
    """Return a pydantic field with its help text in both languages.

    The help texts become the descriptions in the JSON Schema and the
    reference of fields in the contributor guide. ``later`` marks a field that
    nobody fills in for a new entry.
    """
    extra: dict[str, Any] = {"x-help": {"sv": sv, "en": en}} | ({"x-later": True} if later else {})
    return Field(description=f"{sv}\n\n{en}", json_schema_extra=extra, **options)


# --- Plain values ------------------------------------------------------------


def _written(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise PydanticCustomError("empty-text", "empty")
    return value.rstrip() if isinstance(value, str) else value


def _line(value: object) -> object:
    """Return a text of one line; a block's last line break belongs to the file, not to the text."""
    value = _written(value)
    if isinstance(value, str) and _BREAKS.search(value):
        raise PydanticCustomError("line-break", "several lines")
    return value


def is_id(value: str) -> bool:
    """Return whether a text can be an id or a slug."""
    return MIN_ID <= len(value) <= MAX_ID and re.fullmatch(ID_PATTERN, value) is not None and value not in RESERVED


def _id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("invalid-id", "not an id", {"value": value})
    return value


def _date(value: object) -> dt.date:
    try:
        if isinstance(value, str) and re.fullmatch(DATE_PATTERN, value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("invalid-date", "not a date", {"value": str(value)})


def _duration(value: object) -> Duration:
    try:
        return Duration.parse(str(value))
    except ValueError:
        raise PydanticCustomError("invalid-duration", "not a duration", {"value": str(value)}) from None


def _whole(value: object) -> object:
    if not re.fullmatch(NUMBER_PATTERN, str(value)):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _url(value: str) -> str:
    if fault := web_fault(value):
        advice = {"advice_sv": fault.sv, "advice_en": fault.en}
        raise PydanticCustomError("invalid-url", "not an address", {"value": value, **advice})
    return value


def _form_url(value: str) -> str:
    """Check the host of an address with places to fill in; mail addresses have their pattern."""
    if value.startswith("https:"):
        _url(re.sub(r"\{\w*\}", "x", value))
    return value


def _flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise PydanticCustomError("invalid-flag", "not a flag", {"value": str(value)})
    return value == "true"


def _formed(pattern: str) -> WithJsonSchema:
    """Return the JSON Schema of a text with a pattern, which pydantic loses behind a validator of ours."""
    example = PATTERN_EXAMPLES[pattern]
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": [example], "x-code": "invalid-form"})


#: Text of one line with at least one visible character, in no language or in a named one.
Written = Annotated[str, BeforeValidator(_line)]
Id = Annotated[
    str,
    BeforeValidator(lambda value: _id(str(_written(value)))),
    WithJsonSchema(
        {"type": "string", "pattern": ID_PATTERN, "minLength": MIN_ID, "maxLength": MAX_ID, "x-code": "invalid-id"}
    ),
]
Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DATE_PATTERN, "x-code": "invalid-date"}),
]
Time = Annotated[
    Duration,
    BeforeValidator(_duration),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^P(\d+[YMWD])*(T(\d+[HM])+)?$",
            "examples": ["PT45M", "P2W"],
            "x-code": "invalid-duration",
        }
    ),
]
Url = Annotated[
    str,
    BeforeValidator(lambda value: _url(str(_written(value)))),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": URL_PATTERN, "x-code": "invalid-url"}),
]
FormUrl = Annotated[Written, Field(pattern=FEEDBACK_PATTERN), AfterValidator(_form_url), _formed(FEEDBACK_PATTERN)]
LanguageCode = Annotated[Written, Field(pattern=LANGUAGE_PATTERN), _formed(LANGUAGE_PATTERN)]
Version = Annotated[Written, Field(pattern=VERSION_PATTERN), _formed(VERSION_PATTERN)]
#: Reads a whole number as people write one. Stands after the bounds: pydantic's JSON Schema loses those behind it.
WHOLE = BeforeValidator(_whole)

# --- Lists -------------------------------------------------------------------

T = TypeVar("T")
#: A list of an entry's parts, of words, and of everything that a file holds. None is longer than a page can show.
Items = Annotated[tuple[T, ...], Field(max_length=FEW)]
Words = Annotated[tuple[T, ...], Field(max_length=MANY)]
Many = Annotated[tuple[T, ...], Field(max_length=MOST)]

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]


# --- Text in two languages ---------------------------------------------------


class Text(Model):
    """A text in Swedish and English, side by side.

    One of the two may be missing: the page then shows the other, marked.
    """

    sv: Annotated[str | None, BeforeValidator(_written)] = Field(None, json_schema_extra={"type": "string"})
    en: Annotated[str | None, BeforeValidator(_written)] = Field(None, json_schema_extra={"type": "string"})

    def __getitem__(self, locale: Locale) -> str | None:
        return self.sv if locale == "sv" else self.en

    def shown(self, locale: Locale) -> tuple[str, Locale]:
        """Return the text to show to a reader of ``locale``, and its language."""
        text = self[locale]
        if text is not None:
            return text, locale
        return self[other(locale)] or "", other(locale)


class Title(Text):
    """A heading: one line of plain text, at most 80 characters."""

    sv: Annotated[str | None, BeforeValidator(_line)] = Field(None, max_length=80)
    en: Annotated[str | None, BeforeValidator(_line)] = Field(None, max_length=80)


class Summary(Text):
    """One or two sentences of plain text on one line, at most 240 characters."""

    sv: Annotated[str | None, BeforeValidator(_line)] = Field(None, max_length=240)
    en: Annotated[str | None, BeforeValidator(_line)] = Field(None, max_length=240)


class Line(Text):
    """A sentence or a few, with emphasis and links (inline CommonMark)."""


class Prose(Text):
    """Paragraphs and lists (CommonMark without headings, images and HTML)."""


class Slugs(Model):
    """The last part of the page's address in each language."""

    sv: Id
    en: Id

    def __getitem__(self, locale: Locale) -> str:
        return self.sv if locale == "sv" else self.en


class FormerSlugs(Model):
    """What was the last part of the page's address before, in each language; the oldest first."""

    sv: Words[Id] = ()
    en: Words[Id] = ()

    def __getitem__(self, locale: Locale) -> tuple[str, ...]:
        return self.sv if locale == "sv" else self.en


class Part(Model):
    """A part of an entry that links lead to: its id makes an anchor, the same in both languages."""

    #: What stands before the id in the anchor, such as ``step-``.
    anchor: ClassVar[str]

    id: Id = described("Delens id.", "The part's id.")
    former_ids: Words[Id] = described(
        "Id:n som delen har haft, eller som delar hade vars innehåll finns här nu. Länkar till dem leder hit.",
        "Ids that the part has had, or of parts whose content stands here now. Links to them lead here.",
        later=True,
        default=(),
    )

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors that lead to the part, today's first."""
        return tuple(f"{self.anchor}{name}" for name in (self.id, *self.former_ids))


# --- Pointers ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ref:
    """Points to another entry: its kind and id."""

    kind: str
    id: str

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Choice:
    """Points to a term of a vocabulary in ``vocabulary.yml``."""

    vocabulary: str
    id: str

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class To:
    """Annotation of a :class:`Ref` field: the kind that it points to; empty for any."""

    kind: str

    def _read(self, value: object) -> Ref:
        return Ref(self.kind, _id(str(_written(value))))

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, object]:
        return {"type": "string", "pattern": ID_PATTERN, "x-ref": self.kind, "x-code": "invalid-id"}


@dataclass(frozen=True, slots=True)
class Of:
    """Annotation of a :class:`Choice` field: the vocabulary that it takes from."""

    vocabulary: str

    def _read(self, value: object) -> Choice:
        return Choice(self.vocabulary, str(_written(value)))

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, object]:
        return {"type": "string", "x-vocabulary": self.vocabulary}


PrincipleRef = Annotated[Ref, To("principle")]
PracticeRef = Annotated[Ref, To("practice")]
EntryRef = Annotated[Ref, To("")]
ModuleRef = Annotated[Ref, To("module")]
MeasureRef = Annotated[Ref, To("measure")]
Role = Annotated[Choice, Of("roles")]
