# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for frames on other sites: whole, without the site around them, and with links that leave the frame."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import MODES, faults
from tests.pages_server import serving

ENTRIES = {"opening-doors": "oppna-dorrar", "to-openness": "till-oppenhet", "open-door": "oppen-dorr"}
OTHERS_SITE = """<!doctype html><html lang="en"><title>A course</title>
<iframe src="{address}" title="Opening doors" width="100%" height="500" loading="lazy"></iframe>"""


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing_and_nothing_sticks_out(visit_small, entry, width, scheme):
    with visit_small(f"id/{entry}/sv/embed/", width=width, scheme=scheme) as seen:
        assert faults(seen.page) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") == width
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


@pytest.mark.parametrize("entry", ENTRIES)
def test_it_names_the_page_that_it_stands_for_and_stays_out_of_searches(visit_small, small_site, entry):
    with visit_small(f"id/{entry}/sv/embed/") as seen:
        page = seen.page
        canonical = page.locator("link[rel=canonical]").get_attribute("href")
        assert canonical.startswith(small_site.address)
        assert canonical.endswith(f"/{ENTRIES[entry]}/")
        expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
        expect(page.get_by_role("link", name="Öppna i Dörrar")).to_have_attribute("href", canonical)
        expect(page.locator("header, nav")).to_have_count(0)
    assert f"id/{entry}/sv/embed/" not in (small_site.folder / "sitemap.xml").read_text("utf-8")


@pytest.fixture
def other_site():
    """Serve a folder as a site of its own: another port is another origin."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder)).address


def test_in_a_frame_links_open_beside_it_and_answers_stay_in_it(chromium, small_site, other_site, tmp_path):
    address = f"{small_site.address}id/opening-doors/en/embed/"
    (tmp_path / "index.html").write_text(OTHERS_SITE.format(address=address))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(other_site(tmp_path))
    frame = page.frame_locator("iframe")
    quiz = frame.locator(".sb-quiz").first
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button").click()
    expect(quiz.get_by_role("status")).to_have_text("Right. Yes.")
    for link in frame.locator("a").all():
        with context.expect_page() as opened:
            link.click()
        opened.value.wait_for_load_state()
        assert opened.value.url.startswith(small_site.address)
        assert opened.value.evaluate("document.title") != ""
        assert opened.value.evaluate("window.opener") is None
        opened.value.close()
    assert page.frames[1].url == address
    context.close()


def test_participants_see_no_folded_answers_unless_they_have_no_script(visit_small):
    with visit_small("id/opening-doors/en/embed/") as seen:
        expect(seen.page.locator(".sb-quiz")).to_have_count(2)
        expect(seen.page.locator(".sb-check details")).to_have_count(0)
    with visit_small("id/opening-doors/en/embed/", java_script_enabled=False) as seen:
        expect(seen.page.locator(".sb-check details").first).to_be_visible()
        expect(seen.page.locator(".sb-options").first).to_be_visible()
        assert "Show first." not in seen.page.content()
