# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The playbook as one value: all entries, their order, lookup and relations."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TypeVar, cast

from spelbok.diagnostics import Span
from spelbok.locales import Locale, collated
from spelbok.model import Entry, Glossary, Vocabulary
from spelbok.model.publisher import Publisher
from spelbok.model.values import Ref
from spelbok.model.walk import walk
from spelbok.model.wording import Wording
from spelbok.playbook.inventory import Inventory
from spelbok.playbook.markdown_pages import Versions
from spelbok.source.document import Document, Path

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, eq=False)
class Loaded:
    """An entry with the file that it came from."""

    entry: Entry
    document: Document

    @cached_property
    def values(self) -> tuple[tuple[Path, object], ...]:
        """Every value inside the entry with its path, as :func:`walk` yields them: many ask for them."""
        return tuple(walk(self.entry))

    @cached_property
    def references(self) -> tuple[tuple[Path, Ref], ...]:
        """Every pointer to another entry, with its path."""
        return tuple((path, value) for path, value in self.values if isinstance(value, Ref))


@dataclass(frozen=True, slots=True)
class Mention:
    """A pointer from one entry to another: who points, and from which field."""

    source: Entry
    field: str


@dataclass(frozen=True, eq=False)
class Playbook:
    """Every entry, with the vocabulary and the glossary.

    ``kinds`` decides the order of kinds; ``entries`` come in the order of
    readers: principles by number, the others by title.
    """

    kinds: tuple[type[Entry], ...]
    loaded: tuple[Loaded, ...]
    vocabulary: Vocabulary
    glossary: Glossary
    publisher: Publisher
    vocabulary_document: Document
    glossary_document: Document
    publisher_document: Document
    #: The day on which each file last changed, by its path in the playbook's folder; empty where git cannot tell.
    changed: Mapping[str, dt.date] = field(default_factory=dict)
    #: Words that the organisation avoids, and words that no dictionary has.
    wording: Wording = field(default_factory=Wording)
    listed_words: Mapping[Locale, tuple[str, ...]] = field(default_factory=dict)
    #: The pages written by hand, by their path without suffix: ``about``.
    by_hand: Mapping[str, Versions] = field(default_factory=dict)
    #: For each entry, shared file and page, the texts from which translations were made: places with fingerprints.
    records: Mapping[str, frozenset[tuple[str, str, str]]] = field(default_factory=dict)
    #: Every address and anchor that was ever published.
    inventory: Inventory = field(default_factory=Inventory)

    @cached_property
    def loaded_by_id(self) -> dict[str, Loaded]:
        """Entries with their files, by id."""
        return {item.entry.id: item for item in self.loaded}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, by kind and then in the order of readers."""
        return tuple(sorted((item.entry for item in self.loaded), key=self._position))

    def _position(self, entry: Entry) -> tuple[int, int, str, str]:
        number: int = getattr(entry, "number", 0)
        return (self.kinds.index(type(entry)), number, collated(entry.title.shown("sv")[0]), entry.id)

    def in_order(self, entries: Iterable[E], locale: Locale) -> list[E]:
        """Return entries by number where their kind has one, then by title in ``locale``."""
        return sorted(entries, key=lambda entry: (getattr(entry, "number", 0), collated(entry.title.shown(locale)[0])))

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of one kind, in order."""
        return cast("tuple[E, ...]", self._of_kind.get(kind, ()))

    @cached_property
    def _of_kind(self) -> dict[type[Entry], tuple[Entry, ...]]:
        return {kind: tuple(group) for kind, group in groupby(self.entries, key=type)}

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    def get(self, ref: Ref) -> Entry | None:
        """Return the entry that ``ref`` points to, if it exists and is of its kind."""
        entry = self.by_id.get(ref.id)
        return entry if entry is not None and ref.kind in ("", entry.kind) else None

    def document(self, entry: Entry) -> Document:
        """Return the file that ``entry`` came from."""
        return self.loaded_by_id[entry.id].document

    def values(self, entry: Entry) -> tuple[tuple[Path, object], ...]:
        """Return every value inside ``entry`` with its path."""
        return self.loaded_by_id[entry.id].values

    def span(self, entry: Entry, path: Path) -> Span:
        """Return where the value at ``path`` of ``entry`` stands in its file."""
        return self.document(entry).span(path)

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """For each id, who points to it and from which top-level field, in order."""
        found: dict[str, dict[tuple[str, str], Mention]] = {}
        for entry in self.entries:
            for path, ref in self.loaded_by_id[entry.id].references:
                name = str(path[0])
                found.setdefault(ref.id, {}).setdefault((entry.id, name), Mention(entry, name))
        return {target: tuple(mentions.values()) for target, mentions in found.items()}

    def referring(self, target: Entry, kind: str, field_name: str | None = None) -> tuple[Entry, ...]:
        """Return the entries of ``kind`` that point to ``target``, in order, once each."""
        found = {
            mention.source.id: mention.source
            for mention in self.mentions.get(target.id, ())
            if mention.source.kind == kind and field_name in (None, mention.field)
        }
        return tuple(found.values())
