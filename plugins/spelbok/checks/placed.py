# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts with their places, and what checks of language find in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spelbok.checks.texts import all_texts
from spelbok.codes import Code
from spelbok.diagnostics import Span
from spelbok.document import Document, Path
from spelbok.language.words import Passage, Sentence, Word, read
from spelbok.locales import LOCALES, Locale
from spelbok.model.values import Text
from spelbok.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in one language with its place. ``kind`` is its type in the model."""

    document: Document
    path: Path
    locale: Locale
    text: str
    kind: type[Text]

    @property
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


def placed(playbook: Playbook) -> Iterator[Placed]:
    """Yield every text of the playbook in each language that it stands in."""
    for document, _, path, text in all_texts(playbook):
        for locale in LOCALES:
            if words := text[locale]:
                yield Placed(document, (*path, locale), locale, words, type(text))


def in_both(texts: tuple[Placed, ...]) -> Iterator[tuple[Placed, Placed]]:
    """Yield the texts that stand in both languages, the Swedish one first."""
    for first, second in pairwise(texts):
        if first.document is second.document and first.path[:-1] == second.path[:-1]:
            yield first, second
