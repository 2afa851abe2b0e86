# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facets: what each entry is found under, and which choices an index offers."""

import pytest

from spelbok.checks.folder import check_folder
from spelbok.model.duration import Duration
from spelbok.model.entry import GroupSize
from spelbok.model.values import Choice
from spelbok.site.facets import LABELS, groups, options, times, values


@pytest.fixture
def playbook(small):
    return check_folder(small).playbook


@pytest.fixture
def two(playbook):
    """Two practices, the second for other people, places and times."""
    first = playbook.by_id["open-door"]
    other = {
        "audience": (Choice("roles", "team"),),
        "difficulty": Choice("levels", "advanced"),
        "settings": (Choice("settings", "remote"),),
        "duration": first.duration.model_copy(update={"session": Duration.parse("PT3H")}),
    }
    return [first, first.model_copy(update={"id": "closed-door", **other})]


def ids(found):
    return [str(value) for value in found]


@pytest.mark.parametrize(
    ("duration", "buckets"),
    [
        ("PT30M", ["up_to_30", "up_to_60", "up_to_120"]),
        ("PT31M", ["up_to_60", "up_to_120"]),
        ("PT2H", ["up_to_120"]),
        ("PT2H1M", ["over_120"]),
        ("P1D", ["over_120"]),
    ],
)
def test_a_time_is_found_wherever_it_fits(duration, buckets):
    assert ids(times(Duration.parse(duration))) == buckets


@pytest.mark.parametrize(
    ("fewest", "most", "buckets"),
    [
        (2, 5, ["group_small"]),
        (5, 6, ["group_small", "group_medium"]),
        (13, 13, ["group_large"]),
        (1, 1000, ["group_small", "group_medium", "group_large"]),
    ],
)
def test_a_group_is_found_under_every_size_that_it_allows(fewest, most, buckets):
    assert ids(groups(GroupSize(min=fewest, max=most))) == buckets


def test_every_card_is_found_under_every_facet(playbook, two):
    offered = options(playbook, two)

    assert offered.keys() <= LABELS.keys()
    assert {"audience", "time", "difficulty", "setting"} <= offered.keys()
    for entry in two:
        mine = values(entry)
        assert all(set(mine[name]) & set(choices) for name, choices in offered.items())


def test_choices_come_in_the_order_of_readers(playbook, two):
    offered = options(playbook, two[::-1])

    assert ids(offered["time"]) == ["up_to_60", "up_to_120", "over_120"]
    assert ids(offered["difficulty"]) == ["introductory", "advanced"]
    assert ids(offered["audience"]) == ["leader", "team"]


def test_a_facet_with_one_choice_is_left_out(playbook, two):
    assert "difficulty" not in options(playbook, two[:1])


def test_kinds_without_facets_have_no_values(playbook):
    assert values(playbook.by_id["visits"]) == {}
