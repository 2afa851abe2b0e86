# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that checks the links of a course: every state, from a list, a page and its source; nothing is sent."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import MODES, faults

PAGE = {"sv": "kontrollera-din-kurs/", "en": "en/check-your-course/"}


def languages(site, entry, slug, former=()):
    return {
        "sv": {
            "url": f"{site}id/{entry}/sv/",
            "page": f"{site}sidor/{slug}/",
            "former": [f"{site}{old}" for old in former],
        },
        "en": {"url": f"{site}id/{entry}/en/", "page": f"{site}en/pages/{slug}/", "former": []},
    }


def catalogue(site):
    """A catalogue in the form of /data/v1/catalog.json, with an entry in every state."""
    return {
        "format": "1.0",
        "site": site,
        "entries": [
            {
                "id": "doors",
                "status": "published",
                "title": {"sv": "Dörrar", "en": "Doors"},
                "changed": "2026-05-02",
                "url": f"{site}id/doors/",
                "data": f"{site}data/v1/entries/doors.json",
                "languages": languages(site, "doors", "dorrar", ["sidor/portar/"]),
                "packages": [{"url": f"{site}packages/doors-sv-gift.txt"}],
            },
            {
                "id": "gates",
                "status": "archived",
                "title": {"sv": "Grindar", "en": "Gates"},
                "changed": "2025-01-01",
                "url": f"{site}id/gates/",
                "data": f"{site}data/v1/entries/gates.json",
                "languages": languages(site, "gates", "grindar"),
                "successor": f"{site}id/doors/",
                "packages": [],
            },
        ],
    }


@pytest.fixture
def check(visit_small):
    """Open the page with a catalogue in the place of the site's own."""

    def opened(language="en", **options):
        return visit_small(PAGE[language], **options)

    return opened


def ask(page, site, text, since=""):
    page.route("**/data/v1/catalog.json", lambda route: route.fulfill(json=catalogue(site)))
    page.locator("#course").fill(text)
    page.locator("#since").fill(since)
    page.get_by_role(
        "button", name=("Check", "Kontrollera")[page.evaluate("document.documentElement.lang") == "sv"]
    ).click()
    expect(page.locator(".sb-course-check [role=status]")).not_to_have_text("")


def states(page):
    """The links as judged: address to state."""
    rows = page.locator(".sb-course-result tbody tr").all()
    return {
        row.locator("th a").get_attribute("href"): row.locator(".sb-course-link__state").text_content() for row in rows
    }


def test_every_state(check, small_site):
    site = small_site.address
    links = {
        f"{site}id/doors/sv/": "changed",
        f"{site}id/doors/": "changed",
        f"{site}id/doors/en/embed/": "changed",
        f"{site}packages/doors-sv-gift.txt": "changed",
        f"{site}sidor/dorrar/": "changed, current today",
        f"{site}sidor/portar/": "changed, old address",
        f"{site}id/gates/sv/?view=participant#task": "retired",
        f"{site}id/nothing/": "unknown",
        site: "current",
    }
    with check() as seen:
        page = seen.page
        ask(page, site, "\n".join([*links, "https://elsewhere.example/a", f"{site}id/doors/"]), since="2026-05-01")
        assert states(page) == links
        ranks = ["unknown", "retired", "changed", "current"]
        order = [ranks.index(state.partition(",")[0]) for state in states(page).values()]
        assert order == sorted(order)
        expect(page.locator(".sb-course-check [role=status]")).to_have_text(
            "Number of links to this site: 9. unknown: 1, retired: 1, changed: 6, current: 1. "
            "Number of links to other sites, which were not checked: 1."
        )
        expect(page.locator("#result")).to_be_focused()
        old = page.locator("tr", has_text="portar")
        expect(old.locator("td").last.get_by_role("link")).to_have_attribute("href", f"{site}id/doors/sv/")
        retired = page.locator("tr", has_text="Gates")
        expect(retired.locator("td").last.get_by_role("link")).to_have_attribute("href", f"{site}id/doors/")


def test_what_has_not_changed_since_is_current(check, small_site):
    with check() as seen:
        ask(seen.page, small_site.address, f"{small_site.address}id/doors/sv/", since="2026-05-02")
        assert list(states(seen.page).values()) == ["current"]
        seen.page.locator("#since").fill("")
        seen.page.get_by_role("button", name="Check").click()
        assert list(states(seen.page).values()) == ["current"]


@pytest.mark.parametrize(
    "text",
    [
        "See {a}, ({a}). And **{a}**; or <{a}>",
        '<p><a href="{a}">this</a> <img src=x onerror="document.title = 1"><script>document.title = 1</script></p>',
        "<{a}>",
        '<iframe src="{a}" title="x"></iframe>',
        "HTTP:{b} and {a}?utm=1#x",
        '<a href="{a}?a=1&amp;b=2">x</a>',
    ],
)
def test_links_are_found_in_any_text_and_nothing_in_it_runs(check, small_site, text):
    address = f"{small_site.address}id/doors/sv/"
    with check() as seen:
        title = seen.page.title()
        ask(seen.page, small_site.address, text.format(a=address, b=address.partition(":")[2]))
        assert set(states(seen.page).values()) == {"current"}
        assert seen.page.title() == title
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


def test_a_pasted_page_brings_its_links_along(check, small_site):
    address = f"{small_site.address}id/doors/sv/"
    with check() as seen:
        page = seen.page
        page.evaluate(
            """html => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              document.querySelector("#course").dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
            }""",
            f'<h1>My course</h1><a href="{address}">Doors</a>',
        )
        expect(page.locator("#course")).to_have_value(f"{address}\n")
        expect(page.locator(".sb-course-check [role=status]")).to_have_text("Number of links in what you pasted: 1.")


def test_a_text_without_links_and_a_catalogue_out_of_reach_say_so(check, small_site):
    with check() as seen:
        page = seen.page
        status = page.locator(".sb-course-check [role=status]")
        page.locator("#course").fill("no link here")
        page.get_by_role("button", name="Check").click()
        expect(status).to_have_text("There is no link in the text.")
        expect(page.locator("#course")).to_be_focused()
        page.route("**/data/v1/catalog.json", lambda route: route.abort())
        page.locator("#course").fill(small_site.address)
        page.get_by_role("button", name="Check").click()
        expect(status).to_have_text("The catalogue could not be loaded. Try again.")
        expect(page.locator(".sb-course-result")).to_be_hidden()


def test_nothing_but_the_catalogue_is_asked_for_and_nothing_is_kept(check, small_site):
    with check() as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append((request.url, request.post_data)))
        ask(page, small_site.address, f"{small_site.address}id/doors/sv/ https://elsewhere.example/secret")
        expect(page.locator(".sb-course-result")).to_be_visible()
        asked = [one for one in asked if not one[0].endswith(".svg")]  # The browser may ask for the icon late.
        assert asked == [(f"{small_site.address}data/v1/catalog.json", None)]
        assert page.url.endswith(PAGE["en"])
        assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
        page.get_by_role("button", name="Clear").click()
        expect(page.locator("#course")).to_have_value("")
        expect(page.locator(".sb-course-result")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing_in_any_state(check, small_site, width, scheme):
    site = small_site.address
    with check("sv", width=width, scheme=scheme) as seen:
        assert faults(seen.page) == []
        ask(
            seen.page,
            site,
            f"{site}id/doors/sv/ {site}sidor/portar/ {site}id/gates/sv/ {site}gone/",
            since="2026-01-01",
        )
        expect(seen.page.locator(".sb-course-result")).to_be_visible()
        assert faults(seen.page) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") == width


def test_without_script_the_meanings_stand(check):
    with check(java_script_enabled=False) as seen:
        expect(seen.page.get_by_text("The check needs JavaScript.")).to_be_visible()
        expect(seen.page.locator("#states")).to_be_visible()
        expect(seen.page.locator(".sb-course-check")).to_be_hidden()


def test_the_sites_own_catalogue_knows_the_links_of_its_pages(check, small_site):
    """What the course panel of a page says to copy is current; the address of the page itself is so for today."""
    with check() as seen:
        page = seen.page
        page.goto(f"{small_site.address}en/training-modules/opening-doors/")
        link = page.locator("#copy-link").inner_text()
        code = page.locator("#copy-embed").inner_text()
        packages = page.locator(".sb-downloads a").evaluate_all("links => links.map(link => link.href)")
        assert packages
        page.goto(f"{small_site.address}{PAGE['en']}")
        page.locator("#course").fill(
            "\n".join([link, code, *packages, f"{small_site.address}en/training-modules/opening-doors/"])
        )
        page.get_by_role("button", name="Check").click()
        expect(page.locator(".sb-course-result")).to_be_visible()
        found = states(page)
    assert found.pop(f"{small_site.address}en/training-modules/opening-doors/") == "current today"
    assert found == dict.fromkeys([link, f"{link}embed/", *packages], "current")
