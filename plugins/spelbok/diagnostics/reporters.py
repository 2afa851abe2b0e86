# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Print diagnostics: one result, several reporters."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping

from spelbok.diagnostics import Diagnostic
from spelbok.diagnostics.codes import FURTHER_MESSAGES
from spelbok.locales import Locale, Phrase

Texts = Mapping[str, str]
Reporter = Callable[[list[Diagnostic], Locale, Texts], str]

#: How many messages about one file are told: more than anyone reads.
MOST = 100
#: How much of a line is shown, in characters.
_WIDEST = 110
#: Categories of characters that a terminal or a log may act on, those that end a line among them.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_COMMAND = re.compile(r"(^\s*(?=::)|(?=##\[))(.)")
_SEVERITY = {"error": Phrase("fel", "error"), "warning": Phrase("varning", "warning")}


def human(diagnostics: list[Diagnostic], locale: Locale, texts: Texts) -> str:
    """Return each diagnostic with the line that it is about, and a caret.

    ``texts`` holds the content of files by name, as far as they could be read.
    """
    shown = limited(diagnostics)
    lines = {file: texts[file].split("\n") if texts.get(file) else [] for file in {item.file for item in shown}}
    blocks = [_block(item, locale, lines[item.file]) for item in shown]
    return "\n".join(f"{block}\n" for block in [*blocks, _count(diagnostics, locale)] if block)


def concise(diagnostics: list[Diagnostic], locale: Locale, _texts: Texts) -> str:
    """Return one line per diagnostic: ``file:line:column: severity[code] message``."""
    return "".join(f"{_head(item, locale)}\n" for item in limited(diagnostics))


def as_json(diagnostics: list[Diagnostic], locale: Locale, _texts: Texts) -> str:
    """Return a JSON list of ``{code, severity, file, line, column, message, hint}``."""
    rows = [
        {
            "code": item.code.name,
            "severity": item.severity,
            "file": item.file,
            "line": item.span.line,
            "column": item.span.column,
            "message": item.message(locale),
            "hint": item.hint(locale),
        }
        for item in limited(diagnostics)
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2).replace("##[", r"\u0023#[") + "\n"
    return "".join(json.dumps(sign)[1:-1] if sign != "\n" and _is_unseen(sign) else sign for sign in text)


def github(diagnostics: list[Diagnostic], locale: Locale, _texts: Texts) -> str:
    """Return workflow commands that GitHub shows as annotations on the lines."""
    return "".join(f"{_annotation(item, locale)}\n" for item in limited(diagnostics))


def limited(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return at most :data:`MOST` diagnostics about each file, errors before warnings, and how many more there are.

    Those of a file stay in their order; the last says where the first of the others is.
    """
    by_file: dict[str, list[Diagnostic]] = {}
    for item in diagnostics:
        by_file.setdefault(item.file, []).append(item)
    if all(len(items) <= MOST for items in by_file.values()):
        return diagnostics
    shown: list[Diagnostic] = []
    for items in by_file.values():
        first = sorted(range(len(items)), key=lambda number: (items[number].severity != "error", number))
        shown += [items[number] for number in sorted(first[:MOST])]
        if len(items) > MOST:
            left = items[min(first[MOST:])]
            shown.append(Diagnostic(FURTHER_MESSAGES, left.file, left.span, {"count": str(len(items) - MOST)}))
    return shown


REPORTERS: dict[str, Reporter] = {"human": human, "concise": concise, "json": as_json, "github": github}


def visible(text: str) -> str:
    """Return a line that is safe to print: no control characters, and nothing that GitHub takes for a command.

    What begins a command (``::`` at the start of a line, ``##[`` anywhere) is shown as an escape.
    """
    text = "".join(f"\\u{ord(character):04x}" if _is_unseen(character) else character for character in text)
    return _COMMAND.sub(lambda found: f"{found[1]}\\u{ord(found[2]):04x}", text)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN


def _head(item: Diagnostic, locale: Locale) -> str:
    place = f"{item.file}:{item.span.line}:{item.span.column}"
    return visible(f"{place}: {_SEVERITY[item.severity][locale]}[{item.code.name}] {item.message(locale)}")


def _block(item: Diagnostic, locale: Locale, lines: list[str]) -> str:
    hint = visible(item.hint(locale))
    if item.span.line > len(lines):
        return _head(item, locale) + (f"\n  {hint}" if hint else "")
    line = lines[item.span.line - 1].rstrip("\r")
    number = f"{item.span.line:>4} | "
    start = item.span.column - 1
    end = item.span.end_column - 1 if item.span.end_line == item.span.line else len(line)
    if len(line) > _WIDEST:  # Show the part of a long line that the diagnostic is about.
        cut = max(0, min(start - _WIDEST // 4, len(line) - _WIDEST))
        line, start, end = line[cut : cut + _WIDEST], start - cut, min(end - cut, _WIDEST)
    caret = " " * _width(line[:start]) + "^" * max(1, _width(line[start:end]))
    margin = " " * (len(number) - 2) + "| "
    return f"{_head(item, locale)}\n{number}{visible(line)}\n{margin}{caret} {hint}".rstrip()


def _width(text: str) -> int:
    """Return how many terminal columns the visible form of ``text`` takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in visible(text))


def _count(diagnostics: list[Diagnostic], locale: Locale) -> str:
    errors = sum(item.severity == "error" for item in diagnostics)
    warnings = len(diagnostics) - errors
    if locale == "sv":
        return f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}"
    return f"{errors} {'error' if errors == 1 else 'errors'}, {warnings} {'warning' if warnings == 1 else 'warnings'}"


def _annotation(item: Diagnostic, locale: Locale) -> str:
    def escape(text: str, extra: str = "") -> str:
        for character in "%\r\n" + extra:
            text = text.replace(character, f"%{ord(character):02X}")
        return text

    body = visible(" - ".join(filter(None, (item.message(locale), item.hint(locale)))))
    span = item.span
    places = f"line={span.line},col={span.column},endLine={span.end_line},endColumn={span.end_column}"
    return f"::{item.severity} file={escape(visible(item.file), ',:')},{places},title={item.code.name}::{escape(body)}"
