# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card deck: both sides, on pages and on sheets, with codes that can be read, and no text cut off."""

import shutil

import pytest

from spelbok.checks.folder import check_folder
from spelbok.diagnostics import Diagnostic, codes
from spelbok.exports.paper import cards
from spelbok.locales import LOCALES
from spelbok.storage.cache import Cache
from tests.conftest import SMALL
from tests.paper import ADDRESS, codes_on, edition, faults, file, fonts, opened

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    """The small playbook with five practices: a sheet full of cards, and one card on the next."""
    folder = shutil.copytree(SMALL, tmp_path_factory.mktemp("five") / "playbook")
    text = (folder / "practices" / "open-door.yml").read_text("utf-8")
    for number in range(2, 6):
        name = f"open-door-{number}"
        (folder / "practices" / f"{name}.yml").write_text(
            text.replace("id: open-door\n", f"id: {name}\n")
            .replace("oppen-dorr", f"oppen-dorr-{number}")
            .replace("slug: {sv: oppen", "slug: {sv: oppen")
            .replace("en: open-door}", f"en: {name}}}")
            .replace("Öppen dörr", f"Öppen dörr {number}")
            .replace("Open door", f"Open door {number}"),
            "utf-8",
        )
    return folder


@pytest.fixture(scope="module", params=LOCALES)
def deck(request, five):
    of = edition(request.param, five)
    return of, list(cards.printed(of, Cache(None)))


def test_a_validator_of_pdf_ua_finds_nothing_in_pages_or_sheets(deck):
    assert [faults(item.content) for item in deck[1]] == [[], []]


def test_every_practice_has_two_sides_in_a6(deck):
    pages = opened(deck[1][0].content).pages
    assert len(pages) == 2 * 5
    for page in pages:
        size = [float(part) / MILLIMETRE for part in page.mediabox[2:]]
        assert size == pytest.approx([148.5, 105], abs=0.1)


def test_the_code_on_each_back_is_the_permanent_address(deck):
    found = list(codes_on(deck[1][0].content))

    assert [len(on_page) for on_page in found] == [0, 1] * 5
    assert {text for on_page in found for text in on_page} == {
        f"{ADDRESS}id/{page.subject.id}/" for page in deck[0].pages if page.subject.kind == "practice"
    }


def test_each_back_lies_behind_its_front_when_the_sheet_is_turned_on_its_short_edge(deck):
    """A sheet turned on its short edge shows its left where its right was; up stays up."""
    made = cards.deck(deck[0])
    for sheet in made.sheets:
        for place, card in enumerate(sheet.fronts):
            row, column = divmod(place, 2)
            assert sheet.backs[row * 2 + (1 - column)] is card
    on_sheets = list(codes_on(deck[1][1].content))
    backs = on_sheets[1]
    first, second, third = (made.cards[index].address for index in range(3))

    assert [len(on_page) for on_page in on_sheets] == [0, 4, 0, 1]
    assert backs[first][0] > 297 / 2 > backs[second][0], "the first front is on the left, so its back is on the right"
    assert backs[first][1] < 210 / 2 < backs[third][1], "rows stay where they are"
    (alone,) = on_sheets[3].values()
    assert alone[0] > 297 / 2


def test_letters_come_from_the_repository(deck):
    for item in deck[1]:
        found = fonts(opened(item.content))
        assert found
        assert all(found.values())
        assert all(name.startswith("Atkinson-Hyperlegible-Next") for name in found)


def test_the_same_texts_give_the_same_bytes(deck):
    assert [item.content for item in cards.printed(deck[0], Cache(None))] == [item.content for item in deck[1]]


def test_a_side_that_runs_on_is_told_and_never_cut_off(tmp_path):
    folder = shutil.copytree(SMALL, tmp_path / "playbook")
    entry = folder / "practices" / "open-door.yml"
    text = entry.read_text("utf-8")
    start = text.index("use_when:\n") + len("use_when:\n")
    more = "".join(f"  - {{sv: Rad {number}, en: Line {number}}}\n" for number in range(20))
    entry.write_text(text[:start] + more + text[start:], "utf-8")

    found = list(cards.printed(edition("en", folder), Cache(tmp_path / "cache")))

    assert [item.code for item in found] == [codes.CARD_TOO_FULL]
    assert found[0].file.endswith("practices/open-door.yml")
    assert found[0].params["language"] == "en"


@pytest.mark.parametrize("field", ["use_when", "outcomes"])
def test_the_check_and_the_layout_agree_on_the_last_line_that_fits(field, tmp_path):
    """Lines are added until the check refuses: the layout takes as many, and not one more."""
    folder = shutil.copytree(SMALL, tmp_path / "playbook")
    entry = folder / "practices" / "open-door.yml"
    text = entry.read_text("utf-8")
    start = text.index(f"\n{field}:\n") + len(f"\n{field}:\n")

    def refused(count):
        more = "".join(f"  - {{sv: Rad {number}, en: Line {number}}}\n" for number in range(count))
        entry.write_text(text[:start] + more + text[start:], "utf-8")
        return any(item.code == codes.CARD_TOO_FULL for item in check_folder(folder).diagnostics)

    def runs_on():
        return any(isinstance(item, Diagnostic) for item in cards.printed(edition("en", folder), Cache(None)))

    first = next(count for count in range(1, 30) if refused(count))
    assert runs_on()
    assert not refused(first - 1)
    assert not runs_on()


def test_the_page_on_which_no_side_begins_belongs_to_the_side_before():
    pages = [["front.a"], ["back.a"], [], ["front.b"], ["front.b"], ["back.b"]]

    assert list(cards.overfull(pages)) == ["a", "b"]
    assert list(cards.overfull([["front.a"], ["back.a"]])) == []


def test_a_playbook_without_practices_has_an_empty_deck(tmp_path):
    folder = shutil.copytree(SMALL, tmp_path / "playbook")
    for name in ("practices", "modules", "principles", "paths", "measures"):
        shutil.rmtree(folder / name)

    assert faults(file(list(cards.printed(edition("sv", folder), Cache(None))), "kort.pdf")) == []
