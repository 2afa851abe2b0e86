# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lay out a file: fields in the model's order, a sentence a line, and nothing changed in meaning.

Comments go with the field that they stand above or behind. Only line breaks
that are not part of a text are moved; those of a block of lines (``|``) are
the author's. Whatever would read back as something else is left as it stands.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spelbok.language.words import read
from spelbok.locales import LOCALES
from spelbok.model.values import Model, Text
from spelbok.model.walk import walk
from spelbok.source import emitter
from spelbok.source.document import Document, Path
from spelbok.source.editor import end_of, end_of_line, is_flow, is_in_flow, reread, start_of, value_end
from spelbok.source.parser import Mapping, Node, Scalar, Sequence


def laid_out(document: Document, model: Model) -> Document:
    """Return the document, which holds ``model``, laid out. A second time changes nothing."""
    if "\r\n" in document.text:
        laid = laid_out(reread(document, document.text.replace("\r\n", "\n")), model)
        return reread(laid, laid.text.replace("\n", "\r\n"))
    document = _tidied(document)
    for path, value in [((), model), *walk(model)]:
        if isinstance(value, Model):
            document = _ordered(document, path, tuple(type(value).model_fields))
    for path, value in walk(model):
        if isinstance(value, Text):
            alike = all(_fits(document.node((*path, locale))) for locale in LOCALES)
            for locale in LOCALES:
                document = _sentences(document, (*path, locale), on_one_line=alike)
    return document


def _kept(document: Document, text: str) -> Document:
    """Return the document with a new text if that means the same and has the same comments, else as it was."""
    if text == document.text or not emitter.reads_back(text, document.values()):
        return document
    changed = reread(document, text)
    return changed if comments(changed) == comments(document) else document


def comments(document: Document) -> Counter[str]:
    """Return the comments of a file, each with how often it stands there."""
    text = document.text
    covered = [(start_of(document, node), end_of(document, node)) for node in _scalars(document.root)]
    found: Counter[str] = Counter()
    offset = 0
    for start, end in [*covered, (len(text), len(text))]:
        for line in text[offset:start].splitlines():
            if "#" in line:
                found[line[line.index("#") :].rstrip()] += 1
        header = text[start:end].partition("\n")[0]
        if header[:1] in {"|", ">"} and "#" in header:
            found[header[header.index("#") :].rstrip()] += 1
        offset = max(offset, end)
    return found


def _scalars(node: Node) -> Iterator[Scalar]:
    """Yield every key and text of a node, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from _scalars(value)


# --- The order of fields ------------------------------------------------------


def _ordered(document: Document, path: Path, names: tuple[str, ...]) -> Document:
    """Return the document with the fields of the mapping at ``path`` in the order of ``names``."""
    node = document.node(path)
    if not isinstance(node, Mapping):
        return document
    present = [key.value for key, _ in node.pairs]
    order = sorted(range(len(present)), key=lambda number: names.index(present[number]))
    if order == list(range(len(present))):
        return document
    text = (_ordered_row if is_flow(document, node) else _ordered_block)(document, node, order)
    return _kept(document, text)


def _ordered_row(document: Document, node: Mapping, order: list[int]) -> str:
    """Return the file with the fields between two braces in another order, and what stands between them as it is."""
    text = document.text
    spans = [(start_of(document, key), value_end(document, key, value)) for key, value in node.pairs]
    result, offset = "", 0
    for (start, end), number in zip(spans, order, strict=True):
        result += text[offset:start] + text[slice(*spans[number])]
        offset = end
    return result + text[offset:]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field on lines of its own: the comments and blank lines above it, and its text from its key on."""

    above: str
    body: str


def _ordered_block(document: Document, node: Mapping, order: list[int]) -> str:
    text = document.text
    column = node.span.column - 1
    starts = [start_of(document, key) for key, _ in node.pairs]
    ends = [_end_with_comments(text, value_end(document, *pair), column) for pair in node.pairs]
    fields = [_Field("", text[starts[0] : ends[0]])]
    for start, before, end in zip(starts[1:], ends, ends[1:], strict=False):
        fields.append(_Field(text[before + 1 : start - column], text[start:end]))
    line = text.rfind("\n", 0, starts[0]) + 1
    chosen = [fields[number] for number in order]
    result = text[:line] + chosen[0].above.lstrip("\n") + text[line : starts[0]] + chosen[0].body
    for field in chosen[1:]:
        result += "\n" + field.above + " " * column + field.body
    return result + text[ends[-1] :]


def _end_with_comments(text: str, offset: int, column: int) -> int:
    """Return the end of a field's last line, or of the comments below that stand deeper than its key."""
    end = text.find("\n", offset)
    while end != -1:
        following = text.find("\n", end + 1)
        line = text[end + 1 : following if following != -1 else len(text)]
        if not (line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column):
            return end
        end = following
    return len(text)


# --- Sentences ----------------------------------------------------------------


def sentences(text: str) -> tuple[str, ...]:
    """Return a text without line breaks in its sentences, to be joined by spaces."""
    cuts = [
        item.end for item in read(text).sentences if text[item.end - 1] != ":" and text[item.end : item.end + 1] == " "
    ]
    starts = [0, *(cut + 1 for cut in cuts)]
    return tuple(text[start:end] for start, end in zip(starts, [*cuts, len(text)], strict=True))


def _fits(node: Node | None) -> bool:
    """Whether a text, if there is one, has room on its key's line."""
    return not isinstance(node, Scalar) or node.span.column - 1 + len(node.value) <= emitter.WIDTH


def _sentences(document: Document, path: Path, *, on_one_line: bool) -> Document:
    """Return the document with a text on its key's line if both languages fit there, else a sentence a line.

    Two languages that are laid out alike can be read side by side. A text of
    one sentence is never broken: it stays on its key's line.
    """
    node = document.node(path)
    if not isinstance(node, Scalar) or node.style == "|" or "\n" in node.value or is_in_flow(document, path):
        return document
    start, end = start_of(document, node), end_of(document, node)
    now = document.text[start:end]
    parts = sentences(node.value)
    if "\n" not in now and (on_one_line or len(parts) == 1):
        return document
    if "#" in now.partition("\n")[0] and node.style == ">":
        return document  # A remark on the sign's line has no other place.
    parent = document.node(path[:-1])
    assert parent is not None, "a text stands in a mapping"
    ways = [node.value] if on_one_line or (len(parts) == 1 and _fits(node)) else []
    rest = document.text[end : end_of_line(document.text, end)]
    if not rest.strip():
        ways.append(emitter.folded(parts, parent.span.column - 1 + emitter.STEP))
    for way in ways:
        text = document.text[:start] + way + document.text[end:]
        if (changed := _kept(document, text)) is not document or text == document.text:
            return changed
    return document


# --- Blanks -------------------------------------------------------------------


def _tidied(document: Document) -> Document:
    """Return the document without blanks at the ends of lines, and with one line end at its own end."""
    lines = document.text.split("\n")
    inside: set[int] = set()
    for node in _scalars(document.root):
        inside.update(range(node.span.line, node.span.end_line - 1))  # Counted from 0; first and last are outside.
    stripped = [line if number in inside else line.rstrip(" \t") for number, line in enumerate(lines)]
    text = "\n".join(stripped).rstrip("\n") + "\n"
    return _kept(document, text)
