# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a text takes a time that grows with its length: by the form of the patterns, and by limits.

How long it takes is measured by ``python -m tests.fuzz --slow``.
"""

import re
from re import _constants as of
from re import _parser as parser

import pytest

from spelbok.checks import by_hand, language, page_limits
from spelbok.checks.folder import check_folder
from spelbok.checks.language import MAX_SUGGESTED
from spelbok.checks.page_limits import MAX_DEPTH, MAX_LINES, MAX_SIGNS
from spelbok.diagnostics import codes
from spelbok.language import encoding, spelling, words
from spelbok.language.words import Stretches, masked, read
from spelbok.playbook.markdown_pages import Handwritten
from spelbok.site import markdown
from spelbok.source.parser import MAX_FOUND

#: Patterns that may give characters back, each with why that is no more than a few for each.
GIVEN_BACK = {
    "words._WORD": "what it gives back is one part of a number or an abbreviation",
    "words._MARKER": "begins at the start of a line, and blanks are followed by no blank",
    "words._BEFORE": "is asked for twelve characters",
    "words._LETTERS_ALONE": "one class, and nothing after it",
    "words._MAYBE_MARKER": "begins at the end of a line",
    "words._BLOCK_END": "begins at the end of a line",
    "encoding._WORD": "one class, and nothing after it",
    "markdown._PARAGRAPHS": "asked of a whole text: each character fits in one way",
    "markdown._BETWEEN": "one class, and nothing after it",
}
READERS = (words, encoding, spelling, markdown, page_limits, by_hand)


def patterns():
    for module in READERS:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value


def gives_back(tree):
    """Whether some repeat without an end may give back what it took."""
    for what, value in tree:
        if what in (of.MAX_REPEAT, of.MIN_REPEAT) and value[1] is of.MAXREPEAT:
            return True
        parts = value if isinstance(value, tuple | list) else (value,)
        for part in parts:
            inner = part if isinstance(part, list) else [part]
            if any(isinstance(item, parser.SubPattern) and gives_back(item) for item in inner):
                return True
    return False


@pytest.mark.parametrize(("name", "pattern"), list(patterns()))
def test_no_pattern_that_reads_texts_tries_again_without_end(name, pattern):
    assert gives_back(parser.parse(pattern.pattern, pattern.flags)) == (name in GIVEN_BACK)


@pytest.mark.parametrize("pattern", [r"a+b", r"(?:a|b*)c", r"(?=a*b)", r"(x(?:a+)+)", r"a*?b", r"(?<!a)[\w.]{2,}@"])
def test_the_test_sees_a_repeat(pattern):
    assert gives_back(parser.parse(pattern))


@pytest.mark.parametrize("pattern", [r"a++b", r"(?>x)a{1,3}", r"(?:ab?)*+c"])
def test_the_test_lets_the_others_pass(pattern):
    assert not gives_back(parser.parse(pattern))


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("a `b` c", "a     c"),
        ("a ``b` c`` d", "a          d"),
        ("``a` b", "``a` b"),
        ("`a``b` c", "       c"),
        ("[a](b c) d", "[a](b c) d"),
        ("[a](b) d", "[a]    d"),
        ("se a.se. Sen", "se     . Sen"),
        ("www.a.gov.uk/x?y) z", "                ) z"),
        ("a.se.b", "    .b"),
        ("a..b.se", "a..    "),
        ("a.com-x", "     -x"),
        ("x@y.se. Sen", "      . Sen"),
        ("{time} {time.x}", "       {time.x}"),
        ("a.a.a. b", "a.a.a. b"),
    ],
)
def test_what_is_not_language_is_masked(text, read_as):
    assert masked(text) == read_as


def test_sentences_end_where_they_did():
    text = 'Ett. Två? "Tre!" (Fyra) t.ex. Fem: Sex ... Sju\n\nÅtta\n \n\nNio. 10'
    assert [" ".join(sentence.words) for sentence in read(text).sentences] == [
        "Ett",
        "Två",
        "Tre",
        "Fyra t.ex Fem",
        "Sex",
        "Sju",
        "Åtta",
        "Nio",
        "10",
    ]


def test_stretches_hold_what_one_of_them_holds():
    stretches = Stretches([(5, 9), (1, 3), (7, 12)])
    assert [place for place in range(14) if stretches.hold(place)] == [1, 2, 5, 6, 7, 8, 9, 10, 11]
    assert stretches.hold(5, 12)
    assert not stretches.hold(2, 5)
    assert not Stretches(()).hold(0)


def test_very_many_misspelled_words_are_not_all_told(small, monkeypatch):
    """Nor looked for: neither their neighbours nor their places take a search through the text each."""
    asked = []
    monkeypatch.setattr(spelling.Speller, "nearest", lambda _, word: asked.append(word))
    file = small / "practices" / "open-door.yml"
    wrong = [f"xq{chr(97 + one)}{chr(97 + two)}" for one in range(26) for two in range(20)]
    file.write_text(file.read_text("utf-8").replace("Frågor kommer fram.", " ".join(wrong)), "utf-8")
    measured = []
    one = language.encoding.double_encoded
    monkeypatch.setattr(language.encoding, "double_encoded", lambda text: measured.append(text) or one(text))
    found = [item.params["word"] for item in check_folder(small).diagnostics if item.code is codes.MISSPELLED]

    assert found == wrong[:MAX_FOUND]
    assert sum(len(word) ** 3 for word in asked) <= MAX_SUGGESTED
    assert measured.count(" ".join(wrong)) <= 3


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("[" * MAX_SIGNS, 0),
        ("[" * (MAX_SIGNS + 1), 1),
        ("`a" * (MAX_SIGNS + 1), 1),
        ("[a](b)\n" * (MAX_SIGNS + 1), 1),
        ("<a" * (MAX_SIGNS + 1), 1),
        ("<a>" * (MAX_SIGNS + 1), 0),
        ("- [a](b)\n" * (MAX_SIGNS + 1), 0),
        ("| [a](b) |\n" * (MAX_SIGNS + 1), 0),
        ("[a](b)\n\n" * (MAX_SIGNS + 1), 0),
        ("a\n" * MAX_LINES, 0),
        ("a\n" * (MAX_LINES + 1), 1),
        ("1. " * MAX_DEPTH + "a", 0),
        ("1. " * (MAX_DEPTH + 1) + "a", 1),
        (">" * (MAX_DEPTH + 1) + "a", 1),
        (" " * 4 * MAX_DEPTH + "- a", 1),
        (" " * 4 * MAX_DEPTH + "code", 0),
    ],
)
def test_pages_have_limits(text, signs):
    found = list(page_limits.too_much(Handwritten("docs/sv/x.md", "x", "sv", text)))
    assert [item.code for item in found] == [codes.TOO_MUCH_MARKUP] * signs
