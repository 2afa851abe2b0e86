# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A title that is not translated says its language wherever it stands."""

import re

import pytest

from spelbok.checks.folder import check_folder
from spelbok.site.renderer import Renderer

TITLE = "title: {sv: Öppenhet, en: Openness}"


@pytest.mark.parametrize("key", ["practices/index", "map", "principles/index", "practices/open-door"])
def test_it_is_marked(small, key):
    file = small / "principles" / "openness.yml"
    text = file.read_text("utf-8")
    assert TITLE in text
    file.write_text(text.replace(TITLE, "title: {sv: Öppenhet}"), "utf-8")
    renderer = Renderer(check_folder(small).playbook, small / "templates")
    html = renderer.render(next(page for page in renderer.pages("en") if page.key == key)).html
    places = [html[max(0, match.start() - 200) : match.start()] for match in re.finditer(">Öppenhet", html)]
    assert places
    assert all('lang="sv"' in place for place in places)
