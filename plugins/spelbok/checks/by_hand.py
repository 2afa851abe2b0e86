# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages written by hand: what entries are told of encoding and translation, said of Markdown files too."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spelbok import codes
from spelbok.checks.translation import MIN_SAME, other_language, unlike_parts
from spelbok.codes import Code
from spelbok.diagnostics import START, Diagnostic, Span
from spelbok.language import encoding, translation
from spelbok.language.words import read
from spelbok.locales import Locale

_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A page in Markdown. ``name`` is the same in both languages."""

    file: str
    name: str
    locale: Locale
    text: str

    @property
    def body(self) -> str:
        """The text after the front matter."""
        return _FRONT_MATTER.sub("", self.text)

    def about(self, code: Code, start: int, end: int, params: dict[str, str]) -> Diagnostic:
        """Return a diagnostic about a stretch of the text, of which the last line is left out if it is empty."""
        end = start + len(self.text[start:end].rstrip("\n"))
        (line, column), (end_line, end_column) = (self._position(offset) for offset in (start, end))
        return Diagnostic(code, self.file, Span(line, column, end_line, end_column), params)

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def check(pages: Iterable[Handwritten]) -> Iterator[Diagnostic]:
    """Report everything about the text of pages, and of the two versions of each."""
    versions: dict[str, dict[Locale, Handwritten]] = {}
    for page in pages:
        versions.setdefault(page.name, {})[page.locale] = page
        for one in _OF_A_PAGE:
            yield from one(page)
    for version in versions.values():
        if len(version) > 1:  # The check of the built site tells which pages have no counterpart.
            yield from _unlike(version["sv"], version["en"])


def _broken_letters(page: Handwritten) -> Iterator[Diagnostic]:
    for code, find in ((codes.DOUBLE_ENCODED, encoding.double_encoded), (codes.DECOMPOSED, encoding.decomposed)):
        for start, end, whole in find(page.text):
            yield page.about(code, start, end, {"found": page.text[start:end], "whole": whole})


def _unfinished(page: Handwritten) -> Iterator[Diagnostic]:
    for start, end in translation.unfinished(read(page.text).masked):  # Code may name such words.
        yield page.about(codes.UNFINISHED, start, end, {"found": page.text[start:end]})


def _wrong_language(page: Handwritten) -> Iterator[Diagnostic]:
    """Each paragraph is in the language of its folder; code and addresses are not read."""
    for block in _BLOCK.finditer(read(page.text).masked):
        if translation.in_other_language(read(block.group()), page.locale):
            yield page.about(codes.WRONG_LANGUAGE, block.start(), block.end(), other_language(page.locale))


def _unlike(swedish: Handwritten, english: Handwritten) -> Iterator[Diagnostic]:
    words = english.body.split()
    if len(words) >= MIN_SAME and words == swedish.body.split():
        yield Diagnostic(codes.SAME_TEXT, english.file, START)
    for params in unlike_parts(swedish.body, english.body):
        yield Diagnostic(codes.UNLIKE_STRUCTURE, english.file, START, params)


_OF_A_PAGE: tuple[Callable[[Handwritten], Iterator[Diagnostic]], ...] = (
    _broken_letters,
    _unfinished,
    _wrong_language,
)
