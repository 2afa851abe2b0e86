# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lay out the map of a playbook: names and relations in, positions out.

The first kind heads one column each; the nodes of the second kind stand in
the column of their head. The other kinds lie on shelves across all columns,
each node as near to its own column as an even spread allows. Nothing here
knows what the kinds are, nor how anything is drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 152  # Of a node.
GAP = 12  # Between columns.
ROW_GAP = 8
PADDING = 9  # Around the text of a node, and of a shelf.
LINE = 17  # From one line of text to the next.
TITLE = 30  # The height of a shelf's heading.
SHELF_GAP = 18
_TURN = 4  # How far from a corner a line begins to turn.
_INNER = WIDTH - 2 * PADDING
_BOLD = 1.12  # How much wider the titles of heads are.
_VOWELS = frozenset("aeiouyåäöAEIOUYÅÄÖ")
_NARROW, _WIDE = frozenset("iIjlrtf.,:;'!|()-–/ "), frozenset("mwMWÅÄÖABCDEFGHKNOPQRSTUVXYZ%")


@dataclass(frozen=True, slots=True)
class Node:
    """Something to draw: ``column`` is the number of the head that it belongs to, from 0."""

    id: str
    kind: str
    title: str
    column: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its box and its title in lines, in the units of the drawing."""

    node: Node
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    width: int = WIDTH

    @property
    def baselines(self) -> list[tuple[int, str]]:
        """Each line of the title with the height of its baseline: the lines stand in the box's middle."""
        first = self.y + (self.height - LINE * len(self.lines)) / 2 + LINE * 0.75
        return [(round(first + LINE * index), line) for index, line in enumerate(self.lines)]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The area of one kind."""

    kind: str
    y: int
    height: int


@dataclass(frozen=True)
class Diagram:
    """The whole drawing. ``related`` has for each node the nodes that it is tied to, both ways."""

    width: int
    height: int
    shelves: tuple[Shelf, ...]
    nodes: Mapping[str, Placed]
    related: Mapping[str, tuple[str, ...]]

    def way(self, source: str, target: str) -> tuple[tuple[int, int], ...]:
        """Return the corners of a line between two nodes.

        It leaves sideways and runs in the free strips between columns and rows,
        so that it crosses no box.
        """
        start, end = self.nodes[source], self.nodes[target]
        forward = 1 if start.x < end.x else -1  # Below each other, the line goes round on the left.
        out = start.x + start.width if forward > 0 else start.x
        into = end.x if start.x < end.x else end.x + end.width if end.x < start.x else end.x
        first, last = out + forward * GAP // 2, into - forward * GAP // 2 if end.x != start.x else into - GAP // 2
        start_y, end_y = (placed.y + placed.height // 2 for placed in (start, end))
        ends = (out, start_y), (first, start_y), (last, end_y), (into, end_y)
        if first == last:
            return ends
        strip = end.y - ROW_GAP // 2 if start.y < end.y else end.y + end.height + ROW_GAP // 2
        return (*ends[:2], (first, strip), (last, strip), *ends[2:])

    def path(self, source: str, target: str) -> str:
        """Return the line between two nodes as an SVG path with rounded corners."""
        way = self.way(source, target)
        (x, y), *rest = way
        parts = [f"M{x} {y}"]
        for before, corner, after in zip(way, rest, rest[1:], strict=False):
            x, y = _toward(corner, before)
            next_x, next_y = _toward(corner, after)
            parts.append(f"L{x} {y}Q{corner[0]} {corner[1]} {next_x} {next_y}")
        return "".join(parts) + f"L{way[-1][0]} {way[-1][1]}"


def lay_out(nodes: Sequence[Node], relations: Iterable[tuple[str, str]]) -> Diagram:
    """Place ``nodes``, of which the first is a head; a relation to an unknown node is left out."""
    kinds = list(dict.fromkeys(node.kind for node in nodes))
    columns = sum(1 for node in nodes if node.kind == kinds[0]) if kinds else 0
    placed: dict[str, Placed] = {}
    shelves: list[Shelf] = []
    y = 0
    for index, kind in enumerate(kinds):
        own = [node for node in nodes if node.kind == kind]
        # A head stands in its own column without a heading of the shelf.
        top = y + (TITLE if index else PADDING)
        cells = _columns(own) if index < 2 else _spread(own, columns)  # noqa: PLR2004 - heads and what stands below them
        bottom = _fill(cells, top, _INNER if index else _INNER / _BOLD, placed)
        shelves.append(Shelf(kind, y, bottom + PADDING - y))
        y = bottom + PADDING + SHELF_GAP
    width = columns * (WIDTH + GAP) - GAP + 2 * PADDING if columns else 0
    in_order = sorted(placed.values(), key=lambda place: (kinds.index(place.node.kind), place.x, place.y))
    boxes = {place.node.id: place for place in in_order}
    return Diagram(width, max(0, y - SHELF_GAP), tuple(shelves), boxes, _related(nodes, relations))


def _toward(corner: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return the point where a line that comes from ``other`` begins to turn at ``corner``."""
    x, y = (point + max(-_TURN, min(_TURN, (to - point) // 2)) for point, to in zip(corner, other, strict=True))
    return x, y


def _columns(nodes: Iterable[Node]) -> dict[int, list[Node]]:
    cells: dict[int, list[Node]] = {}
    for node in nodes:
        cells.setdefault(node.column, []).append(node)
    return cells


def _spread(nodes: Sequence[Node], columns: int) -> dict[int, list[Node]]:
    """Share ``nodes`` evenly among the columns, in the order of their own columns."""
    cells: dict[int, list[Node]] = {}
    for index, node in enumerate(sorted(nodes, key=lambda node: node.column)):
        cells.setdefault(index * columns // len(nodes), []).append(node)
    return cells


def _fill(cells: Mapping[int, Sequence[Node]], top: int, inner: float, placed: dict[str, Placed]) -> int:
    """Place the nodes of each column below each other, in even rows; return where the last row ends."""
    y = top
    for row in range(max(map(len, cells.values()))):
        beside = {column: nodes[row] for column, nodes in cells.items() if row < len(nodes)}
        lines = {column: wrap(node.title, inner) for column, node in beside.items()}
        height = max(map(len, lines.values())) * LINE + 2 * PADDING
        for column, node in beside.items():
            x = PADDING + column * (WIDTH + GAP)
            placed[node.id] = Placed(node, x, y, height, lines[column])
        y += height + ROW_GAP
    return y - ROW_GAP


def _related(nodes: Iterable[Node], relations: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {node.id: {} for node in nodes}
    for source, target in relations:
        if source in found and target in found and source != target:
            found[source][target] = None
            found[target][source] = None
    return {node: tuple(others) for node, others in found.items()}


def wrap(text: str, width: float) -> tuple[str, ...]:
    """Break ``text`` into lines of at most ``width``, as wide as letters usually are.

    No fonts are measured, since the reader's own is used. A word that is too
    long is divided with a hyphen, before a consonant that a vowel follows.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        piece = word
        if line and breadth(f"{line} {piece}") > width:
            lines.append(line)
            line = ""
        while not line and breadth(piece) > width and len(piece) > 1:
            length = _division(piece, width)
            lines.append(f"{piece[:length]}-")
            piece = piece[length:]
        line = f"{line} {piece}".strip()
    return (*lines, line) if line else tuple(lines)


def _division(word: str, width: float) -> int:
    """Return how many letters of a word stay on the line."""
    fitting = [size for size in range(1, len(word)) if breadth(f"{word[:size]}-") <= width] or [1]
    good = (
        size
        for size in reversed(fitting)
        if size > 2 and word[size] not in _VOWELS and word[size + 1 : size + 2] in _VOWELS  # noqa: PLR2004 - a syllable
    )
    return next(good, fitting[-1])


def breadth(text: str) -> float:
    """Return about how wide ``text`` is, in a broad sans serif of 13 units."""
    return sum(4.6 if letter in _NARROW else 10.2 if letter in _WIDE else 7.8 for letter in text)
