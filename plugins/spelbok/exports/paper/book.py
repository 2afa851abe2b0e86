# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole playbook as one document: its parts and chapters, and the PDF that they become."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelbok.exports import File
from spelbok.exports.paper import pdf
from spelbok.exports.paper.chapters import Locate, Place, anchor, as_html, as_xml, chapter, links, web_address
from spelbok.exports.paper.edition import Edition
from spelbok.exports.paper.tagged import Link
from spelbok.site.downloads import DOWNLOADS
from spelbok.site.routes import Page, named_url
from spelbok.storage.cache import Cache

GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Chapter:
    """An entry in the document. ``permanent`` is its public address, ``shown`` as people write it."""

    name: str
    title: str
    language: str
    html: Markup
    permanent: str
    shown: str
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of a kind, or the glossary, which is one chapter without a title of its own."""

    name: str
    title: str
    intro: str
    chapters: tuple[Chapter, ...]

    @property
    def is_one_chapter(self) -> bool:
        """Whether the part and its only chapter are one."""
        return len(self.chapters) == 1 and self.chapters[0].name == self.name


@dataclass(frozen=True, slots=True)
class Book:
    """A document as its template sees it."""

    title: str
    description: str
    licence: str
    address: str
    shown: str
    date: dt.date
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How a document is put together: where its chapters' titles stand, and how links and HTML are written."""

    level: int
    glossary_level: int
    locate: Locate
    tell_addresses: bool
    xml: bool


#: A book of pages: all in one document.
PRINTED = Form(
    level=2, glossary_level=1, locate=lambda name, part: f"#{anchor(name, part)}", tell_addresses=True, xml=False
)
#: A book of files: one for each chapter.
FILES = Form(
    level=1,
    glossary_level=1,
    locate=lambda name, part: f"{name}.xhtml#{anchor(name, part)}" if part else f"{name}.xhtml",
    tell_addresses=False,
    xml=True,
)


def book(edition: Edition, form: Form) -> Book:
    """Put the book of an edition together."""
    return Book(
        title=edition.masthead.name,
        description=edition.masthead.description,
        licence=edition.masthead.licence,
        address=edition.masthead.address,
        shown=web_address(edition.masthead.address),
        date=edition.date,
        parts=tuple(part for part in _parts(edition, form) if part.chapters),
    )


def _parts(edition: Edition, form: Form) -> Iterator[Part]:
    glossary = _glossary_page(edition)
    names = {page.url: _name(page) for page in edition.pages} | {glossary.url: GLOSSARY}

    def chapter_of(page: Page, level: int) -> Chapter:
        name = names[page.url]
        place = Place(name, level, names, form.locate, edition.masthead.address, form.tell_addresses)
        element = chapter(edition.html(page), page, place)
        address = edition.masthead.address + page.url if name == GLOSSARY else edition.permanent(name)
        html = as_xml(element) if form.xml else as_html(element)
        language = page.title_language or edition.locale
        return Chapter(name, page.title, language, html, address, web_address(address), tuple(links(element)))

    indexes = {page.subject: page for page in edition.renderer.pages(edition.locale) if page.key.endswith("/index")}
    for kind in edition.playbook.kinds:
        index = indexes[kind]
        chapters = (chapter_of(page, form.level) for page in edition.pages if isinstance(page.subject, kind))
        yield Part(kind.folder, index.title, index.description, tuple(chapters))
    yield Part(GLOSSARY, glossary.title, "", (chapter_of(glossary, form.glossary_level),))


def _glossary_page(edition: Edition) -> Page:
    url = named_url(edition.playbook, GLOSSARY, edition.locale)
    return next(page for page in edition.renderer.pages(edition.locale) if page.url == url)


def _name(page: Page) -> str:
    return page.key.rpartition("/")[2]


def printed(edition: Edition, cache: Cache) -> Iterator[File]:
    """Yield the whole playbook as a PDF."""
    made = sheet(edition)
    content = cache.get(lambda: pdf.printed(made), *made.inputs)
    yield File(DOWNLOADS["book"].url(edition.locale), content)


def sheet(edition: Edition) -> pdf.Sheet:
    """Return the document that is printed."""
    whole = book(edition, PRINTED)
    page = Page("paper/book", edition.locale, "", (), whole.title, whole.description, None, "")
    html = edition.renderer.draw("paper/book.html", page, whole)
    style = edition.style() + edition.renderer.draw("paper/book.css", page, whole)
    return pdf.Sheet(html, style, _words_of_links(whole))


def _words_of_links(whole: Book) -> dict[str, Link]:
    """Return what each link leads to: a chapter's title, or the text of a link to the web."""
    words: dict[str, Link] = {}
    for part in whole.parts:
        words[part.name] = Link(part.title)
        for item in part.chapters:
            for target, text, language in item.links:
                words.setdefault(target.removeprefix("#"), Link(text, language))
    for part in whole.parts:
        for item in part.chapters:
            words[item.name] = Link(item.title)
            words[item.permanent] = Link(f"{item.title}: {item.shown}")
    return words
