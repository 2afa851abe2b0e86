# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What those who teach a module need: times that follow on each other, no gap from outcome to work, words to copy."""

import re

import pytest
import segno

from spelbok.checks.folder import check_folder
from spelbok.site import qr, teaching
from tests.conftest import SMALL

ADDRESS = "https://agency.example/playbook/id/opening-doors/sv/"


@pytest.fixture(scope="module")
def playbook():
    return check_folder(SMALL).playbook


@pytest.fixture
def module(playbook):
    return playbook.by_id["opening-doors"]


def test_each_activity_begins_where_the_one_before_it_ends(module):
    slots = teaching.run_sheet(module)

    assert [(slot.activity.id, slot.start, slot.end) for slot in slots] == [("try", 0, 20), ("talk", 20, 30)]
    assert slots[-1].end == module.duration.minutes


def test_the_alignment_names_where_each_outcome_is_practised_and_checked(module):
    rows = teaching.alignment(module)

    assert [row.outcome.id for row in rows] == ["open", "listen"]
    assert [[activity.id for activity in row.activities] for row in rows] == [["try"], ["try"]]
    assert [[(number, question.id) for number, question in row.questions] for row in rows] == [
        [(1, "first")],
        [(2, "second")],
    ]


def test_the_course_text_holds_title_outcomes_time_and_address(playbook, module):
    text = teaching.course_text(playbook, module, "sv", ADDRESS)

    assert text.splitlines()[0] == "Öppna dörrar"
    assert "– öppna en dörr\n– lyssna färdigt" in text
    assert "Tid: 30 min" in text
    assert text.endswith(ADDRESS)


def test_the_course_text_of_a_path_adds_up_its_modules(playbook):
    text = teaching.course_text(playbook, playbook.by_id["to-openness"], "en", ADDRESS)

    assert "– open\n– listen" in text
    assert "Time: 30 min" in text


def test_an_entry_without_a_session_takes_no_time(playbook):
    assert teaching.minutes(playbook, playbook.by_id["openness"]) == 0


def test_a_code_is_drawn_as_its_maker_draws_it():
    code = segno.make(ADDRESS, error="m", micro=False, mask=3)
    [dark] = re.findall(r'stroke="#000" d="[^"]+"', code.svg_inline(border=4, lineclass=None, dark="#000"))

    assert dark in qr.svg(ADDRESS, "a")


def test_a_code_is_an_image_with_a_name_and_no_markup_from_its_title():
    drawn = qr.svg(ADDRESS, 'a "<b>" & c')

    assert drawn.startswith('<svg role="img" xmlns="http://www.w3.org/2000/svg"')
    assert "<title>a &quot;&lt;b&gt;&quot; &amp; c</title>" in drawn or "&lt;b&gt;" in drawn
    assert "<b>" not in drawn
    assert "style=" not in drawn
