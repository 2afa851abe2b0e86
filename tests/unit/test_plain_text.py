# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text in formats that are not HTML: nothing of it is a line, a formula or a fault of its own."""

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelbok.checks.folder import check_folder
from spelbok.exports.security_txt import files as security_files
from spelbok.site.plain_text import link_text, one_line, spreadsheet_cell, xml_text

BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"


@given(st.text(st.sampled_from(f"ab {BREAKS}\x00\x7f")))
def test_one_line_is_one_line(text):
    line = one_line(text)

    assert len(f"{line}x".splitlines()) == 1
    assert line.isprintable()


@pytest.mark.parametrize("text", ["a](//evil.example) [b", "a\\", "`[`", "<b>"])
def test_the_text_of_a_link_ends_where_it_should(text):
    from spelbok.site import markdown  # noqa: PLC0415 - our own reader of Markdown

    assert markdown.links(f"[{link_text(text)}](https://right.example)") == ["https://right.example"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1"])
def test_a_cell_is_no_formula(text):
    assert spreadsheet_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "1", "Ett – två", "'=1"])
def test_other_cells_stay(text):
    assert spreadsheet_cell(text) == text


@given(st.text())
def test_xml_text_is_well_formed_and_loses_nothing_that_is_allowed(text):
    written = xml_text(text)
    escaped = written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")

    assert ET.fromstring(f"<a>{escaped}</a>".encode()).text in (written, written or None)  # noqa: S314
    assert len(text) - len(written) == sum(map(_is_refused, text))


def _is_refused(character):
    """Say by the parser whether XML allows a character."""
    try:
        ET.fromstring(f"<a>&#{ord(character)};</a>")  # noqa: S314 - ours
    except ET.ParseError:
        return True
    return False


def test_security_txt_holds_no_line_that_the_address_brings(small):
    playbook = check_folder(small).playbook
    contact = "https://x.example\r\nContact: https://evil.example"
    publisher = playbook.publisher.model_copy(update={"security": contact})
    object.__setattr__(playbook, "publisher", publisher)

    (file,) = security_files(playbook, "https://a.example/")
    lines = file.content.decode().splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Contact", "Expires", "Preferred-Languages", "Canonical"]


def test_a_table_of_entries_holds_no_formula(small):
    file = next((small / "practices").glob("*.yml"))
    text = file.read_text("utf-8")
    start = text.index("title:")
    block = text[start:].partition("\nsummary:")[0]
    file.write_text(text.replace(block, "title: {sv: '=HYPERLINK(1)', en: '@SUM(1)'}"), "utf-8")
    from spelbok.exports.data.catalogue import files  # noqa: PLC0415 - one test needs it

    tables = [item for item in files(check_folder(small).playbook, "https://a.example/") if item.url.endswith(".csv")]
    cells = [
        cell for table in tables for row in csv.reader(io.StringIO(table.content.decode("utf-8-sig"))) for cell in row
    ]
    assert {"'=HYPERLINK(1)", "'@SUM(1)"} <= {*cells}
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]
