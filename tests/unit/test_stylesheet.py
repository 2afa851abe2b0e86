# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rules of a style sheet stay, given the names that pages have."""

import pytest

from spelbok.site.assets.css import joined, names

KNOWN = names('<main class="page page--wide" id="content" dir="ltr" data-scheme="dark"></main>')


def reduced(css):
    return joined([css], [], KNOWN).removeprefix('@charset "UTF-8";\n').strip()


@pytest.mark.parametrize(
    "rule",
    [
        ".page{color:red}",
        "main>.page--wide:not(.gone)::before{color:red}",
        ":is(.gone,.page){color:red}",
        "#content p{color:red}",
        "[data-scheme=dark] a{color:red}",
        '[data-scheme="dark"] a{color:red}',
        "[dir]{color:red}",
        "a,table td{color:red}",
        "@page{margin:1cm}",
        "@keyframes turn{to{color:red}}",
        "@media print{.page{color:red}}",
    ],
)
def test_what_may_apply_stays(rule):
    assert reduced(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{color:red}",
        ".page .gone{color:red}",
        ".page.gone{color:red}",
        "#gone{color:red}",
        "[dir=rtl] .page{color:red}",
        '[dir="rtl"] .page{color:red}',
        "[data-gone]{color:red}",
        "@media print{.gone{color:red}}",
        "@supports (color:red){@media print{.gone{color:red}}}",
    ],
)
def test_what_cannot_apply_goes(rule):
    assert reduced(rule) == ""


def test_each_selector_is_judged_by_itself():
    assert reduced(".gone,.page,.page .gone,main{color:red}") == ".page,main{color:red}"


def test_icons_that_nothing_shows_go():
    css = ":root{--shown:url(data:,a);--gone:url(data:,b)}.page{mask:var(--shown)}.gone{mask:var(--gone)}"
    assert reduced(css) == ":root{--shown:url(data:,a);}\n.page{mask:var(--shown)}"


def test_what_our_own_sheets_refer_to_stays():
    assert "--ink:black" in joined([":root{--ink:black}"], [".own{color:var(--ink)}"], KNOWN)


def test_our_own_rules_all_stay_behind_the_foreign_ones():
    css = joined(['@charset "utf-8";.page{color:red}'], ["/* Ours. */ .own{color:blue}", ".other{}"], KNOWN)
    assert css == '@charset "UTF-8";\n.page{color:red}\n.own{color:blue}\n.other{}\n'


def test_a_sheet_that_ends_in_a_rule_does_not_swallow_the_next():
    assert joined([], [".broken {", ".own{color:blue}"], KNOWN).endswith(".broken {}\n.own{color:blue}\n")
