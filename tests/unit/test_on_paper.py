# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files to take along: where they lie, and how their size is told."""

import pytest

from spelbok.exports.paper.site_info import Masthead, masthead
from spelbok.site.downloads import DOWNLOADS, said, with_sizes


@pytest.mark.parametrize(
    ("size", "sv", "en"),
    [
        (1, "1 kB", "1 kB"),
        (999_499, "999 kB", "999 kB"),
        (1_250_000, "1,2 MB", "1.2 MB"),
        (12_000_000, "12,0 MB", "12.0 MB"),
    ],
)
def test_a_size_is_told_in_words(size, sv, en):
    assert (said(size, "sv"), said(size, "en")) == (sv.replace(" ", "\xa0"), en.replace(" ", "\xa0"))


def test_a_page_leaves_room_for_sizes_that_are_filled_in():
    page = '<p>(PDF, <span data-size="downloads/sv/spelbok.pdf"></span>)</p>'

    assert with_sizes(page, {"downloads/sv/spelbok.pdf": 2_000_000}, "sv") == "<p>(PDF, <span>2,0\xa0MB</span>)</p>"


def test_a_size_of_a_file_that_is_not_there_is_never_told():
    with pytest.raises(KeyError):
        with_sizes('<span data-size="downloads/sv/else.pdf"></span>', {}, "sv")


def test_every_file_has_an_address_of_its_own_in_each_language():
    urls = [item.url(locale) for item in DOWNLOADS.values() for locale in ("sv", "en")]

    assert len(set(urls)) == len(urls)


def test_a_site_says_its_name_on_its_start_page():
    page = (
        '<html><head><meta name="description" content="A &amp; B"><meta property="og:site_name" content="Doors">'
        '</head><body><p class="sb-copyright">CC BY</p></body></html>'
    )

    assert masthead(page, "https://a.example/") == Masthead("Doors", "A & B", "CC BY", "https://a.example/")
    assert masthead("", "") == Masthead("", "", "", "")
