# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a build makes for paper, and how pages offer it."""

import re

import pytest

from spelbok.locales import LOCALES
from spelbok.site.downloads import DOWNLOADS, said
from tests.site import small_project, spelbok

ADDRESS = "https://agency.example/playbook/"
_META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return small_project(tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def site(project):
    done = spelbok(project, "build", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def without(project, site):  # noqa: ARG001 - one build after the other
    """The same site without what is made for paper."""
    done = spelbok(project, "build", "--no-paper", "--site", "without", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "without"


def offers(site):
    for folder in ("skriv-ut", "en/print-and-download"):
        yield (site / folder / "index.html").read_text("utf-8")


def test_the_page_offers_every_file_with_its_true_size(site):
    for locale, page in zip(LOCALES, offers(site), strict=True):
        for item in DOWNLOADS.values():
            size = (site / item.url(locale)).stat().st_size
            offered = re.search(
                rf'href="[^"]*{re.escape(item.url(locale))}">[^<]*</a> \((\w+), <span>([^<]*)</span>', page
            )
            assert offered.groups() == (item.format, said(size, locale))


def test_a_practice_leads_to_its_card(site):
    page = (site / "en" / "practices" / "open-door" / "index.html").read_text("utf-8")

    assert 'href="../../../downloads/en/cards.pdf"' in page


def test_every_page_has_a_preview_whose_picture_exists(site):
    pages = [path for path in site.rglob("index.html") if "og:title" in path.read_text("utf-8")]
    for path in pages:
        told = dict(_META.findall(path.read_text("utf-8")))
        assert told["og:url"] == f"{ADDRESS}{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        assert told["og:image"].startswith(ADDRESS)
        assert (site / told["og:image"].removeprefix(ADDRESS)).is_file(), told["og:image"]
        assert all(told[f"og:{name}"] for name in ("title", "description", "site_name", "type", "image:alt"))
        assert {told["og:locale"], told["og:locale:alternate"]} == {"sv_SE", "en_GB"}
        assert told["twitter:card"] == "summary_large_image"
    assert len(pages) > 20


def test_the_picture_is_in_the_pages_language(site):
    for path in site.rglob("index.html"):
        told = dict(_META.findall(path.read_text("utf-8")))
        if told:
            locale = "en" if path.is_relative_to(site / "en") else "sv"
            assert told["og:image"].startswith(f"{ADDRESS}assets/sharing/{locale}/")
            assert told["og:locale"].startswith(locale)


def test_without_paper_no_page_offers_what_is_not_there(without):
    assert not (without / "downloads").exists()
    assert not (without / "assets" / "sharing").exists()
    for path in without.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "downloads/" not in text, path
        assert "og:image" not in text, path
    assert all("sb-notice" in page for page in offers(without))


def test_what_was_made_once_is_found_again_and_is_the_same(project, site):
    kept = {path.name for path in (project / ".cache" / "paper").iterdir()}
    done = spelbok(project, "build", "--site", "again", SITE_URL=ADDRESS)

    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in (project / ".cache" / "paper").iterdir()} == kept
    for item in DOWNLOADS.values():
        for locale in LOCALES:
            assert (project / "again" / item.url(locale)).read_bytes() == (site / item.url(locale)).read_bytes()


def test_a_card_that_is_too_full_leaves_the_site_as_it_was(tmp_path):
    project = small_project(tmp_path / "full")
    entry = project / "playbook" / "practices" / "open-door.yml"
    text = entry.read_text("utf-8")
    more = "".join(f"  - {{sv: Rad {number}., en: Line {number}.}}\n" for number in range(20))
    entry.write_text(text.replace("use_when:\n", f"use_when:\n{more}"), "utf-8")

    done = spelbok(project, "build")

    assert done.returncode == 1
    assert "error[card-too-full] the text does not fit on the practice's card" in done.stdout
    assert not (project / "site").exists()


@pytest.fixture
def bare(tmp_path):
    """A project, and what makes WeasyPrint fail there as it does on a machine without Pango."""
    shadow = tmp_path / "shadow" / "weasyprint"
    shadow.mkdir(parents=True)
    (shadow / "__init__.py").write_text("raise OSError('cannot load library libpango')\n", "utf-8")
    return small_project(tmp_path / "bare"), str(shadow.parent)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_machine_without_pango_gets_a_site_and_is_told_at_the_end_what_to_install(bare, locale):
    project, shadow = bare
    done = spelbok(project, "build", "--lang", locale, PYTHONPATH=shadow)

    assert done.returncode == 0, done.stdout + done.stderr
    line = done.stderr.splitlines()[-1]
    for word in ("Pango", "apt install", "dnf install", "brew install", "pacman"):
        assert word in line
        assert done.stderr.count(word) == line.count(word)
    assert (project / "site" / "index.html").is_file()
    assert not (project / "site" / "downloads").exists()


def test_whoever_asks_for_paper_gets_it_or_no_site(bare):
    """Else what was published once would vanish without a word."""
    project, shadow = bare
    done = spelbok(project, "build", "--paper", PYTHONPATH=shadow)

    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "Pango" in line
    assert not (project / "site").exists()


def test_a_machine_without_pango_that_leaves_out_paper_is_told_nothing(bare):
    project, shadow = bare
    done = spelbok(project, "build", "--no-paper", PYTHONPATH=shadow)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Pango" not in done.stderr
