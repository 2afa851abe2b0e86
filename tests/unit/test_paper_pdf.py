# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The playbook as a PDF: tagged as PDF/UA-1 asks, complete, and the same each time."""

import re

import pytest
from pypdf.generic import DictionaryObject
from weasyprint.urls import FatalURLFetchingError

from spelbok.exports.paper import book, pdf, tagged
from spelbok.locales import LOCALES
from spelbok.storage.cache import Cache
from tests.paper import ADDRESS, bookmarks, children, edition, faults, file, fonts, notes, opened, tags

_HEADING = re.compile(r"/H([1-6])")


@pytest.fixture(scope="module", params=LOCALES)
def made(request):
    """The edition and its book in one language."""
    of = edition(request.param)
    return of, file(list(book.printed(of, Cache(None))), ".pdf")


@pytest.fixture
def document(made):
    return opened(made[1])


def test_a_validator_of_pdf_ua_finds_nothing(made):
    assert faults(made[1]) == []


def test_the_validator_finds_what_the_tags_would_lack_without_us(made, monkeypatch):
    monkeypatch.setattr(pdf, "complete", lambda *_: None)

    assert "PDFUA1-LI-KIDS-001" in faults(pdf.printed(book.sheet(made[0])))


def test_the_validator_finds_a_document_without_a_title(made):
    sheet = book.sheet(made[0])
    bare = pdf.Sheet(re.sub("<title>.*</title>", "", sheet.html), sheet.style, sheet.links)

    assert any("TITLE" in fault for fault in faults(pdf.printed(bare)))


def test_it_says_that_it_is_tagged_in_which_language_and_what_it_is_called(made, document):
    root, metadata = document.root_object, document.xmp_metadata
    assert [node.value for node in metadata.get_element("", "http://www.aiim.org/pdfua/ns/id/", "part")] == ["1"]
    assert metadata.dc_title == {"x-default": "Doors"}
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == made[0].locale
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert all(page["/Tabs"] == "/S" for page in document.pages)


def test_headings_skip_no_level(document):
    levels = [int(match[1]) for tag in structure(document) if (match := _HEADING.match(tag["/S"]))]
    steps = [after - before for before, after in zip([0, *levels], levels, strict=False)]

    assert levels
    assert max(steps) <= 1


def test_every_link_stands_in_a_tag_and_says_where_it_leads(document):
    held = [
        child["/Obj"].indirect_reference.idnum
        for tag in structure(document)
        if tag["/S"] == "/Link"
        for child in children(tag)
        if isinstance(child, DictionaryObject) and child.get("/Type") == "/OBJR"
    ]
    links = [note for note in notes(document) if note["/Subtype"] == "/Link"]

    assert links
    assert {note.indirect_reference.idnum for note in links} == set(held)
    inside = {note["/Contents"] for note in links if "/Dest" in note}
    assert not {words for words in inside if words in {note["/Dest"] for note in links if "/Dest" in note}}


def test_every_entry_and_the_glossary_are_in_it_with_a_bookmark(made, document):
    assert bookmarks(document) == [page.title for page in made[0].pages]
    assert "glossary" in document.named_destinations


def test_every_link_within_the_document_leads_somewhere(document):
    wanted = {note["/Dest"] for note in notes(document) if "/Dest" in note}

    assert wanted
    assert wanted <= set(document.named_destinations)


def test_entries_name_their_permanent_address(document):
    targets = {note["/A"]["/URI"] for note in notes(document) if "/A" in note}

    assert f"{ADDRESS}id/open-door/" in targets


def test_its_letters_lie_within_and_come_from_the_repository(document):
    found = fonts(document)

    assert found
    assert all(found.values())
    assert all(name.startswith("Atkinson-Hyperlegible-Next") for name in found)


def test_running_headers_are_no_part_of_the_text(document):
    content = b"".join(page["/Contents"].get_data() for page in document.pages)

    assert len(re.findall(rb"/Artifact\s+<</Type /Pagination>>\s+BDC", content)) >= len(document.pages) - 2


def test_the_same_texts_give_the_same_bytes(made):
    assert pdf.printed(book.sheet(made[0])) == made[1]


def test_a_document_may_ask_for_nothing_outside_itself():
    asking = pdf.Sheet('<html lang="en"><img alt="" src="https://elsewhere.example/a.png"></html>', "", {})

    with pytest.raises(FatalURLFetchingError):
        pdf.layout(asking)


def test_a_link_tells_the_language_of_its_text():
    html = '<html lang="sv"><title>T</title><p><a href="https://a.example/" lang="en">A text</a></p></html>'
    links = {"https://a.example/": tagged.Link("A text (a.example)", "en")}
    document = opened(pdf.printed(pdf.Sheet(html, "", links)))
    link = next(tag for tag in structure(document) if tag["/S"] == "/Link")
    assert link["/Lang"] == "en"
    assert next(notes(document))["/Contents"] == "A text (a.example)"


def test_header_cells_tell_whether_they_head_a_column_or_a_row():
    html = (
        '<html lang="en"><title>T</title><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr><th scope="row">C</th><td>D</td></tr></tbody></table></html>'
    )
    cells = [tag for tag in structure(opened(pdf.printed(pdf.Sheet(html, "", {})))) if tag["/S"] == "/TH"]
    assert [cell["/A"]["/Scope"] for cell in cells] == ["/Column", "/Column", "/Row"]


def structure(document):
    return tags(document.root_object["/StructTreeRoot"])
