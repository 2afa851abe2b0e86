# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""scorm-again, an LMS's side of SCORM by others, plays every package of the site in a real browser."""

import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests import consumers
from tests.exports import contents, packages, spoiled
from tests.pages_server import serving

#: A page of an LMS: scorm-again, each call kept with the error that it left, and the package in a frame.
LMS = """<!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,">
<script src="scorm12.min.js"></script>
<script>
window.lms = new Scorm12API({ autocommit: false, logLevel: 5 });
window.calls = [];
window.API = {};
for (const name of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish", "LMSGetLastError",
  "LMSGetErrorString", "LMSGetDiagnostic"]) {
  window.API[name] = (...values) => {
    const answer = lms[name](...values);
    calls.push([name, ...values, String(lms.LMSGetLastError())]);
    return answer;
  };
}
</script>
<iframe id="sco" title="SCO" width="1000" height="800"></iframe></html>"""
#: What arrived, as scorm-again keeps it.
ARRIVED = """() => ({
  status: lms.cmi.core.lesson_status,
  score: [lms.cmi.core.score.min, lms.cmi.core.score.raw, lms.cmi.core.score.max].map(String),
  kept: lms.cmi.suspend_data,
  told: Object.fromEntries(calls.filter(([name, , , error]) => name === "LMSSetValue" && error === "0")
    .map(([, element, value]) => [element, value])),
  finished: calls.filter(([name]) => name === "LMSFinish").length,
  after: calls.slice(calls.findIndex(([name]) => name === "LMSFinish") + 1).length,
  refused: calls.filter(call => call.at(-1) !== "0"),
})"""
STATUSES = {"passed", "completed", "failed", "incomplete", "browsed"}


@dataclass
class Lms:
    """A page of the LMS, and the folder whose packages it plays."""

    page: object
    folder: object
    address: str

    @contextmanager
    def playing(self, package, kept=""):
        """Play a package; yield its frame. When the block ends, the reader leaves."""
        shutil.rmtree(self.folder / "package", ignore_errors=True)
        for name, text in contents(package).items():
            path = self.folder / "package" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        self.page.goto(f"{self.address}lms.html")
        self.page.evaluate("kept => { lms.cmi.suspend_data = kept; }", kept)
        self.page.evaluate("() => { sco.src = 'package/index.html'; }")
        frame = self.page.frame_locator("#sco")
        expect(frame.locator("h1")).to_be_visible()
        self.page.wait_for_function("calls.some(([name]) => name === 'LMSInitialize')")
        yield frame
        self.page.evaluate("() => new Promise(done => { sco.onload = done; sco.src = 'about:blank'; })")

    def arrived(self):
        """Return what the LMS knows, and what is wrong with how it came to know it."""
        found = self.page.evaluate(ARRIVED)
        faults = [f"refused: {call}" for call in found["refused"]]
        if found["finished"] != 1 or found["after"]:
            faults.append("the session was not closed once, at the end")
        if found["status"] not in STATUSES:
            faults.append(f"no status: {found['status']}")
        if not re.fullmatch(r"\d{4}:\d\d:\d\d", found["told"].get("cmi.core.session_time", "")):
            faults.append("no time")
        return found, faults


@pytest.fixture(scope="module")
def lms(chromium, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lms")
    (folder / "lms.html").write_text(LMS, "utf-8")
    shutil.copy(consumers.modules() / "scorm-again" / "dist" / "scorm12.min.js", folder)
    with serving(folder) as site:
        context = chromium.new_context(viewport={"width": 1100, "height": 900})
        context.route(re.compile(r"/embed/$"), lambda route: route.fulfill(body="<h1>module</h1>"))
        yield Lms(context.new_page(), folder, site.address)
        context.close()


@pytest.fixture(scope="module")
def offline(published):
    return packages(published.folder, "-scorm-offline.zip")


@pytest.fixture(scope="module")
def live(published):
    return packages(published.folder, "-scorm-live.zip")


def first(found):
    if not found:
        pytest.skip("this playbook has no training module")
    return next(iter(found.values()))


def answer(form, *, right):
    form.locator("input[data-right]" if right else "input:not([data-right])").first.check()
    form.locator("button").click()


def test_every_package_reports_status_score_time_and_answers(lms, offline):
    for name, package in offline.items():
        with lms.playing(package) as frame:
            forms = frame.locator("form[data-question]").all()
            for number, form in enumerate(forms):
                answer(form, right=number > 0)
                expect(form.get_by_role("status")).not_to_be_empty()
            expect(frame.locator("#alone")).to_be_empty()
        found, faults = lms.arrived()
        told = found["told"]
        assert faults == [], name
        assert found["status"] == "completed", name
        assert found["score"] == ["0", str(round(100 * (len(forms) - 1) / len(forms))), "100"], name
        assert told["cmi.core.exit"] == "suspend"
        assert len({told[f"cmi.interactions.{number}.id"] for number in range(len(forms))}) == len(forms), name
        assert [told[f"cmi.interactions.{number}.result"] for number in range(len(forms))] == [
            "wrong" if number == 0 else "correct" for number in range(len(forms))
        ], name


def test_every_live_package_frames_its_page_and_reports_the_readers_click(lms, live, published):
    for name, package in live.items():
        entry, locale = re.fullmatch(r"(.+)-(sv|en)-scorm-live\.zip", name).groups()
        with lms.playing(package) as frame:
            address = f"{published.address}id/{entry}/{locale}/embed/"
            assert frame.locator("iframe").get_attribute("src") == address
            assert lms.page.evaluate("lms.cmi.core.lesson_status") == "incomplete"
            frame.get_by_role("button").click()
            expect(frame.locator("#result")).not_to_be_empty()
        found, faults = lms.arrived()
        assert (faults, found["status"]) == ([], "completed"), name


def test_answers_are_found_again_and_can_be_changed(lms, offline):
    package = first(offline)
    with lms.playing(package) as frame:
        answer(frame.locator("form").first, right=False)
    before, faults = lms.arrived()
    assert (faults, before["status"], before["score"][1]) == ([], "incomplete", "0")

    with lms.playing(package, kept=before["kept"]) as frame:
        form = frame.locator("form").first
        expect(form.locator("input:not([data-right])").first).to_be_checked()
        expect(form.get_by_role("status")).not_to_be_empty()
        answer(form, right=True)
    after, faults = lms.arrived()
    assert faults == []
    assert int(after["score"][1]) > 0


def test_what_was_kept_of_a_question_that_is_gone_does_no_harm(lms, offline):
    with lms.playing(first(offline), kept="gone:a;also-gone:z") as frame:
        expect(frame.locator("input:checked")).to_have_count(0)
    assert lms.arrived()[1] == []


def test_nothing_is_recorded_before_an_answer_is_chosen(lms, offline):
    with lms.playing(first(offline)) as frame:
        form = frame.locator("form").first
        form.locator("button").click()
        expect(form.get_by_role("status")).not_to_be_empty()
    found, faults = lms.arrived()
    assert (faults, found["score"][1]) == ([], "")
    assert not any(element.startswith("cmi.interactions") for element in found["told"])


def test_questions_can_be_answered_by_keyboard_and_are_named(lms, offline):
    with lms.playing(first(offline)) as frame:
        question = frame.locator("legend").first.inner_text()
        group = frame.get_by_role("group", name=question)
        group.get_by_role("radio").first.focus()
        lms.page.keyboard.press("ArrowDown")
        lms.page.keyboard.press("Enter")
        expect(frame.locator("form").first.get_by_role("status")).not_to_be_empty()
    assert "cmi.interactions.0.result" in lms.arrived()[0]["told"]


def test_a_package_without_an_lms_says_so(lms, offline, live):
    for package in (first(offline), first(live)):
        with lms.playing(package):
            pass
        lms.page.goto(f"{lms.address}package/index.html")
        expect(lms.page.locator("#alone")).not_to_be_empty()


def test_packages_are_accessible(lms, offline, live):
    for package in (first(offline), first(live)):
        with lms.playing(package):
            pass
        lms.page.goto(f"{lms.address}package/index.html")
        lms.page.evaluate(consumers.axe())
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        for scheme in ("light", "dark"):
            lms.page.emulate_media(color_scheme=scheme)
            found = lms.page.evaluate("tags => axe.run({ runOnly: tags })", tags)
            assert [(item["id"], item["nodes"][0]["html"]) for item in found["violations"]] == []


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("offline.js", ("Math.round(", "'a' + Math.round("), "refused"),
        ("session.js", ('"choice"', '"quiz"'), "refused"),
        ("session.js", ('"cmi.core.lesson_status", "incomplete"', '"cmi.core.lesson_status", "begun"'), "refused"),
        ("session.js", ('api.LMSFinish("");', ""), "the session was not closed"),
        ("session.js", ('api.LMSFinish("");', 'api.LMSFinish(""); api.LMSCommit("");'), "the session was not closed"),
        ("session.js", ('("000" + hours).slice(-4)', "hours"), "no time"),
        ("session.js", ('set("cmi.core.session_time"', 'set("cmi.core.exit", ""); (function () {})("x"'), "no time"),
    ],
)
def test_a_spoiled_package_is_refused(lms, offline, name, change, fault):
    with lms.playing(spoiled(first(offline), name, *change)) as frame:
        answer(frame.locator("form").first, right=True)
    assert any(line.startswith(fault) for line in lms.arrived()[1])
