# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters of the indexes, as a reader with a pointer, a keyboard or no script meets them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from spelbok.site.facets import options, values

LANGUAGES = ("sv", "en")
CARDS = ".sb-cards > li"
SHOWN = f"{CARDS}:visible"


def expected(playbook, kind, **wanted):
    """The number of entries that the model says fit: every facet, one of its values."""
    entries = [entry for entry in playbook.entries if entry.kind == kind and entry.is_current]
    found = [{name: {str(value) for value in mine} for name, mine in values(entry).items()} for entry in entries]
    return sum(all(set(choices) & mine[name] for name, choices in wanted.items()) for mine in found)


def tick(page, name, value):
    page.locator(f".sb-facets [name={name}][value={value}]").check()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["practice", "module"])
def test_between_facets_all_must_fit_and_inside_a_facet_one(visit, addresses, playbook, kind, language):
    with visit(addresses[language][f"{kind}-index"]) as seen:
        page = seen.page
        expect(page.locator(SHOWN)).to_have_count(expected(playbook, kind))
        page.locator(".sb-facets summary").click()
        tick(page, "audience", "leader")
        expect(page.locator(SHOWN)).to_have_count(expected(playbook, kind, audience=["leader"]))
        tick(page, "audience", "team")
        expect(page.locator(SHOWN)).to_have_count(expected(playbook, kind, audience=["leader", "team"]))
        tick(page, "time", "up_to_120")
        shown = expected(playbook, kind, audience=["leader", "team"], time=["up_to_120"])
        assert 0 < shown < expected(playbook, kind, audience=["leader", "team"])
        expect(page.locator(SHOWN)).to_have_count(shown)
        expect(page.locator(".sb-facets [role=status]")).to_contain_text(str(shown))
        assert seen.messages == []


@pytest.mark.parametrize("kind", ["practice", "module"])
def test_each_choice_says_how_many_it_would_show(visit, addresses, playbook, kind):
    with visit(addresses["sv"][f"{kind}-index"] + "?audience=leader") as seen:
        entries = [entry for entry in playbook.entries if entry.kind == kind and entry.is_current]
        for name, choices in options(playbook, entries).items():
            for choice in map(str, choices):
                others = {} if name == "audience" else {"audience": ["leader"]}
                label = seen.page.locator(f".sb-facets label:has([name={name}][value={choice}])")
                expect(label).to_contain_text(f"({expected(playbook, kind, **others, **{name: [choice]})})")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_keeps_what_is_ticked(visit, addresses, playbook, language):
    start = addresses[language]["practice-index"]
    with visit(start) as seen:
        page = seen.page
        page.locator(".sb-facets summary").click()
        tick(page, "time", "up_to_60")
        tick(page, "audience", "leader")
        tick(page, "audience", "manager")
        query = parse_qs(urlsplit(page.url).query)
        assert query == {"time": ["up_to_60"], "audience": ["leader", "manager"]}
        page.goto(page.url)
        expect(page.locator(SHOWN)).to_have_count(expected(playbook, "practice", **query))
        expect(page.locator(".sb-facets details")).to_have_attribute("open", "")
        expect(page.locator(".sb-facets :checked")).to_have_count(3)
        page.locator(".sb-language").click()  # The other language shows the same choice.
        expect(page.locator(SHOWN)).to_have_count(expected(playbook, "practice", **query))


def test_an_unknown_choice_in_the_address_filters_nothing(visit, addresses, playbook):
    with visit(addresses["sv"]["practice-index"] + "?time=never&nonsense=1&audience=%3Cb%3E") as seen:
        expect(seen.page.locator(SHOWN)).to_have_count(expected(playbook, "practice"))
        assert seen.messages == []


def test_headings_of_empty_groups_are_hidden_also_in_the_contents(visit, addresses):
    with visit(addresses["sv"]["practice-index"] + "?time=up_to_30") as seen:
        page = seen.page
        groups = page.locator("section:has(> .sb-cards)").all()
        full = [bool(group.locator("li:visible").count()) for group in groups]
        assert 0 < sum(full) < len(groups)
        for group, has_cards in zip(groups, full, strict=True):
            assert group.is_visible() == has_cards
            links = page.locator(f"nav a[href='#{group.get_attribute('aria-labelledby')}']:visible")
            assert (links.count() > 0) == has_cards


def test_the_keyboard_filters_and_clears_and_keeps_its_place(visit, addresses, playbook):
    with visit(addresses["sv"]["practice-index"]) as seen:
        page = seen.page
        page.locator(".sb-facets summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        first = page.locator(".sb-facets input").first
        expect(first).to_be_checked()
        expect(first).to_be_focused()
        clear = page.locator(".sb-facets__bar button")
        clear.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".sb-facets :checked")).to_have_count(0)
        expect(page.locator(SHOWN)).to_have_count(expected(playbook, "practice"))
        expect(clear).to_be_hidden()
        expect(page.locator(".sb-facets summary")).to_be_focused()
        assert urlsplit(page.url).query == ""


def test_the_status_says_when_nothing_fits(visit, addresses):
    with visit(addresses["en"]["practice-index"] + "?time=up_to_30&difficulty=advanced") as seen:
        expect(seen.page.locator(SHOWN)).to_have_count(0)
        expect(seen.page.locator(".sb-facets [role=status]")).to_have_text(
            seen.page.locator(".sb-facets").get_attribute("data-none")
        )


def test_every_facet_has_a_name_and_every_box_room_for_a_thumb(visit, addresses):
    with visit(addresses["sv"]["practice-index"], width=320) as seen:
        page = seen.page
        page.locator(".sb-facets summary").click()
        names = page.locator(".sb-facets fieldset > legend").all_text_contents()
        assert len(set(names)) == len(names) == page.locator(".sb-facets fieldset").count() > 5
        for label in page.locator(".sb-facets label").all():
            assert label.bounding_box()["height"] >= 24
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("kind", ["practice", "module"])
def test_without_script_the_full_list_stands(chromium, addresses, playbook, kind):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses["sv"][f"{kind}-index"] + "?time=up_to_30")
    expect(page.locator(SHOWN)).to_have_count(expected(playbook, kind))
    expect(page.locator(".sb-facets")).to_be_hidden()
    context.close()
