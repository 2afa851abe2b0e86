# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map's layout: no box on another, no line through a box, every title in its box."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelbok.checks.folder import check_folder
from spelbok.site.map import KINDS, overview
from spelbok.site.map_layout import PADDING, Node, breadth, lay_out, wrap

KIND_NAMES = ("head", "own", "across", "more")
titles = st.lists(st.text("abcdeåäömwil", min_size=1, max_size=24), min_size=1, max_size=6).map(" ".join)


@st.composite
def drawings(draw):
    """Some heads, some nodes of the other kinds, some relations."""
    heads = draw(st.integers(1, 8))
    nodes = [Node(f"head-{number}", "head", draw(titles), number) for number in range(heads)]
    for kind in KIND_NAMES[1:]:
        columns = draw(st.lists(st.integers(0, heads - 1), max_size=12))
        nodes += [Node(f"{kind}-{index}", kind, draw(titles), column) for index, column in enumerate(columns)]
    ids = st.sampled_from([node.id for node in nodes])
    return nodes, draw(st.lists(st.tuples(ids, ids), max_size=12))


def box(placed):
    return placed.x, placed.y, placed.x + placed.width, placed.y + placed.height


def crosses(first, second, area):
    """Whether the straight line between two corners runs through the inside of a box."""
    (x1, x2), (y1, y2) = sorted((first[0], second[0])), sorted((first[1], second[1]))
    left, top, right, bottom = area
    return x1 < right and x2 > left and y1 < bottom and y2 > top


@given(drawings())
def test_boxes_stand_apart_and_inside(drawing):
    diagram = lay_out(*drawing)
    boxes = [box(placed) for placed in diagram.nodes.values()]

    assert diagram.nodes.keys() == {node.id for node in drawing[0]}
    assert all(
        0 <= left < right <= diagram.width and 0 <= top < bottom <= diagram.height for left, top, right, bottom in boxes
    )
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert not crosses((left, top), (right, bottom), other)


@given(drawings())
def test_lines_cross_no_box(drawing):
    diagram = lay_out(*drawing)
    for source, others in diagram.related.items():
        for target in others:
            way = diagram.way(source, target)
            for before, after in pairwise(way):
                assert before[0] == after[0] or before[1] == after[1]
                assert not any(crosses(before, after, box(placed)) for placed in diagram.nodes.values())
            assert diagram.path(source, target).startswith(f"M{way[0][0]} {way[0][1]}")
            assert diagram.path(source, target).endswith(f"L{way[-1][0]} {way[-1][1]}")


@given(drawings())
def test_relations_hold_both_ways(drawing):
    related = lay_out(*drawing).related

    assert all(node in related[other] and node != other for node, others in related.items() for other in others)


@given(drawings())
def test_titles_fit_their_boxes(drawing):
    for placed in lay_out(*drawing).nodes.values():
        assert all(breadth(line) <= placed.width - 2 * PADDING for line in placed.lines)
        assert all(placed.y < y <= placed.y + placed.height for y, _ in placed.baselines)
        assert "".join(placed.lines).translate({45: "", 32: ""}) == placed.node.title.replace(" ", "")


def test_nodes_come_column_by_column_so_that_the_keyboard_follows():
    nodes = [Node("a", "head", "A", 0), Node("b", "head", "B", 1)]
    nodes += [Node(f"{name}{number}", "own", "X", number) for number in (1, 0) for name in ("x", "y")]

    assert list(lay_out(nodes, ()).nodes) == ["a", "b", "x0", "y0", "x1", "y1"]


def test_a_relation_to_what_is_not_drawn_is_left_out():
    assert lay_out([Node("a", "head", "A", 0)], [("a", "gone"), ("gone", "a")]).related == {"a": ()}


def test_nothing_gives_an_empty_drawing():
    diagram = lay_out([], ())

    assert (diagram.width, diagram.height, diagram.nodes) == (0, 0, {})


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Kompetensutveckling", ("Kompetensutveck-", "ling")),
        ("Team med mandat", ("Team med mandat",)),
        ("Tvärfunktionellt samarbete", ("Tvärfunktionellt", "samarbete")),
    ],
)
def test_a_long_word_is_divided_before_a_syllable(word, lines):
    assert wrap(word, 130) == lines


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_the_map_holds_every_published_entry(small, locale):
    playbook = check_folder(small).playbook
    diagram = overview(playbook, locale)

    shown = {entry.id for entry in playbook.entries if entry.is_current and isinstance(entry, KINDS)}
    assert diagram.nodes.keys() == shown
    assert "open-door" in diagram.related["openness"]
