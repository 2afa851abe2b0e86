# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search as readers meet it: what is found, what is said, what is fetched."""

import json
import re
import shutil
import urllib.parse

import pytest
import yaml
from playwright.sync_api import expect

from spelbok.pages import entry_url, root
from tests.conftest import ROOT
from tests.pages_server import serving

QUERIES = yaml.safe_load((ROOT / "tests" / "cases" / "queries.yml").read_text("utf-8"))
LANGUAGES = ("sv", "en")
#: The least share of queries that find what they should among the first three.
ENOUGH = 0.9
#: What has the focus, and the addresses of the hits.
FOCUSED = "document.activeElement.matches('.sb-hits a') ? 'hit' : document.activeElement.type"
HITS = "() => [...document.querySelectorAll('.sb-hits a')].map(link => link.href)"


@pytest.fixture
def find(visit, addresses):
    """Open the search page with a query in its address, and wait for the answer."""

    def opened(language, query, **more):
        return visit(f"{addresses[language]['search']}?{urllib.parse.urlencode({'q': query, **more})}")

    return opened


def answered(page):
    expect(page.locator(".sb-hits")).to_have_attribute("aria-busy", "false")
    return page.evaluate(HITS)


def ask(page, query):
    """Type a query, and wait for the answer to it."""
    page.locator("#find-query").fill(query)
    page.keyboard.press("Enter")
    return answered(page)


def misses(page, playbook, home, language):
    """The queries that do not find one of their entries among the first three, and hits in the other language."""
    missed, foreign = [], []
    for case in QUERIES[language]:
        hits = ask(page, case["query"])
        wanted = {home + entry_url(playbook.by_id[entry], language) for entry in case["finds"]}
        if not wanted & set(hits[:3]):
            missed.append((case["query"], hits[:3]))
        foreign += [hit for hit in hits if hit.startswith(f"{home}{root('en')}") is (language == "sv")]
    return missed, foreign


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_find_what_they_look_for(visit, addresses, playbook, published, language):
    assert len(QUERIES[language]) >= 20
    with visit(addresses[language]["search"]) as seen:
        missed, foreign = misses(seen.page, playbook, published.address, language)
        assert len(missed) <= (1 - ENOUGH) * len(QUERIES[language]), missed
        assert foreign == []
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


def test_the_queries_notice_a_spoiled_index(chromium, published, playbook, tmp_path):
    """The test above can fail: with the words of each shard in the wrong order it does."""
    shutil.copytree(published.folder, tmp_path / "site")
    for shard in (tmp_path / "site" / "assets" / "search" / "sv").glob("words-*.json"):
        shard.write_text(json.dumps(json.loads(shard.read_text("utf-8"))[::-1]), "utf-8")
    with serving(tmp_path / "site") as site:
        page = chromium.new_page()
        page.goto(f"{site.address}sok/")
        missed, _ = misses(page, playbook, site.address, "sv")
        page.close()
    assert len(missed) > (1 - ENOUGH) * len(QUERIES["sv"])


@pytest.mark.parametrize(("language", "one", "many"), [("sv", "1 träff", "träffar"), ("en", "1 result", "results")])
def test_the_count_is_announced_and_hits_are_marked(find, language, one, many):
    query = {"sv": "retrospektiv", "en": "retrospective"}[language]
    with find(language, query) as seen:
        status = seen.page.get_by_role("status")
        expect(status).to_have_text(re.compile(rf"^\d+ {many}$"))
        total = int(status.inner_text().split()[0])
        expect(seen.page.locator(".sb-hits__title mark").first).to_have_text(re.compile(query, re.IGNORECASE))
        more = seen.page.locator(".sb-find__more")
        while more.is_visible():
            shown = seen.page.locator(".sb-hits > li").count()
            more.click()
            expect(seen.page.locator(".sb-hits > li").nth(shown).locator("a")).to_be_focused()
        assert seen.page.locator(".sb-hits > li").count() == total
        ask(seen.page, "xyzzyxqw")
        expect(status).not_to_have_text(re.compile(rf"\d|{one}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hits_are_filtered_by_kind(find, playbook, published, language):
    with find(language, "team") as seen:
        answered(seen.page)
        for radio in seen.page.locator(".sb-find input[type=radio]").all():
            kind = radio.get_attribute("value")
            radio.check()
            count = int(radio.locator("xpath=..").locator(".sb-find__count").inner_text().strip("()"))
            expect(seen.page.get_by_role("status")).to_have_text(re.compile(rf"^{count} " if count else r"^\D+$"))
            hits = answered(seen.page)
            assert len(hits) == min(count, 10)
            entries = {published.address + entry_url(e, language) for e in playbook.entries if e.kind == kind}
            assert not entries or set(hits) <= entries
            assert ("kind=" in seen.page.url) is bool(kind)


def test_results_come_while_typing(visit, addresses):
    with visit(addresses["sv"]["search"]) as seen:
        seen.page.locator("#find-query").press_sequentially("beslutsk", delay=30)
        expect(seen.page.locator(".sb-hits a").first).to_have_text("Beslutskarta")
        expect(seen.page).to_have_url(re.compile(r"\?q=beslutsk$"))
        expect(seen.page.locator("#find-query")).to_be_focused()


def test_the_address_holds_query_and_filter(find):
    with find("sv", "beslut", kind="practice") as seen:
        hits = answered(seen.page)
        assert seen.page.locator("#find-query").input_value() == "beslut"
        assert seen.page.locator("input[value=practice]").is_checked()
        assert all("/arbetssatt/" in hit for hit in hits)
        ask(seen.page, "mått & värden")
        assert urllib.parse.parse_qs(urllib.parse.urlsplit(seen.page.url).query) == {
            "q": ["mått & värden"],
            "kind": ["practice"],
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_any_page_by_keyboard_alone(visit, addresses, language):
    with visit(addresses[language]["practice"]) as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator(".sb-search input").focus()
        page.keyboard.type("team")
        assert [url for url in asked if "search" in url or "vendor" in url] == []  # Not a byte before it is used.
        with page.expect_navigation():
            page.keyboard.press("Enter")
        answered(page)
        page.locator("#find-query").focus()
        walked = []
        for _ in range(8):
            page.keyboard.press("Tab")
            walked.append(page.evaluate(FOCUSED))
        assert walked[:3] == ["submit", "radio", "hit"]
        page.locator("#find-query").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(page).to_have_url(re.compile("kind=principle"))
        expect(page.locator("input[value=principle]")).to_be_focused()


def test_opening_the_search_page_fetches_no_index(visit, addresses):
    with visit(addresses["sv"]["search"]) as seen:
        asked = []
        seen.page.on("request", lambda request: asked.append(request.url))
        seen.page.wait_for_load_state("networkidle")
        assert [url for url in asked if ".json" in url] == []
        ask(seen.page, "mandat")
        assert any("index.json" in url for url in asked)
        assert not any("/search/en/" in url for url in asked)
        assert seen.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_indexes_are_linked(chromium, addresses, language):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses[language]["search"])
    expect(page.locator(".sb-find")).to_be_hidden()
    assert page.locator("noscript a").count() >= 6
    context.close()


def test_a_failed_fetch_is_said_and_can_be_tried_again(visit, addresses):
    with visit(addresses["en"]["search"]) as seen:
        seen.page.route("**/index.json", lambda route: route.abort())
        ask(seen.page, "mandate")
        expect(seen.page.get_by_role("status")).to_have_text(re.compile("could not be loaded"))
        seen.page.unroute("**/index.json")
        seen.page.locator("#find-query").press("Enter")
        expect(seen.page.get_by_role("status")).to_have_text(re.compile("results"))
