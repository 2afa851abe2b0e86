# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Durations: reading and writing are inverse, and a sum is the sum of its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelbok.model.duration import Duration

durations = st.builds(
    Duration,
    year=st.integers(0, 99),
    month=st.integers(0, 999),
    week=st.integers(0, 999),
    day=st.integers(0, 999),
    hour=st.integers(0, 999),
    minute=st.integers(0, 9999),
).filter(lambda duration: duration != Duration())


@given(durations)
def test_what_is_written_reads_the_same(duration):
    assert Duration.parse(str(duration)) == duration


@given(st.integers(1, 10_000))
def test_minutes_are_kept(minutes):
    assert Duration.of_minutes(minutes).minutes == minutes


@given(durations)
def test_it_is_said_in_both_languages(duration):
    assert duration.said("sv")
    assert duration.said("en")


@pytest.mark.parametrize(
    ("text", "sv", "en"),
    [
        ("PT45M", "45 min", "45 min"),
        ("PT1H30M", "1 tim 30 min", "1 hr 30 min"),
        ("P2D", "2 dagar", "2 days"),
        ("P1W", "1 vecka", "1 week"),
        ("P12M", "12 månader", "12 months"),
    ],
)
def test_words(text, sv, en):
    assert (Duration.parse(text).said("sv"), Duration.parse(text).said("en")) == (sv, en)


@pytest.mark.parametrize("text", ["", "P", "PT", "PT0M", "1H", "P1H", "PT1D", "-PT1H", "PT1.5H", "P1Y2", "45 min"])
def test_what_is_no_duration(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is the message
        Duration.parse(text)
