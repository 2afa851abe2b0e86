# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The skeleton of a new entry: every field with its help text, as YAML that passes the checks as a draft."""

import datetime as dt
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from spelbok.locales import Locale, Phrase
from spelbok.model.values import MAX_ID
from spelbok.source import emitter
from spelbok.source.document import Value

#: What stands where a text is to be written.
BLANK = "…"

_CHOICE = Phrase("Välj bland", "Choose from")
_OPTIONAL = Phrase("Får utelämnas.", "May be left out.")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "&": " "})


def slug(text: str) -> str:
    """Return a title as the last part of an address: ``Öppen dörr`` becomes ``oppen-dorr``."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain if letter.isascii())
    words = letters.split()
    while words and len("-".join(words)) > MAX_ID:
        words.pop()
    return "-".join(words).lstrip("-0123456789")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What a skeleton is made from.

    ``schema`` is the JSON Schema of the kind, ``given`` the values that are
    known by field, ``targets`` an id to point to for each kind of entry.
    """

    schema: Mapping[str, Any]
    given: Mapping[str, Value]
    targets: Mapping[str, str]
    locale: Locale
    today: dt.date

    def text(self, header: str) -> str:
        """Return the file, beginning with the comments of ``header``."""
        return f"{header}\n" + "\n".join(self._fields(self.schema, 0, 0, self.given)) + "\n"

    def _fields(self, node: Mapping[str, Any], column: int, number: int, given: Mapping[str, Value]) -> Iterator[str]:
        """Yield the lines of a mapping at ``column``: the ``number``-th item of its list, from 0."""
        for name, field in node["properties"].items():
            inner = self._resolved(field)
            if name in given:
                yield from self._comment(inner, column, number)
                yield " " * column + f"{name}:{emitter.after_key(given[name], column)}"
            elif name in node.get("required", ()) or {"default", "examples"} <= inner.keys():
                yield from self._comment(inner, column, number)
                yield from self._value(inner, column, number, f"{name}:")
            elif number == 0:
                yield from self._comment(inner, column, number, f"{name}: ", _OPTIONAL[self.locale])

    def _value(self, node: Mapping[str, Any], column: int, number: int, lead: str) -> Iterator[str]:
        """Yield the lines of a value behind ``lead``: its key, at ``column``."""
        margin = " " * column
        if node.get("type") == "array" and "examples" not in node:
            yield margin + lead
            for item in range(node.get("minItems", 1)):
                yield from self._item(self._resolved(node["items"]), column + emitter.STEP, item)
        elif "properties" in node and set(node["properties"]) != {"sv", "en"}:
            yield margin + lead
            yield from self._fields(node, column + emitter.STEP, number, {})
        elif "properties" in node:
            blank: Value = {"sv": _text(node), "en": _text(node)}
            yield margin + lead + (emitter.after_dash if lead == "-" else emitter.after_key)(blank, column)
        else:
            yield margin + f"{lead} {_written(node, self._word(node, number))}"

    def _item(self, node: Mapping[str, Any], column: int, number: int) -> Iterator[str]:
        if "properties" not in node or set(node["properties"]) == {"sv", "en"}:
            yield from self._value(node, column, number, "-")
            return
        lines = list(self._fields(node, column + emitter.STEP, number, {}))
        first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from lines[:first]
        yield " " * column + "- " + lines[first].lstrip()
        yield from lines[first + 1 :]

    def _word(self, node: Mapping[str, Any], number: int) -> Value:
        """Return a word that is allowed at a place, to be written over."""
        if examples := node.get("examples"):
            example = examples[number % len(examples)]
            return (
                example if isinstance(example, list) else str(example).lower() if example in (True, False) else example
            )
        if "x-ref" in node:
            return self.targets[node["x-ref"]]
        if "enum" in node:
            return str(node["enum"][0])
        if node.get("format") == "date":
            return self.today.isoformat()
        if node.get("type") == "integer":
            return str(node.get("minimum", 1))
        return f"part-{number + 1}" if "pattern" in node else BLANK

    def _comment(
        self, node: Mapping[str, Any], column: int, number: int, lead: str = "", end: str = ""
    ) -> Iterator[str]:
        """Yield the help text of a field as comments, for the first item of a list only."""
        if number or "x-help" not in node:
            return
        terms = node.get("enum", node.get("items", {}).get("enum", ()))
        choice = f"{_CHOICE[self.locale]} {', '.join(terms)}." if terms else ""
        text = f"{lead}{node['x-help'][self.locale]} {choice} {end}".replace("  ", " ").strip()
        margin = " " * column + "# "
        yield from textwrap.wrap(text, emitter.WIDTH, initial_indent=margin, subsequent_indent=margin)

    def _resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a node with what it refers to."""
        if "$ref" not in node:
            return node
        return {**self.schema["$defs"][node["$ref"].rpartition("/")[2]], **node}


def _text(node: Mapping[str, Any]) -> str:
    """Return a text to write over: a block of lines for prose, where colons and quotes do no harm."""
    return f"{BLANK}\n" if node.get("$ref", "").endswith("/Prose") else BLANK


def _written(node: Mapping[str, Any], word: Value) -> str:
    """Return a word on one line, so that an editor, which knows YAML's types, takes a text for a text: ``"1.0"``."""
    if isinstance(word, str) and node.get("type") == "string" and "format" not in node:
        tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, word, (True, False))  # type: ignore[no-untyped-call]
        if tag != "tag:yaml.org,2002:str":
            return emitter.quoted(word)
    return emitter.in_flow(word)
