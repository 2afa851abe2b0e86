# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real build, on a small playbook and on the real one."""

import re
import shutil
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from filelock import FileLock
from markupsafe import escape
from PIL import Image

from spelbok.checks.folder import check_folder
from tests.conftest import ROOT
from tests.site import bytes_of, listed, small_project, spelbok


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site of the small playbook, built once."""
    project = small_project(tmp_path_factory.mktemp("small"))
    done = spelbok(project, "build", SITE_URL="https://agency.example/playbook/")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_every_entry_has_a_page_in_both_languages(published):
    """The real playbook, whatever it holds."""
    playbook = check_folder(ROOT / "playbook").playbook
    for entry in playbook.entries:
        if not entry.is_published:
            continue
        for locale, prefix in (("sv", ""), ("en", "en/")):
            page = published.folder / f"{prefix}{entry.path[locale]}/{entry.slug[locale]}/index.html"
            html = page.read_text("utf-8")
            assert f'<html lang="{locale}"' in html
            assert f"{escape(entry.title.shown(locale)[0])}" in html.partition("<h1>")[2].partition("</h1>")[0]


def test_pages_name_their_pair_and_the_file_to_edit(built):
    html = (built / "arbetssatt" / "oppen-dorr" / "index.html").read_text("utf-8")

    assert 'hreflang="en" href="https://agency.example/playbook/en/practices/open-door/"' in html
    assert '<link rel="canonical" href="https://agency.example/playbook/arbetssatt/oppen-dorr/">' in html
    assert "https://git.example.org/agency/playbook/edit/main/playbook/practices/open-door.yml" in html
    assert '<a class="sb-language" href="../../en/practices/open-door/"' in html


def test_a_comment_names_its_page_by_id_and_public_address(built):
    html = (built / "en" / "practices" / "open-door" / "index.html").read_text("utf-8")
    asked = parse_qs(urlsplit(unescape(re.search(r'class="sb-edit">\s*<li><a href="([^"]+)"', html)[1])).query)

    assert asked["entry"] == ["open-door"]
    assert asked["page"] == ["https://agency.example/playbook/en/practices/open-door/"]


def test_the_sitemap_lists_every_page_once_with_its_pair(published):
    text = (published.folder / "sitemap.xml").read_text("utf-8")
    pages = listed(published.folder)
    locations = re.findall(r"<loc>(.*?)</loc>", text)

    assert len(locations) == len(set(locations)) == len(pages)
    assert text.count("<xhtml:link") == 2 * len(pages)


def test_relations_are_shown_from_both_ends(built):
    principle = (built / "principer" / "oppenhet" / "index.html").read_text("utf-8")
    practice = (built / "arbetssatt" / "oppen-dorr" / "index.html").read_text("utf-8")

    assert 'href="../../arbetssatt/oppen-dorr/"' in principle
    assert 'href="../../principer/oppenhet/"' in practice
    assert 'href="../../utbildningsmoduler/oppna-dorrar/"' in practice


def test_a_mistake_leaves_the_site_as_it_was(project):
    assert spelbok(project, "build", "--no-paper").returncode == 0
    before = bytes_of(project / "site")
    entry = project / "playbook" / "practices" / "open-door.yml"
    entry.write_text(entry.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert "did you mean 'summary'?" in done.stdout
    assert "untouched" in done.stderr
    assert bytes_of(project / "site") == before


def test_a_broken_template_leaves_the_site_as_it_was(project):
    assert spelbok(project, "build", "--no-paper").returncode == 0
    before = bytes_of(project / "site")
    (project / "playbook" / "templates" / "practice.html").write_text("{{ subject.nonsense }}", "utf-8")

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert "nonsense" in done.stdout
    assert bytes_of(project / "site") == before


def test_a_site_without_an_address_is_refused(project):
    """Packages, feeds and data name public addresses."""
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_url:", "# site_url:"), "utf-8")

    done = spelbok(project, "build")

    assert done.returncode == 1
    assert "site_url is missing" in done.stdout
    assert not (project / "site").exists()


def test_a_dead_link_in_a_page_written_by_hand_stops_the_build(project):
    page = project / "docs" / "sv" / "about.md"
    page.write_text("# Om\n\n[dead](../nowhere/)\n", "utf-8")

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert not (project / "site").exists()


def test_a_link_to_a_place_that_an_entrys_page_lacks_stops_the_build(project):
    page = project / "docs" / "sv" / "about.md"
    page.write_text("# Om\n\n[dörr](id:open-door#steps) och [dörr](id:open-door#nowhere)\n", "utf-8")

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert "#nowhere" in done.stdout
    assert "#steps" not in done.stdout
    assert not (project / "site").exists()


def test_a_page_written_by_hand_never_takes_an_entrys_address(project):
    for locale in ("sv", "en"):
        folder = project / "docs" / locale / "arbetssatt"
        folder.mkdir()
        (folder / "oppen-dorr.md").write_text("# Dörr\n", "utf-8")

    done = spelbok(project, "build")

    assert done.returncode == 1
    assert "docs/sv/arbetssatt/oppen-dorr.md" in done.stdout
    assert "docs/sv/practices/open-door.md" in done.stdout
    assert not (project / "site").exists()


def test_an_image_of_both_languages_is_shown_by_both(project):
    (project / "docs" / "bilder").mkdir()
    Image.new("RGB", (8, 8)).save(project / "docs" / "bilder" / "dorr.png")
    for locale in ("sv", "en"):
        page = project / "docs" / locale / "about.md"
        page.write_text(f"{page.read_text('utf-8')}\n![x](../bilder/dorr.png)\n", "utf-8")

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site" / "bilder" / "dorr.png").is_file()
    assert 'src="../bilder/dorr.png"' in (project / "site" / "om" / "index.html").read_text("utf-8")
    assert 'src="../../bilder/dorr.png"' in (project / "site" / "en" / "about" / "index.html").read_text("utf-8")


def test_a_page_with_what_no_page_may_hold_is_refused_by_the_build_too(project):
    """An extension of Markdown that the check does not know makes HTML as well."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  - admonition\n", "  - admonition\n  - pymdownx.tasklist\n")
    config.write_text(text, "utf-8")
    for locale in ("sv", "en"):
        page = project / "docs" / locale / "about.md"
        page.write_text(f"{page.read_text('utf-8')}\n- [ ] x\n", "utf-8")

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert "docs/sv/about.md:1:1: fel[unsafe-markup] '<input>'" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_pages_of_another_encoding_are_told_without_a_traceback(project):
    (project / "docs" / "sv" / "about.md").write_bytes("# Om dörrar\n".encode("latin-1"))

    done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert "docs/sv/about.md:1:7: error[not-utf8]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_an_untranslated_text_is_marked(project):
    entry = project / "playbook" / "practices" / "open-door.yml"
    text = entry.read_text("utf-8").replace(", en: Questions come out.}", "}")
    entry.write_text(text, "utf-8")

    assert spelbok(project, "build", "--no-paper").returncode == 0

    html = (project / "site" / "en" / "practices" / "open-door" / "index.html").read_text("utf-8")
    assert '<div class="sb-untranslated" lang="sv"><p>Frågor kommer fram.</p>' in html
    assert "(in Swedish)" in html


def test_two_builds_give_the_same_bytes(project):
    for name in ("one", "two"):
        shutil.rmtree(project / ".cache", ignore_errors=True)
        done = spelbok(project, "build", "--site", name, PYTHONHASHSEED=str(len(name)), TZ="Asia/Tokyo")
        assert done.returncode == 0, done.stdout

    assert bytes_of(project / "one") == bytes_of(project / "two")


def test_a_second_build_of_the_same_site_waits_its_turn(project):
    with FileLock(project / ".site-lock"):
        done = spelbok(project, "build", "--no-paper")

    assert done.returncode == 1
    assert "Another build" in done.stderr


def test_what_a_killed_build_left_is_removed(project):
    (project / ".site-new-left").mkdir()

    assert spelbok(project, "build", "--no-paper").returncode == 0

    assert not (project / ".site-new-left").exists()
    assert sorted(path.name for path in project.iterdir()) == [".site-lock", "docs", "mkdocs.yml", "playbook", "site"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("docs/theme/main.html", "</body>", "{{ nonsense.x }}</body>", "error[template-error] the template cannot be"),
        (
            "docs/theme/main.html",
            "</body>",
            '{% include "no.html" %}</body>',
            "error[missing-template] the template 'no.html'",
        ),
        (
            "playbook/templates/practice.html",
            "{# A",
            "{{ subject.no }}{# A",
            "error[template-error] the template cannot be",
        ),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(tmp_path, file, old, new, said):
    project = small_project(tmp_path / "project")
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    done = spelbok(project, "build", "--no-paper", "--lang", "en")
    line = text[: text.index(old)].count("\n") + 1
    assert done.returncode == 1
    assert done.stdout.startswith(f"{file}:{line}:")
    assert said in done.stdout
    assert new in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    if "[template-error]" in said:
        shown = done.stdout.splitlines()[0].rpartition(" for ")[2]
        assert (project / shown).is_file(), "a file that exists"
