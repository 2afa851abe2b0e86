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

from commands import empty
from spelbok.model import KINDS
from tests.conftest import ROOT
from tests.copies import build, edit, repository
from tests.fork import is_original, make

pytestmark = pytest.mark.skipif(
    not is_original(),
    reason="this is a fork already: the steps begin with our own edition",
)

#: What of ours may stand in another organisation's site, and why.
ALLOWED = {
    r"\bspelbok\.css\b|plugins/spelbok/": "names of the generator's own files, which readers never see",
    r"[\"'`]spelbok[:-][a-z]+": "a key in the reader's own browser, which readers never see",
    r"<code>spelbok[:-][^<]+</code>": "the same keys, told on the privacy page",
    r"(?:['`]|&#39;)spelbok [a-z]+(?: [a-z]+)?(?:['`]|&#39;)": "the generator's command, as contributors type it",
    r"SPDX-FileCopyrightText: \d{4} The Spelbok contributors": "the licence of the code asks for it",
    r"(?i:\b(?:en spelbok|spelbokens?)\b)": "a Swedish word: a playbook, the playbook, its",
    r"(?<= )spelbok(?= [a-zåäö]+ )": "the same word as the search keeps it, without its ending",
}
#: What must not stand there.
OURS = re.compile(r"spelbok|kruso|\bdasa\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def fork(tmp_path_factory):
    return make(tmp_path_factory.mktemp("fork") / "toolbox")


@pytest.fixture(scope="module")
def site(fork):
    return fork / "site"


def texts(site):
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        yield path, (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", errors="replace")


def test_all_that_is_emptied_is_there_to_begin_with_and_gone_thereafter(fork):
    assert [name for name in empty.OURS if not (ROOT / name).exists()] == []
    assert [name for name in empty.OURS if name not in empty.ENTRIES and (fork / name).exists()] == []


def test_both_languages_are_built(site):
    for address in (
        "",
        "om-oss/",
        "principer/oppenhet/",
        "arbetssatt/oppen-dorr/",
        "matt/besok/",
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
    """Else its publishing workflow would never publish. Here a few of them; ``python -m tests.fork`` runs all."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, *(f"tests/unit/test_{name}.py" for name in ("small", "docs", "empty", "schema"))],
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


def test_a_playbook_with_no_entries_builds(fork, tmp_path):
    project = repository(tmp_path / "bare")
    shutil.copy(fork / "mkdocs.yml", project)
    shutil.rmtree(project / "playbook")
    shutil.copytree(fork / "playbook", project / "playbook")
    for kind in KINDS:
        shutil.rmtree(project / "playbook" / kind.folder)
    for locale in ("sv", "en"):
        shutil.rmtree(project / "docs" / locale)
        shutil.copytree(fork / "docs" / locale, project / "docs" / locale)
        edit(project / "docs" / locale / "index.md", r"\]\(id:openness\)", "](about.md)")

    site = build(project, "--no-paper")

    for kind in KINDS:
        assert "Här finns inget än." in (site / kind.path.sv / "index.html").read_text("utf-8")
        assert "There is nothing here yet." in (site / "en" / kind.path.en / "index.html").read_text("utf-8")
