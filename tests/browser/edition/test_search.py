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

from spelbok.site.routes import entry_url, named_url, root
from tests.browser.test_accessibility import MODES, faults, stops
from tests.conftest import ROOT
from tests.pages_server import serving

#: What readers of our own edition type. A fork has queries of its own, or none.
ASKED = ROOT / "tests" / "edition" / "queries.yml"
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


@pytest.fixture(scope="session")
def queries():
    if not ASKED.is_file():
        pytest.skip(f"no {ASKED.relative_to(ROOT)}")
    return yaml.safe_load(ASKED.read_text("utf-8"))


@pytest.fixture(scope="session")
def known(playbook):
    """The longest word of an entry's title, by language: there is at least one result."""
    entry = next((entry for entry in playbook.entries if entry.is_current), None)
    if entry is None:
        pytest.skip("this playbook is empty")
    return {language: max(re.findall(r"\w+", entry.title[language] or "-"), key=len) for language in LANGUAGES}


def answered(page):
    expect(page.locator(".sb-hits")).to_have_attribute("aria-busy", "false")
    return page.evaluate(HITS)


def ask(page, query):
    """Type a query, and wait for the answer to it."""
    page.locator("#find-query").fill(query)
    page.keyboard.press("Enter")
    return answered(page)


def misses(page, playbook, language, queries):
    """The queries that do not find one of their entries among the first three, and hits in the other language."""
    home = page.url.removesuffix(named_url(playbook, "search", language))
    missed, foreign = [], []
    for case in queries[language]:
        hits = ask(page, case["query"])
        wanted = {home + entry_url(playbook.by_id[entry], language) for entry in case["finds"]}
        if not wanted & set(hits[:3]):
            missed.append((case["query"], hits[:3]))
        foreign += [hit for hit in hits if hit.startswith(f"{home}{root('en')}") is (language == "sv")]
    return missed, foreign


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_find_what_they_look_for(visit, addresses, playbook, queries, language):
    with visit(addresses[language]["search"]) as seen:
        missed, foreign = misses(seen.page, playbook, language, queries)
        assert len(missed) <= (1 - ENOUGH) * len(queries[language]), missed
        assert foreign == []
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


def test_the_queries_notice_a_spoiled_index(chromium, published, playbook, queries, tmp_path):
    """The test above can fail: with the words of each shard in the wrong order it does."""
    shutil.copytree(published.folder, tmp_path / "site")
    for shard in (tmp_path / "site" / "assets" / "search" / "sv").glob("words-*.json"):
        shard.write_text(json.dumps(json.loads(shard.read_text("utf-8"))[::-1]), "utf-8")
    with serving(tmp_path / "site") as site:
        page = chromium.new_page()
        page.goto(site.address + named_url(playbook, "search", "sv"))
        missed, _ = misses(page, playbook, "sv", queries)
        page.close()
    assert len(missed) > (1 - ENOUGH) * len(queries["sv"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_count_is_announced_and_hits_are_marked(find, playbook, known, language):
    labels = playbook.vocabulary.labels
    many = labels["search_many"][language].replace("{count}", r"\d+")
    with find(language, known[language]) as seen:
        status = seen.page.get_by_role("status")
        expect(status).to_have_text(re.compile(f"^({many}|{labels['search_one'][language]})$"))
        total = int(status.inner_text().split()[0])
        expect(seen.page.locator(".sb-hits__title mark").first).to_have_text(known[language], ignore_case=True)
        more = seen.page.locator(".sb-find__more")
        while more.is_visible():
            shown = seen.page.locator(".sb-hits > li").count()
            more.click()
            expect(seen.page.locator(".sb-hits > li").nth(shown).locator("a")).to_be_focused()
        assert seen.page.locator(".sb-hits > li").count() == total
        assert ask(seen.page, "xyzzyxqwxyzzyxqw") == []
        expect(status).to_have_text(labels["search_none"][language])


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_results_are_accessible(visit, addresses, known, width, scheme):
    with visit(addresses["sv"]["search"], width=width, scheme=scheme) as seen:
        assert ask(seen.page, known["sv"])
        assert faults(seen.page) == []
        seen.page.evaluate("document.activeElement.blur()")
        for stop in stops(seen.page):
            assert stop["name"], stop
            assert stop["shown"], stop
            assert stop["ringed"], stop


@pytest.mark.parametrize("language", LANGUAGES)
def test_hits_are_filtered_by_kind(find, playbook, published, known, language):
    with find(language, known[language]) as seen:
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


def test_results_come_while_typing(visit, addresses, known):
    typed = known["sv"][:-1]
    with visit(addresses["sv"]["search"]) as seen:
        seen.page.locator("#find-query").press_sequentially(typed, delay=30)
        expect(seen.page.locator(".sb-hits mark").first).to_have_text(known["sv"], ignore_case=True)
        assert urllib.parse.parse_qs(urllib.parse.urlsplit(seen.page.url).query) == {"q": [typed]}
        expect(seen.page.locator("#find-query")).to_be_focused()


def test_the_address_holds_query_and_filter(find, playbook, known):
    kind = next(entry.kind for entry in playbook.entries if entry.is_current)
    with find("sv", known["sv"], kind=kind) as seen:
        assert answered(seen.page)
        assert seen.page.locator("#find-query").input_value() == known["sv"]
        assert seen.page.locator(f"input[value={kind}]").is_checked()
        ask(seen.page, "mått & värden")
        assert urllib.parse.parse_qs(urllib.parse.urlsplit(seen.page.url).query) == {
            "q": ["mått & värden"],
            "kind": [kind],
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_any_page_by_keyboard_alone(visit, addresses, playbook, known, language):
    with visit(addresses[language]["start"]) as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator(".sb-search input").focus()
        page.keyboard.type(known[language])
        assert [url for url in asked if "search" in url or "vendor" in url] == []  # Not a byte before it is used.
        with page.expect_navigation():
            page.keyboard.press("Enter")
        answered(page)
        page.locator("#find-query").focus()
        walked = []
        for _ in range(3):
            page.keyboard.press("Tab")
            walked.append(page.evaluate(FOCUSED))
        assert walked == ["submit", "radio", "hit"]
        page.locator("#find-query").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        first = playbook.kinds[0].kind
        expect(page).to_have_url(re.compile(f"kind={first}"))
        expect(page.locator(f"input[value={first}]")).to_be_focused()


def test_opening_the_search_page_fetches_no_index(visit, addresses, known):
    with visit(addresses["sv"]["search"]) as seen:
        asked = []
        seen.page.on("request", lambda request: asked.append(request.url))
        seen.page.wait_for_load_state("networkidle")
        assert [url for url in asked if ".json" in url] == []
        ask(seen.page, known["sv"])
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


def test_a_failed_fetch_is_said_and_can_be_tried_again(visit, addresses, playbook, known):
    with visit(addresses["en"]["search"]) as seen:
        seen.page.route("**/index.json", lambda route: route.abort())
        ask(seen.page, known["en"])
        expect(seen.page.get_by_role("status")).to_have_text(playbook.vocabulary.labels["search_failed"]["en"])
        seen.page.unroute("**/index.json")
        seen.page.locator("#find-query").press("Enter")
        expect(seen.page.get_by_role("status")).to_have_text(re.compile(r"\d"))
