# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether translations were made from today's source texts.

A fingerprint of the source text is kept for each translation that somebody has
found to say the same. Its place is the way to the text, with ``*`` for an item
of a list that has no id: those items are told apart by their fingerprints
alone, so that one can be inserted or moved without a word about the others.
"""

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal
from weakref import WeakKeyDictionary

from spelbok.language.translation import is_placeholder
from spelbok.locales import LOCALES, Locale, other
from spelbok.playbook import Playbook, markdown_pages
from spelbok.source.document import Document, Path, Value

#: ``outdated``: the source text has changed since. ``unconfirmed``: nobody has compared the two yet.
State = Literal["current", "outdated", "unconfirmed", "missing"]
STATES: tuple[State, ...] = ("current", "outdated", "unconfirmed", "missing")

#: Places with the fingerprints of source and translation that are recorded there; the latter may be empty.
Record = frozenset[tuple[str, str, str]]

#: What stands before the names of files whose words many pages share, and of pages written by hand.
SHARED, BY_HAND = "shared/", "pages/"

_LENGTH = 8
_LANGUAGES = frozenset(LOCALES)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A file whose texts stand in two languages, or a pair of pages written by hand.

    ``name`` is what the command calls it and where its record lies: the id of
    an entry, else ``shared/glossary`` or ``pages/about``. No id holds a slash.
    """

    name: str
    document: Document
    #: The language that its texts were written in.
    source: Locale


def bilinguals(playbook: Playbook) -> tuple[Bilingual, ...]:
    """Return everything in two languages: entries in the order of readers, shared words, pages written by hand."""
    shared = {
        "glossary": playbook.glossary_document,
        "publisher": playbook.publisher_document,
        "vocabulary": playbook.vocabulary_document,
    }
    first = LOCALES[0]
    by_hand = {name: markdown_pages.document(page, first) for name, page in playbook.by_hand.items()}
    return (
        *(Bilingual(entry.id, playbook.document(entry), entry.source) for entry in playbook.entries),
        *(Bilingual(f"{SHARED}{name}", document, first) for name, document in shared.items()),
        *(Bilingual(f"{BY_HAND}{name}", document, first) for name, document in by_hand.items()),
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in two languages and where it stands: ``steps.vote.text``, ``use_when.*`` for ``use_when.2``.

    ``words`` lacks the languages in which it is not written, or only a placeholder ("…").
    """

    path: Path
    name: str
    place: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Translation:
    """The state of one text in the language that it is translated to, or that it lacks."""

    text: Placed
    locale: Locale
    state: State


def fingerprint(text: str) -> str:
    """Return what stands for a source text; line breaks and other blanks do not count."""
    normal = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(normal.encode()).hexdigest()[:_LENGTH]


def placed(values: Value, path: Path = (), name: str = "", place: str = "") -> Iterator[Placed]:
    """Yield every text of a file; addresses and keywords are none."""
    if isinstance(values, dict):
        if values and values.keys() <= _LANGUAGES:
            texts = {locale: text for locale, text in values.items() if isinstance(text, str)}
            words = {locale: text for locale, text in texts.items() if not is_placeholder(text)}
            if texts and path[-1:] != ("slug",):
                yield Placed(path, name.lstrip("."), place.lstrip("."), words)
            return
        for key, value in values.items():
            yield from placed(value, (*path, key), f"{name}.{key}", f"{place}.{key}")
    elif isinstance(values, list):
        for index, item in enumerate(values):
            own = item.get("id") if isinstance(item, dict) else None
            yield from placed(item, (*path, index), f"{name}.{own or index}", f"{place}.{own or '*'}")


def translations(item: Bilingual, record: Record) -> tuple[Translation, ...]:
    """Return the state of every text, in the order of the file."""
    source, target = item.source, other(item.source)
    texts = list(placed(item.document.values()))
    record = _oriented(texts, source, record)
    known = {line[:2] for line in record}
    left: dict[str, set[str]] = {}
    for place, _, translated in _changed(texts, source, record):
        left.setdefault(place, set()).add(translated)

    def state(text: Placed) -> State:
        if len(text.words) < len(LOCALES):
            return "missing"
        if (text.place, fingerprint(text.words[source])) in known:
            return "current"
        before = left.get(text.place)
        # Where the translation has changed as well, nobody knows whether it is older: it is to be compared.
        is_anew = before is not None and not before & {"", fingerprint(text.words[target])}
        return "unconfirmed" if before is None or is_anew else "outdated"

    return tuple(Translation(text, target if source in text.words else source, state(text)) for text in texts)


def _changed(texts: Iterable[Placed], source: Locale, record: Record) -> Record:
    """Return what is recorded of source texts that no longer stand in the file."""
    standing = {(text.place, fingerprint(text.words[source])) for text in texts if source in text.words}
    return frozenset(line for line in record if line[:2] not in standing)


def _oriented(texts: Iterable[Placed], source: Locale, record: Record) -> Record:
    """Return the record with its fingerprints swapped if it was made when the other language was the source."""
    swapped = frozenset((place, after, before) for place, before, after in record if after)
    now = {(text.place, fingerprint(text.words[source])) for text in texts if source in text.words}
    return swapped if _matches(swapped, now) > _matches(record, now) else record


def _matches(record: Record, texts: set[tuple[str, str]]) -> int:
    return len(texts & {line[:2] for line in record})


def is_turned(item: Bilingual, record: Record) -> bool:
    """Return whether the source language of a file has changed since its translations were accepted."""
    return _oriented(list(placed(item.document.values())), item.source, record) != record


def accepted(bilingual: Bilingual, record: Record, fields: Collection[str] = ()) -> list[str]:
    """Return the lines of a record when its translations, or those of ``fields``, are found current.

    A field is named as ``spelbok translations`` lists it, or by the way to it:
    ``steps`` stands for all texts of all steps.
    """
    source, target = bilingual.source, other(bilingual.source)
    states = [item for item in translations(bilingual, record) if item.state != "missing"]
    record = _oriented([item.text for item in states], source, record)
    standing = {line[:2]: line for line in sorted(record)}
    lines: dict[str, None] = {}
    open_places = set()
    for item in states:
        place, mark = item.text.place, fingerprint(item.text.words[source])
        if not fields or _is_named(item.text, fields):
            lines[f"{place} {mark} {fingerprint(item.text.words[target])}"] = None
        elif item.state == "current":
            lines[" ".join(standing[place, mark]).rstrip()] = None
        else:
            open_places.add(place)
    changed = _changed((item.text for item in states), source, record)
    lines |= dict.fromkeys(" ".join(line).rstrip() for line in sorted(changed) if line[0] in open_places)
    return list(lines)


def _is_named(text: Placed, fields: Collection[str]) -> bool:
    dotted = ".".join(map(str, text.path))
    return any(f"{name}.".startswith(f"{field}.") for field in fields for name in (text.name, dotted))


def unknown(item: Bilingual, fields: Collection[str]) -> list[str]:
    """Return the fields that name no text."""
    texts = list(placed(item.document.values()))
    return [field for field in fields if not any(_is_named(text, (field,)) for text in texts)]


def former(item: Bilingual, record: Record, text: Placed, versions: Iterable[Value]) -> str | None:
    """Return the source text that an outdated translation was made from, or None if no version has it.

    ``versions`` are the contents of the file, the newest first. In a list
    without ids the most similar text is taken.
    """
    source = item.source
    texts = list(placed(item.document.values()))
    changed = {line[:2] for line in _changed(texts, source, _oriented(texts, source, record))}
    now = text.words[source].split()
    for values in versions:
        found = [
            older.words[source]
            for older in placed(values)
            if older.place == text.place
            and source in older.words
            and (text.place, fingerprint(older.words[source])) in changed
        ]
        if found:
            return max(found, key=lambda words: SequenceMatcher(None, words.split(), now).ratio())
    return None


def of_playbook(playbook: Playbook) -> dict[str, tuple[Translation, ...]]:
    """Return the states of all texts by the names of :func:`bilinguals`, in their order."""
    return {
        item.name: translations(item, playbook.records.get(item.name, frozenset())) for item in bilinguals(playbook)
    }


@dataclass(frozen=True, slots=True)
class Tally:
    """How many texts of a file are in each state, and those that are not current."""

    counts: Mapping[State, int]
    behind: tuple[Translation, ...]


#: Tallies with the record and language that they come from, while somebody has the document: pages in both languages
#: ask, and again after an edit of another file.
_TALLIES: WeakKeyDictionary[Document, tuple[tuple[Record, Locale], Tally]] = WeakKeyDictionary()


def tallies(playbook: Playbook) -> dict[str, Tally]:
    """Return the tally of each of :func:`bilinguals`, by name and in their order."""
    return {item.name: _tally(item, playbook.records.get(item.name, frozenset())) for item in bilinguals(playbook)}


def _tally(item: Bilingual, record: Record) -> Tally:
    known = _TALLIES.get(item.document)
    if known is None or known[0] != (record, item.source):
        states = translations(item, record)
        tally = Tally(counted(states), tuple(state for state in states if state.state != "current"))
        known = _TALLIES[item.document] = (record, item.source), tally
    return known[1]


def counted(states: Iterable[Translation]) -> dict[State, int]:
    """Return how many texts are in each state."""
    found = [item.state for item in states]
    return {state: found.count(state) for state in STATES}
