# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole playbook as an e-book (EPUB 3.3, with the metadata of EPUB Accessibility 1.1).

One file for each chapter, the list of contents, and a picture for the shelf.
The same texts give the same bytes: times in the package are the texts' own.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from spelbok.exports import File
from spelbok.exports.paper import pictures
from spelbok.exports.paper.book import FILES, Book, Part, book
from spelbok.exports.paper.edition import Edition
from spelbok.site.downloads import DOWNLOADS
from spelbok.site.plain_text import xml_text
from spelbok.site.routes import Page
from spelbok.storage.cache import Cache

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
#: No file system is older; every file of the package has this time.
_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the e-book as its template sees it: its name, title and language, the part that it opens, its HTML."""

    name: str
    title: str
    language: str
    part: Part | None
    html: str
    permanent: str
    shown: str


@dataclass(frozen=True, slots=True)
class Package:
    """The e-book as its templates see it. ``identifier`` is its public address."""

    identifier: str
    book: Book
    documents: tuple[Document, ...]


def printed(edition: Edition, cache: Cache) -> Iterator[File]:
    """Yield the whole playbook as an e-book."""
    url = DOWNLOADS["epub"].url(edition.locale)
    texts = files(edition, edition.masthead.address + url)
    cover = pictures.cover(edition)
    inputs = (part for item in texts.items() for part in item)
    content = cache.get(lambda: packed({**texts, "book/cover.png": pictures.png(cover)}), *inputs, repr(cover))
    yield File(url, content)


def files(edition: Edition, identifier: str) -> dict[str, bytes]:
    """Return every text of the e-book by its name in the package."""
    whole = book(edition, FILES)
    package = Package(identifier, whole, tuple(_documents(whole, edition)))
    page = Page("paper/epub", edition.locale, "", (), whole.title, whole.description, None, "")

    def drawn(template: str, subject: object) -> bytes:
        return xml_text(edition.renderer.draw(f"paper/epub/{template}", page, subject)).lstrip().encode()

    texts = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "book/package.opf": drawn("package.opf", package),
        "book/contents.xhtml": drawn("contents.xhtml", package),
        "book/title.xhtml": drawn("title.xhtml", package),
        "book/style.css": drawn("style.css", package),
    }
    return texts | {f"book/{item.name}.xhtml": drawn("document.xhtml", item) for item in package.documents}


def _documents(whole: Book, edition: Edition) -> Iterator[Document]:
    for part in whole.parts:
        if not part.is_one_chapter:
            yield Document(f"part-{part.name}", part.title, edition.locale, part, "", "", "")
        for item in part.chapters:
            permanent = "" if part.is_one_chapter else item.permanent
            yield Document(item.name, item.title, item.language, None, item.html, permanent, item.shown)


def packed(texts: dict[str, bytes]) -> bytes:
    """Return files as an EPUB: a ZIP whose first member says what it is, uncompressed (EPUB 3.3, 4.2)."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        members = {"mimetype": b"application/epub+zip", **texts}
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system = 3  # As on Unix, wherever it is made.
            info.external_attr = 0o644 << 16
            package.writestr(info, content)
    return written.getvalue()
