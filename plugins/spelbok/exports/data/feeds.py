# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Atom feeds (RFC 4287): what has changed in a kind, an entry, or the modules of a path.

An entry has an item for every line of its change log, with the note; an entry
without a log has one for the day on which it was last reviewed.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelbok.exports.files import File
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES
from spelbok.model import Entry, LearningPath
from spelbok.playbook import Playbook
from spelbok.site.routes import feed_url


@dataclass(frozen=True, slots=True)
class Item:
    """A change of an entry. ``id`` stays the same wherever the item is shown, and whatever it is called."""

    id: str
    entry: Entry
    version: str
    date: dt.date
    note: Markup


def title(texts: Texts, subject: Entry | type[Entry]) -> str:
    """Return what a feed is called."""
    name = texts.plain(subject.title) if isinstance(subject, Entry) else texts.kind(subject, many=True)
    return texts.label("feed_title", name=name)


def files(playbook: Playbook, site: str) -> Iterator[File]:
    """Yield the feed of every kind and of every entry, in each language."""
    entries = [entry for entry in playbook.entries if entry.is_published]
    for locale in LOCALES:
        texts = Texts(playbook, locale, site)
        for kind in playbook.kinds:
            yield _feed(texts, kind, [entry for entry in entries if isinstance(entry, kind)])
        for entry in entries:
            yield _feed(texts, entry, [entry, *_parts(playbook, entry)])


def _parts(playbook: Playbook, entry: Entry) -> list[Entry]:
    """Return the modules of a path, once each."""
    if not isinstance(entry, LearningPath):
        return []
    found = [playbook.get(step.module) for section in entry.sections for step in section.modules]
    return list({part.id: part for part in found if part is not None and part.is_published}.values())


def _feed(texts: Texts, subject: Entry | type[Entry], entries: list[Entry]) -> File:
    items = sorted(
        (item for entry in entries for item in _items(texts, entry)),
        key=lambda item: (item.date, item.id),
        reverse=True,
    )
    address = feed_url(subject, texts.locale)
    newest = max((item.date for item in items), default=dt.date(2026, 1, 1))
    text = texts.render("feed.xml", title=title(texts, subject), address=address, newest=newest, items=items)
    return File(address, text.encode())


def _items(texts: Texts, entry: Entry) -> Iterator[Item]:
    for age, change in enumerate(reversed(entry.changes), start=1):
        yield Item(_id(texts, entry, str(age)), entry, change.version or "", change.date, texts.html(change.note))
    if not entry.changes:
        day = entry.reviewed
        yield Item(_id(texts, entry, day.isoformat()), entry, "", day, texts.html(entry.summary))


def _id(texts: Texts, entry: Entry, name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{texts.url(entry)}#{name}").urn
