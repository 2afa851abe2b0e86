# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The check of the built site finds each planted fault, and nothing in a sound site."""

import pytest

from spelbok.published import check_site, read_site

SITE = "https://agency.example/playbook/"
PAGE = """<!doctype html><html lang="{lang}"><head>
<link rel="canonical" href="{base}{url}">
<link rel="alternate " hreflang="sv" href="{base}a/"><link rel="alternate " hreflang="en" href="{base}en/a/">
<link rel="stylesheet" href="{up}style.css"></head>
<body><h1 id="top">A</h1><a href="{up}{other}#top">other</a> <a href="https://elsewhere.example/x">out</a>
<a href="#top">top</a> <a href="mailto:a@b.example">mail</a> {extra}</body></html>"""


@pytest.fixture
def site(tmp_path):
    def make(extra="", **changes):
        (tmp_path / "a").mkdir(exist_ok=True)
        (tmp_path / "en" / "a").mkdir(parents=True, exist_ok=True)
        (tmp_path / "style.css").write_text("")
        page = {"base": SITE, "extra": ""}
        one = {**page, "lang": "sv", "url": "a/", "up": "../", "other": "en/a/", "extra": extra, **changes}
        two = {**page, "lang": "en", "url": "en/a/", "up": "../../", "other": "a/"}
        (tmp_path / "a" / "index.html").write_text(PAGE.format(**one))
        (tmp_path / "en" / "a" / "index.html").write_text(PAGE.format(**two))
        return tmp_path

    return make


def test_a_sound_site(site):
    assert check_site(read_site(site(), SITE)) == []


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ('<a href="../b/">x</a>', "dead-link"),
        ('<a href="/playbook/b/">x</a>', "dead-link"),
        (f'<a href="{SITE}b/">x</a>', "dead-link"),
        ('<img src="x.png" alt="">', "dead-link"),
        ('<script src="x.js"></script>', "dead-link"),
        ('<a href="#bottom">x</a>', "dead-anchor"),
        ('<a href="../en/a/#bottom">x</a>', "dead-anchor"),
        ('<p id="top">x</p>', "duplicate-anchor"),
        (f'<link rel="alternate" hreflang="no" href="{SITE}a/b/">', "broken-pair"),
    ],
)
def test_planted_faults(site, extra, code):
    assert code in [item.code.name for item in check_site(read_site(site(extra), SITE))]


def test_a_wrong_canonical(site):
    found = check_site(read_site(site(url="b/"), SITE))

    assert [item.code.name for item in found] == ["wrong-canonical"]
    assert found[0].file == "/a/"


REDIRECT = """<!doctype html><html lang="sv"><head><meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
<link rel="canonical" href="{base}{canonical}"></head><body><a href="{to}">x</a></body></html>"""


def redirect(folder, name, to, canonical):
    (folder / name).mkdir()
    html = REDIRECT.format(to=to, canonical=canonical, base=SITE)
    (folder / name / "index.html").write_text(html)


def test_a_redirect_is_where_it_leads_to(site):
    folder = site()
    redirect(folder, "old", "../a/", "a/")
    surveyed = read_site(folder, SITE)
    assert check_site(surveyed) == []
    assert surveyed.reached["/old/"] == {"top"}
    assert surveyed.reached["/style.css"] == set()
    assert [url for url, page in surveyed.pages.items() if not page.listed] == ["/old/"]


@pytest.mark.parametrize(
    ("to", "canonical", "codes"),
    [
        ("../gone/", "a/", {"dead-link"}),
        ("../a/", "old/", {"wrong-canonical"}),
        ("../a/", "en/a/", {"wrong-canonical"}),
        ("../older/", "older/", {"redirect-chain"}),
    ],
)
def test_a_wrong_redirect(site, to, canonical, codes):
    folder = site()
    redirect(folder, "old", to, canonical)
    redirect(folder, "older", "../a/", "a/")
    surveyed = read_site(folder, SITE)
    assert {item.code.name for item in check_site(surveyed)} == codes
    assert ("/old/" in surveyed.reached) == (codes == {"wrong-canonical"})
