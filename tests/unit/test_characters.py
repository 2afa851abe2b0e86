# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invisible characters belong in emoji and in scripts that need them, and nowhere else."""

import pytest

from spelbok.checks.folder import check_folder
from spelbok.source.characters import forbidden
from spelbok.source.parser import conflict_markers, parse


@pytest.mark.parametrize(
    "text",
    [
        "👩‍💻",
        "🏳️‍🌈",
        "👨‍👩‍👧‍👦",
        "👩🏽‍💻",
        "⛹🏻‍♀️",
        "❤️‍🔥",
        "❤️",
        "☺︎",
        "1️⃣",
        "🇸🇪",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می‌خواهم",  # Persian, with a zero-width non-joiner.
        "क्‍ष",  # Hindi, with a zero-width joiner.
        "ശ്രീ ന്‍",  # Malayalam, with a joiner at the end of a word.
        "葛\U000e0100",  # A variant of an ideograph.
        "å, ä\u00a0ö",
    ],
)
def test_right_text_is_accepted(text):
    assert forbidden(text) == []
    assert parse(f"text: {text}\n".encode(), "x.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("a\u200db", [1]),
        ("a\u200cb", [1]),
        ("a\u200bb", [1]),
        ("a\u00adb", [1]),
        ("a\ufe0fb", [1]),
        ("ab\U000e0101", [2]),
        ("\u200d👩", [0]),
        ("👩\u200d", [1]),
        ("👩\u200d\u200d💻", [1, 2]),
        ("می\u200c\u200cخ", [2]),
        ("\U0001f3f4\U000e0067\U000e007f", [1, 2]),
        ("\U000e0041", [0]),
        ("\ufffe", [0]),
        ("\uffff", [0]),
        ("\U0010ffff", [0]),
        ("\ufdd0", [0]),
        ("\ud800", [0]),
        ("\u2028", [0]),
        ("\u2029", [0]),
        ("\x7f", [0]),
        ("\x01", [0]),
    ],
)
def test_elsewhere_what_cannot_be_seen_is_refused(text, offsets):
    found = forbidden(text)
    assert found[: len(offsets)] == offsets or set(offsets) <= set(found)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('a: "x\\uFFFEy"\n', 1, 6),
        ('a: "x\\U0001FFFFy"\n', 1, 6),
        ('a: "x\\x7fy"\n', 1, 6),
        ('a: "x\\Ly"\n', 1, 6),
        ('a: "x\\Py"\n', 1, 6),
        ('a: "x\\0y"\n', 1, 6),
        ('a: "x\n  y\\u202ez"\n', 2, 4),
        ('a: "x\\u200dy"\n', 1, 6),
        ("a: x\ufffey\n", 1, 5),
    ],
)
def test_an_escape_is_refused_where_it_stands(text, line, column):
    _, found = parse(text.encode(), "x.yml")
    assert [(item.code.name, item.span.line, item.span.column) for item in found] == [
        ("forbidden-character", line, column)
    ]


def test_an_escaped_emoji_is_right():
    assert parse(b'a: "\\U0001F469\\u200d\\U0001F4BB"\n', "x.yml")[1] == []


def test_a_heading_in_markdown_is_no_conflict():
    assert conflict_markers("Heading\n=======\n", "x.md", is_yaml=False) == []
    assert len(conflict_markers("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", "x.md", is_yaml=False)) == 3


def test_other_scripts_are_published_without_a_word(small):
    file = small / "practices" / "open-door.yml"
    words = "👩\u200d💻 می\u200cخواهم क्\u200dष 葛"
    text = file.read_text("utf-8").replace("Frågor kommer fram.", f"Frågor {words}.")
    file.write_text(text.replace("Questions come out.", f"Questions {words}."), "utf-8")
    assert check_folder(small).diagnostics == []


def test_letters_that_look_like_latin_ones_are_misspelled(small):
    file = small / "practices" / "open-door.yml"
    file.write_text(file.read_text("utf-8").replace("Frågor kommer fram.", "Frågor \u0441\u043e\u043c."), "utf-8")
    assert [item.code.name for item in check_folder(small).diagnostics] == ["misspelled"]
