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

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

import yaml

from spelbok.diagnostics import START, Diagnostic, Span, codes
from spelbok.source.characters import forbidden
from spelbok.source.comments import MAYBE_COMMENT, Value, swallowed
from spelbok.source.yaml_problems import ODD_SPACES, explain

_NULL = frozenset({"~", "null", "Null", "NULL"})

#: The largest file, in bytes, and the deepest nesting that are read.
MAX_BYTES = 512 * 1024
MAX_DEPTH = 24
#: So many mistakes of one file are told, which is more than anyone reads.
MAX_FOUND = 100

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Inside double quotes YAML writes a character by its number or by a letter.
_LETTERS = dict(zip("0abevfrNLP", "\0\a\b\x1b\v\f\r\x85\u2028\u2029", strict=True))
_ESCAPE = re.compile(r"\\(?:x(.{2})|u(.{4})|U(.{8})|(.))", re.DOTALL)
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_ODD_INDENT = re.compile(rf"[ \t]*(?:- *)*([{ODD_SPACES}])")
_ODD_FIELD = re.compile(rf"(?:- +)?[a-z_]+:([{ODD_SPACES}])")
#: Mistakes that often keep the rest of a file from being read.
_CAUSES = frozenset({codes.COMMENT_SWALLOWS_TEXT, codes.ODD_SPACE})
#: So much of a text is repeated in a message.
_SHOWN = 40
#: What a merge in git leaves in a file that nobody has put in order.
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*$|^={7}$|^(?:<{7}|>{7}|\|{7})$", re.MULTILINE)
_CERTAIN_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


class Scalar(NamedTuple):
    """A text value. ``style`` is the quote or block sign, empty for plain."""

    value: str
    span: Span
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: ``key:`` with no value after it."""
        return not self.value and not self.style

    @property
    def is_null(self) -> bool:
        """Whether YAML's sign for nothing was written: some form editors write it for an emptied field."""
        return not self.style and self.value in _NULL


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
    if found := forbidden_characters(text, file) or conflict_markers(text, file) or _odd_indents(text, file):
        return None, found
    reader = _Reader(file, text)
    try:
        root = reader.document()
    except _Fault as fault:
        return None, [*reader.diagnostics, fault.diagnostic]
    if not isinstance(root, Mapping):
        span = root.span if root else START
        reader.diagnostics.append(Diagnostic(codes.NOT_A_MAPPING, file, span))
        return None, reader.diagnostics
    return root, reader.diagnostics


def decode(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """Return the text of a page in Markdown, and what keeps it from being read as it is meant.

    A file that is too large or in another encoding gives an empty text.
    """
    try:
        text = _decode(data, file)
    except _Fault as fault:
        return "", [fault.diagnostic]
    return text, forbidden_characters(text, file) or conflict_markers(text, file, is_yaml=False)


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


def forbidden_characters(text: str, file: str) -> list[Diagnostic]:
    """Report characters that control, hide or reorder text, at most as many as are told of a file."""
    if text.isascii() and text.isprintable():
        return []
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        for index in forbidden(line.removesuffix("\r")):
            span = Span(number, index + 1, number, index + 2)
            found.append(_forbidden(line[index], file, span))
        if len(found) >= MAX_FOUND:
            return found[:MAX_FOUND]
    return found


def conflict_markers(text: str, file: str, *, is_yaml: bool = True) -> list[Diagnostic]:
    """Report the lines that a merge in git leaves where two versions differ.

    Where ``is_yaml`` is false a row of equals signs alone is none: it
    underlines a heading in Markdown.
    """
    if not (is_yaml or _CERTAIN_CONFLICT.search(text)):
        return []
    lines = enumerate(text.split("\n"), start=1)
    marked = ((number, line.rstrip("\r")) for number, line in lines if line[:1] in "<>=|")
    return [
        Diagnostic(codes.CONFLICT_MARKER, file, Span(number, 1, number, 8), {"marker": line[:7]})
        for number, line in marked
        if _CONFLICT.match(line)
    ][:MAX_FOUND]


def _odd_indents(text: str, file: str) -> list[Diagnostic]:
    """Report white space that YAML takes for text, where it stands as indentation or behind a dash."""
    if text.isascii():
        return []
    return [
        _odd_space(file, found[1], Span(number, found.start(1) + 1, number, found.end(1) + 1))
        for number, line in enumerate(text.split("\n"), start=1)
        if (found := _ODD_INDENT.match(line))
    ][:MAX_FOUND]


def _odd_space(file: str, space: str, span: Span) -> Diagnostic:
    return Diagnostic(codes.ODD_SPACE, file, span, {"character": f"U+{ord(space):04X}"})


def _forbidden(character: str, file: str, span: Span) -> Diagnostic:
    return Diagnostic(codes.FORBIDDEN_CHARACTER, file, span, {"character": f"U+{ord(character):04X}"})


class _Reader:
    """Builds nodes from parser events, with its own limit on depth."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self.diagnostics: list[Diagnostic] = []
        #: The scalars so far, where a comment may have swallowed a part of one.
        self.values: list[Value] | None = [] if MAYBE_COMMENT.search(text) else None

    def document(self) -> Node | None:
        """Return the only document's root node, or None if it is empty."""
        root: Node | None = None
        documents = 0
        events = self._events()
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fail(codes.SEVERAL_DOCUMENTS, _span(event))
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, depth=1)
        for comment in self._swallowed():
            self._note(comment)
        return root

    def _events(self) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(self.text, Loader=_Loader)
        except (yaml.YAMLError, ValueError) as error:
            span, params = explain(error, self.text)
            known = [item for item in (*self.diagnostics, *self._swallowed()) if item.code in _CAUSES]
            causes = [item for item in known if span.line - 1 <= item.span.line <= _last_line(error)]
            self.diagnostics = [item for item in self.diagnostics if item not in causes]
            raise _Fault(causes[0] if causes else Diagnostic(codes.YAML_SYNTAX, self.file, span, params)) from None

    def _swallowed(self) -> list[Diagnostic]:
        """Return the comments that were meant as text."""
        return [
            Diagnostic(codes.COMMENT_SWALLOWS_TEXT, self.file, span, {"found": self._at(span)[:_SHOWN]})
            for span in (swallowed(self.text, self.values) if self.values is not None else ())
        ]

    def _at(self, span: Span) -> str:
        """Return what stands in a stretch of one line."""
        return self.lines[span.line - 1][span.column - 1 : span.end_column - 1]

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int, margin: int = 0) -> Node:
        """Return a node. The further lines of a plain text stand at column ``margin`` or right of it."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse_features(event)
        if depth > MAX_DEPTH:
            self._fail(codes.TOO_DEEP, _span(event), limit=str(MAX_DEPTH))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, margin)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        assert isinstance(event, yaml.MappingStartEvent), "no other event begins a node"
        return self._mapping(event, events, depth)

    def _scalar(self, event: yaml.ScalarEvent, margin: int) -> Scalar:
        scalar = Scalar(event.value, _span(event), event.style or "")
        if scalar.style == '"':
            self._refuse_escapes(scalar)
        elif not scalar.style and (found := _ODD_FIELD.match(scalar.value)):
            line, column = scalar.span.line, scalar.span.column + found.start(1)
            self._note(_odd_space(self.file, found[1], Span(line, column, line, column + 1)))
        if self.values is not None:
            self.values.append(Value(scalar.value, scalar.span, scalar.style, margin or scalar.span.column))
        return scalar

    def _refuse_escapes(self, scalar: Scalar) -> None:
        r"""Report the characters that a text may not hold, written as escapes: ``"\u202e"``."""
        refused = {scalar.value[index] for index in forbidden(scalar.value, allowed="\t\n")}
        if not refused:
            return
        span = scalar.span
        for number in range(span.line, span.end_line + 1):
            start = span.column - 1 if number == span.line else 0
            for found in _ESCAPE.finditer(self.lines[number - 1], start):
                if (character := _unescaped(found)) in refused:
                    place = Span(number, found.start() + 1, number, found.end() + 1)
                    self._note(_forbidden(character, self.file, place))

    def _sequence(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), _span(start, event))
            items.append(self._node(event, events, depth + 1))
        raise AssertionError("the parser closes every sequence")

    def _mapping(self, start: yaml.MappingStartEvent, events: Iterator[yaml.Event], depth: int) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Span] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(tuple(pairs), _span(start, event))
            key = self._key(self._node(event, events, depth + 1))
            value = self._node(next(events), events, depth + 1, 1 if start.flow_style else key.span.column + 1)
            name = unicodedata.normalize("NFC", key.value)
            if name in seen:
                params = {"key": key.value, "line": str(seen[name].line)}
                self._note(Diagnostic(codes.DUPLICATE_KEY, self.file, key.span, params))
                continue
            if start.flow_style and pairs and self._is_rest_of_text(key, value):
                self._note(Diagnostic(codes.COMMA_SPLITS_TEXT, self.file, key.span, {"found": key.value[:_SHOWN]}))
                continue
            seen[name] = key.span
            pairs.append((key, value))
        raise AssertionError("the parser closes every mapping")

    def _key(self, key: Node) -> Scalar:
        """Return a key as a name; one that was written with odd white space is told and mended."""
        if not isinstance(key, Scalar):
            self._fail(codes.UNSUPPORTED_YAML, key.span, feature="? …")
        if key.value == "<<" and not key.style:
            self._fail(codes.UNSUPPORTED_YAML, key.span, feature="<<")
        if not key.style and (found := _ODD_SPACE.search(key.value)):
            column = key.span.column + found.start()
            self._note(_odd_space(self.file, found[0], Span(key.span.line, column, key.span.line, column + 1)))
            return key._replace(value=_ODD_SPACE.sub(" ", key.value).strip())
        return key

    def _is_rest_of_text(self, key: Scalar, value: Node) -> bool:
        """Whether a key inside braces is what stands after a comma of a text: ``{sv: Ask, listen, en: …}``."""
        behind = self.lines[key.span.end_line - 1][key.span.end_column - 1 :].lstrip()
        is_alone = isinstance(value, Scalar) and value.is_empty and not behind.startswith(":")
        return not key.style and (is_alone or " " in key.value)

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


def _unescaped(found: re.Match[str]) -> str:
    """Return the character that an escape stands for; empty for one that stands for none."""
    if code := found[1] or found[2] or found[3]:
        return chr(int(code, 16))
    return _LETTERS.get(found[4], "")


def _last_line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _span(start: yaml.Event, end: yaml.Event | None = None) -> Span:
    first, last = start.start_mark, (end or start).end_mark
    assert first is not None, "every event has its marks"
    assert last is not None, "every event has its marks"
    return Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)
