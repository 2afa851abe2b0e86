# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Emptying a copy: what is ours goes, and nothing that git could not bring back."""

import os
import shutil
import subprocess
import sys

import pytest

from commands.empty import ENTRIES
from spelbok.model import KINDS
from tests.conftest import ROOT

FILES = {
    "mkdocs.yml": "nav:\r\n  - about.md\r\n  - promises.md\r\ntheme: {}\r\n",
    "playbook/vocabulary.yml": "pages:\n  promises:\n    slug: {sv: a, en: b}\n  about:\n    slug: {sv: c, en: d}\n",
    "playbook/principles/one.yml": "x",
    "playbook/practices/två ord.yml": "x",
    "playbook/translations/one.yml": "x",
    "playbook/published.txt": "x",
    "docs/sv/promises.md": "x",
    "docs/sv/about.md": "x",
    "tests/edition/deep/test_x.py": "x",
    "tests/browser/edition/test_x.py": "x",
    "tests/unit/test_x.py": "x",
}
STAYS = {"mkdocs.yml", "playbook/vocabulary.yml", "docs/sv/about.md", "tests/unit/test_x.py"}
WHO = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


@pytest.fixture
def copy(tmp_path):
    """A project that holds a little of everything, and the script; no checkout of git."""
    project = tmp_path / "copy"
    shutil.copytree(ROOT / "scripts", project / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(text.encode())
    return project


@pytest.fixture
def checkout(copy):
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=copy, check=True, env={**os.environ, **WHO})
    return copy


def empty(project, *options, stdin=subprocess.DEVNULL):
    """Run the script, if not told else where nobody can be asked."""
    return subprocess.run(
        [sys.executable, "-B", "scripts/empty.py", *options],
        cwd=project,
        check=False,
        stdin=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        text=True,
        encoding="utf-8",
    )


def names(project):
    found = {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith((".git/", "scripts/"))}


def test_it_knows_the_folders_of_all_kinds():
    assert set(ENTRIES) == {f"playbook/{kind.folder}" for kind in KINDS}


def test_what_is_ours_goes_and_nothing_else(checkout):
    done = empty(checkout, "--yes")

    assert done.returncode == 0, done.stderr
    assert names(checkout) == STAYS
    assert all(name in done.stdout for name in FILES.keys() - STAYS)
    assert (checkout / "mkdocs.yml").read_bytes() == b"nav:\r\n  - about.md\r\ntheme: {}\r\n"
    assert (checkout / "playbook/vocabulary.yml").read_text("utf-8") == "pages:\n  about:\n    slug: {sv: c, en: d}\n"
    assert (checkout / "playbook" / "principles").is_dir()
    assert not (checkout / "tests" / "edition").exists()
    again = empty(checkout)
    assert (again.returncode, again.stdout) == (0, "Nothing of our edition is left to remove.\n")


def test_it_asks_first(checkout):
    done = empty(checkout)

    assert done.returncode == 1
    assert "--yes" in done.stderr
    assert "playbook/practices/två ord.yml" in done.stdout
    assert names(checkout) == set(FILES)


@pytest.mark.skipif(os.name == "nt", reason="terminals are made otherwise there")
@pytest.mark.parametrize(("answer", "left"), [(b"ja\n", STAYS), (b"\n", set(FILES))])
def test_it_does_what_is_answered(answer, left, checkout):
    terminal, stdin = os.openpty()
    os.write(terminal, answer)

    done = empty(checkout, stdin=stdin)

    assert "Remove this?" in done.stdout
    assert names(checkout) == left


@pytest.mark.parametrize("staged", [False, True])
def test_it_refuses_where_work_would_be_lost(staged, checkout):
    changed = ["playbook/practices/två ord.yml", *(["playbook/paths/new.yml"] if staged else [])]
    for name in changed:
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_text("my work", "utf-8")
    if staged:
        subprocess.run(["git", "add", "-A"], cwd=checkout, check=True)

    done = empty(checkout, "--yes")

    assert done.returncode == 1
    assert all(name in done.stderr for name in changed)
    assert "playbook/principles/one.yml" not in done.stderr
    assert names(checkout) == {*FILES, *changed}
    assert (checkout / changed[0]).read_text("utf-8") == "my work"


def test_changes_elsewhere_are_no_hindrance(checkout):
    (checkout / "docs" / "sv" / "about.md").write_text("mine", "utf-8")
    with (checkout / "mkdocs.yml").open("ab") as file:
        file.write(b"site_name: Mine\r\n")

    assert empty(checkout, "--yes").returncode == 0
    assert (checkout / "docs" / "sv" / "about.md").read_text("utf-8") == "mine"
    assert (checkout / "mkdocs.yml").read_bytes().endswith(b"theme: {}\r\nsite_name: Mine\r\n")


def test_what_git_does_not_track_stays(checkout):
    (checkout / ".gitignore").write_text("*.bak\n", "utf-8")
    kept = {"playbook/practices/mine.yml", "playbook/translations/x.bak"}
    for name in kept:
        (checkout / name).write_text("mine", "utf-8")

    done = empty(checkout, "--yes")

    assert done.returncode == 0, done.stderr
    assert names(checkout) == {*STAYS, *kept, ".gitignore"}
    assert all(name in done.stdout.split("stays:")[1] for name in kept)


def test_a_checkout_without_a_commit_is_refused(copy):
    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    untracked = empty(copy, "--yes")
    subprocess.run(["git", "add", "-A"], cwd=copy, check=True)
    staged = empty(copy, "--yes")

    assert (untracked.returncode, staged.returncode) == (1, 1)
    assert "commit them first" in untracked.stderr
    assert names(copy) == set(FILES)


def test_without_git_it_wants_yes(copy):
    refused = empty(copy)
    assert refused.returncode == 1
    assert "no checkout of git" in refused.stderr
    assert names(copy) == set(FILES)

    assert empty(copy, "--yes").returncode == 0
    assert names(copy) == STAYS


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_what_a_link_leads_to_is_never_removed(copy, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.yml").write_text("mine", "utf-8")
    (copy / "playbook" / "measures").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    assert empty(copy, "--yes").returncode == 0
    assert not (copy / "playbook" / "measures").is_symlink()
    assert (tmp_path / "elsewhere" / "mine.yml").read_text("utf-8") == "mine"
