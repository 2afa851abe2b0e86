# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages for those who keep the playbook: how translations are, and when entries are to be read again."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import MODES, faults

PAGES = ["bidra-oversattningar/", "en/contribute-translations/", "bidra-lasa-om/", "en/contribute-review/", "en/about/"]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(visit_small, path):
    for width, scheme in MODES:
        with visit_small(path, width=width, scheme=scheme) as seen:
            assert faults(seen.page) == []
            assert seen.page.evaluate("document.documentElement.scrollWidth") == width
            assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


def test_in_forced_colours_the_notice_still_stands_out(visit_small):
    with visit_small("en/about/", forced_colors="active") as seen:
        notice = seen.page.locator(".sb-notice:not(.sb-from-disk)")
        border = notice.evaluate("element => getComputedStyle(element).borderLeftWidth")
        assert float(border.removesuffix("px")) >= 2


def test_readers_of_a_page_written_by_hand_are_sent_to_the_original(visit_small, small_site):
    with visit_small("en/about/") as seen:
        expect(seen.page.locator("h1 + .sb-notice")).to_contain_text("Parts of this page are older than the original.")
        seen.page.get_by_role("link", name="Read the original").click()
        expect(seen.page).to_have_url(f"{small_site.address}om/")
        expect(seen.page.locator(".sb-notice:not(.sb-from-disk)")).to_have_count(0)


def test_a_translation_that_lags_stands_in_the_table_of_its_page(visit_small):
    with visit_small("en/contribute-translations/") as seen:
        row = seen.page.get_by_role("row").filter(has=seen.page.get_by_role("link", name="about", exact=True))
        expect(row).to_contain_text("sections.0: Older than the original")


def test_on_paper_the_tables_are_whole(visit_small):
    with visit_small("bidra-oversattningar/", width=700) as seen:
        seen.page.emulate_media(media="print")
        wide = "elements => elements.filter(element => element.scrollWidth > element.clientWidth + 1).length"
        assert seen.page.locator(".sb-table").evaluate_all(wide) == 0
