# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Give an entry another slug: the text of its file in, the text with the fewest changes out.

The old slug goes to ``former_slugs``, so that the old address leads to the
new one. Everything else of the file stays as it was written: comments, order,
quotes, line endings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spelbok.document import Document
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.model import Entry
from spelbok.model.values import ID_PATTERN, MAX_ID, MIN_ID, RESERVED
from spelbok.playbook import Playbook
from spelbok.source import Mapping, Node, Scalar, Sequence


class RenameError(Exception):
    """A slug that cannot be changed so; says why in both languages."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.words = Phrase(sv, en)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Text to put in the place of what stands between two offsets."""

    start: int
    end: int
    text: str


def find(playbook: Playbook, name: str, locale: Locale | None) -> tuple[Entry, Locale]:
    """Return the entry whose slug is ``name``, and in which language; with ``locale``, also by its id.

    Raises RenameError unless there is exactly one.
    """
    wanted = (locale,) if locale else LOCALES
    found = [(entry, one) for entry in playbook.entries for one in wanted if entry.slug[one] == name]
    if locale and name in playbook.by_id:
        found = [(playbook.by_id[name], locale)]
    if not found:
        raise RenameError(f"Ingen post har slugen '{name}'.", f"No entry has the slug '{name}'.")
    if len(found) > 1:
        places = ", ".join(f"{entry.folder}/{entry.id} ({one})" for entry, one in found)
        raise RenameError(
            f"Flera adresser heter '{name}': {places}. Ange postens id, och språket med --of.",
            f"Several addresses are called '{name}': {places}. Name the entry by its id, and the language by --of.",
        )
    return found[0]


def refuse(playbook: Playbook, entry: Entry, locale: Locale, new: str) -> None:
    """Raise RenameError if ``new`` is no slug, or is one that the playbook has or had."""
    if not (MIN_ID <= len(new) <= MAX_ID and re.match(ID_PATTERN, new)) or new in RESERVED:
        raise RenameError(
            f"'{new}' kan inte vara en slug: små bokstäver a-z, siffror och bindestreck, 2 till 60 tecken.",
            f"'{new}' cannot be a slug: lower-case a-z, digits and hyphens, 2 to 60 characters.",
        )
    if new == entry.slug[locale]:
        raise RenameError(f"Posten har redan slugen '{new}'.", f"The entry has the slug '{new}' already.")
    for other in playbook.entries:
        taken = (other.slug[locale], *other.former_slugs[locale])
        if other is not entry and type(other) is type(entry) and new in taken:
            file = playbook.document(other).file
            raise RenameError(f"'{new}' används eller har använts av {file}.", f"'{new}' is or was used by {file}.")


def renamed(document: Document, entry: Entry, locale: Locale, new: str) -> str:
    """Return the text of an entry's file with another slug, and the old one among the former.

    A draft never had an address, so its old slug is forgotten. An earlier slug
    that comes back changes places with today's.
    """
    old = entry.slug[locale]
    edits = [_in_place(document, document.node(("slug", locale)), new)]
    if new in entry.former_slugs[locale]:
        back = entry.former_slugs[locale].index(new)
        edits.append(_in_place(document, document.node(("former_slugs", locale, back)), old))
    elif entry.is_published:
        edits.append(_remembered(document, locale, old))
    text = document.text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _in_place(document: Document, node: Node | None, new: str) -> _Edit:
    """Return the edit that writes ``new`` where a scalar stands, in the scalar's own quotes."""
    assert isinstance(node, Scalar), "the model has read a text there"
    quote = node.style if node.style in ("'", '"') else ""
    return _Edit(*_offsets(document, node), f"{quote}{new}{quote}")


def _remembered(document: Document, locale: Locale, old: str) -> _Edit:
    """Return the edit that adds a slug to the former ones: to their list, their language, or the entry."""
    known, listed = document.node(("former_slugs",)), document.node(("former_slugs", locale))
    if isinstance(listed, Sequence):
        return _appended(document, listed, old, listed.items, f"- {old}")
    if isinstance(known, Mapping):
        return _appended(document, known, f"{locale}: [{old}]", [value for _, value in known.pairs])
    slug = document.node(("slug",))
    assert slug is not None, "every entry has a slug"
    end = _line_end(document, _last(slug))
    return _Edit(end, end, f"{_newline(document)}former_slugs: {{{locale}: [{old}]}}")


def _appended(
    document: Document, node: Sequence | Mapping, text: str, items: "list[Node] | tuple[Node, ...]", line: str = ""
) -> _Edit:
    """Return the edit that adds an item at the end of a list or of named fields, as they are written."""
    start, end = _offsets(document, node)
    if document.text[start] in "[{":
        return _Edit(end - 1, end - 1, f", {text}" if items else text)
    after = _line_end(document, _last(items[-1]))
    first = node.items[0] if isinstance(node, Sequence) else node.pairs[0][0]
    indent = " " * (first.span.column - 1 - (2 if isinstance(node, Sequence) else 0))
    return _Edit(after, after, f"{_newline(document)}{indent}{line or text}")


def _last(node: Node) -> Node:
    """Return the part of a node that ends last: a block's own end lies on the line after it."""
    if isinstance(node, Sequence) and node.items:
        return _last(node.items[-1])
    if isinstance(node, Mapping) and node.pairs:
        return _last(node.pairs[-1][1])
    return node


def _line_end(document: Document, node: Node) -> int:
    """Return the offset where the line ends on which a node ends, before its line ending."""
    starts = list(_starts(document.text))
    line = document.text[starts[node.span.end_line - 1] :].partition("\n")[0]
    return starts[node.span.end_line - 1] + len(line.rstrip("\r"))


def _offsets(document: Document, node: Node) -> tuple[int, int]:
    starts = list(_starts(document.text))
    span = node.span
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def _starts(text: str) -> Iterator[int]:
    yield 0
    yield from (match.end() for match in re.finditer("\n", text))


def _newline(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"
