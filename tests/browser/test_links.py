# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Permanent links in a real browser: the reader's language, ? and #, Back, no scripts; and copying one."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from spelbok.model import Practice
from spelbok.site.routes import entry_url, permanent_url
from tests.browser.test_accessibility import faults

#: What a browser says it reads, and what the reader gets.
READERS = [
    (["sv-SE", "en"], "sv"),
    (["en-GB", "sv"], "en"),
    (["fi"], "en"),
    (["fi", "sv-FI", "en"], "sv"),
    (["SV-se"], "sv"),
]


@pytest.fixture(scope="module")
def practice(playbook):
    found = next((entry for entry in playbook.of(Practice) if entry.is_current), None)
    return found or pytest.skip("this playbook has no practice")


@pytest.fixture
def window(chromium):
    """Open a window of a reader with some languages, with or without scripts."""

    @contextmanager
    def opened(languages=("sv",), **options):
        context = chromium.new_context(locale=languages[0], **options)
        # The locale sets one language alone; what a reader has chosen is a list.
        context.add_init_script(
            f"Object.defineProperty(Navigator.prototype, 'languages', {{get: () => {list(languages)!r}}})"
        )
        try:
            yield context.new_page()
        finally:
            context.close()

    return opened


@pytest.mark.parametrize(("languages", "language"), READERS, ids=str)
def test_the_neutral_address_opens_in_the_readers_language_and_at_the_place(
    window, published, practice, languages, language
):
    place = f"?from=course&a=%C3%A5#step-{practice.steps[1].id}"
    with window(languages) as page:
        page.goto(published.address)
        page.goto(published.address + permanent_url(practice.id) + place)
        page.wait_for_url(published.address + entry_url(practice, language) + place)
        expect(page.locator(f"#step-{practice.steps[1].id}")).to_be_in_viewport()
        page.go_back()
        page.wait_for_url(published.address)  # Not the page that leads on, which would catch the reader.


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_address_of_one_language_leads_there_whatever_the_reader_speaks(window, published, practice, language):
    with window(["fi"]) as page:
        page.goto(published.address)
        page.goto(published.address + permanent_url(practice.id, language) + "?a=b#checklist")
        page.wait_for_url(published.address + entry_url(practice, language) + "?a=b#checklist")
        page.go_back()
        page.wait_for_url(published.address)


def test_a_slow_page_keeps_its_place(window, published, practice):
    """The page that leads on is still there while the next one loads: nothing on it may begin anew."""
    target = published.address + entry_url(practice, "sv")
    with window() as page:

        def late(route):
            page.wait_for_timeout(1500)
            route.continue_()

        page.route(f"{target}**", late)
        page.goto(published.address + permanent_url(practice.id, "sv") + "#checklist", wait_until="commit")
        page.wait_for_url(f"{target}#checklist")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_without_scripts_the_reader_chooses(window, published, practice, language):
    with window(java_script_enabled=False) as page:
        page.goto(published.address + permanent_url(practice.id))
        assert page.locator("a").count() == 2
        link = page.locator(f"a[hreflang={language}]")
        expect(link).to_contain_text(practice.title[language])
        link.click()
        page.wait_for_url(published.address + entry_url(practice, language))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_without_scripts_a_redirect_leads_on(window, published, practice, language):
    with window(java_script_enabled=False) as page:
        page.goto(published.address + permanent_url(practice.id, language))
        page.wait_for_url(published.address + entry_url(practice, language))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", [None, "sv", "en"])
def test_axe_finds_nothing_on_a_page_that_leads_on(window, published, practice, language, scheme):
    with window(color_scheme=scheme, viewport={"width": 320, "height": 600}) as page:
        page.route("**/lead-on.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(published.address + permanent_url(practice.id, language))
        expect(page.locator("h1")).to_contain_text(practice.title[language or "sv"])
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("kind", ["principle", "practice", "module", "path", "measure"])
def test_every_kind_of_page_has_its_permanent_link(visit, addresses, playbook, published, kind):
    with visit(addresses["en"][kind]) as seen:
        entry = next(entry for entry in playbook.entries if entry.kind == kind and entry.is_current)
        link = seen.page.locator(".sb-permanent a")
        address = published.address + permanent_url(entry.id)
        expect(link).to_have_text(address)
        assert seen.page.evaluate("link => link.href", link.element_handle()) == address
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


@pytest.mark.parametrize("allowed", [True, False])
def test_copying_by_keyboard_is_told(window, published, practice, allowed):
    with window(permissions=["clipboard-read", "clipboard-write"] if allowed else []) as page:
        if not allowed:
            page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto(published.address + entry_url(practice, "sv"))
        page.locator(".sb-permanent a").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        status = page.locator(".sb-permanent [role=status]")
        expect(status).to_contain_text("kopierad" if allowed else "markerad")
        address = published.address + permanent_url(practice.id)
        held = "navigator.clipboard.readText()" if allowed else "getSelection().toString()"
        assert page.evaluate(held) == address


def test_without_scripts_the_link_stands(window, published, practice):
    with window(java_script_enabled=False) as page:
        page.goto(published.address + entry_url(practice, "sv"))
        expect(page.locator(".sb-permanent a")).to_have_text(published.address + permanent_url(practice.id))
        expect(page.locator(".sb-permanent button")).to_be_hidden()
