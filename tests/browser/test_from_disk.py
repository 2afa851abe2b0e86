# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A built site that is opened from a folder, and the place on a page that the other language keeps."""

import pytest
from playwright.sync_api import expect

from spelbok.checks.folder import check_folder
from spelbok.site.routes import entry_url
from tests.browser.conftest import windows
from tests.conftest import SMALL

#: Links to folders, which a browser shows as lists of files.
FOLDERS = """() => [...document.querySelectorAll("a[href]")]
  .map(link => new URL(link.getAttribute("href"), location).href)
  .filter(address => /^file:[^?#]*\\/(?:$|[?#])/.test(address))"""
SAID = {"sv": "Du läser sidan från en mapp.", "en": "You are reading this page from a folder."}
SEARCH = {
    "sv": ("sok", "Sökningen fungerar inte när sidan läses från en mapp."),
    "en": ("en/find", "Search does not work when the page is read from a folder."),
}
NOTE = ".sb-from-disk"


@pytest.fixture
def disk(chromium, small_site):
    """Open a page of the small site from its folder, by its address below the root."""
    opened = windows(chromium, "file:")
    return lambda path: opened(f"{small_site.folder.as_uri()}/{path}")


@pytest.fixture(scope="module")
def practice():
    return next(entry for entry in check_folder(SMALL).playbook.entries if entry.kind == "practice")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_links_of_a_site_on_disk_open_pages_and_the_note_has_the_command(disk, practice, language):
    with disk(f"{entry_url(practice, language)}index.html") as seen:
        page = seen.page
        expect(page.locator(NOTE)).to_contain_text(SAID[language])
        expect(page.locator(f"{NOTE} code")).to_have_text("python3 -m http.server")
        assert page.evaluate(FOLDERS) == []
        page.locator(".md-sidebar--primary a").nth(2).click()
        expect(page.locator(NOTE)).to_be_visible()
        assert page.url.startswith("file:")
        assert page.url.endswith("/index.html")
        page.locator(".sb-language").click()
        expect(page.locator("html")).to_have_attribute("lang", "en" if language == "sv" else "sv")
        assert (seen.messages, seen.failed) == ([], [])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_links_that_scripts_add_are_mended_when_they_are_used(disk, practice, language):
    with disk(f"{entry_url(practice, language)}index.html") as seen:
        page = seen.page
        page.evaluate(
            """() => document.querySelector("main").insertAdjacentHTML("afterbegin",
            "<a id=added href='../'>Added</a> <a id=outside href='https://example.org/a/'>Outside</a>")"""
        )
        page.locator("#outside").focus()
        assert page.locator("#outside").get_attribute("href") == "https://example.org/a/"
        page.locator("#added").focus()
        assert page.locator("#added").get_attribute("href") == "../index.html"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_search_on_disk_says_why_it_does_not_work(disk, practice, language):
    with disk(f"{entry_url(practice, language)}index.html") as seen:
        page = seen.page
        page.locator(".sb-search input").fill("door")
        page.keyboard.press("Enter")
        path, said = SEARCH[language]
        page.wait_for_url(f"**/{path}/index.html?q=door")
        expect(page.locator(".sb-find__status")).to_contain_text(said)


def test_a_site_on_a_server_shows_no_note_and_its_links_stay(visit_small):
    with visit_small("en/practices/open-door/") as seen:
        expect(seen.page.locator(NOTE)).to_be_hidden()
        assert seen.page.locator("a[href$='index.html']").count() == 0


def test_the_other_language_keeps_the_place_on_the_page(visit_small, small_site, practice):
    step = f"#step-{practice.steps[0].id}"
    swedish = small_site.address + entry_url(practice, "sv")
    with visit_small(f"{entry_url(practice, 'en')}{step}") as seen:
        page = seen.page
        link = page.locator(".sb-language")
        assert link.evaluate("link => link.href") == f"{swedish}{step}"  # In the link, for a middle click too.
        other = page.locator(".md-sidebar--secondary a").last
        anchor = other.get_attribute("href")
        assert anchor != step
        other.click()
        assert link.evaluate("link => link.href") == swedish + anchor
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(swedish + anchor)
        assert page.evaluate("document.querySelector(':target') !== null")
        assert seen.messages == []


def test_filters_and_place_go_along_together(visit_small):
    with visit_small("en/practices/#content") as seen:
        page = seen.page
        form = page.locator(".sb-facets")
        form.locator("summary").first.click()
        form.locator("input[type=checkbox]:visible").first.check()
        href = page.locator(".sb-language").evaluate("link => link.href")
        query = page.evaluate("location.search")
        assert query
        assert href.endswith(f"{query}#content")
