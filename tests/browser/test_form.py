# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form in a browser: a file for every kind that the check takes, entries changed, mistakes told, nothing sent."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.model import KINDS
from spelbok.model.json_schema import schema
from spelbok.source.document import Document
from spelbok.source.parser import parse
from tests.browser.test_accessibility import MODES, faults, stops
from tests.conftest import SMALL

PAGE = {"sv": "bidra-skriv/", "en": "en/contribute-write/"}
KIND_NAMES = [kind.kind for kind in KINDS]
ENTRIES = {kind.kind: next((SMALL / kind.folder).glob("*.yml")) for kind in KINDS}
FOLDERS = {kind.kind: kind.folder for kind in KINDS}
#: What a new module leaves out: there is no other module that it could point to.
LEFT_OUT = {"prerequisites"}
STORED = "Object.fromEntries(Object.entries(localStorage))"


def values(text):
    root, found = parse(text.encode(), "x.yml")
    assert (root is not None, found) == (True, []), text
    return Document("x.yml", text, root).values()


@pytest.fixture(scope="module")
def small_playbook():
    return check_folder(SMALL).playbook


@pytest.fixture
def form(visit_small):
    """Open the form, with the data that it needs loaded."""

    def opened(query="", language="en", **options):
        return visit_small(PAGE[language] + query, **options)

    return opened


def file(page):
    """Return the file as it is shown once what was written is taken in."""
    page.wait_for_timeout(350)
    return page.locator(".sb-write__file").text_content()


# --- Filling in -------------------------------------------------------------------


class Example:
    """Values for every field of a kind: those of the small playbook's entry, and others where it has none."""

    def __init__(self, kind, playbook):
        self.schema = schema(next(one for one in KINDS if one.kind == kind), playbook.vocabulary)
        self.targets = {entry.kind: entry.id for entry in playbook.entries} | {"": playbook.entries[0].id}

    def resolved(self, node):
        return {**self.schema["$defs"][node["$ref"].rpartition("/")[2]], **node} if "$ref" in node else node

    def of(self, node, given=None):
        node = self.resolved(node)
        if set(node.get("properties", ())) == {"sv", "en"} and given is None:
            return self._both(node)
        if "properties" in node:
            names = [name for name, field in node["properties"].items() if not ("x-later" in field or name in LEFT_OUT)]
            found = {name: self.of(node["properties"][name], (given or {}).get(name)) for name in names}
            return {name: value for name, value in found.items() if value is not None}
        if node.get("type") == "array":
            items = given or [None]
            return [self.of(node["items"], item) for item in items]
        return self._word(node) if given is None else given

    def _both(self, node):
        if self.resolved(node["properties"]["sv"]).get("type") == "array":
            return {"sv": ["nyckel", "skäl: bra"], "en": ["key"]}
        return {"sv": "Skriv ett ord till.", "en": "Write one more word."}

    def _word(self, node):
        if "x-ref" in node:
            return self.targets[node["x-ref"]]
        if "enum" in node:
            return node["enum"][0]
        if node.get("type") == "boolean":
            return "false" if node.get("default") else None  # What goes without saying is not written.
        by_code = {
            "invalid-date": "2026-02-03",
            "invalid-url": "https://example.org/a?b=c&d#e",
            "invalid-duration": "PT5M",
            "invalid-id": "open",
        }
        return by_code.get(node.get("x-code"), node.get("examples", ["Ett ord"])[0])


#: Says where each value of an entry is to be written. Adds the items that lists lack, and numbers the controls.
PLAN = """(form, value) => {
  const plan = [];
  const field = (part, name) => [...part.querySelectorAll("label > code, legend > code")]
    .filter((code) => code.textContent === name)
    .map((code) => code.parentElement.parentElement)
    .find((field) => field.parentElement.closest("fieldset, li, form") === part.closest("fieldset, li, form"));
  const write = (control, value) => {
    control.dataset.number = plan.length;
    plan.push([control.type, value]);
  };
  const go = (part, value) => {
    const all = (selector) => [...part.querySelectorAll(`:scope > ${selector}`)];
    const rows = () => all(".sb-write__items > li");
    if (typeof value === "string") {
      write(part.querySelector("input, select, textarea"), value);
    } else if (Array.isArray(value) && all(".sb-write__ticks").length) {
      for (const box of part.querySelectorAll("input")) write(box, String(value.includes(box.value)));
    } else if (Array.isArray(value)) {
      while (rows().length < value.length) all(".sb-write__add button")[0].click();
      rows().forEach((row, place) => go(row.firstElementChild, value[place]));
    } else if (all(".sb-write__both").length) {
      all(".sb-write__both > *").forEach((one, place) => {
        const text = value[["sv", "en"][place]];
        if (text) go(one, text);
      });
    } else {
      for (const [name, inner] of Object.entries(value)) go(field(part, name), inner);
    }
  };
  go(form.firstElementChild, value);
  return plan;
}"""


def field(page, *names):
    """Return the field that names lead to, from the outermost."""
    found = page.locator(".sb-write__fields")
    for name in names:
        found = found.locator(f":is(label, legend):has(> code:text-is('{name}'))").first.locator("..")
    return found


def fill(page, values):
    """Fill in the form as a reader does."""
    for number, (kind, value) in enumerate(page.locator(".sb-write__fields").evaluate(PLAN, values)):
        control = page.locator(f"[data-number='{number}']")
        if kind == "select-one":
            control.select_option(value)
        elif kind == "checkbox":
            control.set_checked(value == "true")
        else:
            control.fill(value)


def add_to(playbook, kind, entry_id, text):
    path = playbook / FOLDERS[kind] / f"{entry_id}.yml"
    path.write_text(text, "utf-8", newline="\n")
    return path


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_field_of_every_kind_makes_a_file_that_the_check_takes(form, small, small_playbook, kind, capsys):
    given = {
        **values(ENTRIES[kind].read_text("utf-8")),
        "id": f"a-new-{kind}",
        "slug": {"sv": f"ny-{kind}", "en": f"new-{kind}"},
    }
    given |= {"status": "published", "source": "sv"}
    if kind == "principle":
        given["number"] = "2"
    example = Example(kind, small_playbook)
    wanted = example.of(example.schema, given)
    if kind == "module":
        wanted["changes"][0]["version"] = "1.0"
    with form(f"?kind={kind}") as seen:
        page = seen.page
        expect(page.locator(".sb-write__entry")).to_be_visible()
        fill(page, wanted)
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".sb-write__result")).to_have_text(
            "The form finds no mistakes. The rest is tested once you have handed in."
        )
        text = file(page)
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])
    assert values(text) == wanted
    path = add_to(small, kind, wanted["id"], text)
    assert main(["check", "--format", "concise", "--lang", "en"]) == 0, capsys.readouterr().out + text
    assert main(["fmt", "--check", str(path)]) == 0


# --- Changing what is there -----------------------------------------------------------


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_an_entry_of_every_kind_stays_as_it_is_until_one_text_is_changed(form, kind):
    source = ENTRIES[kind].read_text("utf-8")
    with form(f"?id={ENTRIES[kind].stem}", "sv") as seen:
        page = seen.page
        expect(page.locator(".sb-write__file")).to_have_text(source, use_inner_text=False)
        assert file(page) == source
        field(page, "summary").locator("[lang=en]").fill("Another.")
        text = file(page)
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])
    before = values(source)
    before["summary"]["en"] = "Another."
    assert values(text) == before
    changed = [(old, new) for old, new in zip(source.splitlines(), text.splitlines(), strict=True) if old != new]
    assert [new for _, new in changed] == [f"summary: {{sv: {before['summary']['sv']}, en: Another.}}"]


def test_what_the_form_does_not_show_comes_along(form, small_site):
    source = ENTRIES["practice"].read_text("utf-8")
    odd = source.replace("owner: team\n", "owner: team  # remark\nsecret: {a: [b]}\n").replace(
        "measures: [visits]", "measures: [visits, draft]"
    )
    with form() as seen:
        page = seen.page
        page.route("**/entries/open-door.yml", lambda route: route.fulfill(body=odd))
        page.goto(f"{small_site.address}{PAGE['en']}?id=open-door")
        expect(page.locator(".sb-write__entry")).to_be_visible()
        assert file(page) == odd
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".sb-write__problems")).to_contain_text("The form does not know the field secret.")


def test_the_choice_leads_to_an_entry_and_the_address_says_which(form):
    with form("", "sv") as seen:
        page = seen.page
        expect(page.locator(".sb-write__entry")).to_be_hidden()
        page.get_by_label("Vad vill du skriva?").select_option("measure")
        page.get_by_label("Ny eller befintlig").select_option("visits")
        page.get_by_role("button", name="Öppna formuläret").click()
        expect(page.locator(".sb-write__entry h2")).to_be_focused()
        assert page.url.endswith("?kind=measure&id=visits")
        assert page.get_by_role("link", name="English").get_attribute("href")
        page.get_by_role("link", name="English").click()
        expect(page.locator(".sb-write__entry h2")).to_contain_text("Edit: ")
        assert "id=visits" in page.url


# --- Mistakes -----------------------------------------------------------------------


def messages(page):
    """The messages beside fields: by the name of the field that they are bound to."""
    return {
        page.locator(f"[aria-describedby~='{message.get_attribute('id')}']").evaluate(
            "control => [control.closest('fieldset')?.querySelector('legend > code')?.textContent,"
            " control.labels?.[0]?.querySelector('code')?.textContent ?? control.lang, control.ariaInvalid]"
            ".join(' ').trim()"
        ): message.text_content()
        for message in page.locator(".sb-write__message:visible").all()
    }


FAULTS = {
    "a missing field": ("id", None, "", "id true", "Fyll i fältet."),
    "a bad id": ("id", None, "Fel Id", "id true", "'Fel Id' kan inte vara ett id: små bokstäver a-z"),
    "a taken id": ("id", None, "visits", "id true", "Det finns redan en post med id visits."),
    "an empty translation": ("what", "en", "", "what en false", "Inte översatt."),
    "an empty source text": ("what", "sv", "", "what sv true", "Skriv texten på det här språket."),
    "a long title": ("title", "sv", "å" * 81, "title sv true", "'sv' har 81 tecken, högst 80"),
    "no duration": ("review_interval", None, "ett år", "review_interval true", "'ett år' är inte en tidslängd"),
    "no number": ("group_size.min", None, "få", "group_size min true", "Skriv ett heltal från 1 till 1000."),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_mistake_is_told_beside_its_field_when_the_field_is_left(form, small_site, name):
    path, language, text, where, said = FAULTS[name]
    with form("?kind=practice", "sv") as seen:
        page = seen.page
        draft = {"value": values(ENTRIES["practice"].read_text("utf-8")) | {"id": "new-door"}, "source": "", "saved": 0}
        page.evaluate("draft => localStorage.setItem('spelbok:draft:practice:', draft)", json.dumps(draft))
        page.goto(f"{small_site.address}{PAGE['sv']}?kind=practice")
        expect(page.locator(".sb-write__restored")).to_be_visible()
        assert messages(page) == {}
        control = field(page, *path.split(".")).locator(f"[lang={language}]" if language else "input")
        control.fill(text)
        control.dispatch_event("change")
        expect(page.locator(".sb-write__message:visible")).to_have_count(1)
        [(place, message)] = messages(page).items()
        assert place == where
        assert message.startswith(said)
        page.get_by_role("button", name="Kontrollera", exact=True).click()
        is_error = where.endswith("true")
        expect(page.locator(".sb-write__problems")).to_be_visible(visible=is_error)
        expect(page.locator(".sb-write__first")).to_be_visible(visible=is_error)
        expect(page.locator(".sb-write__result")).to_contain_text(
            "Att rätta: 1" if is_error else "inte är översatta: 1"
        )
        if is_error:
            page.locator(".sb-write__jump").click()
            assert control.evaluate("control => control === document.activeElement")
        assert seen.messages == []


def test_every_missing_field_is_listed_and_goes_when_it_is_filled_in(form):
    with form("?kind=measure") as seen:
        page = seen.page
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".sb-write__problems")).to_be_focused()
        listed = page.locator(".sb-write__jump")
        before = listed.count()
        assert before > 10
        expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        page.locator(".sb-write__jump", has_text="Short name in files and links").click()
        page.keyboard.type("a-measure")
        expect(listed).to_have_count(before - 1)


# --- Lists, by keyboard ---------------------------------------------------------------


def test_the_form_by_keyboard_alone(form):
    """Choose, write, add, move, take away, check and go to a mistake, without a pointer."""
    with form("", "en") as seen:
        page = seen.page
        expect(page.locator("#write-which option")).to_have_count(2)
        press, typed = page.keyboard.press, page.keyboard.type

        def reach(selector, key="Tab"):
            for _ in range(120):
                press(key)
                if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                    return
            raise AssertionError(f"{selector} cannot be reached")

        reach("#write-kind")
        typed("Mea")
        reach("[type=submit]:not(header *)")
        press("Enter")
        expect(page.locator("h2", has_text="New entry: measure")).to_be_focused()
        reach(".sb-write__fields input")
        typed("by-key")
        interpretation = page.locator("fieldset", has=page.locator("> legend > code", has_text="interpretation")).last
        items = interpretation.locator("> ol > li")
        inside = "fieldset:has(> legend > code) > ol > li textarea[lang=sv]"
        reach(inside)
        while not interpretation.locator("textarea[lang=sv]").first.evaluate("one => one === document.activeElement"):
            press("Tab")
        typed("Ett")
        press("Tab")
        typed("One")
        reach("[data-action=add]")
        press("Enter")
        expect(items).to_have_count(2)
        expect(items.nth(1).locator("textarea").first).to_be_focused()
        expect(page.locator(".sb-write__status")).to_have_text("No. 2 has been added.")
        typed("Två")
        reach("[data-action=up]")
        press("Enter")
        expect(items.first.locator("textarea").first).to_have_value("Två")
        expect(page.locator(".sb-write__status")).to_have_text("No. 2 is now no. 1.")
        expect(items.first.get_by_role("button", name="Move down")).to_be_focused()
        reach("[data-action=remove]")
        press("Enter")
        expect(items).to_have_count(1)
        expect(items.first.locator("textarea").first).to_have_value("Ett")
        expect(items.first.get_by_role("button", name="Remove")).to_be_focused()
        assert values(file(page))["interpretation"] == [{"sv": "Ett", "en": "One"}]
        reach("[data-do=check]")
        press("Enter")
        expect(page.locator(".sb-write__problems")).to_be_focused()
        reach(".sb-write__jump")
        press("Enter")
        assert page.evaluate("document.activeElement.matches('.sb-write__fields *')")
        assert seen.messages == []


# --- The draft ----------------------------------------------------------------------


def test_a_draft_is_kept_once_something_is_written_and_erased_on_demand(form):
    with form("?kind=measure") as seen:
        page = seen.page
        page.on("dialog", lambda dialog: dialog.accept())
        expect(page.locator(".sb-write__entry")).to_be_visible()
        assert page.evaluate(STORED) == {}
        expect(page.get_by_role("button", name="Erase the draft")).to_be_hidden()
        field(page, "title").locator("[lang=en]").fill("Open hours")
        page.keyboard.press("Tab")
        written = values(file(page))
        assert (written["id"], written["title"]) == ("open-hours", {"en": "Open hours"})
        assert list(page.evaluate(STORED)) == ["spelbok:draft:measure:"]
        page.reload()
        expect(page.locator(".sb-write__restored")).to_contain_text("has been loaded")
        assert values(file(page)) == written
        page.get_by_role("button", name="Erase the draft").click()
        expect(page.locator(".sb-write__status")).to_have_text("The draft has been erased.")
        assert "id" not in values(file(page))
        assert page.evaluate(STORED) == {}


def reopened(page, address, source):
    """Open the form again when the site has another file of the entry."""
    page.unroute_all()
    page.route("**/entries/visits.yml", lambda route: route.fulfill(body=source))
    page.goto(address)
    expect(page.locator(".sb-write__entry")).to_be_visible()


def test_what_a_colleague_changed_elsewhere_in_the_entry_comes_along(form, small_site):
    with form("?id=visits") as seen:
        page = seen.page
        field(page, "unit").locator("[lang=en]").fill("visits a day")
        file(page)
        source = ENTRIES["measure"].read_text("utf-8")
        theirs = values(source)["summary"]["en"]
        newer = source.replace(theirs, "Another summary.") + "# newer\n"
        reopened(page, f"{small_site.address}{PAGE['en']}?id=visits", newer)
        expect(page.locator(".sb-write__restored")).to_contain_text("Somebody else has changed the entry")
        expect(page.locator(".sb-write__clash")).to_be_hidden()
        assert values(file(page)) == values(newer) | {"unit": values(newer)["unit"] | {"en": "visits a day"}}
        assert file(page).endswith("# newer\n")


@pytest.mark.parametrize("side", ["Your text", "The text on the site now"])
def test_a_text_that_both_changed_is_chosen_before_anything_is_handed_in(form, small_site, side):
    with form("?id=visits") as seen:
        page = seen.page
        field(page, "summary").locator("[lang=en]").fill("Mine.")
        file(page)
        source = ENTRIES["measure"].read_text("utf-8")
        newer = source.replace(values(source)["summary"]["en"], "Theirs.")
        address = f"{small_site.address}{PAGE['en']}?id=visits"
        reopened(page, address, newer)
        expect(page.get_by_role("group", name="summary").or_(page.locator(".sb-write__clash fieldset"))).to_have_count(
            1
        )
        assert page.locator(".sb-write__version").all_text_contents() == ["Mine.", "Theirs."]
        assert page.locator(".sb-write__clash :checked").count() == 0
        expect(page.get_by_role("button", name="Copy the file")).to_be_hidden()
        page.get_by_role("button", name="Use what I chose").click()
        expect(page.locator(".sb-write__clash [role=status]")).to_have_text(
            "Choose for every text. Texts without a choice: 1."
        )
        assert faults(page) == []
        page.reload()  # Nothing is decided by leaving.
        page.get_by_label(side).check()
        page.get_by_role("button", name="Use what I chose").click()
        expect(page.locator(".sb-write__entry h2")).to_be_focused()
        expect(page.locator(".sb-write__clash")).to_be_hidden()
        assert values(file(page))["summary"]["en"] == ("Mine." if side == "Your text" else "Theirs.")
        page.reload()
        expect(page.get_by_role("button", name="Copy the file")).to_be_visible()
        expect(page.locator(".sb-write__clash")).to_be_hidden()
        assert seen.messages == []


#: Writes down how each file is asked for.
ASKING = """window.asked = [];
const real = fetch;
window.fetch = (address, options) => (asked.push([String(address), options?.cache]), real(address, options));"""


def test_a_change_on_the_site_is_noticed_while_the_form_is_open_and_the_browsers_copy_is_not_used(form, small_site):
    with form() as seen:
        page = seen.page
        page.add_init_script(ASKING)
        page.goto(f"{small_site.address}{PAGE['en']}?id=visits")
        field(page, "unit").locator("[lang=en]").fill("visits a day")
        file(page)
        source = ENTRIES["measure"].read_text("utf-8")
        newer = source.replace(values(source)["unit"]["en"], "visits a week")
        page.route("**/entries/visits.yml", lambda route: route.fulfill(body=newer))
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".sb-write__clash")).to_be_focused()
        assert page.locator(".sb-write__version").all_text_contents() == ["visits a day", "visits a week"]
        caches = [cache for address, cache in page.evaluate("asked") if address.endswith("/entries/visits.yml")]
        assert caches == ["no-store", "no-store"]


#: Drafts that no form wrote: whole texts, and values in an otherwise sound draft.
BROKEN = {
    "no JSON": "{",
    "another value": "[1]",
    "a null": '{"value": null, "source": "", "saved": 0}',
    "a time that is none": '{"value": {}, "source": "", "saved": "x"}',
    "a time beyond all": '{"value": {}, "source": "", "saved": 1e300}',
    "a text for a group": '{"value": {"title": "x"}, "source": "", "saved": 0}',
    "a number for a text": '{"value": {"id": 7}, "source": "", "saved": 0}',
    "a list of nulls": '{"value": {"references": [null]}, "source": "", "saved": 0}',
    "a text for a list": '{"value": {"interpretation": "x"}, "source": "", "saved": 0}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_draft_that_cannot_be_read_is_told_downloaded_and_erased(form, small_site, name):
    raw = BROKEN[name]
    with form() as seen:
        page = seen.page
        page.on("dialog", lambda dialog: dialog.accept())
        page.evaluate("raw => localStorage.setItem('spelbok:draft:measure:visits', raw)", raw)
        page.goto(f"{small_site.address}{PAGE['en']}?id=visits")
        expect(page.locator(".sb-write__restored")).to_contain_text("Your saved draft cannot be read.")
        assert file(page) == ENTRIES["measure"].read_text("utf-8")
        with page.expect_download() as downloading:
            page.get_by_role("button", name="Download the draft").click()
        assert downloading.value.path().read_text("utf-8") == raw
        page.get_by_role("button", name="Erase the draft").click()
        expect(page.locator(".sb-write__restored")).to_be_empty()
        expect(page.get_by_role("button", name="Download the draft")).to_be_hidden()
        assert page.evaluate(STORED) == {}
        assert seen.messages == []


def test_a_browser_without_room_says_that_it_keeps_nothing(form, small_site):
    with form() as seen:
        page = seen.page
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }")
        page.goto(f"{small_site.address}{PAGE['en']}?id=visits")
        field(page, "unit").locator("[lang=en]").fill("visits a day")
        assert "visits a day" in file(page)
        expect(page.locator(".sb-write__unkept")).to_contain_text("The browser cannot keep a draft.")
        assert seen.messages == []


def test_an_address_of_no_entry_says_so_and_offers_those_that_there_are(form):
    with form("?id=nosuch") as seen:
        page = seen.page
        expect(page.locator(".sb-write__status")).to_contain_text("There is no entry with the id nosuch.")
        expect(page.locator(".sb-write__entry")).to_be_hidden()
        assert page.locator("#write-which option").count() > 1
    with form("?kind=novel") as seen:
        expect(seen.page.locator(".sb-write__status")).to_contain_text("There is no kind called novel.")


# --- What cannot be seen ------------------------------------------------------------

SHY, ZWSP, ZWNJ, ZWJ, BOM, RLO = "\u00ad", "\u200b", "\u200c", "\u200d", "\ufeff", "\u202e"


def test_invisible_characters_are_taken_out_of_what_is_pasted_and_it_is_said(form):
    with form("?id=visits", permissions=["clipboard-read", "clipboard-write"]) as seen:
        page = seen.page
        control = field(page, "summary").locator("[lang=en]")
        control.fill("ab")
        control.evaluate("one => one.setSelectionRange(1, 1)")
        pasted = f"verksam{SHY}hets{SHY}ut{ZWSP}veckling{BOM}"
        page.evaluate("text => navigator.clipboard.writeText(text)", pasted)
        control.press("ControlOrMeta+v")
        expect(control).to_have_value("averksamhetsutvecklingb")
        assert control.evaluate("one => one.selectionStart") == len("averksamhetsutveckling")
        expect(page.locator(".sb-write__status")).to_contain_text("Invisible characters that have been taken out: 4.")
        expect(page.locator(".sb-write__taken")).to_be_visible()
        assert values(file(page))["summary"]["en"] == "averksamhetsutvecklingb"


def test_invisible_characters_that_were_there_before_are_mistakes(form, small_site):
    with form() as seen:
        page = seen.page
        source = ENTRIES["measure"].read_text("utf-8")
        text = values(source)["summary"]["en"]
        reopened(page, f"{small_site.address}{PAGE['en']}?id=visits", source.replace(text, f"So{RLO}ft."))
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".sb-write__problems li")).to_have_count(1)
        expect(page.locator(".sb-write__problems li")).to_contain_text("invisible or control character U+202E")


def test_a_lone_surrogate_does_not_stop_the_form(form):
    with form("?kind=measure") as seen:
        page = seen.page
        for name in ("id", "tells"):
            control = field(page, name).locator("input, textarea").first
            control.evaluate(
                "one => { one.value = 'half-' + '\\ud83d'; one.dispatchEvent(new Event('input', {bubbles: true})); }"
            )
        assert "half-" in file(page)
        assert page.locator(".sb-write__link a").get_attribute("href").endswith("filename=half-.yml")
        assert seen.messages == []


def test_a_smallest_number_above_the_largest_is_told_at_the_field(form):
    with form("?id=open-door") as seen:
        page = seen.page
        for name, number in (("min", "9"), ("max", "3")):
            control = field(page, "group_size", name).locator("input")
            control.fill(number)
            control.dispatch_event("change")
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".sb-write__problems li")).to_have_count(1)
        expect(field(page, "group_size", "max").locator(".sb-write__message")).to_contain_text(
            "the smallest group size 9 is larger than the largest 3"
        )


def test_a_browser_that_keeps_nothing_will_do(form, small_site):
    with form() as seen:
        page = seen.page
        page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw Error('refused'); }})")
        page.goto(f"{small_site.address}{PAGE['en']}?id=visits")
        field(page, "unit").locator("[lang=en]").fill("visits a day")
        assert "visits a day" in file(page)
        assert seen.messages == []


# --- Handing in ---------------------------------------------------------------------


#: Parts of the form's page as a publisher with other hosts would have them.
OWN = "https://git.example.org/agency/playbook/"
GITHUB = {
    f"{OWN}new/{{folder}}?filename={{name}}": "https://github.com/o/r/new/main/{folder}?filename={name}",
    f"{OWN}edit/{{file}}": "https://github.com/o/r/edit/main/{file}",
}
GITLAB = {
    f"{OWN}new/{{folder}}?filename={{name}}": "https://gitlab.com/o/r/-/new/main/{folder}?file_name={name}&content={text}",
    f"{OWN}edit/{{file}}": "https://gitlab.com/o/r/-/edit/main/{file}",
}
NOWHERE = {f"{OWN}new/{{folder}}?filename={{name}}": "", f"{OWN}edit/{{file}}": ""}


def hosted(page, url, changes):
    """Open the form of a publisher whose repository lies elsewhere."""

    def changed(route):
        body = route.fetch().text()
        for old, new in changes.items():
            assert old in body
            body = body.replace(old, new)
        route.fulfill(body=body, content_type="text/html")

    page.route("**/contribute-write/?*", changed)
    page.goto(url)
    expect(page.locator(".sb-write__entry")).to_be_visible()


def steps(page):
    """The texts of the steps that are shown."""
    return [" ".join(step.inner_text().split()) for step in page.locator(".sb-write__steps > li:visible").all()]


@pytest.mark.parametrize("length", [0, 7_000, 8_000, 30_000, 200_000])
def test_a_file_of_any_length_is_copied_whole_and_no_address_carries_it(form, length):
    with form("?kind=measure", permissions=["clipboard-read", "clipboard-write"]) as seen:
        page = seen.page
        field(page, "id").locator("input").fill("opening-hours")
        field(page, "tells").locator("[lang=sv]").fill("Ärligt talat. " * (length // 14))
        text = file(page)
        assert len(text) > length
        page.get_by_role("button", name="Copy the file").click()
        expect(page.locator(".sb-copy [role=status]")).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()") == text
        link = page.get_by_role("link", name="Open a new file on git.example.org")
        asked = urlsplit(link.get_attribute("href"))
        assert (asked.path, parse_qs(asked.query)) == (
            "/agency/playbook/new/playbook/measures",
            {"filename": ["opening-hours.yml"]},
        )
        with page.expect_download() as downloading:
            page.get_by_role("button", name="Download opening-hours.yml").click()
        assert downloading.value.path().read_text("utf-8") == text
        said = steps(page)
        assert [line.split(".")[0] for line in said] == [
            "Copy the whole text",
            "Open the page for a new file on git",
            "Click in the large empty field and paste: Ctrl+V, on a Mac ⌘V",
            "Save or propose the change with the button on git",
        ]
        assert "in the folder playbook/measures. See that the file is called opening-hours.yml." in said[1]
        assert (seen.messages, seen.failed) == ([], [])


def test_where_the_clipboard_is_closed_the_text_is_marked(form):
    with form("?id=visits") as seen:
        page = seen.page
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error('refused')); }")
        text = file(page)
        page.get_by_role("button", name="Copy the file").click()
        expect(page.locator(".sb-copy [role=status]")).to_have_text("The text is selected. Copy it with the keyboard.")
        assert page.evaluate("getSelection().toString()").strip() == text.strip()


def test_a_changed_file_is_pasted_over_the_old_one_and_compared_first(form):
    with form("?id=visits") as seen:
        page = seen.page
        link = page.get_by_role("link", name="Open the file on git.example.org")
        assert link.get_attribute("href") == "https://git.example.org/agency/playbook/edit/playbook/measures/visits.yml"
        said = steps(page)
        assert [line.split()[0] for line in said] == ["Copy", "Open", "Click", "Compare", "Save"]
        assert "Select all that stands there" in said[2]
        assert "Is anything red that you did not change?" in said[3]
        expect(page.locator(".sb-write__picture:visible")).to_have_count(0)  # Not the buttons of this host.


@pytest.mark.parametrize(("changes", "start"), [(GITHUB, "github.com/o/r/"), (GITLAB, "gitlab.com/o/r/-/")])
def test_the_page_of_each_host_is_opened_and_githubs_buttons_are_drawn(form, small_site, changes, start):
    with form() as seen:
        page = seen.page
        address = f"{small_site.address}{PAGE['en']}"
        hosted(page, f"{address}?id=visits", changes)
        edit = page.locator(".sb-write__link a").get_attribute("href")
        assert edit.removeprefix(f"https://{start}") == "edit/main/playbook/measures/visits.yml"
        is_github = changes is GITHUB
        pictures = page.get_by_role("img", name="Picture: ")
        expect(pictures).to_have_count(2 if is_github else 0)
        assert faults(page) == []
        if is_github:
            boxes = page.locator(".sb-write__picture").evaluate_all(
                "all => all.map(one => ['text', '.sb-write__green']"
                ".map(name => one.querySelector(name).getBoundingClientRect()))"
                ".every(([text, button]) => text.left >= button.left && text.right <= button.right)"
            )
            assert boxes  # The words fit on the drawn buttons.
        assert ("Press the green button “Commit changes…”" in " ".join(steps(page))) is is_github
        hosted(page, f"{address}?kind=measure", changes)
        new = urlsplit(page.locator(".sb-write__link a").get_attribute("href"))
        assert new.path.endswith("new/main/playbook/measures")
        assert "measure.yml" in new.query
        assert len(new.query) < 50


def test_without_an_address_the_text_is_given_to_the_editors(form, small_site):
    with form() as seen:
        page = seen.page
        hosted(page, f"{small_site.address}{PAGE['en']}?id=visits", NOWHERE)
        assert steps(page) == [
            "Copy the whole text. However long it is, all of it comes along. Copy the file",
            "Give the text to the editors. It is to become the file visits.yml in the folder playbook/measures.",
        ]
        expect(page.locator(".sb-write__go")).to_have_count(0)
        assert seen.messages == []


def test_nothing_but_the_sites_own_data_is_asked_for_and_nothing_is_sent(form):
    with form() as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append((request.method, request.post_data, request.url)))
        page.get_by_label("What do you want to write?").select_option("practice")
        page.get_by_role("button", name="Open the form").click()
        field(page, "title").locator("[lang=en]").fill("Secret")
        file(page)
        page.get_by_role("button", name="Check", exact=True).click()
        assert [url.rpartition("/data/v1/")[2] for _, _, url in asked if not url.endswith(".svg")] == [
            "schema/practice.json"
        ]
        assert {(method, data) for method, data, _ in asked} == {("GET", None)}
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])


# --- For everyone -------------------------------------------------------------------


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing_with_mistakes_shown(form, width, scheme):
    language = "sv" if width == 320 else "en"
    with form("?kind=measure", language, width=width, scheme=scheme) as seen:
        page = seen.page
        expect(page.locator(".sb-write__entry")).to_be_visible()
        page.locator("[data-do=check]").click()
        expect(page.locator(".sb-write__problems")).to_be_visible()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_mistake_stands_out_in_forced_colours(chromium, small_site):
    context = chromium.new_context(forced_colors="active")
    try:
        page = context.new_page()
        page.goto(f"{small_site.address}{PAGE['en']}?kind=measure")
        page.locator("[data-do=check]").click()
        wrong = page.locator("[aria-invalid=true]").first
        right = page.locator("input[aria-invalid=false]").first
        widths = [one.evaluate("one => getComputedStyle(one).borderTopWidth") for one in (wrong, right)]
        assert widths == ["2px", "1px"]
        go = page.locator(".sb-write__go").evaluate(
            "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
        )
        assert go[0] != go[1]
    finally:
        context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_every_stop_of_the_form_is_named_shown_and_ringed(form, width):
    with form("?id=visits", width=width) as seen:
        expect(seen.page.locator(".sb-write__entry")).to_be_visible()
        found = stops(seen.page)
        assert len(found) > 60
        assert [stop for stop in found if not (stop["name"] and stop["shown"] and stop["ringed"])] == []


def test_without_script_the_page_says_what_to_do_instead(form):
    with form(java_script_enabled=False) as seen:
        notice = seen.page.get_by_text("The form needs JavaScript.")
        expect(notice).to_be_visible()
        expect(seen.page.locator(".sb-write")).to_be_hidden()
        links = seen.page.locator("main [data-unscripted] a").evaluate_all(
            "all => all.map(one => one.getAttribute('href'))"
        )
        assert links == ["../contribute-fields/", "../contact/"]


def test_pages_lead_to_the_form_and_load_none_of_it(visit_small):
    with visit_small("en/practices/open-door/") as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page.url)
        assert [url for url in asked if any(name in url for name in ("write", "entry-", "vendor"))] == []
        page.get_by_role("link", name="Edit in a form").click()
        expect(page.locator("h2", has_text="Edit: Open door")).to_be_visible()
        page.go_back()
        page.get_by_role("link", name="Practices").first.click()
        page.get_by_role("link", name="Write a new entry in a form").click()
        expect(page.locator("h2", has_text="New entry: practice")).to_be_visible()
