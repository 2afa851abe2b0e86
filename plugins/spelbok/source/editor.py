# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Change one value of a YAML file and nothing else: a document in, a document out.

Comments, order, quotes and white space outside the value stay as they are, byte
for byte. Every way of writing the new value is read back in the file itself,
and the first that gives what was meant is taken; so an edit cannot damage a
file, whatever the value holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from spelbok.source import emitter
from spelbok.source.document import Document, Path, Value
from spelbok.source.parser import Mapping, Node, Scalar, parse
from spelbok.source.parser import Sequence as Items

_BLOCKS = ("|", ">")


def put(document: Document, path: Path, value: Value, order: Sequence[str] = ()) -> Document:
    """Return the document with ``value`` at ``path``.

    What stands there is replaced. A field that is missing is added: after those
    that come before it in ``order``, else last; so are missing parents. A list
    grows by the position after its last.

    Raises KeyError where the path leads through a text or past the end of a
    list, and ValueError for a text with characters that the reader refuses.
    """
    parent, last = document.node(path[:-1]), path[-1]
    if (parent is None or _is_nothing(parent)) and isinstance(last, str):
        return put(document, path[:-1], {last: value}, order)
    meant = _with(document.values(), path, value)
    node = document.node(path)
    texts = _additions(document, path, value, order) if node is None else _replacements(document, path, node, value)
    for text in texts:
        if emitter.reads_back(text, meant):
            return reread(document, text)
    raise ValueError("a value that no file can hold")


def reread(document: Document, text: str) -> Document:
    """Return the document with another text. Raises ValueError for one that the strict reader refuses."""
    root, found = parse(text.encode(), document.file)
    if root is None or found:
        raise ValueError("not a file that can be read")
    return Document(document.file, text, root)


# --- Where things stand -------------------------------------------------------


def start_of(document: Document, node: Node) -> int:
    """Return the offset at which a node begins."""
    return document.offset(node.span.line, node.span.column)


def end_of(document: Document, node: Node) -> int:
    """Return the offset after the last character that belongs to a node.

    The parser's marks of blocks reach on to the next token, over comments and
    blank lines that are not the node's.
    """
    if isinstance(node, Scalar) or is_flow(document, node):
        end = document.offset(node.span.end_line, node.span.end_column)
        if not (isinstance(node, Scalar) and node.style in _BLOCKS):
            return end
        body = document.text[:end]
        if "+" in _header(document, node).partition("#")[0]:  # Blank lines at its end belong to the text.
            return len(body.removesuffix("\n").removesuffix("\r"))
        return len(body.rstrip())
    if isinstance(node, Mapping):
        key, value = node.pairs[-1]
        return value_end(document, key, value)
    return end_of(document, node.items[-1])


def value_end(document: Document, key: Scalar, value: Node) -> int:
    """Return the offset after a field: after its value, or its colon where nothing is written."""
    if not _is_nothing(value):
        return end_of(document, value)
    after = document.offset(key.span.end_line, key.span.end_column)
    colon = after + len(document.text[after:]) - len(document.text[after:].lstrip(" \t"))
    return colon + 1 if document.text[colon : colon + 1] == ":" else after


def is_flow(document: Document, node: Node) -> bool:
    """Whether a list or mapping stands between brackets or braces."""
    return not isinstance(node, Scalar) and document.text[start_of(document, node)] in "[{"


def end_of_line(text: str, offset: int) -> int:
    """Return the end of the line around an offset."""
    end = text.find("\n", offset)
    end = len(text) if end == -1 else end
    return end - 1 if text[end - 1 : end] == "\r" and end > offset else end


def is_in_flow(document: Document, path: Path) -> bool:
    """Whether the value at ``path`` stands inside brackets or braces."""
    parents = (document.node(path[:length]) for length in range(len(path)))
    return any(parent is not None and is_flow(document, parent) for parent in parents)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _header(document: Document, block: Scalar) -> str:
    """Return the first line of a block of text: its sign, and a comment there may be."""
    start = start_of(document, block)
    return document.text[start : end_of_line(document.text, start)]


def _column(node: Node | None) -> int:
    """Return the column, from 0, of the keys or dashes of a node."""
    return node.span.column - 1 if node is not None else 0


# --- Replacing ----------------------------------------------------------------


def _replacements(document: Document, path: Path, node: Node, value: Value) -> Iterator[str]:
    """Yield the file with the value of a node replaced, in each way that may do."""
    start, end = start_of(document, node), end_of(document, node)
    column = _column(document.node(path[:-1]))
    key = _key(document, path)
    if not path:
        assert isinstance(value, dict), "a file is a mapping"
        yield _spliced(document, start, end, emitter.block(value, 0) if value else "{}")
    elif is_in_flow(document, path):
        after = value_end(document, key, node) if key and _is_nothing(node) else start
        for new in _flow_ways(node, value):
            yield _spliced(document, after, end, f" {new}" if after != start or _is_nothing(node) else new)
            yield _spliced(document, after, end, f": {new}")
    elif isinstance(value, str) and isinstance(node, Scalar) and not node.is_empty:
        for new in _own_style_first(node, emitter.ways(value, column + emitter.STEP)):
            yield _spliced(document, start, end, _with_remark(document, node, new))
    else:
        if isinstance(value, list | dict) and value and not isinstance(node, Scalar):
            in_place = emitter.in_flow(value) if is_flow(document, node) else emitter.block(value, _column(node))
            yield _spliced(document, start, end, in_place)
        if key is not None:
            after, written_after = value_end(document, key, Scalar("", node.span, "")), emitter.after_key
        else:
            after, written_after = document.text.rindex("-", 0, start) + 1, emitter.after_dash
        yield _spliced(document, after, max(after, end), written_after(value, column))
        # Blocks end with their indentation: one line does where deeper comments follow.
        yield _spliced(document, after, max(after, end), f" {emitter.in_flow(value)}")


def _flow_ways(node: Node, value: Value) -> Iterable[str]:
    if not isinstance(value, str):
        return [emitter.in_flow(value)]
    ways = emitter.ways(value, emitter.STEP, flow=True)
    return _own_style_first(node, ways) if isinstance(node, Scalar) else ways


def _own_style_first(node: Scalar, ways: Iterable[str]) -> list[str]:
    """Return the ways of writing a text with the present one's own style first."""
    plain = node.style or None

    def other_style(way: str) -> bool:
        return way[:1] != plain if plain else way[:1] in {'"', *_BLOCKS}

    return sorted(ways, key=other_style)


def _key(document: Document, path: Path) -> Scalar | None:
    parent = document.node(path[:-1])
    pairs = parent.pairs if isinstance(parent, Mapping) else ()
    return next((key for key, _ in pairs if key.value == path[-1]), None)


def _with_remark(document: Document, node: Scalar, new: str) -> str:
    """Return the new text with the comment that stands on the first line of a block of text."""
    header = _header(document, node) if node.style in _BLOCKS else ""
    sign, mark, comment = header.partition("#")
    remark = sign[len(sign.rstrip()) :] + mark + comment if mark else ""
    head, newline, rest = new.partition("\n")
    return head + remark + newline + rest


# --- Adding -------------------------------------------------------------------


def _additions(document: Document, path: Path, value: Value, order: Sequence[str]) -> Iterator[str]:
    """Yield the file with one field or list item more, in each way that may do."""
    parent, last = document.node(path[:-1]), path[-1]
    column = _column(parent)
    if isinstance(parent, Mapping) and isinstance(last, str):
        ends = [value_end(document, *pair) for pair in parent.pairs[: _before(parent, last, order)]]
        starts = [start_of(document, key) for key, _ in parent.pairs]
        row = f"{emitter.name(last)}: {emitter.in_flow(value)}"
        lines = f"{emitter.name(last)}:{emitter.after_key(value, column)}"
    elif isinstance(parent, Items) and last == len(parent.items):
        ends = starts = [end_of(document, item) for item in parent.items]
        row, lines = emitter.in_flow(value), f"-{emitter.after_dash(value, column)}"
    else:
        raise KeyError(path)
    if is_flow(document, parent):
        at = ends[-1] if ends else start_of(document, parent) + 1
        yield _spliced(document, at, at, f", {row}" if ends else f"{row}, " if starts else row)
    elif ends:
        at = end_of_line(document.text, ends[-1])
        yield _spliced(document, at, at, "\n" + " " * column + lines)
        yield _spliced(document, at, at, "\n" + " " * column + (f"- {row}" if isinstance(parent, Items) else row))
    else:
        yield _spliced(document, starts[0], starts[0], lines + "\n" + " " * column)


def _before(parent: Mapping, name: str, order: Sequence[str]) -> int:
    """Return how many of the present fields stand before a new one."""
    if name not in order:
        return len(parent.pairs)
    earlier = set(order[: order.index(name)])
    return max((number for number, (key, _) in enumerate(parent.pairs, 1) if key.value in earlier), default=0)


def _spliced(document: Document, start: int, end: int, new: str) -> str:
    """Return the text with a stretch of it replaced, in the line ends of the file."""
    text = document.text
    if "\n" in new and end == len(text):  # A block of text ends with its line.
        new += "\n"
    return text[:start] + (new.replace("\n", "\r\n") if "\r\n" in text else new) + text[end:]


def _with(values: Value, path: Path, value: Value) -> Value:
    """Return the content of a file with one value put in. Raises KeyError where it has no place."""
    if not path:
        return value
    copy = deepcopy(values)
    here: Value = copy
    for step in path[:-1]:
        here = _at(here, step)
    step = path[-1]
    if isinstance(here, dict) and isinstance(step, str):
        here[step] = value
    elif isinstance(here, list) and isinstance(step, int) and 0 <= step <= len(here):
        here[step:] = [value, *here[step + 1 :]]
    else:
        raise KeyError(path)
    return copy


def _at(value: Value, step: str | int) -> Value:
    if isinstance(value, dict) and isinstance(step, str) and step in value:
        return value[step]
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    raise KeyError(step)
