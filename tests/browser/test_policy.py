# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Content-Security-Policy in a browser: it stops what it should, and nothing that pages do.

That every single page opens without a violation is seen to by the scan of all pages in test_accessibility.py.
"""

import pytest

from spelbok.site.csp import HEAD

LANGUAGES = ("sv", "en")
#: Uses everything on a page that can be used and does not lead away from it.
USE_ALL = """() => {
  print = () => {};
  const all = (what) => [...document.querySelectorAll(what)];
  all("summary, header button:not([type=submit])").forEach((e) => e.click());
  all("main input:is([type=checkbox], [type=radio])").forEach((e) => e.click());
  all(".sb-term, main input[type=search]").forEach((e) => e.focus());
  all("main select").forEach((e) => { e.selectedIndex = 1; e.dispatchEvent(new Event("change", {bubbles: true})); });
  all("main button").forEach((e) => e.click());
}"""
SEEDS = {
    "script": "<script>x = 1</script>",
    "handler": "<img src='data:,' alt='' onerror='x = 1'>",
    "javascript-address": "<a id=go href='javascript:x = 1'>x</a>",
    "data-address": "<iframe src='data:text/html,x'></iframe>",
    "style": "<style>p { color: red }</style>",
    "style-attribute": "<p style='color: red'>x</p>",
    "foreign-script": "<script src='https://elsewhere.example/x.js'></script>",
    "foreign-image": "<img src='https://elsewhere.example/x.png' alt=''>",
    "foreign-frame": "<iframe src='https://elsewhere.example/'></iframe>",
    "own-frame": "<iframe src='./'></iframe>",
    "object": "<object data='x.svg'></object>",
    "base": "<base href='https://elsewhere.example/'>",
    "form": "<form id=go action='https://elsewhere.example/'><button>x</button></form>",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_pages_do_is_stopped(visit, addresses, language):
    with visit(addresses[language]["start"]) as seen:
        for address in addresses[language].values():
            seen.page.goto(address)
            seen.page.evaluate(USE_ALL)
            seen.page.wait_for_timeout(50)
        seen.page.wait_for_load_state("networkidle")
        assert (seen.messages, seen.foreign) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_from_the_header(visit, addresses, language):
    with visit(addresses[language]["practice-index"]) as seen:
        seen.page.locator("#sb-query").fill("team")
        seen.page.locator("#sb-query").press("Enter")
        seen.page.wait_for_load_state("networkidle")
        assert seen.page.url.endswith("?q=team")
        assert (seen.messages, seen.foreign) == ([], [])


@pytest.fixture
def seeded(visit, published):
    """Open a page with the policy and a body of our own; return what the visit brought to light."""
    file = published.folder / "seeded.html"

    def opened(body):
        file.write_text(f'<!doctype html><html lang="sv"><meta charset="utf-8">{HEAD}{body}</html>', "utf-8")
        with visit(f"{published.address}seeded.html") as seen:
            seen.page.evaluate("document.querySelector('#go')?.click(); document.querySelector('#go button')?.click()")
            seen.page.wait_for_timeout(100)
            return [said for said in seen.messages if said.startswith("policy:")]

    yield opened
    file.unlink()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seeded_violation_is_stopped_and_seen(seeded, seed):
    assert seeded(SEEDS[seed])


def test_data_for_search_engines_is_no_violation(seeded):
    assert seeded('<script type="application/ld+json">{"@context": "https://schema.org"}</script>') == []
