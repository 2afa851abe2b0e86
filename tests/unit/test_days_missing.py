# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why pages cannot say when they last changed, in one sentence, once."""

import subprocess

import pytest

from spelbok.playbook.git import days_missing
from tests.site import small_project, spelbok


def git(folder, *arguments):
    name = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *name, "-C", folder, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository" / "playbook"
    folder.mkdir(parents=True)
    (folder / "a.yml").write_text("a", "utf-8")
    git(folder, "init", "--quiet")
    return folder


def test_a_repository_with_history_lacks_nothing(repository):
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "a")
    assert days_missing(repository) is None


def test_a_folder_that_was_never_committed_has_no_history(repository):
    assert "no history in git" in days_missing(repository).en


def test_a_download_has_no_history(tmp_path):
    assert "no history in git" in days_missing(tmp_path).en


def test_a_machine_without_git_is_told_to_install_it(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Install git" in days_missing(repository).en


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_a_build_says_it_once_at_the_end(tmp_path, locale):
    done = spelbok(small_project(tmp_path / "project"), "build", "--no-paper", "--lang", locale)

    assert done.returncode == 0, done.stdout + done.stderr
    said = days_missing(tmp_path)[locale]
    assert done.stderr.splitlines()[-1] == said
    assert done.stderr.count(said) == 1
