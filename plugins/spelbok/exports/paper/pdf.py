# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML in, a tagged PDF out (PDF/UA-1, ISO 14289-1), by WeasyPrint.

A document asks for nothing outside itself: fonts and pictures lie in it.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spelbok.exports.paper.tagged import Link, complete
from spelbok.locales import Phrase

if TYPE_CHECKING:  # WeasyPrint is imported when it is used: it needs Pango, which a machine may lack.
    import weasyprint

_NEEDED = Phrase(
    "Utan filer att ladda ner (PDF, e-bok, kort, bilder av länkar): biblioteket Pango saknas. Installera det och bygg "
    "igen. Debian och Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Fedora: dnf install "
    "pango. macOS: brew install pango. Windows: MSYS2, pacman -S mingw-w64-x86_64-pango.",
    "Without files to download (PDF, e-book, cards, pictures of links): the library Pango is missing. Install it and "
    "build again. Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Fedora: dnf "
    "install pango. macOS: brew install pango. Windows: MSYS2, pacman -S mingw-w64-x86_64-pango.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to print: its HTML, its styles and what is to be said of its links, by target."""

    html: str
    style: str
    links: dict[str, Link]

    @property
    def inputs(self) -> tuple[str, ...]:
        """All that the PDF depends on, for the cache."""
        return (self.html, self.style, repr(sorted(self.links.items())))


def missing() -> Phrase | None:
    """Return what to install if this machine cannot make PDFs, else nothing."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - the import is the question
    except OSError:
        return _NEEDED
    return None


def layout(sheet: Sheet) -> "weasyprint.Document":
    """Lay a document out on pages. Raises FatalURLFetchingError if it asks for anything outside itself."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - see above
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415

    class Within(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:
            if not url.startswith("data:"):
                raise FatalURLFetchingError(url)
            return super().fetch(url, headers)

    fonts = FontConfiguration()
    styles = [CSS(string=sheet.style, font_config=fonts, url_fetcher=Within())]
    return HTML(string=sheet.html, url_fetcher=Within()).render(stylesheets=styles, font_config=fonts)


@contextmanager
def followed(on_page: Callable[[int], None]) -> Iterator[None]:
    """Call ``on_page`` with the number of every page that is laid out meanwhile, as WeasyPrint logs it."""

    class Pages(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "Page %d" in str(record.msg) and isinstance(record.args, tuple):
                on_page(int(str(record.args[-1])))

    logger, handler = logging.getLogger("weasyprint.progress"), Pages()
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def printed(sheet: Sheet) -> bytes:
    """Return the PDF of a document."""
    return written(layout(sheet), sheet)


def written(document: "weasyprint.Document", sheet: Sheet) -> bytes:
    """Return the PDF of a document that is laid out."""
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", finisher=lambda _, made: complete(made, sheet.links)))
