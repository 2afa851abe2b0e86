# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file as values with their places: what the model validates, and where it stands."""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from spelbok.diagnostics import START, Diagnostic, Span
from spelbok.source.parser import Mapping, Node, Scalar, Sequence, parse
from spelbok.storage.cache import Cache

#: The way from the root of a file to a value: keys and list positions.
Path = tuple[str | int, ...]

#: What YAML text becomes before the model types it.
Value = str | None | list["Value"] | dict[str, "Value"]

#: White space that YAML may fold; any other counts as a character.
_BLANK = " \t\r\n"

#: In each style of scalar, the signs that together stand for one character.
_SIGNS = {
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|\r?\n|.)|.", re.DOTALL),
    "'": re.compile(r"''|.", re.DOTALL),
}
_ONE_SIGN = re.compile(".", re.DOTALL)
#: Escapes that stand for white space, or for nothing.
_BLANK_ESCAPES = frozenset({"\\n", "\\r", "\\t", "\\ ", "\\\t", "\\\n", "\\\r\n"})
_BLANK_CODES = re.compile(r"\\(?:x|u00|U000000)(?:09|0[aA]|0[dD]|20)")


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file that could be parsed. ``file`` is its path as users know it.

    The tree of its nodes takes ten times as much room as the text, and is
    asked for where something is wrong. So it is read from the text when it is
    needed, unless it is given.
    """

    file: str
    text: str
    tree: Mapping | None = None

    @classmethod
    def of(cls, file: str, text: str, values: Value) -> "Document":
        """Return a document whose content is known already."""
        document = cls(file, text)
        document.__dict__["_values"] = values
        return document

    @cached_property
    def root(self) -> Mapping:
        """The tree of nodes."""
        root = self.tree or parse(self.text.encode(), self.file)[0]
        assert root is not None, "it was parsed before"
        return root

    @cached_property
    def _values(self) -> Value:
        return _value(self.root)

    def values(self) -> Value:
        """Return the content as plain dicts, lists, texts and None (nothing written); it is not to be changed."""
        return self._values

    def node(self, path: Path) -> Node | None:
        """Return the node at ``path``, or None if nothing stands there."""
        node: Node | None = self.root
        for step in path:
            if isinstance(node, Mapping):
                node = next((value for key, value in node.pairs if key.value == step), None)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def span(self, path: Path) -> Span:
        """Return where the value at ``path`` stands, or its nearest parent that stands."""
        while path:
            if node := self.node(path):
                if isinstance(node, Scalar) and not node.is_empty:
                    return node.span
                return self.key_span(path)
            path = path[:-1]
        return self.first_key_span(())

    def place(self, path: Path, start: int, end: int) -> Span:
        """Return where a stretch of the text at ``path`` stands in the file.

        ``start`` and ``end`` are offsets in the scalar's text. Folding lines
        and cutting indentation touch nothing but white space, so a character
        is found again by how many visible ones stand before it.
        """
        node = self.node(path)
        if not isinstance(node, Scalar):
            return self.span(path)
        visible, marks = _measured(self.text, node)
        found = marks[bisect_left(visible, start) : bisect_left(visible, end)]
        if not found:
            return node.span
        (line, column), (end_line, end_column) = (position(self.text, offset) for offset in (found[0][0], found[-1][1]))
        return Span(line, column, end_line, end_column)

    def offset(self, line: int, column: int) -> int:
        """Return how many characters stand before a place of the text."""
        return _offset(self.text, line, column)

    def key_span(self, path: Path) -> Span:
        """Return where the last step of ``path`` is named: its key, or its list item."""
        parent = self.node(path[:-1])
        if isinstance(parent, Mapping):
            for key, _ in parent.pairs:
                if key.value == path[-1]:
                    return key.span
        node = self.node(path)
        return self.first_key_span(path) if isinstance(node, Mapping) else node.span if node else self.span(path[:-1])

    def first_key_span(self, path: Path) -> Span:
        """Return the first key of the mapping at ``path``: the place to name for what it lacks."""
        node = self.node(path)
        if isinstance(node, Mapping):
            return node.pairs[0][0].span if node.pairs else node.span
        return START


def read(data: bytes, file: str, cache: Cache) -> tuple[Document | None, list[Diagnostic]]:
    """Return a file as a document, or None, and what is wrong with it. The content of a clean one is kept."""

    def content() -> bytes:
        root, found = parse(data, file)
        return b"" if root is None or found else json.dumps(_value(root), ensure_ascii=False).encode()

    def values(kept: bytes) -> dict[str, Value] | None:
        found = json.loads(kept) if kept else None
        if found is None or isinstance(found, dict):
            return found
        raise TypeError("a document is a mapping")

    if (known := cache.read(content, values, "content", data)) is not None:
        return Document.of(file, data.decode("utf-8-sig"), known), []
    root, found = parse(data, file)
    return (Document(file, data.decode("utf-8-sig"), root) if root is not None else None), found


def _value(node: Node) -> Value:
    if isinstance(node, Scalar):
        return None if node.is_empty or node.is_null else node.value
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return {key.value: _value(value) for key, value in node.pairs}


@lru_cache(maxsize=16)
def _measured(text: str, scalar: Scalar) -> tuple[list[int], list[tuple[int, int]]]:
    """Return where the visible characters of a scalar stand in its value, and where in the text of its file.

    A check may find something at each word of a long text: both are measured once.
    """
    visible = [place for place, character in enumerate(scalar.value) if character not in _BLANK]
    return visible, list(_marks(text, scalar))


def _marks(text: str, scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Yield where each visible character of a scalar stands in the text: its offsets from and to."""
    start = _offset(text, scalar.span.line, scalar.span.column)
    end = _offset(text, scalar.span.end_line, scalar.span.end_column)
    if scalar.style in _SIGNS:
        start, end = start + 1, end - 1
    elif scalar.style:  # A block: its text begins on the line after the sign.
        start = text.index("\n", start) + 1
    for sign in _SIGNS.get(scalar.style, _ONE_SIGN).finditer(text, start, end):
        written = sign.group()
        if written not in _BLANK and written not in _BLANK_ESCAPES and not _BLANK_CODES.fullmatch(written):
            yield sign.span()


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer("\n", text)))


def _offset(text: str, line: int, column: int) -> int:
    starts = _line_starts(text)
    return starts[line - 1] + column - 1 if line <= len(starts) else len(text)


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of a place of a text, both from 1; its lines are counted once."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
