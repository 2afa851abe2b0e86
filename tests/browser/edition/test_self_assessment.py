# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The self-assessment: alone, as a group, by link, on paper; nothing leaves the browser unasked."""

from statistics import fmean

import pytest
from playwright.sync_api import expect

from spelbok.site.routes import entry_url

LANGUAGES = ("sv", "en")
ALL_ADVICE = ".sb-result__advice > ol > li > a, .sb-result__advice > details > ol > li > a"


@pytest.fixture(scope="session")
def statements(playbook):
    """Every statement in order: its principle's id, and the ids of its practices."""
    principles = [entry for entry in playbook.entries if entry.kind == "principle"]
    return [
        (one.id, [ref.id for ref in statement.practices]) for one in principles for statement in one.self_assessment
    ]


def fill(page, answers):
    page.evaluate(
        """answers => {
          const sets = [...document.querySelectorAll(".sb-statement-set")];
          sets.forEach((set, i) => set.querySelector(`[value="${answers[i]}"]`)?.click());
        }""",
        answers,
    )


def show(page, answers):
    fill(page, answers)
    page.locator(".sb-primary").click()


def weights(statements, people):
    """What each practice weighs: the distances from true of the statements that name it, added up."""
    found = {}
    for place, (_, practices) in enumerate(statements):
        numbers = [int(answers[place]) for answers in people if answers[place] in "012"]
        for practice in practices if numbers else ():
            found[practice] = found.get(practice, 0) + 2 - fmean(numbers)
    return {practice: weight for practice, weight in found.items() if weight}


def advised(page, playbook, language):
    """The ids of the practices that are advised, in order."""
    ids = {entry_url(entry, language): entry.id for entry in playbook.entries}
    links = page.locator(ALL_ADVICE).evaluate_all("links => links.map(link => link.pathname)")
    return [ids[link.removeprefix("/spelbok/")] for link in links]


def make_link(page):
    page.locator("[data-do=link]").click()
    expect(page.locator("#link")).to_be_visible()
    return page.locator("#link").input_value()


def mixed(statements, step, signs="012x"):
    return "".join(signs[(place * step + place // 5) % len(signs)] for place in range(len(statements)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_is_the_practices_behind_the_answers_heaviest_first(visit, addresses, playbook, statements, language):
    seen_advice = set()
    for answers in (mixed(statements, 1), mixed(statements, 3), "2" * (len(statements) - 1) + "0"):
        with visit(addresses[language]["self-assessment"]) as seen:
            show(seen.page, answers)
            advice = advised(seen.page, playbook, language)
            weight = weights(statements, [answers])
            assert set(advice) == set(weight)
            assert [weight[practice] for practice in advice] == sorted(weight.values(), reverse=True)
            assert seen.messages == []
            seen_advice.add(tuple(advice[:3]))
    assert len(seen_advice) == 3  # Different answers, different advice.


@pytest.mark.parametrize(("language", "point"), [("sv", ","), ("en", ".")])
def test_the_picture_and_the_table_say_the_same(visit, addresses, statements, language, point):
    answers = mixed(statements, 3)
    principles = list(dict.fromkeys(principle for principle, _ in statements))
    with visit(addresses[language]["self-assessment"]) as seen:
        page = seen.page
        show(page, answers)
        pictured = page.locator(".sb-result__chart svg text").all_text_contents()
        rows = page.locator(".sb-result tbody tr").all()
        assert len(rows) == len(pictured) == len(principles)
        for principle, row, shown in zip(principles, rows, pictured, strict=True):
            mine = [sign for sign, (owner, _) in zip(answers, statements, strict=True) if owner == principle]
            numbers = [int(sign) for sign in mine if sign != "x"]
            average, *counts = row.locator("td:visible").all_text_contents()
            assert float(average.replace(point, ".")) == pytest.approx(fmean(numbers), abs=0.051)
            assert shown == average
            assert point in average
            assert counts == [str(mine.count(sign)) for sign in "012x"]
        expect(page.get_by_role("img", name=page.locator("#chart-caption").inner_text().split("\n")[0])).to_be_visible()
        expect(page.locator(".sb-result h2")).to_be_focused()


def test_what_is_not_answered_or_not_known_gives_no_advice(visit, addresses, statements):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        page.locator(".sb-primary").click()
        expect(page.locator(".sb-assess__status")).to_have_text(page.locator("#assess").get_attribute("data-empty"))
        expect(page.locator(".sb-result")).to_be_hidden()
        show(page, "x" + "-" * (len(statements) - 1))
        expect(page.locator(".sb-result__advice")).to_be_hidden()
        expect(page.locator(".sb-result__nothing")).to_be_hidden()
        expect(page.locator(".sb-result__unknown li:visible")).to_have_count(1)
        show(page, "2" * len(statements))
        expect(page.locator(".sb-result__nothing")).to_be_visible()
        assert seen.messages == []


def test_a_link_brings_the_same_result_to_the_other_language_too(visit, addresses, statements):
    answers = mixed(statements, 3)
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        show(page, answers)
        link = make_link(page)
        table = page.locator(".sb-result td").all_text_contents()
        assert "?" not in link  # The fragment alone holds answers: it is never sent to a server.
        assert "#answers=" not in page.url
    with visit(link) as seen:
        assert seen.page.locator(".sb-result td").all_text_contents() == table
        expect(seen.page.locator(".sb-statement-set :checked")).to_have_count(len(answers))
    with visit(addresses["en"]["self-assessment"] + "#" + link.partition("#")[2]) as seen:
        expect(seen.page.locator(".sb-result")).to_be_visible()
        assert seen.page.locator(".sb-result td").count() == len(table)


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda fragment: fragment[:-1],
        lambda fragment: fragment[:-1] + "7",
        lambda fragment: fragment.replace("=", "=x", 1),
        lambda _: "answers=<img src=x onerror=alert(1)>",
        lambda _: "answers=",
        lambda fragment: fragment + fragment[fragment.index(".") :] * 100,
    ],
)
def test_a_link_that_cannot_be_read_says_so(visit, addresses, statements, spoiled):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        names = page.locator("[data-name]").evaluate_all("sets => sets.map(set => set.dataset.name)")
        fragment = page.evaluate("([names, signs]) => Answers.write(names, [signs])", [names, mixed(statements, 3)])
        page.evaluate("fragment => { location.hash = fragment; }", spoiled(fragment))
        expect(page.locator(".sb-assess__status")).to_have_text(
            page.locator("#assess").get_attribute("data-unreadable")
        )
        expect(page.locator(".sb-result")).to_be_hidden()
        assert seen.messages == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_answers_one_after_another_and_by_link(visit, addresses, playbook, statements, language):
    people = [mixed(statements, step, "012") for step in (1, 2, 4)]
    with visit(addresses[language]["self-assessment"]) as seen:
        show(seen.page, people[2])
        link = make_link(seen.page)
    with visit(addresses[language]["self-assessment"]) as seen:
        page = seen.page
        page.locator("[name=mode][value=group]").check()
        fill(page, people[0])
        page.locator("[data-do=next]").click()
        expect(page.locator(".sb-statement-set :checked")).to_have_count(0)
        expect(page.locator(".sb-statement-set input").first).to_be_focused()
        page.locator("#paste").fill(f"{link}\nhttps://nonsense.example/#answers=1")
        page.locator("[data-do=paste]").click()
        expect(page.locator(".sb-assess__people li")).to_have_count(2)
        expect(page.locator("#paste")).to_have_value("https://nonsense.example/#answers=1")
        show(page, people[1])
        expect(page.locator(".sb-result__count")).to_contain_text("3")
        averages = [
            [
                fmean(int(sign) for sign, (owner, _) in zip(one, statements, strict=True) if owner == principle)
                for one in people
            ]
            for principle in dict.fromkeys(owner for owner, _ in statements)
        ]
        for row, each in zip(page.locator(".sb-result tbody tr").all(), averages, strict=True):
            shown = [float(cell.replace(",", ".")) for cell in row.locator("td").all_text_contents()[:3]]
            assert shown == pytest.approx([fmean(each), min(each), max(each)], abs=0.051)
        expect(page.locator(".sb-result__chart .dot")).to_have_count(3 * len(averages))
        expect(page.locator(".sb-result__chart .mean")).to_have_count(len(averages))
        weight = weights(statements, people)
        advice = advised(page, playbook, language)
        assert [weight[practice] for practice in advice] == pytest.approx(sorted(weight.values(), reverse=True))
        divided = [place for place in range(len(statements)) if {"0", "2"} <= {one[place] for one in people}]
        assert page.locator(".sb-result__differ li").count() == len(divided) > 0
        again = make_link(page)
        page.locator("[data-remove='0']").click()
        expect(page.locator(".sb-assess__people li")).to_have_count(1)
        expect(page.locator(".sb-result__count")).to_contain_text("2")
        assert seen.messages == []
    with visit(again) as seen:
        expect(seen.page.locator(".sb-assess__people li")).to_have_count(3)
        expect(seen.page.locator(".sb-result__count")).to_contain_text("3")


def test_nothing_is_kept_or_sent_unless_the_reader_asks(visit, addresses, statements):
    kept = "() => localStorage.getItem('spelbok:self-assessment')"
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        show(page, mixed(statements, 3))
        assert (page.evaluate(kept), page.url) == (None, addresses["sv"]["self-assessment"])
        assert [url for url in asked if not url.endswith(".svg")] == []  # The browser may ask for the icon late.
        page.locator("[name=keep]").check()
        page.reload()
        expect(page.locator(".sb-statement-set :checked")).to_have_count(len(statements))
        page.locator("[name=keep]").uncheck()
        assert page.evaluate(kept) is None
        page.reload()
        expect(page.locator(".sb-statement-set :checked")).to_have_count(0)


def test_somebody_elses_link_leaves_what_is_kept(visit, addresses, statements):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        show(page, "2" * len(statements))
        link = make_link(page)
        fill(page, "0" * len(statements))
        page.locator("[name=keep]").check()
        page.goto("about:blank")
        page.goto(link)
        page.locator(".sb-statement-set [value='1']").first.check()
        page.goto("about:blank")
        page.goto(addresses["sv"]["self-assessment"])
        expect(page.locator(".sb-statement-set [value='0']:checked")).to_have_count(len(statements))


def test_starting_again_can_be_undone(visit, addresses, statements):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        fill(page, "1" * len(statements))
        clear = page.locator("[data-do=clear]")
        clear.click()
        expect(page.locator(".sb-statement-set :checked")).to_have_count(0)
        clear.click()
        expect(page.locator(".sb-statement-set :checked")).to_have_count(len(statements))


def test_the_keyboard_answers_within_a_group_named_by_its_statement(visit, addresses, playbook):
    first = playbook.of(type(playbook.by_id["leadership-and-vision"]))[0].self_assessment[0].text.sv
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        group = page.get_by_role("group", name=first)
        group.get_by_role("radio").first.focus()
        page.keyboard.press("ArrowDown")
        expect(group.get_by_role("radio").nth(1)).to_be_checked()
        page.keyboard.press("Tab")
        expect(page.locator(".sb-statement-set").nth(1).get_by_role("radio").first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_on_a_phone(visit, addresses, statements, scheme):
    with visit(addresses["sv"]["self-assessment"], width=320, scheme=scheme) as seen:
        seen.page.locator("[name=mode][value=group]").check()
        fill(seen.page, mixed(statements, 1))
        seen.page.locator("[data-do=next]").click()
        show(seen.page, mixed(statements, 3))
        make_link(seen.page)
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 320
        for control in seen.page.locator(".sb-assess :is(button, label):visible, .sb-result button:visible").all():
            assert control.bounding_box()["height"] >= 24


def test_paper_shows_the_result_or_else_a_form_to_fill_in(visit, addresses, statements):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        page.emulate_media(media="print")
        expect(page.locator(".sb-statement-set").first).to_be_visible()
        expect(page.locator(".sb-begin").first).to_be_visible()
        expect(page.locator(".sb-assess__bar")).to_be_hidden()
        page.emulate_media(media="screen")
        show(page, mixed(statements, 3))
        page.emulate_media(media="print")
        expect(page.locator(".sb-statement-set").first).to_be_hidden()
        expect(page.locator(".sb-result__chart")).to_be_visible()
        expect(page.locator(".sb-result__share")).to_be_hidden()


def test_without_script_the_statements_lead_to_practices(chromium, addresses, statements):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses["sv"]["self-assessment"])
    expect(page.locator(".sb-begin a:visible")).to_have_count(sum(len(practices) for _, practices in statements))
    for part in page.locator("[data-scripted], .sb-result").all():
        expect(part).to_be_hidden()
    context.close()


KEPT = "spelbok:self-assessment"


@pytest.mark.parametrize(
    "spoil",
    [
        "kept => { delete kept.others; return kept; }",
        "kept => { kept.others = [null]; return kept; }",
        "kept => { kept.others = {length: 3}; return kept; }",
        "kept => { kept.others = ['01']; return kept; }",
        "kept => { kept.answers = 7; return kept; }",
        "kept => { delete kept.answers; return kept; }",
        "kept => { kept.answers = kept.answers.slice(1); return kept; }",
        "kept => null",
        "kept => [kept]",
    ],
)
def test_stored_answers_that_cannot_be_read_do_not_stop_the_form(visit, addresses, statements, spoil):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        page.locator("[name=keep]").check()
        fill(page, "2" * len(statements))
        page.evaluate(
            f"key => localStorage.setItem(key, JSON.stringify(({spoil})(JSON.parse(localStorage.getItem(key)))))", KEPT
        )
        page.reload()
        expect(page.locator("[name=keep]")).not_to_be_checked()
        show(page, "0" * len(statements))
        expect(page.locator(ALL_ADVICE).first).to_be_visible()
        assert seen.messages == []


def test_stored_text_that_is_no_json_does_not_stop_the_form(visit, addresses, statements):
    with visit(addresses["sv"]["self-assessment"]) as seen:
        page = seen.page
        page.evaluate("key => localStorage.setItem(key, '{')", KEPT)
        page.reload()
        show(page, "0" * len(statements))
        expect(page.locator(ALL_ADVICE).first).to_be_visible()
        assert seen.messages == []
