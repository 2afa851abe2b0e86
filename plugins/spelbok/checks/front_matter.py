# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Front matter of pages in Markdown: what MkDocs will take for it, read by the strict reader of YAML."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from spelbok.diagnostics import Diagnostic, Span, codes
from spelbok.locales import Phrase
from spelbok.model.validate import suggestion
from spelbok.playbook.markdown_pages import FRONT_MATTER
from spelbok.source import parser

#: The fields that a page may have: the theme shows these and no other.
FIELDS = ("title", "description")

_FIRST = re.compile(r"\A\s*(\S[^\n]*)(?:\n([^\n]*))?")
_DASHES = re.compile(r"[-–—]{2,}\s*|\.\.\.\s*")
_FIELD = re.compile(r" {0,3}[A-Za-z0-9_-]+:(?: |$)")

_START = Phrase(
    "filens första rad ska vara exakt --- och raden efter fälten också",
    "the file's first line is to be exactly ---, and so is the line after the fields",
)
_QUOTE = Phrase('sätt texten inom "citattecken"', 'put the text in "quotes"')
_NOT_FIRST = Phrase("det börjar inte med raden ---", "it does not begin with the line ---")
_UNCLOSED = Phrase("raden --- efter fälten saknas", "the line --- after the fields is missing")
_EMPTY = Phrase("det har inga fält", "it has no fields")
_NO_FIELDS = Phrase("det består inte av fält med namn", "it does not consist of named fields")
_WRITE_FIELDS = Phrase(
    "skriv 'title: ...' och 'description: ...' på var sin rad",
    "write 'title: ...' and 'description: ...' on a line each",
)


def check(text: str, file: str) -> Iterator[Diagnostic]:
    r"""Report everything that is wrong with the front matter of a page.

    ``text`` has line breaks of one kind, ``\n``.
    """
    block = FRONT_MATTER.match(text)
    if block is None:
        yield from _without(text, file)
    elif not block[1].strip():
        yield _problem(file, Span(1, 1, 1, 4), _EMPTY, _WRITE_FIELDS)
    else:
        root, found = parser.parse(block[1].encode("utf-8", errors="replace"), file)
        yield from map(_moved, found)
        for key, value in root.pairs if root is not None else ():
            yield from _of_field(key, value, file)


def _without(text: str, file: str) -> Iterator[Diagnostic]:
    """Report a page that begins with what was meant as front matter."""
    first = _FIRST.match(text)
    if first is None:
        return
    line = text.count("\n", 0, first.start(1)) + 1
    span = Span(line, 1, line, len(first[1]) + 1)
    if _DASHES.fullmatch(first[1]) and _FIELD.match(first[2] or ""):
        yield _problem(file, span, _UNCLOSED if text.startswith("---\n") else _NOT_FIRST, _START)
    elif line == 1 and _FIELD.match(text):  # MkDocs takes such lines for fields, and shows none of them.
        yield _problem(file, span, _NOT_FIRST, _START)


def _of_field(key: parser.Scalar, value: parser.Node, file: str) -> Iterator[Diagnostic]:
    """Report a field that no page has, and a value that is no text."""
    if key.value not in FIELDS:
        params = {"field": key.value, **suggestion(key.value, list(FIELDS))}
        yield Diagnostic(codes.UNKNOWN_FIELD, file, _below(key.span), params)
    elif not isinstance(value, parser.Scalar) or not value.value.strip():
        params = {"field": key.value, "advice_sv": "", "advice_en": ""}
        yield Diagnostic(codes.EMPTY_TEXT, file, _below(key.span), params)
    elif not value.style and not _is_text(value.value):
        problem = Phrase(f"'{value.value}' är ingen text i YAML", f"'{value.value}' is no text in YAML")
        yield _problem(file, _below(value.span), problem, _QUOTE)


def _is_text(value: str) -> bool:
    """Whether YAML takes a plain value for text, and not for a number, a date or nothing."""
    try:
        return isinstance(yaml.safe_load(value), str)
    except (yaml.YAMLError, ValueError):
        return True


def _problem(file: str, span: Span, problem: Phrase, advice: Phrase) -> Diagnostic:
    params = {"problem_sv": problem.sv, "problem_en": problem.en, "advice_sv": advice.sv, "advice_en": advice.en}
    return Diagnostic(codes.FRONT_MATTER, file, span, params)


def _moved(item: Diagnostic) -> Diagnostic:
    """Return what was found between the lines of dashes with its line in the file."""
    if item.code is codes.NOT_A_MAPPING:
        return _problem(item.file, _below(item.span), _NO_FIELDS, _WRITE_FIELDS)
    params = item.params | ({"line": str(int(item.params["line"]) + 1)} if "line" in item.params else {})
    return replace(item, span=_below(item.span), params=params)


def _below(span: Span) -> Span:
    return span._replace(line=span.line + 1, end_line=span.end_line + 1)
