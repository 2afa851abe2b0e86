# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts with their places, and what checks of language find in them."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from spelbok.diagnostics import Span, codes
from spelbok.diagnostics.codes import Code
from spelbok.language.spelling import Speller, speller
from spelbok.language.wording import Matcher
from spelbok.language.words import Passage, Sentence, Word, read
from spelbok.locales import LOCALES, Locale, other
from spelbok.model.values import Text
from spelbok.playbook import Playbook
from spelbok.source.document import Document, Path


@dataclass(frozen=True)
class Placed:
    """A text in one language with its place. ``kind`` is its type in the model."""

    document: Document
    path: Path
    locale: Locale
    text: str
    kind: type[Text]

    @cached_property
    def passage(self) -> Passage:
        """The text's words and sentences."""
        return read(self.text)

    def words(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the words of one of its sentences with their places."""
        return self.passage.words(sentence)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: a stretch of a text, or of a whole value or file where ``end`` is 0."""

    code: Code
    document: Document
    path: Path
    start: int = 0
    end: int = 0
    params: dict[str, str] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Where it stands in its file."""
        return self.document.place(self.path, self.start, self.end) if self.end else self.document.span(self.path)


#: The texts of one file, in the order of its fields.
Texts = tuple[Placed, ...]


@dataclass(frozen=True)
class Rules:
    """What a playbook's texts are measured by."""

    playbook: Playbook

    @cached_property
    def entries(self) -> frozenset[str]:
        """The files that hold entries."""
        return frozenset(item.document.file for item in self.playbook.loaded)

    @cached_property
    def digest(self) -> str:
        """What stands for all rules that are the playbook's own."""
        listed = {locale: self._listed(locale) for locale in LOCALES}
        told = json.dumps([listed, self.playbook.wording.model_dump(mode="json")])
        return hashlib.sha256(told.encode()).hexdigest()

    @cached_property
    def spellers(self) -> dict[Locale, Speller]:
        """Who knows the words of each language, with those that the playbook lists."""
        return {locale: speller(locale, self._listed(locale)) for locale in LOCALES}

    @cached_property
    def wording(self) -> dict[Code, dict[Locale, Matcher]]:
        """What finds the words that are not to be used."""
        rules = {codes.WRONG_TERM: self.playbook.wording.terms, codes.OFFICIALESE: self.playbook.wording.officialese}
        return {code: {locale: Matcher(found[locale]) for locale in LOCALES} for code, found in rules.items()}

    def _listed(self, locale: Locale) -> tuple[str, ...]:
        """Return a language's own words, and the names that the other one lists."""
        listed = self.playbook.listed_words
        names = (word for word in listed.get(other(locale), ()) if word[0].isupper())
        return (*listed.get(locale, ()), *names)


@dataclass(frozen=True)
class File:
    """A file with the values inside it, of which some are texts."""

    document: Document
    values: Iterable[tuple[Path, object]]

    @cached_property
    def texts(self) -> Texts:
        """Its texts, in each language that they stand in."""
        return tuple(
            Placed(self.document, (*path, locale), locale, words, type(value))
            for path, value in self.values
            if isinstance(value, Text)
            for locale in LOCALES
            if (words := value[locale])
        )


def in_both(texts: Texts) -> Iterator[tuple[Placed, Placed]]:
    """Yield the texts that stand in both languages, the Swedish one first."""
    for first, second in pairwise(texts):
        if first.document is second.document and first.path[:-1] == second.path[:-1]:
            yield first, second
