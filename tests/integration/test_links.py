# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The link guarantee on real builds: every later site has what was published once, or there is no later site."""

import re
import shutil
import urllib.request
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from spelbok.playbook.inventory import parse
from tests.copies import edit
from tests.pages_server import serving
from tests.site import small_project, spelbok

RETIRED = """status: archived
retired:
  date: 2026-11-20
  reason: {sv: Mötet heter något annat nu., en: The meeting has another name now.}
  successor: opening-doors
"""


def keep(project):
    """Build, and add what the site promises to the inventory."""
    for arguments in (["build"], ["links", "update"]):
        done = spelbok(project, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The small playbook, published for the first time."""
    project = small_project(tmp_path_factory.mktemp("first"))
    keep(project)
    return project


@pytest.fixture
def project(first, tmp_path):
    """A copy of it, to change."""
    return shutil.copytree(first, tmp_path / "project")


def inventory(project):
    return parse((project / "playbook" / "published.txt").read_text("utf-8"), "published.txt")[0].promises


def entry(project, name):
    return project / "playbook" / f"{name}.yml"


def follow(address):
    """Return where a reader without scripts ends up, and the page there."""
    for _ in range(3):
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - of the server of this test
            html = answer.read().decode(errors="replace")  # A package is no text.
            assert answer.status == 200
        redirect = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        if not redirect:
            return address, html
        address = urljoin(address, redirect[1])
    raise AssertionError("leads on and on")


def unkept(promises, folder):
    """Ask a served site for everything that was promised; return what it does not answer as promised."""
    wrong = []
    with serving(folder) as site:
        pages = {}
        for promise in (promise for promise in sorted(promises) if not promise.is_anchor):
            address, html = follow(site.address + promise.place.removeprefix("/"))
            if promise.is_page:
                ids = {node.attributes["id"] for node in LexborHTMLParser(html).css("[id]")}
                pages.setdefault(promise.owner, []).append((address, ids))
                lang = re.search(r'<html lang="(\w+)"', html)[1]
                if lang != promise.language:
                    wrong.append(str(promise))
        for promise in (promise for promise in promises if promise.is_anchor):
            wrong += [str(promise) for _, ids in pages[promise.owner] if promise.place[1:] not in ids]
        for owner, found in pages.items():
            if owner != "page":
                wrong += [f"{owner}: {found}"] * (len({address for address, _ in found}) > 2)
    return wrong


def test_the_first_site_keeps_what_it_promises(first):
    promises = inventory(first)
    owners = {promise.owner for promise in promises}
    assert {"practices/open-door", "practices/index", "glossary", "about", "page", "file"} <= owners
    assert {promise.place for promise in promises if promise.owner == "page"} == {"/", "/en/"}
    assert unkept(promises, first / "site") == []
    assert (first / "site" / "data" / "v1" / "addresses.txt").read_text("utf-8") == (
        first / "playbook" / "published.txt"
    ).read_text("utf-8")


def test_a_second_update_adds_nothing_and_a_built_site_warns_of_nothing(project):
    before = (project / "playbook" / "published.txt").read_bytes()
    done = spelbok(project, "build")
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 new" in spelbok(project, "links", "update").stdout
    assert (project / "playbook" / "published.txt").read_bytes() == before


def test_renaming_keeps_every_old_address(project):
    before = inventory(project)
    assert spelbok(project, "rename", "oppen-dorr", "dorr-pa-glant").returncode == 0
    assert spelbok(project, "rename", "open-door", "ajar", "--of", "en").returncode == 0
    assert spelbok(project, "rename", "oppna-dorrar", "dorrar").returncode == 0
    edit(
        project / "playbook" / "vocabulary.yml",
        r"slug: \{sv: ordlista, en: glossary\}",
        "slug: {sv: ord, en: words}\n    former_slugs: {sv: [ordlista], en: [glossary]}",
    )
    keep(project)
    after = inventory(project)
    assert before < after
    assert {"/arbetssatt/dorr-pa-glant/", "/en/practices/ajar/", "/ord/"} <= {promise.place for promise in after}
    assert unkept(after, project / "site") == []
    assert spelbok(project, "links", "verify", "--against", str(project / "playbook" / "published.txt")).returncode == 0


def test_archiving_keeps_every_address_and_offers_the_entry_nowhere(project):
    before = inventory(project)
    edit(entry(project, "practices/open-door"), r"^status: published\n", RETIRED)
    done = spelbok(project, "build")
    assert done.returncode == 0, done.stdout
    assert "warning[retired-reference]" in done.stdout
    site = project / "site"
    assert unkept(before, site) == []

    html = (site / "en" / "practices" / "open-door" / "index.html").read_text("utf-8")
    notice = re.search(r'<div class="sb-notice".*?</div>', html, re.DOTALL)[0]
    assert '<time datetime="2026-11-20">20 November 2026</time>' in notice
    assert "The meeting has another name now." in notice
    assert 'href="../../training-modules/opening-doors/">Opening doors</a>' in notice
    assert "Open the door." in html, "its last text"
    assert '<link rel="canonical" href="https://agency.example/playbook/en/practices/open-door/">' in html

    name = "practices/open-door/"
    for page in ("practices", "map", "self-assessment", "principles/openness"):
        assert name not in (site / "en" / page / "index.html").read_text("utf-8"), page
    module = (site / "en" / "training-modules" / "opening-doors" / "index.html").read_text("utf-8")
    assert re.search(r">Open door</a> \(archived\)", module), "whoever still points to it says so"
    titles = "".join(file.read_text("utf-8") for file in (site / "assets" / "search" / "en").glob("titles-*.json"))
    assert '"Open door (archived)"' in titles


def test_changing_the_text_keeps_every_address(project):
    file = entry(project, "modules/opening-doors")
    for old, new in (("Öppna dörrar", "Att öppna dörrar"), ("Opening doors", "How to open doors"), ("Pröva", "Prova")):
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    edit(entry(project, "practices/open-door"), r"^  - id: listen\n", "  - id: hear\n    former_ids: [listen]\n")
    keep(project)
    assert unkept(inventory(project), project / "site") == []


def delete(project):
    entry(project, "measures/visits").unlink()
    edit(entry(project, "practices/open-door"), r"^measures: .*\n", "")


def change_slug(project):
    edit(entry(project, "practices/open-door"), r"en: open-door\}", "en: ajar}")


def change_outcome(project):
    file = entry(project, "modules/opening-doors")
    file.write_text(re.sub(r"\blisten\b(?=\n|\])", "hear", file.read_text("utf-8")), "utf-8")


def drop_anchor(project):
    edit(project / "playbook" / "templates" / "practice.html", r' id="step-\{\{ step.id \}\}"', "")


def drop_page(project):
    for locale in ("sv", "en"):
        (project / "docs" / locale / "about.md").unlink()
    edit(project / "mkdocs.yml", r"^  - about.md\n", "")


@pytest.mark.parametrize(
    ("harm", "said", "advice"),
    [
        (delete, "error[lost-entry] 'measures/visits' was published", "status: archived"),
        (change_slug, "error[lost-slug] the published address '/en/practices/open-door/'", "add 'open-door' to"),
        (change_outcome, "error[lost-anchor] '#outcome-listen' was published", "add 'listen' to 'former_ids'"),
        (drop_anchor, "error[lost-address] 'practices/open-door - #step-listen' was published", "bring back"),
        (drop_page, "error[lost-address] 'about en /en/about/' was published", "former_slugs"),
    ],
)
def test_a_loss_stops_the_build_and_is_told(project, harm, said, advice):
    harm(project)
    done = spelbok(project, "build")
    assert done.returncode == 1
    assert said in done.stdout
    assert advice in done.stdout
    assert "untouched" in done.stderr


def test_an_export_never_lies_on_a_page(project):
    change = "slug: {sv: oppenhet, en: openness}\nformer_slugs: {sv: [sidan]}"
    edit(entry(project, "principles/openness"), r"^slug: .*$", change)
    for locale, title in (("sv", "Sidan"), ("en", "The page")):
        (project / "docs" / locale / "principer").mkdir()
        (project / "docs" / locale / "principer" / "sidan.md").write_text(f"# {title}\n", "utf-8")
    done = spelbok(project, "build")
    assert done.returncode == 1
    assert "/principer/sidan/index.html:1:1: error[occupied-address]" in done.stdout


def test_another_folder_has_promises_of_its_own(project):
    """The playbook that is named is the one that is built, and the one whose inventory counts."""
    shutil.move(project / "playbook", project / "other")
    change_slug_file = project / "other" / "practices" / "open-door.yml"
    edit(change_slug_file, r"en: open-door\}", "en: ajar}")
    done = spelbok(project, "build", "--playbook", "other")
    assert done.returncode == 1
    assert "other/practices/open-door.yml:6:28: error[lost-slug]" in done.stdout
    (project / "other" / "published.txt").unlink()
    done = spelbok(project, "build", "--playbook", "other")
    assert done.returncode == 0, done.stdout
    assert "warning[unlisted-address]" in done.stdout, "nothing is promised, and that is said"
    assert (project / "site" / "en" / "practices" / "ajar" / "index.html").is_file()


def test_an_update_asks_for_a_site_of_today(project):
    edit(entry(project, "practices/open-door"), r"sv: oppen-dorr", "sv: dorr")
    edit(entry(project, "practices/open-door"), r"^title:", "former_slugs: {sv: [oppen-dorr]}\ntitle:")
    before = inventory(project)
    done = spelbok(project, "links", "update")
    assert done.returncode == 1
    assert "Run 'spelbok build' first" in done.stdout
    assert inventory(project) == before


# --- verify: any built site, any published inventory ---


def spoil(project):
    """Take away a page, a redirect, an anchor and a file of the built site, as another generator might."""
    site = project / "site"
    shutil.rmtree(site / "matt" / "besok")
    (site / "id" / "visits" / "en" / "index.html").unlink()
    step = site / "en" / "practices" / "open-door" / "index.html"
    step.write_text(step.read_text("utf-8").replace('id="step-listen"', ""), "utf-8")


LOST = [
    "measures/visits en /id/visits/en/",
    "measures/visits sv /id/visits/sv/",
    "measures/visits sv /matt/besok/",
    "practices/open-door - #step-listen",
]


def test_verify_against_a_file(project):
    old = project / "playbook" / "published.txt"
    assert spelbok(project, "links", "verify", "--against", str(old)).returncode == 0
    spoil(project)
    done = spelbok(project, "links", "verify", "--against", str(old))
    assert done.returncode == 1
    assert re.findall(r"lost-address\] '([^']+)'", done.stdout) == LOST


def test_verify_against_a_published_site(first, project):
    with serving(first / "site") as published:
        url = f"{published.address}data/v1/addresses.txt"
        assert spelbok(project, "links", "verify", "--against", url).returncode == 0
        spoil(project)
        done = spelbok(project, "links", "verify", "--against", url, "--format", "concise")
        missing = spelbok(project, "links", "verify", "--against", f"{published.address}gone.txt")
        first_time = spelbok(project, "links", "verify", "--allow-missing", "--against", f"{published.address}gone.txt")
    offline = spelbok(project, "links", "verify", "--allow-missing", "--against", f"{published.address}gone.txt")
    assert (first_time.returncode, offline.returncode) == (0, 1)
    assert done.returncode == 1
    assert re.findall(r"lost-address\] '([^']+)'", done.stdout) == LOST
    assert missing.returncode == 1
    assert "404" in missing.stderr


@pytest.mark.parametrize(
    ("against", "said"),
    [
        ("nowhere.txt", "cannot be read"),
        ("ftp://127.0.0.1/addresses.txt", "cannot be read"),
        ("file:///etc/hostname", "cannot be read"),
        ("http://127.0.0.1:9/addresses.txt", "cannot be read"),
        ("mkdocs.yml", "unreadable-promise"),
        ("empty.txt", "promises nothing"),
    ],
)
def test_what_cannot_be_compared_with_is_no_success(project, against, said):
    (project / "empty.txt").write_text("", "utf-8")
    done = spelbok(project, "links", "verify", "--against", against)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr


def test_a_folder_without_a_site_is_no_success(project):
    shutil.rmtree(project / "site")
    done = spelbok(project, "links", "verify", "--against", "playbook/published.txt")
    assert done.returncode == 1
    assert "There is no site" in done.stderr
