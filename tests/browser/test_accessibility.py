# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""WCAG 2.2 AA as axe-core sees it, and what no scanner sees: every stop of the Tab key.

Every page is scanned in one mode of each width and colour scheme in turn, and
with ``--every-mode`` in all of them; one page of each kind in all of them
always, with what opens open.
"""

import pytest
from playwright.sync_api import expect

from tests.consumers import axe
from tests.site import listed

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What axe leaves undecided, and why that is no fault: the background of text in a drawing is a shape, which axe
#: does not read. test_the_map_can_be_read measures the contrast there.
LOOKED_AT = ("color-contrast: <text", "color-contrast: <tspan")
RUN = """rules => axe.run({runOnly: {type: "tag", values: rules}, resultTypes: ["violations", "incomplete"]})
  .then(({violations, incomplete}) => [...violations, ...incomplete].flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`)))"""
MODES = [(1280, "light"), (320, "dark"), (1280, "dark"), (320, "light")]

#: What a keyboard user needs of the element that has focus: a name, a place on screen, a visible ring.
FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    what: element.outerHTML.slice(0, 100),
    name: (element.ariaLabel || element.labels?.[0]?.innerText || element.textContent || "").trim(),
    shown: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight && style.visibility === "visible",
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""

#: Colours that change do so in a moment in which they have little contrast.
SETTLED = """async () => {
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map((one) => one.finished));
}"""


def faults(page):
    """Return what axe finds and what it could not decide, on the page as it is now."""
    page.evaluate("scrollTo(0, 0)")  # The header stays in view; what it covers for the moment is no fault.
    page.evaluate(SETTLED)
    page.evaluate(axe())
    return [problem for problem in page.evaluate(RUN, RULES) if not problem.startswith(LOOKED_AT)]


def stops(page, most=400):
    """Press Tab through the page; return every stop."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"more than {most} stops, the last: {found[-1]['what']}")


def test_every_page(visit, published, request):
    pages = [path.relative_to(published.folder).as_posix() for path in listed(published.folder)]
    step = 1 if request.config.getoption("--every-mode") else len(MODES)
    found = {}
    for number, (width, scheme) in enumerate(MODES):
        with visit(published.address, width=width, scheme=scheme) as seen:  # One window a mode: opening one is slow.
            for page in pages[number % step :: step]:
                seen.page.goto(published.address + page.removesuffix("index.html"))
                if problems := [*faults(seen.page), *seen.messages, *seen.failed, *seen.foreign]:
                    found[f"{page} {width} {scheme}"] = problems
    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_every_kind_in_every_mode(visit, addresses, width, scheme):
    with visit(addresses["sv"]["start"], width=width, scheme=scheme) as seen:
        for name, address in addresses["sv"].items():
            seen.page.goto(address)
            for summary in seen.page.locator("summary:visible").all():
                summary.click()
            assert faults(seen.page) == [], f"{name}, all details open"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_and_an_explanation_open(visit, addresses, scheme):
    with visit(addresses["sv"]["practice"], width=320, scheme=scheme) as seen:
        seen.page.locator(".sb-menu").click()
        assert faults(seen.page) == []
        seen.page.keyboard.press("Escape")
        if not seen.page.locator(".sb-term").count():
            pytest.skip("this playbook has no term explained in its first practice")
        seen.page.locator(".sb-term").first.focus()
        # What the explanation covers for the moment cannot be decided, and need not be read.
        assert [problem for problem in faults(seen.page) if "overlapped" not in problem] == []


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_results_filters_and_choices_open(visit, addresses, width, scheme):
    with visit(addresses["sv"]["search"] + "?q=a", width=width, scheme=scheme) as seen:
        page = seen.page
        expect(page.locator(".sb-hits")).to_have_attribute("aria-busy", "false")
        assert faults(page) == [], "search with results"
        page.locator("#find-query").fill("xyzzyxqw")
        page.keyboard.press("Enter")
        expect(page.locator(".sb-find__status")).not_to_be_empty()
        assert faults(page) == [], "search without results"
        page.goto(addresses["sv"]["practice-index"])
        page.locator(".sb-facets summary").first.click()
        boxes = page.locator(".sb-facets input[type=checkbox]:visible")
        boxes.first.check()
        assert faults(page) == [], "a filter chosen"
        page.locator(".sb-theme").click()
        assert faults(page) == [], "the other colours chosen"
        page.goto(addresses["sv"]["self-assessment"])
        for answer in page.locator("fieldset input[type=radio][value='0']:visible").all()[:3]:
            answer.check()
        page.get_by_role("button", name="Visa resultatet").click()
        assert faults(page) == [], "the result of the self-assessment"


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_the_page_for_unknown_addresses(visit, published, width, scheme):
    with visit(f"{published.address}gone/", width=width, scheme=scheme) as seen:
        assert faults(seen.page) == []
        found = stops(seen.page)
        assert [stop for stop in found if not (stop["name"] and stop["shown"] and stop["ringed"])] == []
        seen.page.locator("[lang=en] input[type=search]").fill("team")
        seen.page.keyboard.press("Enter")
        expect(seen.page.locator(".sb-hits a").first).to_be_visible()
        assert "/en/" in seen.page.url


#: The icons of buttons, each with the colour behind it.
FORCED = """() => [...document.querySelectorAll(".sb-button svg")].filter((icon) => icon.checkVisibility())
  .map((icon) => [icon.querySelector("path"), icon.closest("button")].map((part) => getComputedStyle(part)))
  .map(([path, button]) => [path.fill, button.backgroundColor])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_stay_in_forced_colours(chromium, addresses, scheme):
    context = chromium.new_context(forced_colors="active", color_scheme=scheme, viewport={"width": 320, "height": 900})
    try:
        page = context.new_page()
        page.goto(addresses["sv"]["practice"])
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        icons = page.evaluate(FORCED)
        assert len(icons) >= 2
        assert [pair for pair in icons if pair[0] == pair[1]] == []
    finally:
        context.close()


CONTRAST = """() => {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  const fills = (parts) => [...document.querySelectorAll(parts)].map((part) => luminance(getComputedStyle(part).fill));
  const texts = fills(".sb-map a text");
  return fills(".sb-map .sb-map__box").map((box, index) => ratio(box, texts[index]));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_can_be_read(visit, addresses, scheme):
    with visit(addresses["sv"]["map"], scheme=scheme) as seen:
        ratios = seen.page.evaluate(CONTRAST)
        assert ratios
        assert min(ratios) >= 4.5, "WCAG 2.2, 1.4.3"


def test_a_fault_is_found(visit, addresses):
    with visit(addresses["sv"]["practice-index"]) as seen:
        seen.page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x.png>')")
        assert any(problem.startswith("image-alt") for problem in faults(seen.page))


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["start", "practice-index", "practice", "module", "glossary"])
def test_every_stop_is_named_shown_and_ringed(visit, addresses, name, width):
    with visit(addresses["sv"][name], width=width) as seen:
        found = stops(seen.page)
        assert "content" in found[0]["what"], "the first stop leads to the content"
        assert [stop for stop in found if not (stop["name"] and stop["shown"] and stop["ringed"])] == []


def test_the_menu_by_keyboard(visit, addresses):
    with visit(addresses["sv"]["practice-index"], width=320) as seen:
        page = seen.page
        button = page.locator(".sb-menu")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.closest('#sb-nav') !== null")
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.classList.contains('sb-menu')")


def test_no_single_key_does_anything(visit, addresses):
    with visit(addresses["sv"]["practice-index"]) as seen:
        before = seen.page.url, seen.page.content()
        for key in "np.,fs/":
            seen.page.keyboard.press(key)
        assert (seen.page.url, seen.page.content()) == before
