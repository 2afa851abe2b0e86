# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checklists: ticks stay in this browser, from the first tick until the last is taken away."""

import pytest
from playwright.sync_api import expect

from spelbok.site.routes import entry_url

BOX = ".sb-checklist input"


@pytest.fixture
def address(published, playbook):
    return lambda entry="retrospective", locale="sv": published.address + entry_url(playbook.by_id[entry], locale)


def kept(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.includes('check')))")


def test_nothing_is_kept_before_the_first_tick(visit, address):
    with visit(address()) as seen:
        assert kept(seen.page) == {}
        expect(seen.page.locator(".sb-checklist-bar")).to_be_hidden()


def test_ticks_are_kept_by_entry_in_both_languages(visit, address):
    with visit(address()) as seen:
        page = seen.page
        page.locator(BOX).nth(1).check()
        assert list(kept(page)) == ["spelbok:checklist:retrospective"]
        expect(page.locator(".sb-checklist-bar__status")).to_contain_text("1 av")
        for again in (address(), address(locale="en")):
            page.goto(again)
            expect(page.locator(BOX).nth(1)).to_be_checked()
            expect(page.locator(f"{BOX}:checked")).to_have_count(1)
        page.goto(address("product-vision"))
        expect(page.locator(f"{BOX}:checked")).to_have_count(0)
        assert seen.messages == []


def test_clearing_forgets_and_keeps_the_keyboards_place(visit, address):
    with visit(address()) as seen:
        page = seen.page
        for box in page.locator(BOX).all():
            box.check()
        button = page.locator(".sb-checklist-bar button")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"{BOX}:checked")).to_have_count(0)
        expect(page.locator(BOX).first).to_be_focused()
        expect(button).to_be_hidden()
        assert kept(page) == {}


def test_unticking_the_last_box_forgets(visit, address):
    with visit(address()) as seen:
        seen.page.locator(BOX).first.check()
        seen.page.locator(BOX).first.uncheck()
        assert kept(seen.page) == {}


def test_a_tick_follows_its_line_and_not_its_place(visit, address):
    with visit(address()) as seen:
        page = seen.page
        mine = page.locator(BOX).nth(1).get_attribute("value")
        page.evaluate(f"localStorage.setItem('spelbok:checklist:retrospective', 'ffffffff {mine}')")
        page.reload()
        expect(page.locator(f"{BOX}:checked")).to_have_count(1)
        expect(page.locator(BOX).nth(1)).to_be_checked()


def test_the_boxes_work_where_nothing_can_be_kept(visit, address):
    with visit(address()) as seen:
        seen.page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw Error('refused'); }})")
        seen.page.reload()
        seen.page.locator(BOX).first.check()
        expect(seen.page.locator(".sb-checklist-bar")).to_be_visible()
        assert seen.messages == []


@pytest.mark.parametrize("width", [1280, 320])
def test_the_whole_line_is_the_boxs_name_and_ticks_it(visit, address, width):
    with visit(address(), width=width) as seen:
        page = seen.page
        for box in page.locator(BOX).all():
            label = page.locator(f"label[for={box.get_attribute('id')}]")
            assert len(label.inner_text().strip()) > 10
            label.locator(".sb-level").click()
            expect(box).to_be_checked()


def test_paper_shows_empty_boxes(visit, address):
    with visit(address()) as seen:
        page = seen.page
        box = page.locator(BOX).first
        box.check()
        page.emulate_media(media="print")
        style = box.evaluate("box => { const s = getComputedStyle(box); return [s.appearance, s.borderTopStyle]; }")
        assert style == ["none", "solid"]
        assert box.evaluate("box => getComputedStyle(box, '::before').content") == "none"
        expect(page.locator(".sb-checklist-bar")).to_be_hidden()


def test_without_script_the_list_stands(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address())
    assert page.locator(BOX).count() > 0
    expect(page.locator(".sb-checklist-bar")).to_be_hidden()
    context.close()
