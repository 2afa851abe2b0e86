# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find YAML comments that were meant as text: ``sv: Open door #1`` publishes "Open door".

A comment on a line of its own is one, and so is ``value  # remark``. Suspect is
a sign with no space behind it, one with a single space before it after running
text or after nothing, and one that cuts a value off in the middle of a link or a quote.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spelbok.diagnostics import Span

#: A file without this has no comment but those at the beginning of lines.
MAYBE_COMMENT = re.compile(r"[ \t]#")
_SIGN = re.compile(r"(?<![^ \t])#")
_PAIRS = ("()", "[]", "{}")
_EVEN = ("`", "**", '"')


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar of a file. ``style`` is its quote or block sign, empty for plain.

    A further line of a plain one begins at column ``margin`` or right of it.
    """

    text: str
    span: Span
    style: str
    margin: int


def swallowed(text: str, values: Iterable[Value]) -> Iterator[Span]:
    """Yield the comments of a YAML text that look like the end of a value, in order.

    ``values`` are its scalars in the order of the text, keys and empty ones too.
    """
    lines = text.split("\n")
    by_end: dict[int, list[Value]] = {}
    covered: dict[int, list[tuple[int, int]]] = {}
    for value in values:
        by_end.setdefault(value.span.end_line, []).append(value)
        for at, start, end in _stretches(value, lines):
            covered.setdefault(at, []).append((start, end))
    for number, line in enumerate(lines, start=1):
        column = _comment(line, covered.get(number, ()))
        if column is None:
            continue
        is_suspect = (
            _is_end_of_value(line, column, by_end.get(number, ()))
            if line[:column].strip()
            else _is_further_line(line, column, by_end.get(number - 1, ()))
        )
        if is_suspect:
            yield Span(number, column + 1, number, len(line.rstrip()) + 1)


def _stretches(value: Value, lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of lines that a scalar covers: line, and offsets from and to. Not a block's first line."""
    span = value.span
    for number in range(span.line + (value.style in ("|", ">")), min(span.end_line, len(lines)) + 1):
        start = span.column - 1 if number == span.line else 0
        yield number, start, span.end_column - 1 if number == span.end_line else len(lines[number - 1])


def _comment(line: str, covered: Sequence[tuple[int, int]]) -> int | None:
    """Return the offset of a line's comment. ``covered`` are the stretches of its scalars, in order."""
    for found in _SIGN.finditer(line):
        before = bisect_right(covered, (found.start(), len(line) + 1))
        if not before or covered[before - 1][1] <= found.start():
            return found.start()
    return None


def _is_tight(line: str, column: int) -> bool:
    """Whether a word follows the sign at once: ``#1``, ``#channel``."""
    return line[column + 1 : column + 2].strip() not in ("", "#")


def _is_end_of_value(line: str, column: int, values: Iterable[Value]) -> bool:
    if _is_tight(line, column):
        return True
    end = len(line[:column].rstrip())
    value = next((value for value in values if value.span.end_column - 1 == end), None)
    if value is None or value.style:
        return False
    return (line[end:column] == " " and (not value.text or " " in value.text)) or _is_cut(value.text)


def _is_further_line(line: str, column: int, values: Iterable[Value]) -> bool:
    """Whether a plain text on the line above would go on here."""
    ended = [value for value in values if value.text and not value.style]
    return _is_tight(line, column) and any(column + 1 >= value.margin for value in ended[-1:])


def _is_cut(text: str) -> bool:
    """Whether a text ends inside brackets, quotes, code or emphasis."""
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS) or any(
        text.count(sign) % 2 for sign in _EVEN
    )
