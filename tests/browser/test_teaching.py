# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A module page to teach from: views, run sheet, knowledge check, paper; all of it also without a script."""

import io
import unicodedata

import pytest
import zxingcpp
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.test_accessibility import MODES, faults

MODULE = {"sv": "utbildningsmoduler/oppna-dorrar/", "en": "en/training-modules/opening-doors/"}
PATH = "utbildningsvagar/till-oppenhet/"
#: What the participants' view leaves out.
FACILITATORS = ["#preparation", "#run-sheet", "#alignment", "#course", ".sb-facilitator", ".sb-check details"]

#: An image as 400 times 400 shades of grey.
GREY = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const context = new OffscreenCanvas(400, 400).getContext("2d");
  context.drawImage(image, 0, 0, 400, 400);
  return [...context.getImageData(0, 0, 400, 400).data].filter((_, index) => index % 4 === 0);
}"""


def pages_on_paper(page):
    """Return the text of each page, with letters that the printer joined taken apart."""
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in paper.pages]


def press_print(page, part):
    """Press a button that prints one part, without the browser's dialogue."""
    page.evaluate("window.print = () => {}")
    page.locator(f"[data-print-part={part}]").click()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_participants_view_leaves_out_what_is_for_the_facilitator(visit_small, language):
    with visit_small(MODULE[language]) as seen:
        page = seen.page
        for part in FACILITATORS:
            expect(page.locator(part).first).to_be_visible()
        page.locator(".sb-view input[value=participant]").check()
        for part in FACILITATORS:
            expect(page.locator(part).first).to_be_hidden()
        expect(page.locator("#activity-try")).to_be_visible()
        expect(page.locator("nav.md-nav--secondary a[href='#preparation']").first).to_be_hidden()
        assert page.url.endswith("?view=participant")
        other = page.locator(".sb-language").get_attribute("href")
        page.locator(".sb-language").click()
        expect(page.locator(".sb-view input[value=participant]")).to_be_checked()
        expect(page.locator("#preparation")).to_be_hidden()
        assert "view=participant" in page.url, other
        page.locator(".sb-view input").first.check()
        expect(page.locator("#preparation")).to_be_visible()
        assert "?" not in page.url
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


def test_paper_shows_the_chosen_view(visit_small):
    with visit_small(MODULE["en"]) as seen:
        assert "Show first." in "".join(pages_on_paper(seen.page))
    with visit_small(f"{MODULE['en']}?view=participant") as seen:
        text = "".join(pages_on_paper(seen.page))
        assert "Show first." not in text
        assert "Open and listen." in text
        assert "Use it in your course" not in text


@pytest.mark.parametrize(
    ("language", "before", "after", "end"),
    [
        ("sv", ["Från start", "0:00–0:20", "0:20–0:30"], ["Klockan", "23.45–00.05", "00.05–00.15"], "00.15"),
        ("en", ["From the start", "0:00–0:20", "0:20–0:30"], ["Clock", "23:45–00:05", "00:05–00:15"], "00:15"),
    ],
)
def test_the_run_sheet_tells_times_of_day_from_the_start(visit_small, language, before, after, end):
    with visit_small(MODULE[language]) as seen:
        page = seen.page
        times = page.locator("[data-clock], .sb-clock")
        assert times.all_text_contents() == before
        page.locator("#start").fill("23:45")
        assert times.all_text_contents() == after
        expect(page.locator("[data-ends]")).to_contain_text(end)
        assert page.url.endswith("?start=23:45")
        page.reload()
        assert times.all_text_contents() == after
        page.locator("#start").fill("")
        assert times.all_text_contents() == before
        expect(page.locator("[data-ends]")).to_have_text("")


@pytest.mark.parametrize("address", ["?start=25:00", "?start=<img src=x>", "?view=nobody", "?start=9:5&view=%00"])
def test_an_address_that_says_nonsense_is_taken_for_none(visit_small, address):
    with visit_small(MODULE["sv"] + address) as seen:
        assert seen.page.locator(".sb-clock").first.text_content() == "0:00–0:20"
        expect(seen.page.locator("#preparation")).to_be_visible()
        assert seen.messages == []


def test_the_run_sheet_and_the_handout_print_alone(visit_small):
    with visit_small(f"{MODULE['sv']}?start=09:00") as seen:
        page = seen.page
        press_print(page, "run-sheet")
        [paper] = pages_on_paper(page)
        assert "09.00–09.20" in paper
        assert "Öppna dörrar" in paper
        assert "Hitta en dörr." not in paper
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        press_print(page, "handout")
        [paper] = pages_on_paper(page)
        assert "Öppna, lyssna, tacka." in paper
        assert "09.00" not in paper
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert len("".join(pages_on_paper(page))) > 3 * len(paper)


def answer(page, number, option):
    page.locator(".sb-quiz").nth(number).get_by_role("radio").nth(option).check()
    page.locator(".sb-quiz").nth(number).get_by_role("button").click()


def test_the_knowledge_check_gives_feedback_and_counts_first_answers(visit_small):
    with visit_small(MODULE["en"]) as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        first, second = page.locator(".sb-quiz").all()
        score = page.locator(".sb-score")
        first.get_by_role("button", name="Answer").click()
        expect(first.get_by_role("status")).to_have_text("Choose an answer first.")
        answer(page, 0, 1)
        expect(first.get_by_role("status")).to_have_text("Not right. No.")
        expect(score).to_have_text("")
        first.get_by_role("radio").first.check()
        expect(first.get_by_role("status")).to_have_text("")
        answer(page, 0, 0)
        expect(first.get_by_role("status")).to_have_text("Right. Yes.")
        answer(page, 1, 0)
        expect(second.get_by_role("button")).to_be_focused()
        expect(score).to_have_text("1 of 2 right at the first attempt.")
        page.get_by_role("button", name="Take the check again").click()
        expect(score).to_have_text("")
        expect(page.locator(".sb-quiz :checked")).to_have_count(0)
        expect(first.get_by_role("radio").first).to_be_focused()
        answer(page, 0, 0)
        answer(page, 1, 0)
        expect(score).to_have_text("2 of 2 right at the first attempt.")
        assert [url for url in asked if not url.endswith(".svg")] == []
        assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_the_knowledge_check_by_keyboard_in_groups_named_by_their_question(visit_small):
    with visit_small(MODULE["en"]) as seen:
        page = seen.page
        group = page.get_by_role("group", name="What do you do first?")
        group.get_by_role("radio").first.focus()
        page.keyboard.press("ArrowDown")
        expect(group.get_by_role("radio", name="Close")).to_be_checked()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".sb-feedback").first).to_have_text("Not right. No.")
        expect(page.locator(".sb-quiz button").first).to_be_focused()


def test_the_way_from_outcome_to_work_is_a_table_of_links(visit_small):
    with visit_small(MODULE["en"]) as seen:
        table = seen.page.get_by_role("table", name="Where each learning outcome is practised, checked and used")
        expect(table.get_by_role("rowheader")).to_have_text(["open a door", "listen to the end"])
        targets = table.locator("a[href^='#']").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert targets == ["#activity-try", "#question-first", "#task", "#activity-try", "#question-second", "#task"]
        for target in targets:
            assert seen.page.locator(target).count() == 1


@pytest.mark.parametrize("path", [MODULE["sv"], PATH])
def test_what_is_copied_is_what_stands_there_and_focus_stays(visit_small, small_site, path):
    entry = {MODULE["sv"]: "opening-doors", PATH: "to-openness"}[path]
    with visit_small(path, permissions=["clipboard-read", "clipboard-write"]) as seen:
        page = seen.page
        copied = []
        for button in page.locator(".sb-copy [data-copy]").all():
            button.click()
            expect(button.locator("xpath=following-sibling::*")).to_have_text("Kopierat.")
            expect(button).to_be_focused()
            copied.append(page.evaluate("navigator.clipboard.readText()"))
        link, swedish, english, code = copied
        assert link == f"{small_site.address}id/{entry}/sv/"
        assert swedish.endswith(link)
        assert english.endswith(f"{small_site.address}id/{entry}/en/")
        assert f'src="{link}embed/"' in code


def test_where_copying_is_refused_the_text_is_marked(visit_small):
    with visit_small(MODULE["en"]) as seen:
        page = seen.page
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        page.locator("[data-copy=copy-link]").click()
        expect(page.locator(".sb-copy").first.get_by_role("status")).to_contain_text("selected")
        assert page.evaluate("getSelection().toString()") == page.locator("#copy-link").inner_text()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_code_leads_to_the_permanent_address(visit_small, small_site, language):
    """Read by a reader of codes that others wrote, from the page and from the file."""
    with visit_small(MODULE[language]) as seen:
        page = seen.page
        code = page.locator(".sb-qr").get_by_role("img")
        expect(code).to_be_visible()
        drawn = code.evaluate("code => 'data:image/svg+xml,' + encodeURIComponent(code.outerHTML)")
        file = page.locator("a[download$='.svg']").evaluate("link => link.href")
        for image in (drawn, file):
            assert read_code(page, image) == f"{small_site.address}id/opening-doors/{language}/"


def read_code(page, image):
    grey = memoryview(bytes(page.evaluate(GREY, image))).cast("B", (400, 400))
    return zxingcpp.read_barcodes(grey)[0].text


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing_in_any_state(visit_small, width, scheme):
    with visit_small(f"{MODULE['sv']}?start=09:00", width=width, scheme=scheme) as seen:
        page = seen.page
        answer(page, 0, 1)
        answer(page, 1, 0)
        for summary in page.locator("#content summary:visible").all():
            summary.click()
        assert faults(page) == []
        page.locator(".sb-view input[value=participant]").check()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.goto(page.url.replace(MODULE["sv"], PATH).partition("?")[0])
        assert faults(page) == []


def test_without_script_everything_stands_and_nothing_that_needs_one(visit_small):
    with visit_small(f"{MODULE['sv']}?view=participant&start=09:00", java_script_enabled=False) as seen:
        page = seen.page
        for part in [*FACILITATORS, ".sb-question", ".sb-options"]:
            expect(page.locator(part).first).to_be_visible()
        for part in page.locator("[data-scripted], .sb-copy").all():
            expect(part).to_be_hidden()
        page.locator(".sb-check summary").first.click()
        expect(page.locator(".sb-check dd").first).to_be_visible()
