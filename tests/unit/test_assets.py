# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one style sheet and script of a site: what goes in, and what a page written by hand adds."""

import re
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_spelbok import assets
from tests.conftest import ROOT


class Theme(dict):
    """As much of MkDocs's theme as is asked for."""

    def __init__(self, own, foreign):
        super().__init__(palette={"scheme": "default", "primary": "ours"})
        self.custom_dir = str(own)
        self.dirs = [str(own), str(foreign)]


@pytest.fixture
def config(tmp_path):
    files = {
        "own/main.html": '<main class="page" data-colour="{{ primary }}">',
        "own/assets/own.css": ".mine{color:var(--ink)}",
        "own/assets/site.js": 'import { one } from "./one.js";\none();\n',
        "own/assets/one.js": 'export const one = () => document.querySelector(".from-script");\n',
        "foreign/assets/stylesheets/main.1.css": (
            ":root{--ink:black;--icon:url(data:,)}.page{color:red}.from-script,.card,.gone{color:green}"
        ),
        "foreign/assets/stylesheets/palette.1.css": "[data-colour=ours]{color:blue}[data-colour=teal]{color:teal}",
        "templates/entry.html": '<p class="card">',
        "docs/none.md": "",
        "site/assets/kept.txt": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return SimpleNamespace(
        theme=Theme(tmp_path / "own", tmp_path / "foreign"),
        extra_css=["assets/own.css"],
        docs_dir=str(tmp_path / "docs"),
        site_dir=str(tmp_path / "site"),
    )


def written(config, tmp_path, named=()):
    assets.write(config, tmp_path / "templates", named)
    return [(tmp_path / "site" / name).read_text("utf-8") for name in (assets.STYLESHEET, assets.SCRIPT)]


def test_what_theme_templates_scripts_and_settings_name_stays(config, tmp_path):
    style, _ = written(config, tmp_path)
    assert style.split("\n", 1)[1] == (
        ":root{--ink:black;}\n.page{color:red}\n.from-script,.card{color:green}\n"
        "[data-colour=ours]{color:blue}\n.mine{color:var(--ink)}\n"
    )


def test_what_a_page_written_by_hand_names_stays(config, tmp_path):
    style, _ = written(config, tmp_path, ['<p class="gone">'])
    assert ".from-script,.card,.gone{color:green}" in style


def test_the_script_holds_its_modules(config, tmp_path):
    _, script = written(config, tmp_path)
    assert "import" not in script
    assert "const one = () =>" in script


def test_a_style_sheet_that_is_not_there_is_told(config, tmp_path):
    config.extra_css.append("assets/lost.css")
    with pytest.raises(PluginError, match=r"assets/lost\.css"):
        written(config, tmp_path)


def test_what_waits_for_scripts_is_shown_by_the_style_sheet_alone():
    """An element that is hidden as well would stay so: no script shows it."""
    folders = [ROOT / "docs" / "theme", ROOT / "playbook" / "templates"]
    texts = {path.name: path.read_text("utf-8") for folder in folders for path in folder.rglob("*.html")}
    twice = re.compile(r"<[^>]*(?=[^>]*\sdata-scripted\b)[^>]*\shidden\b")
    assert [name for name, text in texts.items() if twice.search(text)] == []
    assert twice.search('<p class="a" hidden data-scripted>')
    assert twice.search('<p data-scripted class="a" hidden>')
    assert not twice.search("<p data-scripted><b hidden>")
