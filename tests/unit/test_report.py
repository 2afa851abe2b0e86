# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reporters: one result, four forms; nothing from content acts on the terminal or the log."""

import json

import pytest

from spelbok.diagnostics import Code, Diagnostic, Span, codes, reporters
from spelbok.locales import Phrase

TEXT = "id: a\nsumary: x\n"
FOUND = [
    Diagnostic(
        codes.UNKNOWN_FIELD,
        "playbook/a.yml",
        Span(2, 1, 2, 7),
        {"field": "sumary", "suggestion_sv": "menade du 'summary'?", "suggestion_en": "did you mean 'summary'?"},
    )
]
HOSTILE = [
    Diagnostic(
        codes.UNKNOWN_FIELD,
        "playbook/\x1b[31m,a:.yml",
        Span(1, 1, 1, 2),
        {"field": "\x1b]0;x\x07\n::error::%0A", "suggestion_sv": "", "suggestion_en": ""},
    )
]


def test_human():
    assert reporters.human(FOUND, "en", {"playbook/a.yml": TEXT}) == (
        "playbook/a.yml:2:1: error[unknown-field] unknown field 'sumary'\n"
        "   2 | sumary: x\n"
        "     | ^^^^^^ did you mean 'summary'?\n\n"
        "1 error, 0 warnings\n"
    )


def test_concise_in_swedish():
    assert reporters.concise(FOUND, "sv", {}) == "playbook/a.yml:2:1: fel[unknown-field] okänt fält 'sumary'\n"


def test_json_has_these_keys():
    assert json.loads(reporters.as_json(FOUND, "en", {})) == [
        {
            "code": "unknown-field",
            "severity": "error",
            "file": "playbook/a.yml",
            "line": 2,
            "column": 1,
            "message": "unknown field 'sumary'",
            "hint": "did you mean 'summary'?",
        }
    ]


def test_github():
    assert reporters.github(FOUND, "en", {}) == (
        "::error file=playbook/a.yml,line=2,col=1,endLine=2,endColumn=7,title=unknown-field::"
        "unknown field 'sumary' - did you mean 'summary'?\n"
    )


def test_content_is_escaped():
    for form in (reporters.human, reporters.concise, reporters.github):
        text = form(HOSTILE, "en", {})
        assert "\x1b" not in text
        assert "\n::error" not in text.removeprefix("::error")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "\\u003a:error::x"),
        ("  ::set-output name=x::y", "  \\u003a:set-output name=x::y"),
        ("a ##[add-mask]b", "a \\u0023#[add-mask]b"),
        ("\x1b[31m", "\\u001b[31m"),
        ("a\u2028::error::x\x85b", "a\\u2028::error::x\\u0085b"),
        ("a::b ## c", "a::b ## c"),
    ],
)
def test_nothing_in_a_log_is_a_command(text, shown):
    assert reporters.visible(text) == shown


@pytest.mark.parametrize("form", reporters.REPORTERS)
def test_a_hundred_messages_about_one_file_are_told_and_how_many_more_there_are(form):
    def about(code, file, line):
        return Diagnostic(code, file, Span(line, 1, line, 2), {"word": "x"})

    warnings = [about(WARNING, "many.yml", line) for line in range(1, 3001)]
    many = [*warnings, about(ERROR, "many.yml", 3001), about(ERROR, "other.yml", 1)]
    assert reporters.limited(warnings[:100]) == warnings[:100]
    shown = reporters.limited(many)
    assert [item.code.name for item in shown] == ["w"] * 99 + ["e", "further-messages", "e"]
    assert shown[100].params == {"count": "2901"}
    assert shown[100].span.line == 100
    told = reporters.REPORTERS[form](many, "en", {})
    assert "2901 more messages about this file are not shown" in told
    assert len(told) < 100_000
    if form == "human":
        assert told.endswith("2 errors, 3000 warnings\n")


ERROR = Code("e", "error", Phrase("e", "e"), Phrase("", ""), Phrase("", ""))
WARNING = Code("w", "warning", Phrase("w", "w"), Phrase("", ""), Phrase("", ""))
