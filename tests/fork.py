# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another organisation makes the playbook its own, by the steps and the commands of the README and no others.

``python -m tests.fork`` makes such a copy and runs all of its tests.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from tests.conftest import ROOT, SMALL
from tests.copies import edit, repository, run

LOGO = """\
<!-- SPDX-FileCopyrightText: 2026 The Toolbox editors
     SPDX-License-Identifier: CC-BY-4.0 -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle id="new-logo" cx="4" cy="4" r="4"/></svg>
"""
PAGES = {
    "sv/index.md": "# Välkommen till Verktygslådan\n\nBörja med [öppenhet](id:openness).\n",
    "sv/about.md": "# Om Verktygslådan\n\nTillbaka till [start](index.md).\n",
    "en/index.md": "# Welcome to the Toolbox\n\nBegin with [openness](id:openness).\n",
    "en/about.md": "# About the Toolbox\n\nBack to the [start](index.md).\n",
}
GLOSSARY = """\
terms:
  - id: door
    term: {sv: dörr, en: door}
    definition: {sv: Något som kan stå öppet., en: Something that may stand open.}
"""
#: What is written of each kind: the titles, from which ``spelbok new`` makes the id and the addresses.
TITLES = {
    "principle": ("Öppenhet", "Openness"),
    "practice": ("Öppen dörr", "Open door"),
    "measure": ("Besök", "Visits"),
    "module": ("Öppna dörrar", "Opening doors"),
    "path": ("Till öppenhet", "To openness"),
}
_COMMAND = re.compile(r"`(?:\.venv/bin/(spelbok)|python3 scripts/(\w+)\.py)((?: [a-z]+)*)`")


def is_original():
    """Return whether our edition is here, with which the steps begin."""
    return (ROOT / "tests" / "edition" / "conftest.py").is_file()


def steps():
    """Return the commands of each step of "Make it your own", as lists of words: ``spelbok new path``, ``empty``."""
    section = (ROOT / "README.md").read_text("utf-8").split("\n## Make it your own\n")[1].split("\n## ")[0]
    found = re.findall(r"^\d+\. .*$", section, re.MULTILINE)
    return [[[one or two, *rest.split()] for one, two, rest in _COMMAND.findall(step)] for step in found]


def make(place):
    """Go through the README's steps in a copy of the repository, to the build; return its folder."""
    project = repository(place)
    _commit(project)
    at_hand = [empty, configure, look, words, glossary, publisher, pages, entries, publish]
    told = steps()
    assert len(told) == len(at_hand), "the README has other steps than tests/fork.py"
    for step, commands in zip(at_hand, told, strict=True):
        step(project, commands)
    return project


def empty(project, commands):
    assert commands == [["empty"]]
    done = script(project, "empty", "--yes")
    assert done.returncode == 0, done.stdout + done.stderr


def configure(project, _):
    config = project / "mkdocs.yml"
    edit(config, r"^site_name: .*$", "site_name: Verktygslådan")
    edit(config, r"^site_description: .*$", "site_description: Vi visar vad vi gör")
    edit(config, r"^site_url: .*$", 'site_url: !ENV [SITE_URL, "https://toolbox.example.org/"]')
    edit(config, r"^repo_url: .*$", "repo_url: https://git.example.org/toolbox/toolbox")
    edit(config, r"^          site_description: .*$", "          site_description: We show what we do")
    edit(config, r"^          name: English$", "          name: English\n          site_name: The Toolbox")


def look(project, _):
    style = project / "docs" / "theme" / "assets" / "spelbok.css"
    edit(style, r"--md-primary-fg-color: #[0-9a-f]{6};", "--md-primary-fg-color: #6b0b4f;")
    (project / "docs" / "theme" / "assets" / "logo.svg").write_text(LOGO, "utf-8")


def words(project, _):
    file = project / "playbook" / "vocabulary.yml"
    owner = "  toolbox:\n    label: {sv: Verktygslådans redaktion, en: The Toolbox editors}\n"
    edit(file, r"^owners:\n(?: .*\n)+", f"owners:\n{owner}")
    labels = "labels:\n  practice_one: {sv: Verktyg, en: Tool}\n  practice_many: {sv: Verktyg, en: Tools}"
    edit(file, r"^labels:$", labels)
    edit(file, r"^  about:\n    slug: .*$", "  about:\n    slug: {sv: om-oss, en: about-us}")


def glossary(project, _):
    (project / "playbook" / "glossary.yml").write_text(GLOSSARY, "utf-8")


def publisher(project, _):
    shutil.copy(SMALL / "publisher.yml", project / "playbook")


def pages(project, _):
    """Pages of one's own instead of ours, here two in each language."""
    config = project / "mkdocs.yml"
    for locale in ("sv", "en"):
        for page in (project / "docs" / locale).rglob("*.md"):
            name = page.relative_to(project / "docs" / locale).as_posix()
            page.unlink()
            if f"{locale}/{name}" not in PAGES and re.search(rf"^  - {name}$", config.read_text("utf-8"), re.MULTILINE):
                edit(config, rf"^  - {re.escape(name)}\n", "")
    for name, text in PAGES.items():
        (project / "docs" / name).write_text(text, "utf-8")


def entries(project, commands):
    """Begin an entry of each kind, write over every ``…`` and every reference, publish; then what the README says."""
    begun = [command for command in commands if command[:2] == ["spelbok", "new"]]
    assert {command[2] for command in begun} == set(TITLES)
    for _, *words in begun:
        sv, en = TITLES[words[1]]
        done = run(project, *words, "--title-sv", sv, "--title-en", en)
        assert done.returncode == 0, done.stdout + done.stderr
        fill(project / done.stdout.strip())
    for _, *words in (command for command in commands if command not in begun):
        done = run(project, *words)
        assert done.returncode == 0, done.stdout + done.stderr


def publish(project, commands):
    assert commands == [["build"]]
    done = run(project, "build", "--no-paper", "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr


def fill(file):
    """Write over a new entry what its author would: the texts, what it points to, and that it is published."""
    text, number = file.read_text("utf-8"), count(1)
    sentence = {"sv": "Dörr nummer {} står öppen.", "en": "Door number {} is open."}
    text = re.sub(
        r"\b(sv|en):( \|\n +| )…", lambda match: match[0][:-1] + sentence[match[1]].format(next(number)), text
    )
    for kind, (_, title) in TITLES.items():
        text = re.sub(rf"\bsome-{kind}\b", title.lower().replace(" ", "-"), text)
    text = re.sub(r"^status: draft$", "status: published", text, flags=re.MULTILINE)
    assert "…" not in re.sub(r"#.*", "", text)
    file.write_text(text, "utf-8")


def script(project, name, *arguments):
    command = [sys.executable, f"scripts/{name}.py", *arguments]
    return subprocess.run(command, cwd=project, check=False, capture_output=True, text=True, encoding="utf-8")


def _commit(project):
    who = ("-c", "user.name=Toolbox", "-c", "user.email=toolbox@example.org")
    for command in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "Copied"]):
        subprocess.run(["git", "-C", project, *command], check=True)


def main():
    if not is_original():
        print("This is no copy of our edition: there is nothing to begin with.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        project = make(Path(folder) / "toolbox")
        return subprocess.run([sys.executable, "scripts/test.py"], cwd=project, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
