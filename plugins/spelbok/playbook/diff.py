# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a change of the playbook means for readers: two playbooks and their pages in, the differences out."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from spelbok.locales import Locale
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.playbook.translations import Bilingual, State, Translation, bilinguals, of_playbook

_BREAK = re.compile(r"<(?:/?(?:p|li|ul|ol|h[1-6]|dt|dd|dl|tr|div|section|summary|table|caption)\b[^>]*|br)>")
_CELL = re.compile(r"</t[hd]>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as a reader meets it: its address, its title, and the lines of its text.

    Without ``lines`` the page could not be rendered.
    """

    url: str
    title: str
    lines: tuple[str, ...] | None


#: Pages by key and language: the same page in two playbooks.
Pages = Mapping[tuple[str, Locale], Shown]


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is added, removed or reads differently, with the lines that differ (``-`` and ``+``)."""

    key: str
    locale: Locale
    url: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A page whose address changes, or ends (``new`` is empty)."""

    key: str
    locale: Locale
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Lag:
    """A translation that lags after the change and did not before."""

    entry: str
    file: str
    line: int
    name: str
    locale: Locale
    state: State


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that a change means."""

    added: tuple[PageChange, ...]
    removed: tuple[PageChange, ...]
    changed: tuple[PageChange, ...]
    moved: tuple[Move, ...]
    #: Ids of modules and paths whose content, or something that they point to, changes.
    reached: tuple[str, ...]
    lags: tuple[Lag, ...]
    #: Files with mistakes that keep them from being read: nothing else is said of them.
    unread: tuple[str, ...] = ()
    #: Changed files that are not laid out as the others are; readers see nothing of it.
    untidy: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether readers see a difference."""
        return any((self.added, self.removed, self.changed, self.moved, self.reached, self.lags))


def text_lines(html: str) -> tuple[str, ...]:
    """Return the text of a page, a line for each paragraph, heading, list item or table row."""
    text = _TAG.sub("", _CELL.sub(" | ", _BREAK.sub("\n", html.replace("\n", " "))))
    lines = (" ".join(unescape(line).split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def is_same(before: Playbook, after: Playbook) -> bool:
    """Whether the pages of two playbooks are made from the same content."""
    return _content(before) == _content(after)


def _content(playbook: Playbook) -> tuple[object, ...]:
    """Return everything that pages show, whatever the layout of its files and the days of their commits."""
    return (
        _texts(playbook),
        playbook.vocabulary,
        playbook.glossary,
        playbook.publisher,
        {name: {locale: page.text for locale, page in pages.items()} for name, pages in playbook.by_hand.items()},
        {item.name: playbook.records.get(item.name) for item in bilinguals(playbook)},
    )


def impact(before: Playbook, after: Playbook, pages_before: Pages, pages_after: Pages) -> Impact:
    """Return what changes for readers when ``before`` becomes ``after``."""
    added = [_change(key, page, (), page.lines or ()) for key, page in pages_after.items() if key not in pages_before]
    removed = [_change(key, page, page.lines or (), ()) for key, page in pages_before.items() if key not in pages_after]
    both = [(key, pages_before[key], page) for key, page in pages_after.items() if key in pages_before]
    changed = [_change(key, new, old.lines or (), new.lines or ()) for key, old, new in both if old.lines != new.lines]
    moved = [Move(*key, old.url, new.url) for key, old, new in both if old.url != new.url]
    moved += [Move(item.key, item.locale, item.url, "") for item in removed]
    return Impact(
        tuple(added), tuple(removed), tuple(changed), tuple(moved), _reached(before, after), tuple(_lags(before, after))
    )


def _change(key: tuple[str, Locale], page: Shown, old: Sequence[str], new: Sequence[str]) -> PageChange:
    diff = [line for line in difflib.unified_diff(old, new, n=0, lineterm="") if not line.startswith("@@")][2:]
    return PageChange(*key, page.url, page.title, tuple(diff))


def _texts(playbook: Playbook) -> dict[str, str]:
    return {item.entry.id: item.entry.model_dump_json() for item in playbook.loaded}


def _reached(before: Playbook, after: Playbook) -> tuple[str, ...]:
    """Return the modules and paths that the changed entries reach, in the order of readers."""
    old, new = _texts(before), _texts(after)
    found = {entry_id for entry_id in old.keys() | new.keys() if old.get(entry_id) != new.get(entry_id)}
    for kind in ("module", "path"):  # A practice reaches modules, and through them the paths.
        found |= {entry.id for playbook in (before, after) for entry in _pointing(playbook, found, kind)}
    teaching = [entry.id for entry in (*after.entries, *before.entries) if entry.kind in ("module", "path")]
    return tuple(dict.fromkeys(entry_id for entry_id in teaching if entry_id in found))


def _pointing(playbook: Playbook, ids: Iterable[str], kind: str) -> list[Entry]:
    targets = [playbook.by_id[entry_id] for entry_id in ids if entry_id in playbook.by_id]
    return [entry for target in targets for entry in playbook.referring(target, kind)]


def _lags(before: Playbook, after: Playbook) -> list[Lag]:
    old = {(name, item.text.name): item.state for name, items in of_playbook(before).items() for item in items}
    files = {item.name: item for item in bilinguals(after)}
    return [
        _lag(files[name], item)
        for name, items in of_playbook(after).items()
        for item in items
        if item.state in ("outdated", "missing") and old.get((name, item.text.name)) != item.state
    ]


def _lag(file: Bilingual, item: Translation) -> Lag:
    place = file.document.span((*item.text.path, file.source) if item.state == "outdated" else item.text.path)
    return Lag(file.name, file.document.file, place.line, item.text.name, item.locale, item.state)
