# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of a playbook: which entries it shows, in which columns, and how they are related."""

from collections.abc import Iterator

from spelbok.locales import Locale
from spelbok.model import Entry, Measure, Practice, Principle, TrainingModule
from spelbok.model.values import Ref
from spelbok.playbook import Playbook
from spelbok.site.map_layout import Diagram, Node, lay_out

#: Top to bottom: what heads the columns, what stands in them, what lies across.
KINDS: tuple[type[Entry], ...] = (Principle, Practice, TrainingModule, Measure)
#: More boxes than these nobody can read, and a browser draws them slowly.
MOST = 250


def overview(playbook: Playbook, locale: Locale) -> Diagram:
    """Return the map, drawn with the titles of one language: empty where it would be too large to read."""
    heads = [entry.id for entry in playbook.of(Principle) if entry.is_current]
    nodes = []
    for kind in KINDS:
        for entry in playbook.of(kind):
            column = _column(entry, heads)
            if entry.is_current and column is not None:
                nodes.append(Node(entry.id, kind.kind, entry.title.shown(locale)[0], column))
    return lay_out(nodes if len(nodes) <= MOST else [], _relations(playbook))


def _column(entry: Entry, heads: list[str]) -> int | None:
    """Return the column of the first published principle that an entry serves."""
    if isinstance(entry, Principle):
        return heads.index(entry.id) if entry.id in heads else None
    principles: tuple[Ref, ...] = getattr(entry, "principles", ())
    return next((heads.index(ref.id) for ref in principles if ref.id in heads), None)


def _relations(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """Yield whom each entry points to, but not from the statements that lead to practices."""
    for entry in playbook.entries:
        for path, value in playbook.values(entry):
            if isinstance(value, Ref) and path[0] != "self_assessment":
                yield entry.id, value.id
