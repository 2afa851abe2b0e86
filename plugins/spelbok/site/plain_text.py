# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text for formats that are not HTML: one line, a cell of a spreadsheet, XML 1.0."""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
#: What Excel, LibreOffice and Google Sheets take for the beginning of a formula, also in full width.
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
#: What XML 1.0 (fifth edition, section 2.2, Char) does not allow, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What Markdown takes for part of a link's text.
_LINK_TEXT = re.compile(r"[\\\[\]`<]")


def one_line(text: str) -> str:
    """Return ``text`` on one line: white space and line breaks of every kind become single spaces."""
    return _CONTROL.sub("", " ".join(text.split()))


def link_text(text: str) -> str:
    """Return ``text`` as the text of a link in Markdown, on one line."""
    return _LINK_TEXT.sub(r"\\\g<0>", one_line(text))


def spreadsheet_cell(text: str) -> str:
    """Return ``text`` as a cell that no spreadsheet program runs as a formula.

    A cell that would begin one gets an apostrophe in front (OWASP, "CSV Injection").
    """
    return f"'{text}" if _FORMULA.match(text) else text


def xml_text(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 does not allow."""
    return _NOT_XML.sub("", text)
