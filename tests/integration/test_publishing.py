# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the publishing workflow does: build for a sub-path, serve as GitHub Pages does, visit every page."""

import shutil
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from spelbok.checks.folder import check_folder
from spelbok.locales import LOCALES
from spelbok.site.routes import entry_url, named_url
from tests.conftest import ROOT
from tests.crawl import crawl
from tests.pages_server import serving
from tests.site import listed


def test_every_link_of_the_site_works_below_the_sub_path(published):
    found = crawl(published.address)
    assert found.faults == []
    assert f"{published.address}en/" in found.reached
    assert found.listed


@pytest.fixture(scope="module")
def unlinked(published):
    """Pages that nothing need lead to: those for who writes entries, and those of archived entries."""
    playbook = check_folder(ROOT / "playbook").playbook
    archived = [entry for entry in playbook.entries if entry.is_retired]
    return {
        published.address + url
        for locale in LOCALES
        for url in [
            *(named_url(playbook, name, locale) for name in ("fields", "messages")),
            *(entry_url(entry, locale) for entry in archived),
        ]
    }


def test_every_page_is_reached_from_the_start_page_and_listed(published, unlinked):
    found = crawl(published.address)
    pages = {
        published.address + path.relative_to(published.folder).as_posix().removesuffix("index.html")
        for path in listed(published.folder)
    }
    assert pages - found.reached <= unlinked
    assert found.listed == pages


def test_a_seeded_dead_link_is_found_on_the_real_site(published, tmp_path):
    site = shutil.copytree(published.folder, tmp_path / "site")
    page = site / "en" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</body>", '<a href="gone/">x</a></body>'), "utf-8")
    with serving(site) as seeded:
        for file in site.rglob("*"):  # The copy must know its own address.
            if file.suffix in {".html", ".xml"}:
                file.write_bytes(file.read_bytes().replace(published.address.encode(), seeded.address.encode()))
        faults = crawl(seeded.address).faults
    assert faults == [f"{seeded.address}en/: {seeded.address}en/gone/ answers 404"]


def small_site(folder, address, extra="", listed=""):
    (folder / "b").mkdir(parents=True)
    (folder / "index.html").write_text(f'<a href="b/">b</a><script src="x.js"></script>{extra}')
    (folder / "x.js").write_text("")
    (folder / "b" / "index.html").write_text('<a href="../#top">home</a> <a href="https://example.org/">away</a>')
    (folder / "sitemap.xml").write_text(f"<urlset><url><loc>{address}</loc></url>{listed}</urlset>")


def test_a_good_site_has_no_faults(tmp_path):
    with serving(tmp_path / "site") as site:
        small_site(site.folder, site.address)
        found = crawl(site.address)
    assert found.faults == []
    assert found.reached == {site.address, f"{site.address}b/", f"{site.address}x.js"}


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ('<a href="gone/">x</a>', "gone/ answers 404"),
        ('<a href="/elsewhere/">x</a>', "/elsewhere/ leaves the site's path"),
        ('<a href="b">x</a>', "/b answers 301"),
        ('<img src="gone.png">', "gone.png answers 404"),
        ('<script src="https://cdn.example/x.js"></script>', "comes from another host"),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', "comes from another host"),
        ('<a href="javascript:alert(1)">x</a>', "is no web address"),
    ],
)
def test_a_seeded_fault_is_found(extra, said, tmp_path):
    with serving(tmp_path / "site") as site:
        small_site(site.folder, site.address, extra)
        faults = crawl(site.address).faults
    assert len(faults) == 1
    assert said in faults[0]


@pytest.mark.parametrize("listed", ["gone/", "http://127.0.0.1/elsewhere/"])
def test_a_wrong_row_of_the_sitemap_is_found(listed, tmp_path):
    with serving(tmp_path / "site") as site:
        row = f"<url><loc>{listed if ':' in listed else site.address + listed}</loc></url>"
        small_site(site.folder, site.address, listed=row)
        assert len(crawl(site.address).faults) == 1


def test_a_page_that_nothing_leads_to_is_not_reached(tmp_path):
    with serving(tmp_path / "site") as site:
        small_site(site.folder, site.address)
        (site.folder / "lost.html").write_text("")
        assert f"{site.address}lost.html" not in crawl(site.address).reached


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/spelbok", 301, "/spelbok/"),
        ("/spelbok/", 200, None),
        ("/spelbok/b", 301, "/spelbok/b/"),
        ("/spelbok/b/index", 200, None),
        ("/spelbok/folder/", 404, None),
        ("/spelbok/B/", 404, None),
        ("/spelbok/../../secret", 404, None),
        ("/", 404, None),
    ],
)
def test_the_server_answers_as_pages_does(path, status, location, tmp_path):
    (tmp_path / "secret").write_text("")
    with serving(tmp_path / "site") as site:
        small_site(site.folder, site.address)
        (site.folder / "folder").mkdir()
        connection = HTTPConnection(urlsplit(site.address).netloc, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        assert (response.status, response.getheader("Location")) == (status, location)
        connection.close()
