# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that puts a session together: what fits, what is missing, at what time, by link and on paper."""

import io
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import windows
from tests.browser.test_accessibility import MODES, faults
from tests.browser.test_teaching import pages_on_paper, press_print
from tests.cartridge_rules import faults as faults_of_cartridge
from tests.conftest import SMALL
from tests.pages_server import serving
from tests.site import small_project, spelbok

#: Makes a cartridge of one folder for a path and one for its module, and returns its bytes.
MAKE = """async ({assets, part, audience, link: words, course, about}) => {
  const {cartridge, link} = await import(`${assets}cartridge.js`);
  const module = (await (await fetch(part)).json())[audience];
  const folders = [{...about, items: [link(...words)]}, module];
  return [...new Uint8Array(await new Blob(cartridge({...course, folders})).arrayBuffer())];
}"""
PLAN = {"sv": "planera-ett-pass/", "en": "en/plan-a-session/"}


@pytest.fixture(scope="module")
def planned_site(tmp_path_factory):
    """The small playbook with a second module, which builds on the first."""
    project = small_project(tmp_path_factory.mktemp("plan") / "project")
    text = (SMALL / "modules" / "opening-doors.yml").read_text("utf-8")
    for old, new in (
        ("id: opening-doors", "id: more-doors"),
        ("oppna-dorrar", "fler-dorrar"),
        ("en: opening-doors", "en: more-doors"),
        ("sv: Öppna dörrar", "sv: Fler dörrar"),
        ("en: Opening doors", "en: More doors"),
        ("level: introductory", "level: introductory\nprerequisites: [opening-doors]"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    (project / "playbook" / "modules" / "more-doors.yml").write_text(text, "utf-8")
    with serving(project / "site") as site:
        run = spelbok(project, "build", SITE_URL=site.address)
        assert run.returncode == 0, run.stdout + run.stderr
        yield site
    shutil.rmtree(project)


@pytest.fixture
def plan(chromium, planned_site):
    opened = windows(chromium, planned_site.address)
    return lambda query="", language="en", **options: opened(
        f"{planned_site.address}{PLAN[language]}{query}", **options
    )


def expect_order(page, titles):
    expect(page.locator(".sb-sheet tbody th")).to_have_text(titles)


def include(page, title):
    for summary in page.locator(".sb-choices-of:not([open]) > summary").all():
        summary.click()
    page.get_by_role("checkbox", name=f"Include {title}").check()


def total(page):
    return page.locator(".sb-sheet__total")


def test_what_is_chosen_is_timed_and_stands_in_the_address(plan):
    with plan() as seen:
        page = seen.page
        expect(page.locator(".sb-sheet__empty")).to_be_visible()
        expect(page.locator(".sb-sheet table")).to_be_hidden()
        include(page, "Opening doors")
        expect(page.locator(".sb-plan__status")).to_have_text("Opening doors is included. Total 30 min.")
        page.get_by_role("button", name="Add a break").click()
        include(page, "Open door")
        page.locator("#start").fill("09:00")
        expect_order(page, ["Opening doors", "Break", "Open door"])
        times = page.locator(".sb-sheet tbody tr td:first-child").all_text_contents()
        assert times == ["09:00–09:30", "09:00–09:20", "09:20–09:30", "09:30–09:45", "09:45–10:45"]
        expect(total(page)).to_have_text("Total 1 hr 45 min. The session ends at 10:45.")
        assert page.url.endswith("?items=opening-doors,break,open-door&start=09:00")
        assert page.locator("#copy-plan").text_content() == page.url
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])
        assert page.evaluate("localStorage.length + document.cookie.length") == 0


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("60", "It is 45 min too long for 1 hr."),
        ("120", "It fits in 2 hr, with 15 min to spare."),
        ("", "Total 1 hr 45 min."),
    ],
)
def test_it_says_whether_the_session_fits(plan, limit, said):
    with plan("?items=opening-doors,break,open-door") as seen:
        seen.page.locator("#limit").select_option(limit)
        expect(total(seen.page)).to_contain_text(said)
        expect(seen.page.locator(".sb-plan__status")).to_contain_text(said)


def test_a_session_may_fill_its_time_exactly(plan):
    with plan("?items=open-door&limit=60") as seen:
        expect(total(seen.page)).to_have_text("Total 1 hr. It fills 1 hr exactly.")


def test_a_missing_prerequisite_is_told_and_can_be_added_before(plan):
    with plan("?items=more-doors") as seen:
        page = seen.page
        gaps = page.locator(".sb-sheet__gaps li")
        expect(gaps).to_contain_text("More doors builds on Opening doors, which is not included.")
        page.get_by_role("button", name="Add Opening doors").click()
        expect_order(page, ["Opening doors", "More doors"])
        expect(gaps).to_have_count(0)
        page.get_by_role("button", name="Move More doors up").click()
        expect(gaps).to_have_text("More doors builds on Opening doors, which comes later.")


def test_parts_are_moved_and_removed_by_keyboard_and_focus_stays_near(plan):
    with plan("?items=opening-doors,break,open-door") as seen:
        page = seen.page
        status = page.locator(".sb-plan__status")
        page.get_by_role("button", name="Move Open door up").focus()
        page.keyboard.press("Enter")
        expect_order(page, ["Opening doors", "Open door", "Break"])
        expect(status).to_have_text("Open door is now number 2 of 3.")
        expect(page.get_by_role("button", name="Move Open door up")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Move Open door down")).to_be_focused()
        page.get_by_role("button", name="Remove Open door").press("Enter")
        expect(status).to_have_text("Open door has been removed.")
        expect(page.get_by_role("button", name="Remove Opening doors")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(page.locator("#session")).to_be_focused()
        assert "?" not in page.url


def test_a_link_brings_the_same_plan_to_the_other_language(plan):
    with plan("?items=open-door,break,opening-doors&start=13:00&limit=180&name=Monday") as seen:
        page = seen.page
        expect(page.locator("#session-name")).to_have_value("Monday")
        expect(page.locator("#limit")).to_have_value("180")
        page.locator(".sb-language").click()
        expect_order(page, ["Öppen dörr", "Paus", "Öppna dörrar"])
        expect(total(page)).to_contain_text("Totalt 1 tim 45 min. Det ryms på 3 tim, 1 tim 15 min blir över.")
        expect(page.locator("#session-name")).to_have_value("Monday")


@pytest.mark.parametrize(
    "query",
    ["?items=gone,,open-door,open-door", "?items=open-door&start=99:99&limit=7", "?items=open-door,__proto__,<b>"],
)
def test_an_address_that_says_nonsense_is_read_as_far_as_it_makes_sense(plan, query):
    with plan(query) as seen:
        expect_order(seen.page, ["Open door"])
        expect(total(seen.page)).to_have_text("Total 1 hr.")
        assert seen.page.url.endswith("?items=open-door")
        assert seen.messages == []


def test_the_plan_prints_alone_on_one_page(plan):
    with plan("?items=opening-doors,break,more-doors,open-door&start=09:00&name=Doors+day") as seen:
        press_print(seen.page, "plan")
        [paper] = pages_on_paper(seen.page)
        assert "Doors day. Total 2 hr 15 min. The session ends at 11:15." in paper
        assert "10:15–11:15" in paper
        assert "Choose what" not in paper


def test_a_module_leads_here_with_itself_in_the_session(plan, planned_site):
    with plan() as seen:
        seen.page.goto(f"{planned_site.address}en/training-modules/opening-doors/")
        seen.page.get_by_role("link", name="Plan a session with this module").click()
        expect_order(seen.page, ["Opening doors"])


@pytest.mark.parametrize("audience", ["participants", "facilitators"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_cartridge_from_the_browser_is_the_exporters_byte_by_byte(plan, planned_site, language, audience):
    """Given what the exporter was given for a path: its words, the link to it, and the part of its module."""
    exported = (planned_site.folder / f"packages/to-openness-{language}-cartridge-{audience}.imscc").read_bytes()
    title = {"sv": "Till öppenhet", "en": "To openness"}[language]
    address = f"{planned_site.address}id/to-openness/{language}/"
    summary = {"sv": "En väg för ledare.", "en": "A path for leaders."}[language]
    with plan(language=language) as seen:
        made = seen.page.evaluate(
            MAKE,
            {
                "assets": f"{planned_site.address}assets/",
                "part": f"{planned_site.address}packages/parts/opening-doors-{language}.json",
                "audience": audience,
                "link": [f"link-to-openness-{language}", title, address],
                "course": {
                    "identifier": f"to-openness-{language}-{audience}",
                    "language": language,
                    "title": title,
                    "description": f"{summary} {address}",
                    "rights": seen.page.locator(".sb-plan").get_attribute("data-rights"),
                },
                "about": {"id": "about-to-openness", "title": title},
            },
        )
    assert bytes(made) == exported


@pytest.mark.parametrize("audience", ["participants", "facilitators"])
def test_a_session_becomes_a_sound_cartridge(plan, audience):
    with plan("?items=more-doors,break,open-door&name=Fika+%26+d%C3%B6rrar", language="sv") as seen:
        page = seen.page
        with page.expect_download() as download:
            page.locator(f"[data-audience={audience}]").click()
        package = Path(download.value.path()).read_bytes()
        file = download.value.suggested_filename
        expect(page.locator(".sb-plan__status")).to_have_text(f"Filen {file} är klar.")
        address = page.url
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])
    assert faults_of_cartridge(package) == []
    with ZipFile(io.BytesIO(package)) as made:
        names = [name.removesuffix(".xml") for name in made.namelist()]
        assert "imsmanifest" in names
        assert "quizzes/quiz-more-doors-sv" in names
        assert ("notes/notes-more-doors-sv.html" in names) is (audience == "facilitators")
        assert "links/link-open-door-sv" in names
        text = made.read("imsmanifest.xml").decode()
        assert "Fika &amp; dörrar" in text
        start = made.read(next(name for name in made.namelist() if "link-session-" in name)).decode()
        assert address.replace("&", "&amp;") in start
        assert start.isascii() or "dörrar" in start.partition("<title>")[2]


def test_a_cartridge_whose_parts_cannot_be_fetched_says_so(plan):
    with plan("?items=more-doors") as seen:
        seen.page.route("**/packages/parts/*", lambda route: route.fulfill(status=404))
        seen.page.locator("[data-audience=participants]").click()
        expect(seen.page.locator(".sb-plan__status")).to_have_text("The file could not be made. Try again.")


def test_breaks_alone_are_no_course(plan):
    with plan("?items=break") as seen:
        expect(seen.page.locator("[data-cartridge]")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing_in_any_state(plan, width, scheme):
    with plan(language="sv", width=width, scheme=scheme) as seen:
        assert faults(seen.page) == []
        seen.page.goto(f"{seen.page.url}?items=more-doors,break,open-door&start=09:00&limit=60")
        for summary in seen.page.locator("#content summary:visible").all():
            summary.click()
        assert faults(seen.page) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") == width


def test_without_script_the_choices_stand_with_their_times(plan):
    with plan(java_script_enabled=False) as seen:
        page = seen.page
        expect(page.get_by_text("Planning needs JavaScript")).to_be_visible()
        expect(page.locator(".sb-choice").first).to_contain_text("30 min")
        for part in page.locator("[data-scripted]").all():
            expect(part).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("name=%01", None),
        ("name=A%01B%0B%EF%BF%BEC%EF%BF%BF", "AB C"),
        ("name=%ED%A0%80x", None),
        (f"name={'lång%20' * 5000}", None),
        ("name=%3Cb%3E%26%E2%80%AEok", "<b>&ok"),
        (f"name={'%F0%9F%9A%AA' * 100}", "\U0001f6aa" * 80),
    ],
)
def test_no_name_makes_a_cartridge_that_cannot_be_read(plan, tmp_path, query, title):
    with plan(f"?items=opening-doors&{query}") as seen:
        page = seen.page
        expect_order(page, ["Opening doors"])
        with page.expect_download() as downloading:
            page.locator("[data-audience]").first.click()
        made = tmp_path / "session.imscc"
        downloading.value.save_as(made)
        with ZipFile(made) as archive:
            root = ET.fromstring(archive.read("imsmanifest.xml"))  # noqa: S314 - our own
        assert faults_of_cartridge(made.read_bytes()) == []
        said = next(root.iter("{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}title"))[0].text
        assert 0 < len(said) <= 80
        assert title in {None, said}
        assert seen.messages == []


def test_a_name_with_half_a_character_makes_a_sound_cartridge(plan, tmp_path):
    with plan("?items=opening-doors") as seen:
        page = seen.page
        page.locator("#session-name").evaluate(
            "one => { one.value = 'half ' + '\\ud83d' + '\\ufffe'; one.dispatchEvent(new Event('input')); }"
        )
        with page.expect_download() as downloading:
            page.locator("[data-audience]").first.click()
        made = tmp_path / "session.imscc"
        downloading.value.save_as(made)
        with ZipFile(made) as archive:
            text = archive.read("imsmanifest.xml").decode("utf-8")
        assert "\ufffd" not in text
        assert '<lom:string language="en">half</lom:string>' in text
        assert seen.messages == []
