# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read YAML strictly: text in, a tree of nodes with positions out.

The accepted language is a small part of YAML 1.1: mappings, sequences and
scalars, in one document. Anchors, aliases, tags, merge keys and duplicate keys
are refused, and so are sizes and depths that no playbook needs, before
anything is composed: PyYAML's own composer recurses and can exhaust the stack.

Every scalar stays the text that was written (``no``, ``12:30``, ``1.10``);
the model alone decides what it means.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

import yaml

from spelbok.diagnostics import START, Diagnostic, Span, codes

#: The largest file, in bytes, and the deepest nesting that are read.
MAX_BYTES = 512 * 1024
MAX_DEPTH = 24
#: So many mistakes of one file are told, which is more than anyone reads.
MAX_FOUND = 100

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Categories of characters that control, hide or reorder text: zero-width, bidirectional, tags, private use.
_HIDING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
#: Letters and marks by their category, yet nothing is seen of them.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


class Scalar(NamedTuple):
    """A text value. ``style`` is the quote or block sign, empty for plain."""

    value: str
    span: Span
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: ``key:`` with no value after it."""
        return not self.value and not self.style


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span


Node = Scalar | Sequence | Mapping


class _Fault(Exception):  # noqa: N818 - it is not an error of the program
    """Ends the reading of one file; never leaves this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code.name)
        self.diagnostic = diagnostic


def parse(data: bytes, file: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """Parse the bytes of one YAML file.

    Returns the root mapping, or None where the file cannot be understood, and
    the diagnostics. Never raises for anything in ``data``.
    """
    try:
        text = _decode(data, file)
    except _Fault as fault:
        return None, [fault.diagnostic]
    if found := _forbidden_characters(text, file):
        return None, found
    reader = _Reader(file)
    try:
        root = reader.document(text)
    except _Fault as fault:
        return None, [*reader.diagnostics, fault.diagnostic]
    if not isinstance(root, Mapping):
        span = root.span if root else START
        reader.diagnostics.append(Diagnostic(codes.NOT_A_MAPPING, file, span))
        return None, reader.diagnostics
    return root, reader.diagnostics


def _decode(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        params = {"size": str(len(data) // 1024), "limit": str(MAX_BYTES // 1024)}
        raise _Fault(Diagnostic(codes.FILE_TOO_LARGE, file, START, params))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        span = Span(line, column, line, column + 1)
        raise _Fault(Diagnostic(codes.NOT_UTF8, file, span)) from None


def _forbidden_characters(text: str, file: str) -> list[Diagnostic]:
    """Find control characters and characters that hide or reorder text."""
    if text.isascii() and text.isprintable():
        return []
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        end = len(line) - line.endswith("\r")
        for index in _hiding(line[:end], allowed="\t"):
            span = Span(number, index + 1, number, index + 2)
            found.append(_forbidden(line[index], file, span))
        if len(found) >= MAX_FOUND:
            return found[:MAX_FOUND]
    return found


def _hiding(text: str, allowed: str) -> list[int]:
    """Return where a text has characters that cannot be seen."""
    if text.isprintable() and _BLANK.isdisjoint(text):  # Holds for every letter; false for all of the categories.
        return []
    return [
        index
        for index, character in enumerate(text)
        if character not in allowed and (unicodedata.category(character) in _HIDING or character in _BLANK)
    ]


def _forbidden(character: str, file: str, span: Span) -> Diagnostic:
    return Diagnostic(codes.FORBIDDEN_CHARACTER, file, span, {"character": f"U+{ord(character):04X}"})


class _Reader:
    """Builds nodes from parser events, with its own limit on depth."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []

    def document(self, text: str) -> Node | None:
        """Return the only document's root node, or None if it is empty."""
        root: Node | None = None
        documents = 0
        events = self._events(text)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fail(codes.SEVERAL_DOCUMENTS, _span(event))
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, depth=1)
        return root

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            # What is opened and never closed is at fault where it was opened.
            unclosed = "unexpected end" in (error.problem or "") or "expected ','" in (error.problem or "")
            marks = (error.context_mark, error.problem_mark) if unclosed else (error.problem_mark, error.context_mark)
            mark = marks[0] or marks[1]
            span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else START
            problem = " ".join(filter(None, (error.problem, error.context)))
            params = {"problem": problem, "advice_sv": "", "advice_en": ""}
            for sign, advice in codes.SYNTAX_ADVICE.items():
                if sign in problem:
                    params |= {"advice_sv": advice.sv, "advice_en": advice.en}
                    break
            raise _Fault(Diagnostic(codes.YAML_SYNTAX, self.file, span, params)) from None
        except (yaml.YAMLError, ValueError) as error:
            params = {"problem": str(error).split("\n", 1)[0], "advice_sv": "", "advice_en": ""}
            raise _Fault(Diagnostic(codes.YAML_SYNTAX, self.file, START, params)) from None

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse_features(event)
        if depth > MAX_DEPTH:
            self._fail(codes.TOO_DEEP, _span(event), limit=str(MAX_DEPTH))
        if isinstance(event, yaml.ScalarEvent):
            if event.style == '"':  # Here such characters can be written as escapes: "\\u202e".
                for index in _hiding(event.value, allowed="\t\n")[:1]:
                    self._note(_forbidden(event.value[index], self.file, _span(event)))
            return Scalar(event.value, _span(event), event.style or "")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _sequence(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), _span(start, event))
            items.append(self._node(event, events, depth + 1))
        raise AssertionError("the parser closes every sequence")

    def _mapping(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Span] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(tuple(pairs), _span(start, event))
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self._fail(codes.UNSUPPORTED_YAML, key.span, feature="? …")
            if key.value == "<<" and not key.style:
                self._fail(codes.UNSUPPORTED_YAML, key.span, feature="<<")
            name = unicodedata.normalize("NFC", key.value)
            if name in seen:
                params = {"key": key.value, "line": str(seen[name].line)}
                self._note(Diagnostic(codes.DUPLICATE_KEY, self.file, key.span, params))
                continue
            seen[name] = key.span
            pairs.append((key, value))
        raise AssertionError("the parser closes every mapping")

    def _refuse_features(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fail(codes.UNSUPPORTED_YAML, _span(event), feature=f"*{event.anchor}")
        if anchor := getattr(event, "anchor", None):
            self._fail(codes.UNSUPPORTED_YAML, _span(event), feature=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self._fail(codes.UNSUPPORTED_YAML, _span(event), feature=str(tag))

    def _note(self, diagnostic: Diagnostic) -> None:
        """Gather a mistake that lets reading go on; the last of too many ends it."""
        if len(self.diagnostics) >= MAX_FOUND - 1:
            raise _Fault(diagnostic)
        self.diagnostics.append(diagnostic)

    def _fail(self, code: codes.Code, span: Span, **params: str) -> NoReturn:
        raise _Fault(Diagnostic(code, self.file, span, params))


def _span(start: yaml.Event, end: yaml.Event | None = None) -> Span:
    first, last = start.start_mark, (end or start).end_mark
    assert first is not None, "every event has its marks"
    assert last is not None, "every event has its marks"
    return Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)
