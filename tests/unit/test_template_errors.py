# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mistake in a template names file, line and the line itself, in ``check`` as in a build."""

import shutil
from pathlib import Path

import pytest

from spelbok import cli
from spelbok.build.pipeline import try_templates
from spelbok.checks.folder import check_folder
from tests.conftest import ROOT

TEMPLATE = "playbook/templates/practice.html"
#: What is written at the end of the practices' template, the code, where it stands, and a word of what is said.
MISTAKES = {
    "attribute": ("{{ subject.nonsense }}", "template-error", TEMPLATE, "nonsense"),
    "variable": ("{{ nonsense }}", "template-error", TEMPLATE, "nonsense"),
    "value": ("{{ subject.title | duration }}", "template-error", TEMPLATE, "Jinja"),
    "block": ("{% if true %}", "template-syntax", TEMPLATE, "endif"),
    "filter": ("{{ subject | nosuch }}", "template-syntax", TEMPLATE, "nosuch"),
    "brace": ("{{ subject.title }", "template-syntax", TEMPLATE, "}"),
    "include": ('{% include "_nosuch.html" %}', "missing-template", TEMPLATE, "_nosuch.html"),
    "import": ('{% import "_nosuch.html" as x %}', "missing-template", TEMPLATE, "_nosuch.html"),
    "extends": ('{% extends "_nosuch.html" %}', "missing-template", TEMPLATE, "_nosuch.html"),
    "macro": ("{{ parts.nosuch() }}", "template-error", TEMPLATE, "nosuch"),
}


@pytest.fixture
def project(small, monkeypatch, tmp_path):
    folder = tmp_path / "project"
    shutil.copytree(small, folder / "playbook")
    shutil.copytree(ROOT / "playbook" / "templates", folder / "playbook" / "templates", dirs_exist_ok=True)
    monkeypatch.chdir(folder)
    return folder


def found():
    result = check_folder(Path("playbook"))
    return try_templates(result.playbook, Path("playbook"))


@pytest.mark.usefixtures("project")
def test_our_own_templates_have_none():
    assert found().ok


@pytest.mark.parametrize("how", MISTAKES)
def test_a_mistake_names_its_line(project, how):
    wrong, code, file, word = MISTAKES[how]
    path = project / TEMPLATE
    text = path.read_text("utf-8")
    path.write_text(f"{text}{wrong}\n", "utf-8")
    outcome = found()
    (diagnostic,) = outcome.diagnostics
    line = text.count("\n") + 1
    assert (diagnostic.code.name, diagnostic.file, diagnostic.span.line) == (code, file, line)
    assert word in diagnostic.message("en") + diagnostic.hint("en")
    assert word in diagnostic.message("sv") + diagnostic.hint("sv")
    if code != "template-syntax":
        assert "playbook/practices/open-door.yml" in diagnostic.message("sv")
    assert outcome.texts[file].split("\n")[line - 1] == wrong


def test_a_mistake_in_a_part_is_told_there(project):
    part = project / "playbook" / "templates" / "_parts.html"
    text = part.read_text("utf-8")
    assert "{% macro header(" in text
    head, sign, rest = text.partition("{% macro header(")
    signature, end, body = rest.partition("%}")
    part.write_text(f"{head}{sign}{signature}{end}{{{{ nonsense }}}}{body}", "utf-8")
    (diagnostic,) = found().diagnostics
    assert (diagnostic.code.name, diagnostic.file) == ("template-error", "playbook/templates/_parts.html")
    assert diagnostic.span.line == text[: text.index("{% macro header(")].count("\n") + 1


@pytest.mark.parametrize("name", ["practice.html", "index.html", "glossary.html"])
def test_a_missing_template_is_a_diagnostic(project, name):
    (project / "playbook" / "templates" / name).unlink()
    (diagnostic,) = found().diagnostics
    assert (diagnostic.code.name, diagnostic.file) == ("missing-template", f"playbook/templates/{name}")


def test_the_theme_is_read_too(project):
    path = project / "docs" / "theme" / "partials" / "nav.html"
    path.parent.mkdir(parents=True)
    path.write_text("<nav>\n{% for x in y %}\n</nav>\n", "utf-8")
    (diagnostic,) = found().diagnostics
    assert (diagnostic.code.name, diagnostic.file) == ("template-syntax", "docs/theme/partials/nav.html")


def test_check_shows_the_line_in_four_lines(project, capsys):
    path = project / TEMPLATE
    path.write_text(path.read_text("utf-8") + "<p>{{ subject.nonsense }}</p>\n", "utf-8")
    assert cli.main(["check", "--lang", "en"]) == 1
    told = capsys.readouterr().out
    assert "Traceback" not in told
    lines = told[told.index(TEMPLATE) :].splitlines()
    assert lines[0].endswith("the template cannot be filled in for playbook/practices/open-door.yml")
    assert lines[1].endswith("| <p>{{ subject.nonsense }}</p>")
    assert "has no attribute 'nonsense'" in lines[2]
    assert len([line for line in lines if line]) == 4, "with the count"
