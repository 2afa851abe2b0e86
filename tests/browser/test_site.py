# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real site in a real browser, served below a sub-path as GitHub Pages does."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from spelbok.model import KINDS
from tests.conftest import ROOT
from tests.site import setting

LANGUAGES = ("sv", "en")
PAIR = {"sv": "en", "en": "sv"}
LOOKS = [(width, scheme) for width in (1280, 320) for scheme in ("light", "dark")]
#: How far the page reaches beyond the window, and what sticks out furthest.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
  return `${document.documentElement.scrollWidth} > ${width}: ${out.slice(-1)[0]?.outerHTML.slice(0, 200)}`;
}"""


def clean(seen):
    assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_every_kind_are_whole(visit, addresses, language, width, scheme):
    with visit(addresses[language]["start"], width=width, scheme=scheme) as seen:
        seen.page.wait_for_load_state("networkidle")  # What the theme asks for after loading.
        for address in addresses[language].values():
            seen.page.goto(address)
            assert seen.page.evaluate("document.documentElement.lang") == language
            assert seen.page.locator("h1").count() == 1
            expect(seen.page.locator("body")).to_have_attribute(
                "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
            )
            assert seen.page.evaluate(OVERFLOW) == "", address
        seen.page.wait_for_load_state("networkidle")
        clean(seen)


@pytest.mark.parametrize(("language", "width"), [("sv", 1280), ("en", 320)])
def test_the_language_link_leads_to_the_same_page_and_back(visit, addresses, language, width):
    other = PAIR[language]
    with visit(addresses[language]["start"], width=width) as seen:
        for name, address in addresses[language].items():
            seen.page.goto(address, wait_until="domcontentloaded")
            seen.page.locator(f"header a[hreflang={other}]").click()
            seen.page.wait_for_url(addresses[other][name], wait_until="domcontentloaded")
            assert seen.page.evaluate("document.documentElement.lang") == other
            seen.page.locator(f"header a[hreflang={language}]").click()
            seen.page.wait_for_url(address, wait_until="domcontentloaded")
        clean(seen)


def page_with_a_term(published, language):
    folder = published.folder / "en" if language == "en" else published.folder
    marked = (file for file in sorted(folder.glob("*/*/index.html")) if 'class="sb-term"' in file.read_text("utf-8"))
    own = (file for file in marked if language == "en" or file.relative_to(folder).parts[0] != "en")
    file = next(own, None)
    if file is None:
        pytest.skip("this playbook has no text with a term of the glossary")
    return published.address + file.parent.relative_to(published.folder).as_posix() + "/"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_explained_on_focus_until_escape(visit, published, language, width):
    with visit(page_with_a_term(published, language), width=width) as seen:
        term = seen.page.locator(".sb-term").first
        definition = seen.page.locator(f"#term-{term.get_attribute('data-term')}")
        expect(definition).to_be_hidden()
        term.focus()
        expect(definition).to_be_visible()
        expect(definition).not_to_be_empty()
        assert term.get_attribute("aria-describedby") == definition.get_attribute("id")
        box = definition.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        seen.page.keyboard.press("Escape")
        expect(definition).to_be_hidden()
        clean(seen)


@pytest.mark.parametrize("path", ["gone/", "en/gone/gone/", "a/b/c/d.html"])
def test_an_unknown_address_shows_the_404_page_with_working_links(visit, published, addresses, path):
    with visit(published.address + path, width=320) as seen:
        assert [failure for failure in seen.failed if not failure.endswith(f"/{path}")] == []
        assert seen.foreign == []
        assert seen.page.evaluate(OVERFLOW) == ""
        assert seen.page.locator("section[lang]").count() == 2
        for language in LANGUAGES:
            seen.page.goto(published.address + path)
            seen.page.locator(f"section[lang={language}] a").first.click()
            seen.page.wait_for_url(addresses[language]["start"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_edit_link_opens_the_entrys_own_file(visit, addresses, playbook, language):
    if not (setting("repo_url") and setting("edit_uri")):
        pytest.skip("this playbook has no links to edit")
    for kind in KINDS:
        entry = next((entry for entry in playbook.of(kind) if entry.is_current), None)
        if entry is None:
            continue
        source = f"playbook/{kind.folder}/{entry.id}.yml"
        assert (ROOT / source).is_file()
        with visit(addresses[language][kind.kind]) as seen:
            link = seen.page.locator(".sb-edit a").last
            docs = urljoin(f"{setting('repo_url').rstrip('/')}/", setting("edit_uri"))
            assert link.get_attribute("href") == urljoin(docs, f"../{source}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_reaches_the_content_first(visit, addresses, language):
    with visit(addresses[language]["practice-index"]) as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.matches('.sb-skip')")


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<script>console.error('seeded')</script>", "messages"),
        ("<script>throw Error('seeded')</script>", "messages"),
        ("<img alt='' src='gone.png'>", "failed"),
        ("<img alt='' src='https://elsewhere.example/x.png'>", "foreign"),
    ],
)
def test_a_seeded_fault_is_seen(visit, published, body, kept):
    page = published.folder / "seeded.html"
    page.write_text(f"<!doctype html><html lang=sv><link rel=icon href='data:,'>{body}</html>", "utf-8")
    try:
        with visit(f"{published.address}seeded.html") as seen:
            seen.page.wait_for_load_state("networkidle")
            assert getattr(seen, kept)
    finally:
        page.unlink()


def test_a_seeded_overflow_is_seen(visit, published):
    page = published.folder / "seeded.html"
    page.write_text("<!doctype html><html lang=sv><body><div style='width:400px'>wide</div></html>", "utf-8")
    try:
        with visit(f"{published.address}seeded.html", width=320) as seen:
            assert seen.page.evaluate(OVERFLOW)
    finally:
        page.unlink()
