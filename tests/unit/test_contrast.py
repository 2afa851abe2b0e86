# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Colours of the theme that make text hard to read are told where they are set."""

import pytest

from spelbok.checks.contrast import contrast
from spelbok.checks.folder import check_folder
from tests.conftest import ROOT
from tests.site import small_project

STYLE = (ROOT / "docs" / "theme" / "assets" / "spelbok.css").read_text("utf-8")


def told(css):
    return [(item.span.line, item.params["colour"], item.params["scheme_en"]) for item in contrast(css, "a.css")]


def light(colour):
    return f'[data-md-color-scheme="default"] {{ --sb-quiet: {colour}; }}'


def test_our_colours_are_well():
    assert told(STYLE) == []


def test_the_ratio_is_that_of_the_standard():
    """Black on white has the highest ratio, 21:1; #767676 is the lightest grey that passes on white."""
    assert told(light("#767676")) == []
    (found,) = contrast(light("#777777"), "a.css")
    assert found.params["ratio_en"] == "4.5"
    (found,) = contrast(light("#ffffff"), "a.css")
    assert found.params["ratio_en"] == "1.0"


@pytest.mark.parametrize(
    ("before", "after", "scheme"),
    [
        ("--md-primary-fg-color: #0b4f6c;", "--md-primary-fg-color: #f2c230;", "the light theme"),
        ("--md-typeset-a-color: #0b5f83;", "--md-typeset-a-color: #9ad;", "the light theme"),
        ("--md-typeset-a-color: #8fd0ea;", "--md-typeset-a-color: #083a50;", "the dark theme"),
        ("--sb-quiet: #b3c2ca;", "--sb-quiet: rgb(70 80 90);", "the dark theme"),
        ("--sb-soft: #eef5f8;", "--sb-soft: #4a5a63;", "the light theme"),
    ],
)
def test_each_colour_that_an_organisation_sets_is_looked_at(before, after, scheme):
    assert STYLE.count(before) == 1
    css = STYLE.replace(before, after)
    line = css[: css.index(after)].count("\n") + 1
    assert scheme in {where for _, _, where in told(css)}
    if "soft" not in after:
        assert line in {at for at, _, _ in told(css)}


def test_a_colour_that_is_not_known_before_a_reader_chooses_is_left_out():
    assert told(":root { --sb-quiet: var(--other); --sb-warn: currentcolor; --sb-soft: #fff8; }") == []


def test_the_check_tells_file_and_line(tmp_path, monkeypatch):
    project = small_project(tmp_path / "project")
    style = project / "docs" / "theme" / "assets" / "spelbok.css"
    style.write_text(
        style.read_text("utf-8").replace("--md-primary-fg-color: #0b4f6c;", "--md-primary-fg-color: #fc3;"), "utf-8"
    )
    monkeypatch.chdir(project)
    result = check_folder(project / "playbook")
    (found,) = result.diagnostics
    assert found.code.name == "low-contrast"
    assert result.texts[found.file].splitlines()[found.span.line - 1].strip() == "--md-primary-fg-color: #fc3;"
