# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages: the same set in both languages, the same bytes each time."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelbok.checks.folder import check_folder
from spelbok.site.renderer import Renderer
from spelbok.site.routes import relative
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def renderer():
    folder = ROOT / "playbook"
    return Renderer(check_folder(folder).playbook, folder / "templates")


def test_both_languages_have_the_same_pages(renderer):
    swedish, english = (renderer.pages(locale) for locale in ("sv", "en"))

    assert [page.key for page in swedish] == [page.key for page in english]
    urls = [page.url for page in swedish + english]
    assert len(urls) == len(set(urls))
    assert all(url.isascii() for url in urls)


def anchors(renderer, page):
    """The anchors of a page; which terms are explained differs between languages."""
    return {anchor for anchor in renderer.render(page).anchors if not anchor.startswith("term-")}


def test_anchors_are_the_same_in_both_languages(renderer):
    for swedish, english in zip(renderer.pages("sv"), renderer.pages("en"), strict=True):
        assert anchors(renderer, swedish) == anchors(renderer, english), swedish.key


def test_rendering_is_deterministic(renderer):
    folder = ROOT / "playbook"
    again = Renderer(check_folder(folder).playbook, Path(folder, "templates"))
    for page in renderer.pages("sv"):
        assert renderer.render(page) == again.render(page)


paths = st.lists(st.sampled_from(["a", "b", "en"]), max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(paths, paths)
def test_a_relative_link_leads_to_its_target(target, page):
    assert urljoin(f"https://x.example/{page}", relative(target, page)) == f"https://x.example/{target}"
