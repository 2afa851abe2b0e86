# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""An entry as data: as JSON in the form of its file, and as rows of a table."""

import csv
import datetime as dt
import io
from collections.abc import Iterator

from spelbok.exports.texts import Texts
from spelbok.model import Entry
from spelbok.model.entry import Keywords
from spelbok.model.values import Model, Slugs, Text
from spelbok.site.plain_text import spreadsheet_cell
from spelbok.site.routes import entry_url

#: Remarks to contributors, which are nobody's data.
_INTERNAL = frozenset({"exceptions"})
Json = dict[str, "Json"] | list["Json"] | str | int | bool


def changed(entry: Entry) -> dt.date:
    """Return the day of an entry's latest change, as far as the entry tells."""
    return max((change.date for change in entry.changes), default=entry.reviewed)


def content(value: object, without: frozenset[str] = _INTERNAL) -> Json:
    """Return a value of the model as JSON in the form of the YAML files: what is left out there is left out here."""
    if isinstance(value, Model):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields if name not in without)
        return {name: content(item) for name, item in fields if item is not None}
    if isinstance(value, dict):
        return {str(key): content(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [content(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)


def table(texts: Texts, entries: list[Entry]) -> bytes:
    """Return entries of one kind as CSV (RFC 4180), a row each, in one language.

    Columns are the fields of the model. A field that holds fields becomes
    several (``group_size_min``), a list one cell with its items parted by
    `` | ``; lists of parts, such as steps, are left to the JSON. A byte order
    mark comes first, without which Excel takes å for Ã¥. A cell that a spreadsheet would run as a formula
    begins with an apostrophe.
    """
    rows = [dict(_row(texts, entry)) for entry in entries]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: spreadsheet_cell(cell) for name, cell in row.items()} for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def _row(texts: Texts, entry: Entry) -> Iterator[tuple[str, str]]:
    yield "id", entry.id
    yield "address", texts.url(entry)
    yield "page", texts.site + entry_url(entry, texts.locale)
    for name in type(entry).model_fields:
        if name not in _INTERNAL | {"id"}:
            yield from _cells(texts, name, getattr(entry, name))


def _cells(texts: Texts, name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Slugs):
        yield name, value[texts.locale]
    elif isinstance(value, Keywords):
        yield name, " | ".join(value[texts.locale])
    elif isinstance(value, Model) and not isinstance(value, Text):
        for inner in type(value).model_fields:
            yield from _cells(texts, f"{name}_{inner}", getattr(value, inner))
    elif isinstance(value, tuple):
        if not any(isinstance(item, Model) and not isinstance(item, Text) for item in value):
            yield name, " | ".join(_cell(texts, item) for item in value)
    else:
        yield name, _cell(texts, value)


def _cell(texts: Texts, value: object) -> str:
    if isinstance(value, Text):
        return texts.plain(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
