# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another organisation makes the playbook its own, by the steps of the README and no others; and can publish it."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spelbok.model import KINDS
from tests.conftest import ROOT, SMALL
from tests.copies import build, edit, repository, run

pytestmark = pytest.mark.skipif(
    not (ROOT / "tests" / "edition").is_dir(), reason="this is a fork already: the steps begin with our own edition"
)

#: What of ours may stand in another organisation's site, and why.
ALLOWED = {
    r"\bspelbok\.css\b|plugins/spelbok/": "names of the generator's own files, which readers never see",
    r"[\"'`]spelbok[:-][a-z]+": "a key in the reader's own browser, which readers never see",
    r"<code>spelbok[:-][^<]+</code>": "the same keys, told on the privacy page",
    r"(?:['`]|&#39;)spelbok [a-z]+(?: [a-z]+)?(?:['`]|&#39;)": "the generator's command, as contributors type it",
    r"\bspelbok\.(?:pdf|epub)\b": "a Swedish word: a playbook, as the name of a file",
    r"SPDX-FileCopyrightText: \d{4} The Spelbok contributors": "the licence of the code asks for it",
    r"(?i:\b(?:en spelbok|spelboken)\b)": "a Swedish word: a playbook, the playbook",
    r"(?<= )spelbok(?= [a-zåäö]+ )": "the same word as the search keeps it, without its ending",
}
#: What must not stand there.
OURS = re.compile(r"spelbok|kruso|\bdasa\b", re.IGNORECASE)

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


def empty(project):
    """Step 1: empty the folders of the entries, and take away our promises and the tests of what we have written."""
    (project / "playbook" / "published.txt").unlink(missing_ok=True)
    for kind in KINDS:
        for entry in (project / "playbook" / kind.folder).glob("*"):
            entry.unlink()
    for folder in ("edition", "browser/edition"):
        shutil.rmtree(project / "tests" / folder, ignore_errors=True)


def configure(project):
    """Steps 2 and 3: the site's name, address and repository; its colours and logo."""
    config = project / "mkdocs.yml"
    edit(config, r"^site_name: .*$", "site_name: Verktygslådan")
    edit(config, r"^site_description: .*$", "site_description: Vi visar vad vi gör")
    edit(config, r"^site_url: .*$", 'site_url: !ENV [SITE_URL, "https://toolbox.example.org/"]')
    edit(config, r"^repo_url: .*$", "repo_url: https://git.example.org/toolbox/toolbox")
    edit(config, r"^          site_description: .*$", "          site_description: We show what we do")
    edit(config, r"^          name: English$", "          name: English\n          site_name: The Toolbox")
    style = project / "docs" / "theme" / "assets" / "spelbok.css"
    edit(style, r"--md-primary-fg-color: #[0-9a-f]{6};", "--md-primary-fg-color: #6b0b4f;")
    (project / "docs" / "theme" / "assets" / "logo.svg").write_text(LOGO, "utf-8")


def rename(project):
    """Steps 4 to 6: the words, the glossary, and who publishes."""
    words = project / "playbook" / "vocabulary.yml"
    owner = "  toolbox:\n    label: {sv: Verktygslådans redaktion, en: The Toolbox editors}\n"
    edit(words, r"^owners:\n(?: .*\n)+", f"owners:\n{owner}")
    edit(
        words,
        r"^labels:$",
        "labels:\n  practice_one: {sv: Verktyg, en: Tool}\n  practice_many: {sv: Verktyg, en: Tools}",
    )
    edit(words, r"^  about:\n    slug: .*$", "  about:\n    slug: {sv: om-oss, en: about-us}")
    (project / "playbook" / "glossary.yml").write_text(GLOSSARY, "utf-8")
    shutil.copy(SMALL / "publisher.yml", project / "playbook")


def write_pages(project):
    """Step 7: pages of one's own instead of ours, here two in each language."""
    config = project / "mkdocs.yml"
    for locale in ("sv", "en"):
        for page in (project / "docs" / locale).rglob("*.md"):
            name = page.relative_to(project / "docs" / locale).as_posix()
            page.unlink()
            if f"{locale}/{name}" not in PAGES and re.search(rf"^  - {name}$", config.read_text("utf-8"), re.MULTILINE):
                edit(config, rf"^  - {re.escape(name)}\n", "")
    for name, text in PAGES.items():
        (project / "docs" / name).write_text(text, "utf-8")


def write_entries(project):
    """Step 8: two entries."""
    for name in ("principles/openness.yml", "practices/open-door.yml"):
        shutil.copy(SMALL / name, project / "playbook" / name)
        edit(project / "playbook" / name, r"^owner: team$", "owner: toolbox")
    edit(project / "playbook" / "practices" / "open-door.yml", r"^measures: .*\n", "")


@pytest.fixture(scope="module")
def fork(tmp_path_factory):
    project = repository(tmp_path_factory.mktemp("fork") / "toolbox")
    subprocess.run(["git", "init", "--quiet", project], check=True)  # So that what git ignores is no part of it.
    for step in (empty, configure, rename, write_pages, write_entries):
        step(project)
    done = run(project, "schema")
    assert done.returncode == 0, done.stdout + done.stderr
    build(project)
    return project


@pytest.fixture(scope="module")
def site(fork):
    return fork / "site"


def texts(site):
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        yield path, (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", errors="replace")


def test_both_languages_are_built(site):
    for address in (
        "",
        "om-oss/",
        "principer/oppenhet/",
        "arbetssatt/oppen-dorr/",
        "en/",
        "en/about-us/",
        "en/principles/openness/",
        "en/practices/open-door/",
        "ordlista/",
        "en/glossary/",
    ):
        assert (site / address / "index.html").is_file(), address


def test_the_new_names_appear(site):
    swedish = (site / "principer" / "oppenhet" / "index.html").read_text("utf-8")
    english = (site / "en" / "principles" / "openness" / "index.html").read_text("utf-8")
    assert "Öppenhet - Verktygslådan</title>" in swedish
    assert "Openness - The Toolbox</title>" in english
    assert "Verktygslådans redaktion" in swedish
    assert "The Toolbox editors" in english
    assert "https://git.example.org/toolbox/toolbox/edit/main/playbook/principles/openness.yml" in swedish
    assert '<link rel="canonical" href="https://toolbox.example.org/en/principles/openness/">' in english
    assert "<h1>Verktyg</h1>" in (site / "arbetssatt" / "index.html").read_text("utf-8")
    assert "<h1>Tools</h1>" in (site / "en" / "practices" / "index.html").read_text("utf-8")
    assert "Vi visar vad vi gör" in (site / "index.html").read_text("utf-8")
    assert "We show what we do" in (site / "en" / "index.html").read_text("utf-8")


def test_the_new_looks_appear(site):
    assert "--md-primary-fg-color: #6b0b4f" in (site / "assets" / "spelbok.css").read_text("utf-8")
    assert "new-logo" in (site / "assets" / "logo.svg").read_text("utf-8")


def test_the_label_replaces_our_word_everywhere(site):
    shown = [path for path, text in texts(site) if re.search(r">\s*Arbetssätt\s*<", text)]
    assert shown == []


def test_nothing_of_ours_is_left(site):
    left = []
    for path, text in texts(site):
        for reason in ALLOWED:
            text = re.sub(reason, "", text)  # noqa: PLW2901 - what remains is looked at
        found = [text[max(0, match.start() - 60) : match.end() + 40] for match in OURS.finditer(text)]
        left += [f"{path.relative_to(site).as_posix()}: {' '.join(passage.split())}" for passage in found]
    assert left == []


def test_what_is_allowed_does_occur(site):
    """A reason that nothing needs any more is taken away."""
    everything = "\n".join(text for _, text in texts(site))
    assert [reason for reason in ALLOWED if not re.search(reason, everything)] == []


def test_the_tests_of_the_generator_pass_in_the_fork(fork):
    """Else its publishing workflow would never publish."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "tests/unit", "tests/golden", "tests/property"],
        cwd=fork,
        env={**os.environ, "PYTHONPATH": str(fork / "plugins"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("spelbok", "check"),
        ("spelbok", "schema", "--check"),
        ("python", "-m", "tests.consumers.licences", "lint", "--lines"),
        ("python", "scripts/architecture.py", "--check"),
    ],
    ids=" ".join,
)
def test_the_checks_that_see_content_pass_in_the_fork(fork, command):
    program = Path(sys.executable).with_name(command[0])
    variables = {**os.environ, "PYTHONPATH": str(fork / "plugins"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [program, *command[1:]], cwd=fork, env=variables, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_index_stands_without_entries(site):
    """Three kinds have no entry here: their indexes say so in the page's language."""
    for kind in KINDS[2:]:
        assert "Här finns inget än." in (site / kind.path.sv / "index.html").read_text("utf-8")
        assert "There is nothing here yet." in (site / "en" / kind.path.en / "index.html").read_text("utf-8")


def test_a_playbook_with_no_entries_builds(fork, tmp_path):
    project = repository(tmp_path / "bare")
    shutil.copy(fork / "mkdocs.yml", project)
    shutil.rmtree(project / "playbook")
    shutil.copytree(fork / "playbook", project / "playbook")
    empty(project)
    for locale in ("sv", "en"):
        shutil.rmtree(project / "docs" / locale)
        shutil.copytree(fork / "docs" / locale, project / "docs" / locale)
        edit(project / "docs" / locale / "index.md", r"\]\(id:openness\)", "](about.md)")

    site = build(project, "--no-paper")

    for kind in KINDS:
        assert (site / kind.path.sv / "index.html").is_file()
        assert (site / "en" / kind.path.en / "index.html").is_file()


def test_folders_that_git_does_not_keep_may_be_missing(fork, tmp_path):
    """Git keeps no empty folder: a fork's clone has none of those that hold no entry."""
    project = repository(tmp_path / "clone")
    for folder in ("playbook", "docs"):
        shutil.rmtree(project / folder)
        shutil.copytree(fork / folder, project / folder)
    shutil.copy(fork / "mkdocs.yml", project)
    for kind in KINDS[2:]:
        (project / "playbook" / kind.folder).rmdir()

    assert (build(project, "--no-paper") / "en" / "index.html").is_file()
