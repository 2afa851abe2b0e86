# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map: every entry a named link, legible in every look, and the same told as lists."""

import pytest
from playwright.sync_api import expect

from spelbok.site.map import KINDS, overview
from spelbok.site.routes import entry_url

LANGUAGES = ("sv", "en")
TIES = ".sb-map__ties:visible"
#: Titles that reach out of their boxes.
OUTSIDE = """() => [...document.querySelectorAll(".sb-map a")].filter(link => {
  const box = link.querySelector("rect").getBoundingClientRect();
  const text = link.querySelector("text").getBoundingClientRect();
  return text.left < box.left || text.right > box.right || text.top < box.top || text.bottom > box.bottom;
}).map(link => link.textContent)"""
#: The contrast of every title in the map with the box behind it; the least of them.
CONTRAST = """() => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255);
    const [r, g, b] = parts.map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const solid = (colour, under) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    const below = under.match(/[\\d.]+/g).map(Number);
    return `rgb(${[r, g, b].map((part, i) => part * a + below[i] * (1 - a)).join(",")})`;
  };
  const boxes = [...document.querySelectorAll(".sb-map__box")].map(box => getComputedStyle(box).fill);
  const texts = [...document.querySelectorAll(".sb-map a text")].map(text => getComputedStyle(text).fill);
  return Math.min(...texts.map((text, i) => {
    const [a, b] = [light(solid(text, boxes[i])), light(boxes[i])].sort((one, other) => other - one);
    return (a + 0.05) / (b + 0.05);
  }));
}"""


def drawn(playbook):
    return [entry for entry in playbook.entries if entry.is_current and isinstance(entry, KINDS)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_a_link_with_its_name(visit, addresses, playbook, published, language):
    with visit(addresses[language]["map"]) as seen:
        links = seen.page.locator(".sb-map").get_by_role("link")
        found = {
            link.evaluate("a => a.href.baseVal && new URL(a.href.baseVal, location).href"): link for link in links.all()
        }
        wanted = {published.address + entry_url(entry, language): entry for entry in drawn(playbook)}
        assert found.keys() == wanted.keys()
        for address, entry in wanted.items():
            title = entry.title.shown(language)[0]
            assert seen.page.locator(".sb-map").get_by_role("link", name=f"{title} (", exact=False).count() >= 1
            assert found[address].locator("title").text_content().startswith(title)
        assert seen.messages == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_titles_are_legible_and_inside_their_boxes(visit, addresses, language, scheme):
    with visit(addresses[language]["map"], scheme=scheme) as seen:
        assert seen.page.evaluate(OUTSIDE) == []
        assert seen.page.evaluate(CONTRAST) >= 4.5


def test_forced_colours_keep_text_and_boxes_apart(chromium, addresses):
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(addresses["sv"]["map"])
    assert page.evaluate(CONTRAST) >= 4.5
    strokes = page.locator(".sb-map__box").evaluate_all(
        "boxes => boxes.map(box => [getComputedStyle(box).stroke, getComputedStyle(box).fill])"
    )
    assert all(stroke != fill for stroke, fill in strokes)
    context.close()


@pytest.mark.parametrize("entry", ["product-vision", "continuous-learning", "measuring-impact", "user-satisfaction"])
def test_focus_and_hover_show_what_an_entry_goes_together_with(visit, addresses, playbook, entry):
    related = overview(playbook, "sv").related[entry]
    address = entry_url(playbook.by_id[entry], "sv")
    with visit(addresses["sv"]["map"]) as seen:
        page = seen.page
        link = page.locator(f".sb-map a[href$='{address}']")
        expect(page.locator(TIES)).to_have_count(0)
        link.focus()
        expect(page.locator(TIES)).to_have_count(1)
        expect(page.locator(f"{TIES} > path")).to_have_count(len(related))
        page.locator("h1").click()
        expect(page.locator(TIES)).to_have_count(0)
        link.hover()
        expect(page.locator(f"{TIES} > rect")).to_have_count(len(related))


def test_the_focused_box_is_marked(visit, addresses):
    with visit(addresses["sv"]["map"]) as seen:
        box = seen.page.locator(".sb-map__link").first
        look = "box => getComputedStyle(box).strokeWidth"
        before = box.evaluate(look)
        seen.page.locator(".sb-map").focus()
        seen.page.keyboard.press("Tab")
        assert box.evaluate("box => box.parentNode === document.activeElement")
        assert box.evaluate(look) == "4px" != before


@pytest.mark.parametrize("width", [1280, 320])
def test_the_map_scrolls_on_its_own_and_the_keyboard_brings_boxes_into_sight(visit, addresses, width):
    with visit(addresses["sv"]["map"], width=width) as seen:
        page = seen.page
        assert page.evaluate("document.documentElement.scrollWidth") == width
        region = page.get_by_role("region", name="Karta", exact=True)
        region.focus()
        expect(region).to_be_focused()
        last = page.locator(".sb-map__node--principle a").last
        last.focus()
        box = last.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        whole = region.evaluate("region => region.scrollWidth <= region.clientWidth")
        assert whole == (width == 1280)  # The whole is seen at once where there is room.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_tell_the_same(visit, addresses, playbook, published, language):
    with visit(addresses[language]["map"]) as seen:
        links = seen.page.locator(".sb-map-text a").evaluate_all("links => links.map(link => link.href)")
        assert set(links) == {published.address + entry_url(entry, language) for entry in drawn(playbook)}
        seen.page.locator(".sb-map-help a").click()
        expect(seen.page.locator("#as-text")).to_be_in_viewport()


def test_without_script_nothing_is_missing(chromium, addresses):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses["sv"]["map"])
    page.locator(".sb-map a").first.focus()
    expect(page.locator(TIES)).to_have_count(1)
    context.close()
