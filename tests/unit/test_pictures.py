# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of links: the right size, small, the same each time, and no word outside."""

import io

import pytest
from PIL import Image

from spelbok.exports.paper import pictures
from spelbok.locales import LOCALES
from spelbok.site.opengraph import HEIGHT, WIDTH, preview
from spelbok.storage.cache import Cache
from tests.paper import edition

GROUND = "#0b4f6c"
LONG = "Tillgänglighetsredogörelsens granskningsmetodik för förvaltningsövergripande ord"


def opened(content):
    return Image.open(io.BytesIO(content))


@pytest.fixture(scope="module", params=LOCALES)
def made(request):
    of = edition(request.param)
    return of, list(pictures.printed(of, Cache(None)))


def test_every_page_has_a_picture_and_so_have_those_written_by_hand(made):
    of, files = made
    playbook = of.playbook
    wanted = {preview(playbook, page, of.locale, "Doors").image for page in of.renderer.pages(of.locale)}

    assert {item.url for item in files} == wanted | {preview(playbook, None, of.locale, "Doors").image}


def test_they_have_the_size_that_links_show_and_are_small(made):
    for item in made[1]:
        assert opened(item.content).size == (WIDTH, HEIGHT)
        assert len(item.content) < 40_000


def test_each_entry_has_a_picture_of_its_own(made):
    entries = [item.content for item in made[1] if "/index" not in item.url]

    assert len(set(entries)) == len(entries)


def test_the_same_words_give_the_same_bytes(made):
    assert [item.content for item in pictures.printed(made[0], Cache(None))] == [item.content for item in made[1]]


@pytest.mark.parametrize("title", ["Ö", LONG, "Ord " * 20])
def test_no_word_touches_the_edge_or_the_foot(title):
    picture = pictures.Picture(WIDTH, HEIGHT, "Arbetssätt", title.strip(), "Princip", "Spelbok", GROUND)
    drawn = opened(pictures.png(picture)).convert("L")
    bare = opened(pictures.png(pictures.Picture(WIDTH, HEIGHT, "", "", "", "Spelbok", GROUND))).convert("L")
    dark = drawn.getpixel((0, 0))
    left, top, right, bottom = drawn.point([0 if value == dark else 255 for value in range(256)]).getbbox()
    foot = bare.point([0 if value == dark else 255 for value in range(256)]).getbbox()
    gap = drawn.crop((0, foot[1] - 6, WIDTH, foot[1])).getextrema()

    assert left > 60
    assert top > 30
    assert right < WIDTH - 60
    assert bottom == foot[3]
    assert gap == (dark, dark)


def test_the_ground_is_the_themes_colour(made):
    assert opened(made[1][0].content).convert("RGB").getpixel((0, 0)) == (0x0B, 0x4F, 0x6C)


def test_a_preview_says_what_kind_of_page_it_is():
    of = edition("sv")
    page = next(page for page in of.pages if page.subject.id == "open-door")
    entry, written = (preview(of.playbook, item, "sv", "Doors") for item in (page, None))

    assert (entry.type, entry.locale, entry.alternate) == ("article", "sv_SE", "en_GB")
    assert entry.alt == "Arbetssätt - Öppen dörr - Doors"
    assert (written.type, written.alt) == ("website", "Doors")
