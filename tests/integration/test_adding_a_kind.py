# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guide to adding a kind of entry, done block by block as it says, with the small playbook."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.copies import repository, run
from tests.site import small_project

GUIDE = (ROOT / "docs" / "dev" / "adding-a-kind.md").read_text("utf-8")
_FILE = re.compile(r"^\*\*`([^`]+)`\*\*\n\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


#: What the guide's entry points to in our edition, and in the small playbook.
_OURS = {"owner: spelbok\n": "owner: team\n", "principles: [measuring-user-impact]\n": "principles: [openness]\n"}


def copy_of_the_code(place):
    """Return a copy of the repository that holds the small playbook instead of the real one."""
    project = repository(place)
    shutil.rmtree(project / "playbook")
    for locale in ("sv", "en"):
        shutil.rmtree(project / "docs" / locale)
    small = small_project(place.with_name("small"))
    shutil.copytree(small, project, dirs_exist_ok=True)
    return project


def apply(file, language, text):
    for ours, small in _OURS.items():
        text = text.replace(ours, small)
    if language != "diff":
        assert not file.exists(), f"{file} is not new"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return
    lines = text.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    now = file.read_text("utf-8")
    found = re.findall(f"^{re.escape(before)}", now, re.MULTILINE)
    assert len(found) == 1, f"the guide's passage stands {len(found)} times in {file.name}:\n{before}"
    file.write_text(now.replace(before, after, 1), "utf-8")


def execute(project, command):
    words = command.split()
    if words[0] == ".venv/bin/spelbok":
        done = run(project, *words[1:])
    elif words == ["python3", "scripts/build.py"]:  # Which sets up .venv first: the environment of this test will do.
        done = run(project, "build", "--no-paper", "--lang", "en")
    else:
        assert words[0] == "python3"
        done = subprocess.run([sys.executable, *words[1:]], cwd=project, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = copy_of_the_code(tmp_path_factory.mktemp("kind") / "code")
    for name, language, text in _FILE.findall(GUIDE):
        apply(project / name, language, text)
    for command in "".join(_COMMANDS.findall(GUIDE)).splitlines():
        execute(project, command)
    return project


def html(project, address):
    return (project / "site" / address / "index.html").read_text("utf-8")


def test_the_guide_is_as_short_as_promised():
    written = [name for name, language, _ in _FILE.findall(GUIDE) if language != "diff"]
    assert [name.rpartition("/")[0] for name in written] == [
        "plugins/spelbok/model",
        "playbook/templates",
        "playbook/stories",
    ]


def test_the_entry_has_a_page_in_both_languages(project):
    swedish = html(project, "berattelser/pappersblanketten")
    english = html(project, "en/stories/the-paper-form")
    assert "Ändå kom varannan ansökan på papper." in swedish
    assert "Still every other application came on paper." in english
    assert 'hreflang="en" href="https://agency.example/playbook/en/stories/the-paper-form/"' in swedish
    assert 'hreflang="sv" href="https://agency.example/playbook/berattelser/pappersblanketten/"' in english
    assert "/edit/main/playbook/stories/paper-form.yml" in english


def test_the_kind_has_an_index_in_both_languages_and_a_place_in_the_menu(project):
    assert "<h1>Berättelser</h1>" in html(project, "berattelser")
    assert 'href="pappersblanketten/"' in html(project, "berattelser")
    assert "<h1>Stories</h1>" in html(project, "en/stories")
    assert 'href="the-paper-form/"' in html(project, "en/stories")
    assert 'href="berattelser/"' in html(project, "")
    assert 'href="stories/"' in html(project, "en")


def test_the_principle_shows_the_story(project):
    assert "The paper form</a>" in html(project, "en/principles/openness")


def test_the_editor_and_the_reference_know_the_kind(project):
    schema = json.loads((project / "playbook" / "schema" / "story.json").read_text("utf-8"))
    assert "lessons" in schema["required"]
    assert "What the organisation learned." in schema["properties"]["lessons"]["description"]
    assert "What the organisation learned." in html(project, "en/contribute-fields")
    assert run(project, "schema", "--check").returncode == 0


def test_a_mistake_in_the_new_kind_is_told(tmp_path):
    copy = copy_of_the_code(tmp_path / "mistake")
    for name, language, text in _FILE.findall(GUIDE):
        apply(copy / name, language, text.replace("happened:", "hapened:") if name.endswith(".yml") else text)
    done = run(copy, "check", "--format", "json", "--lang", "en")
    found = [item for item in json.loads(done.stdout) if item["severity"] == "error"]
    assert {item["code"] for item in found if item["file"] == "playbook/stories/paper-form.yml"} == {
        "unknown-field",
        "missing-field",
    }
