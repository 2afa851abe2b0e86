# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages written by hand: what entries are told of encoding and translation, said of Markdown files too."""

import re
from collections.abc import Callable, Iterator, Mapping

from spelbok.checks import page_limits
from spelbok.checks.translation import MIN_SAME, other_language, unlike_parts
from spelbok.diagnostics import START, Diagnostic, codes
from spelbok.language import encoding, translation
from spelbok.language.words import read
from spelbok.playbook.markdown_pages import Handwritten, Versions

_LINE = re.compile(r"[^\n]*+\n|[^\n]++")


def check(pages: Mapping[str, Versions]) -> Iterator[Diagnostic]:
    """Report everything about the text of pages, and of the two versions of each."""
    for versions in pages.values():
        for page in versions.values():
            for one in _OF_A_PAGE:
                yield from one(page)
        if len(versions) > 1:  # The check of the built site tells which pages have no counterpart.
            yield from _unlike(versions["sv"], versions["en"])


def _broken_letters(page: Handwritten) -> Iterator[Diagnostic]:
    for code, find in ((codes.DOUBLE_ENCODED, encoding.double_encoded), (codes.DECOMPOSED, encoding.decomposed)):
        for start, end, whole in find(page.text):
            yield page.about(code, start, end, {"found": page.text[start:end], "whole": whole})


def _unfinished(page: Handwritten) -> Iterator[Diagnostic]:
    for start, end in translation.unfinished(read(page.text).masked):  # Code may name such words.
        yield page.about(codes.UNFINISHED, start, end, {"found": page.text[start:end]})


def _wrong_language(page: Handwritten) -> Iterator[Diagnostic]:
    """Each paragraph is in the language of its folder; code and addresses are not read."""
    for start, end, block in _blocks(read(page.text).masked):
        if translation.in_other_language(read(block), page.locale):
            yield page.about(codes.WRONG_LANGUAGE, start, end, other_language(page.locale))


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches between empty lines: where each begins and ends, and what it says."""
    start = place = 0
    for line in _LINE.findall(text):
        if not line.strip():
            if place > start:
                yield start, place, text[start:place]
            start = place + len(line)
        place += len(line)
    if place > start:
        yield start, place, text[start:place]


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
    page_limits.too_much,
)
