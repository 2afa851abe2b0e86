# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What contributors are offered beside the site fits the commands, the labels and the schemas."""

import json
import re
import shlex
from collections import defaultdict
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from spelbok.diagnostics import Diagnostic, Span, codes
from spelbok.diagnostics.reporters import concise
from spelbok.model import KINDS
from tests.conftest import ROOT
from tests.unit.test_docs import commands, parsed

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
#: What GitHub knows of each kind of element: its attributes, and which of them it must have.
ELEMENTS = {
    "markdown": ({"value"}, {"value"}),
    "input": ({"label", "description", "placeholder", "value"}, {"label"}),
    "textarea": ({"label", "description", "placeholder", "value", "render"}, {"label"}),
    "dropdown": ({"label", "description", "multiple", "options", "default"}, {"label", "options"}),
    "checkboxes": ({"label", "description", "options"}, {"label", "options"}),
}


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_is_one_that_github_takes(path):
    form = read(path)
    assert {"name", "description", "body"} <= form.keys() <= {"name", "description", "title", "labels", "body"}
    ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for element in form["body"]:
        known, needed = ELEMENTS[element["type"]]
        assert needed <= element["attributes"].keys() <= known
        assert element.keys() <= {"type", "id", "attributes", "validations"}
    assert any(element["type"] != "markdown" for element in form["body"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_speaks_swedish_and_english(path):
    form = read(path)
    words = [form["name"], form["description"]]
    words += [element["attributes"]["label"] for element in form["body"] if element["type"] != "markdown"]
    words += [
        element["attributes"]["description"] for element in form["body"] if "description" in element["attributes"]
    ]
    for text in words:
        assert len(text.split(" / ")) == 2, text


def test_the_link_of_each_page_fills_in_fields_that_the_form_has():
    feedback = yaml.safe_load((ROOT / "playbook" / "publisher.yml").read_text("utf-8"))["feedback"]
    asked = parse_qs(urlsplit(feedback).query)
    if "template" not in asked:
        pytest.skip("comments on this playbook go elsewhere")
    form = read(ROOT / ".github" / "ISSUE_TEMPLATE" / asked.pop("template")[0])
    ids = {element.get("id") for element in form["body"]}

    assert asked.keys() - {"title"} <= ids
    assert {"entry", "page"} <= ids


def test_there_is_a_form_for_each_reason_to_write():
    assert [path.stem for path in FORMS] == ["case", "correction", "practice", "translation"]


def test_the_template_of_pull_requests_has_a_path_for_content_and_one_for_code():
    text = (ROOT / ".github" / "pull_request_template.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        "Vad ändras, och varför? / What changes, and why?",
        "Innehåll / Content",
        "Kod / Code",
    ]
    assert "en ändring på ett språk är välkommen" in text
    for script in re.findall(r"scripts/\w+\.py", text):
        assert (ROOT / script).is_file()


def test_every_command_of_the_walks_is_one():
    lines = [line for line in CONTRIBUTING.splitlines() if line.startswith(".venv/bin/spelbok")]
    assert len(lines) == 14
    for line in lines:
        assert parsed(shlex.split(line, comments=True)[1:])
    for name in re.findall(r"python3 (scripts/\w+\.py)", CONTRIBUTING):
        assert (ROOT / name).is_file()


@pytest.mark.parametrize("file", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda file: file.name)
def test_every_command_that_is_written_somewhere_exists(file):
    known = commands()
    for line in re.findall(r"(?:^|`)(?:\.venv/bin/)?spelbok ([a-z][^`\n]*)", file.read_text("utf-8"), re.MULTILINE):
        words = line.partition("  #")[0].split()
        name = next((name for name in (" ".join(words[:2]), words[0]) if name in known), None)
        assert name, line
        options = {one for param in known[name].params for one in (*param.opts, *param.secondary_opts)} | {"--help"}
        assert {word.partition("=")[0] for word in words if word.startswith("-")} <= options, line


def test_the_walks_call_links_and_pages_what_the_site_calls_them():
    labels = yaml.safe_load((ROOT / "playbook" / "vocabulary.yml").read_text("utf-8"))["labels"]
    for name in ("edit", "feedback", "translations"):
        assert f"*{labels[name]['sv']}*" in CONTRIBUTING
        assert f"*{labels[name]['en']}*" in CONTRIBUTING


def test_vs_code_knows_the_schema_of_every_kind():
    schemas = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    for kind in KINDS:
        assert schemas[f"./playbook/schema/{kind.kind}.json"] == f"playbook/{kind.folder}/*.yml"
    assert all((ROOT / name).is_file() for name in schemas)


def test_vs_code_knows_every_schema():
    schemas = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {Path(name).name for name in schemas} == {path.name for path in (ROOT / "playbook" / "schema").iterdir()}
    assert all((ROOT / files).is_file() for files in schemas.values() if "*" not in files)


def test_vs_code_finds_the_place_of_each_diagnostic():
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    matchers = next(task["problemMatcher"] for task in tasks if "check" in task["command"])
    places = {
        code: Diagnostic(codes.ALL[code], "playbook/a.yml", Span(3, 7, 3, 9), defaultdict(str))
        for code in ("yaml-syntax", "misspelled")
    }
    for item in places.values():
        for locale in ("sv", "en"):
            line = concise([item], locale, {}).splitlines()[0]
            found = [matcher for matcher in matchers if re.match(matcher["pattern"]["regexp"], line)]
            assert [matcher["severity"] for matcher in found] == [item.severity]
            groups = re.match(found[0]["pattern"]["regexp"], line).groups()
            assert groups[:4] == ("playbook/a.yml", "3", "7", item.code.name)


def test_the_commands_of_tasks_and_container_exist():
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    commands = [task["command"] for task in tasks] + [container["postCreateCommand"], container["postAttachCommand"]]
    for command in commands:
        program, *arguments = shlex.split(command)
        if program == "python3":
            script, *arguments = arguments
            assert Path(ROOT, script).is_file()
            arguments = [Path(script).stem, *arguments] if Path(script).stem in {"build", "serve"} else ["check"]
        assert parsed(arguments)
    windows = [task["windows"]["command"] for task in tasks]
    same = [command.replace("\\", "/").replace("Scripts", "bin").replace("python ", "python3 ") for command in windows]
    assert same == commands[: len(tasks)]
