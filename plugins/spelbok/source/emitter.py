# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write values as YAML: the inverse of :mod:`spelbok.source.parser`.

Nothing here decides by rules of its own whether a word needs quotes. A text is
written in each way that fits, the plainest first, and the strict reader tells
which of them reads back as meant.
"""

import json
from collections.abc import Iterator

from spelbok.source.document import Document, Value
from spelbok.source.parser import parse

#: Lines are kept below this many columns where a text allows it.
WIDTH = 120
#: How much deeper a value stands than its key.
STEP = 2


def reads_back(text: str, value: Value) -> bool:
    """Whether ``text`` is a file that the strict reader accepts and that holds ``value``."""
    try:
        root, found = parse(text.encode(), "")
    except UnicodeEncodeError:  # Half a character: no file can hold it.
        return False
    return root is not None and not found and Document("", text, root).values() == value


def ways(text: str, column: int, *, flow: bool = False) -> Iterator[str]:
    """Yield ways of writing a text, the plainest first; not each of them reads back.

    ``column`` is where the lines of a block stand, counted from 0. Between
    brackets or braces (``flow``) there are no blocks.
    """
    if "\n" in text:
        if not flow:
            yield literal(text, column)
    else:
        yield text
        if not set(text) & set('"\\'):
            yield quoted(text)
        yield "'" + text.replace("'", "''") + "'"
        if not flow:
            yield folded((text,), column)
    yield quoted(text)


def quoted(text: str) -> str:
    """Return a text between double quotes, with the escapes that JSON and YAML share."""
    return json.dumps(text, ensure_ascii=False)


def literal(text: str, column: int) -> str:
    """Return a text as a block of the lines that it has (``|``), at ``column``."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    return f"|{'-+'[ends > 1] if ends != 1 else ''}\n" + _margin(body + "\n" * (ends - 1), column)


def folded(lines: tuple[str, ...], column: int) -> str:
    """Return a text without line breaks as a block of several lines (``>-``), at ``column``."""
    return ">-\n" + _margin("\n".join(lines), column)


def scalar(text: str, column: int = STEP, *, flow: bool = False) -> str:
    """Return the plainest way of writing a text that reads back as meant.

    Raises ValueError for a text with characters that the reader refuses.
    """
    for way in ways(text, column, flow=flow):
        if reads_back(f"k: [{way}, x]\n" if flow else f"k: {way}\n", {"k": [text, "x"] if flow else text}):
            return way
    raise ValueError("a text that no file can hold")


def name(text: str) -> str:
    """Return a key as it is written."""
    plain = reads_back(f"{text}: x\n", {text: "x"}) and reads_back(f"k: {{{text}: x}}\n", {"k": {text: "x"}})
    return text if plain else quoted(text)


def in_flow(value: Value) -> str:
    """Return a value on one line: ``{sv: x, en: y}``, ``[a, b]``."""
    if value is None:
        return '""'
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list):
        return f"[{', '.join(map(in_flow, value))}]"
    return "{" + ", ".join(f"{name(key)}: {in_flow(item)}" for key, item in value.items()) + "}"


def after_key(value: Value, column: int) -> str:
    """Return what follows the colon of a key at ``column``: a word after a space, or lines of their own."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f" {scalar(value, column + STEP)}"
    if _is_row(value, column):
        return f" {in_flow(value)}"
    return "\n" + " " * (column + STEP) + block(value, column + STEP)


def after_dash(value: Value, column: int) -> str:
    """Return what follows the dash of a list item at ``column``."""
    if isinstance(value, dict | list) and not _is_row(value, column):
        return " " + block(value, column + STEP)
    return after_key(value, column)


def block(value: list[Value] | dict[str, Value], column: int) -> str:
    """Return a list or mapping, not empty, on lines at ``column``; the first line has no margin."""
    margin = "\n" + " " * column
    if isinstance(value, dict):
        return margin.join(f"{name(key)}:{after_key(item, column)}" for key, item in value.items())
    return margin.join(f"-{after_dash(item, column)}" for item in value)


def _is_row(value: list[Value] | dict[str, Value], column: int) -> bool:
    """Whether a value goes on its key's line: it is empty, or a list or mapping of few words."""
    parts = list(value.values()) if isinstance(value, dict) else value
    words = [word for part in parts for word in (part if isinstance(part, list) and value is not parts else [part])]
    is_plain = all(isinstance(word, str) and word and not set(word) & set(" \n\t") for word in words)
    return not value or (is_plain and column + len(in_flow(value)) < WIDTH * 3 // 4)


def _margin(text: str, column: int) -> str:
    return "\n".join(" " * column + line if line else "" for line in text.split("\n"))
