# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok pages``: what it writes for another generator, and what it refuses.

With Zensical itself: ``python -m tests.zensical``.
"""

import posixpath
import re

import pytest
import yaml
from PIL import Image

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.locales import LOCALES
from spelbok.site.routes import pages
from tests.conftest import ROOT
from tests.site import bytes_of, small_project
from zensical_spelbok.project import LEFT_OUT

GOLDEN = ROOT / "tests" / "cases" / "markdown"
_LINK = re.compile(r"(?<!`)\]\(([^)]+)\)")
_ANCHOR = re.compile(r'\{#([^}]+)\}|<span id="([^"]+)">')


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The small project with its pages in ``out``."""
    folder = small_project(tmp_path_factory.mktemp("pages") / "project")
    (folder / "docs" / "sv" / "about.md").write_text(
        "# Om\n\n[Hit](id:open-door#steps), [dit](glossary.md#output), [ut](https://example.org/), [upp](index.md),\n"
        "[verktyg](plan.md), [här](#om), ![](picture.png), ![](../shared/picture.png)\n",
        "utf-8",
    )
    (folder / "docs" / "shared").mkdir()
    for place in ("sv", "shared"):
        Image.new("RGB", (8, 8)).save(folder / "docs" / place / "picture.png")
    (folder / "docs" / "sv" / ".secret").write_text("not published", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["pages", "--out", "out"]) == 0
    return folder


@pytest.mark.parametrize(
    "name",
    ["sv/arbetssatt/oppen-dorr", "en/training-modules/opening-doors", "sv/principer/oppenhet", "en/measures/visits",
     "sv/utbildningsvagar/till-oppenhet", "en/glossary/index", "sv/arbetssatt/index", "sv/om/index"],
)  # fmt: skip
def test_pages_as_golden(project, golden, name):
    golden(GOLDEN / f"{name.replace('/', '.')}.md", (project / "out" / "docs" / f"{name}.md").read_text("utf-8"))


def test_configuration_as_golden(project, golden):
    golden(GOLDEN / "mkdocs.yml", (project / "out" / "mkdocs.yml").read_text("utf-8"))


def test_every_page_is_written_in_both_languages_at_its_address(project):
    playbook = check_folder(project / "playbook").playbook
    for locale in LOCALES:
        for page in pages(playbook, locale):
            path = project / "out" / "docs" / locale / page.url.removeprefix("en/" if locale == "en" else "")
            written = (path / "index.md").is_file() or path.with_suffix(".md").is_file()
            assert written == (page.key not in LEFT_OUT), page.url


def test_a_page_that_is_nothing_without_its_script_is_left_out():
    templates = (ROOT / "playbook" / "templates").glob("*.html")
    tools = {path.stem for path in templates if "data-unscripted" in path.read_text("utf-8")}
    assert tools
    assert tools <= LEFT_OUT


def test_every_link_between_pages_leads_to_a_page_and_a_place(project):
    docs = project / "out" / "docs"
    seen = 0
    for path in docs.rglob("*.md"):
        for target in _LINK.findall(path.read_text("utf-8")):
            if target.startswith(("https://", "mailto:")):
                continue
            file, _, anchor = target.partition("#")
            there = path if not file else docs / posixpath.normpath((path.parent / file).relative_to(docs).as_posix())
            assert there.is_file(), (path, target)
            if anchor and anchor != "om":  # Python-Markdown makes that one of the title.
                assert anchor in {a or b for a, b in _ANCHOR.findall(there.read_text("utf-8"))}, (path, target)
            seen += 1
    assert seen > 50


def test_every_page_names_its_pair_in_the_other_language(project):
    docs = project / "out" / "docs"
    names = {}
    for path in docs.rglob("*.md"):
        matter = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        address = "/" + path.relative_to(docs).with_suffix("").as_posix().removesuffix("index").removeprefix("sv/")
        address = address if address.endswith("/") else f"{address}/"
        assert posixpath.normpath(matter["translations"][matter["language"]]) == "."
        names[address] = {
            locale: posixpath.normpath(posixpath.join(address, way)).rstrip("/") + "/"
            for locale, way in matter["translations"].items()
        }
    for address, ways in names.items():
        assert {names[ways["sv"]]["en"], names[ways["en"]]["sv"]} == {ways["en"], ways["sv"]}, address


def test_what_stands_beside_the_pages_comes_along(project):
    docs = project / "out" / "docs"
    for name in (
        "sv/id/open-door/index.html",
        "sv/data/v1/catalog.json",
        "sv/llms.txt",
        "en/llms.txt",
        "sv/picture.png",
        "sv/shared/picture.png",
        "en/shared/picture.png",
    ):
        assert (docs / name).is_file(), name
    assert (docs / "sv" / "assets" / "embed.css").is_file()
    assert not list(docs.rglob("en/en"))  # Zensical refuses a page there.


def test_twice_gives_the_same_bytes_and_replaces_what_was_there(project, monkeypatch, capsys):
    monkeypatch.chdir(project)
    before = bytes_of(project / "out")
    (project / "out" / "docs" / "sv" / "stale.md").write_text("x", "utf-8")
    assert main(["pages", "--out", "out", "--lang", "sv"]) == 0
    assert bytes_of(project / "out") == before
    said = capsys.readouterr().err
    assert "sidor som Markdown" in said
    assert "plan" in said
    assert [path.name for path in project.iterdir() if path.name.startswith(".out")] == []


def test_a_folder_of_somebody_else_is_left_alone(project, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(project)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.md").write_text("years of work", "utf-8")
    for lang, word in (("sv", "till exempel thesis.md"), ("en", "such as thesis.md")):
        assert main(["pages", "--out", str(mine), "--lang", lang]) == 2
        assert word in capsys.readouterr().err
    assert [path.name for path in mine.iterdir()] == ["thesis.md"]
    assert main(["pages", "--out", str(mine / "thesis.md")]) == 2


def test_the_address_is_asked_for_and_found(project, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(project)
    monkeypatch.setenv("SITE_URL", "https://env.example/")
    (tmp_path / "a").mkdir()  # An empty folder is nobody's.
    assert main(["pages", "--out", str(tmp_path / "a")]) == 0
    assert "site_url: https://env.example/\n" in (tmp_path / "a" / "mkdocs.yml").read_text("utf-8")
    assert main(["pages", "--out", str(tmp_path / "b"), "--address", "https://said.example/x"]) == 0
    assert "site_url: https://said.example/x/\n" in (tmp_path / "b" / "mkdocs.yml").read_text("utf-8")

    monkeypatch.delenv("SITE_URL")
    (project / "mkdocs.yml").rename(project / "away.yml")
    for lang, word in (("sv", "adress saknas"), ("en", "address is missing")):
        assert main(["pages", "--out", str(tmp_path / "c"), "--lang", lang]) == 2
        assert word in capsys.readouterr().err
    (project / "away.yml").rename(project / "mkdocs.yml")
    assert not (tmp_path / "c").exists()


def test_mistakes_in_the_playbook_stop_it(small, capsys):
    entry = small / "practices" / "open-door.yml"
    entry.write_text(entry.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")
    assert main(["pages", "--out", "out", "--address", "https://a.example/"]) == 1
    assert "sumary" in capsys.readouterr().out
    assert not (small.parent / "out").exists()
