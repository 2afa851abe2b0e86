# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The check of the built site finds each planted fault, and nothing in a sound site."""

import pytest

from spelbok.checks.site import Site, check_site, read_site
from tests import faults
from tests.faults import FORWARD, IN_A_FILE, IN_A_PAGE, SITE, SOUND, START, codes_of, plant


@pytest.fixture
def site(tmp_path):
    return lambda extra="", **changed: plant(tmp_path, extra, **changed)


def test_a_sound_site(site):
    assert check_site(read_site(site(), SITE)) == []


def test_there_are_fifty_faults_of_ten_kinds_and_the_command_finds_them(capsys):
    planted = list(faults.faults())
    assert len(planted) >= 50
    kinds = len({code for code, *_ in planted})
    assert kinds >= 10
    assert faults.main() == 0
    told = f"{len(planted)} faults of {kinds} kinds planted, {len(planted)} found; 0 in a sound site"
    assert told in capsys.readouterr().out


def test_the_command_tells_of_a_fault_that_is_missed(capsys, monkeypatch):
    monkeypatch.setattr(faults, "check_site", lambda site: [one for one in check_site(site) if site.folder.name != "7"])
    assert faults.main() == 1
    assert "dead-link" in capsys.readouterr().out


@pytest.mark.parametrize(("code", "extra"), IN_A_PAGE)
def test_a_fault_in_a_page_is_found(site, code, extra):
    assert codes_of(site(extra)) == [code]


@pytest.mark.parametrize(("code", "name", "old", "new"), IN_A_FILE, ids=lambda value: str(value)[:30])
def test_a_fault_in_a_file_is_found(site, code, name, old, new):
    if old:
        assert SOUND[name].count(old) >= 1
        new = SOUND[name].replace(old, new)
    assert code in codes_of(site(**{name: new}))


def test_two_files_at_one_address_are_both_named(site):
    found = check_site(read_site(site(**{"en.html": FORWARD % ("a/", f"{SITE}a/"), "EN.html": ""}), SITE))
    collision = next(item for item in found if item.code.name == "colliding-address")
    assert {collision.file, collision.params["file"]} == {"/EN.html", "/en.html"}


def test_a_canonical_tells_where_the_page_lies(site):
    page = SOUND["a/index.html"].replace(f'canonical" href="{SITE}a/', f'canonical" href="{SITE}b/')
    surveyed = read_site(site(**{"a/index.html": page}), SITE)
    found = [item for item in check_site(surveyed) if item.code.name == "wrong-canonical"]
    assert [item.file for item in found] == ["/a/"]


def test_a_site_without_an_address_is_checked_too(tmp_path):
    (tmp_path / "index.html").write_text(f'{START}</head><body><a href="gone/">x</a></body></html>')
    assert codes_of(tmp_path, "") == ["dead-link"]


def test_a_file_may_be_called_like_a_scheme(site):
    assert codes_of(site('<a href="data">x</a>', **{"a/data": "1,2"})) == []


@pytest.mark.parametrize(
    ("link", "inside"),
    [
        ("", "/a/b/"),
        ("#c", "/a/b/"),
        ("./", "/a/b/"),
        ("c.html?d=1", "/a/b/c.html"),
        ("../c/", "/a/c/"),
        ("..", "/a/"),
        ("./../../c", "/c"),
        ("c/../d/./e", "/a/b/d/e"),
        ("å%20/", "/a/b/å /"),
        ("/playbook/c/", "/c/"),
        (f"{SITE}c/", "/c/"),
        (f"{SITE}c/../d", "/c/../d"),
        ("../../..", None),
        ("/", None),
        ("https://example.com/a/", None),
        ("mailto:a@example.com", None),
        ("https://[", ""),
    ],
)
def test_where_a_link_leads(tmp_path, link, inside):
    found = Site(tmp_path, SITE, frozenset(), {}).inside(link, "/a/b/")
    assert (found[0] if found else None) == inside


def test_folders_with_odd_names_are_folders_too(tmp_path):
    site = Site(tmp_path, SITE, frozenset(), {})
    assert site.inside("../c", "/å b/d/") == ("/å b/c", "")
    assert site.inside("c", "/./a/") == ("/a/c", "")


def test_a_redirect_is_where_it_leads_to(site):
    surveyed = read_site(site(), SITE)
    assert surveyed.reached["/old/"] == {"top"}
    assert surveyed.reached["/style.css"] == set()
    assert not surveyed.pages["/old/"].listed


@pytest.mark.parametrize(
    ("to", "canonical", "code"),
    [
        ("../gone/", "a/", "dead-link"),
        ("../a/", "old/", "wrong-canonical"),
        ("../a/", "en/a/", "wrong-canonical"),
        ("../older/", "older/", "redirect-chain"),
    ],
)
def test_a_wrong_redirect(site, to, canonical, code):
    files = {"old/index.html": FORWARD % (to, SITE + canonical), "older/index.html": FORWARD % ("../a/", f"{SITE}a/")}
    surveyed = read_site(site(**files), SITE)
    assert {item.code.name for item in check_site(surveyed)} == {code}
    assert ("/old/" in surveyed.reached) == (code == "wrong-canonical")
