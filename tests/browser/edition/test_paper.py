# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our practices on paper: each fits two pages of A4, so that it can be handed out as one sheet."""

import re

import pytest

from spelbok.model import Practice
from spelbok.site.routes import entry_url

PAGE = re.compile(rb"/Type\s*/Page\b")


def sheets(page):
    return len(PAGE.findall(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_a_practice_fits_two_pages(visit, published, playbook, locale):
    practices = [entry for entry in playbook.of(Practice) if entry.is_published]
    with visit(published.address) as seen:
        found = {}
        for entry in practices:
            seen.page.goto(published.address + entry_url(entry, locale))
            found[entry.id] = sheets(seen.page)
    assert {entry: pages for entry, pages in found.items() if pages > 2} == {}


def test_a_longer_one_is_seen(visit, published, playbook):
    entry = next(entry for entry in playbook.of(Practice) if entry.is_published)
    with visit(published.address + entry_url(entry, "sv")) as seen:
        seen.page.evaluate(
            "document.querySelector('.sb-steps').append(...document.querySelector('main').cloneNode(true).children)"
        )
        assert sheets(seen.page) > 2
