# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages written by hand: what entries are told of text, links, markup and translation, said of Markdown files too."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from spelbok.checks import front_matter, page_limits, page_links, page_markup
from spelbok.checks.page_links import Targets
from spelbok.checks.page_markdown import UnreadableError, converter
from spelbok.checks.rendered_page import BOX_SIGN, RenderedPage
from spelbok.checks.translation import MIN_SAME, other_language, unlike_parts
from spelbok.diagnostics import START, Diagnostic, codes
from spelbok.language import encoding, translation
from spelbok.language.words import read
from spelbok.locales import LOCALES, Locale, other
from spelbok.playbook.markdown_pages import Handwritten, Versions

_LINE = re.compile(r"[^\n]*+\n|[^\n]++")


def check(pages: Mapping[str, Versions], targets: Targets) -> Iterator[Diagnostic]:
    """Report everything about the text of pages, their links, and the two versions of each."""
    for versions in pages.values():
        for page in filter(_is_read, versions.values()):
            yield from front_matter.check(page.text, page.file)
            for one in _OF_A_PAGE:
                yield from one(page)
        if len(versions) < len(LOCALES):
            yield from map(_alone, versions.values())
        elif all(map(_is_read, versions.values())):
            yield from _unlike(versions["sv"], versions["en"])
    yield from _rendered(pages, targets)


def _rendered(pages: Mapping[str, Versions], targets: Targets) -> Iterator[Diagnostic]:
    """Report what the pages' HTML shows."""
    rendered: dict[tuple[Locale, str], RenderedPage] = {}
    html = converter() if pages else str
    for name, versions in pages.items():
        for locale, page in versions.items():
            try:
                rendered[locale, name] = RenderedPage(page, html(page.body))
            except UnreadableError as error:
                yield Diagnostic(codes.UNREADABLE_PAGE, page.file, START, {"problem": str(error)})
    for shown in rendered.values():
        for look in _OF_RENDERED:
            yield from look(shown)
    yield from page_links.links(rendered, targets)


def _is_read(page: Handwritten) -> bool:
    """Whether a page's text is known: of a file that is no text, or too large, it is empty."""
    return bool(page.text)


def _alone(page: Handwritten) -> Diagnostic:
    """Report a page that only one language has."""
    missing = other(page.locale)
    folder = page.file.removesuffix(f"{page.locale}/{page.name}.md")
    params = {"file": PurePosixPath(folder, missing, f"{page.name}.md").as_posix(), **other_language(page.locale)}
    return Diagnostic(codes.MISSING_PAGE, page.file, START, params)


def _broken_letters(page: Handwritten) -> Iterator[Diagnostic]:
    for code, find in ((codes.DOUBLE_ENCODED, encoding.double_encoded), (codes.DECOMPOSED, encoding.decomposed)):
        for start, end, whole in find(page.text):
            yield page.about(code, start, end, {"found": page.text[start:end], "whole": whole})


def _unfinished(page: Handwritten) -> Iterator[Diagnostic]:
    text = BOX_SIGN.sub(lambda box: " " * len(box[0]), page.text)  # ??? opens a box.
    for start, end in translation.unfinished(read(text).masked):  # Code may name such words.
        yield page.about(codes.UNFINISHED, start, end, {"found": page.text[start:end]})


def _placeholders(page: Handwritten) -> Iterator[Diagnostic]:
    for start, end, block in _blocks(page.text):
        if translation.is_placeholder(block):
            yield page.about(codes.PLACEHOLDER_TEXT, start, end, {"field": page.name, "text": block.strip()})


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
    _placeholders,
    _wrong_language,
    page_limits.too_much,
)
_OF_RENDERED: tuple[Callable[[RenderedPage], Iterator[Diagnostic]], ...] = (
    page_markup.unsafe,
    page_markup.unrendered,
    page_markup.untitled_boxes,
    page_markup.hidden_characters,
)
