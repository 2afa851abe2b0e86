# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What git tells, whatever files are called and whatever surrounds it; and what is said where it refuses."""

import datetime as dt
import os
import shutil
import subprocess
import sys

import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.playbook import git
from spelbok.playbook.git import days_missing, files_in, last_changes, versions

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows fewer file names, links and users")
DAY = dt.date(2026, 1, 2)


def run_git(project, *arguments, **variables):
    # A test may set variables that name another repository.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    names = ("user.name=t", "user.email=t@example.org", "commit.gpgsign=false", "core.autocrlf=false")
    settings = [part for name in names for part in ("-c", name)]
    done = subprocess.run(
        ["git", "-C", project, *settings, *arguments], env={**clean, **variables}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().strip()


def commit(project, day):
    run_git(project, "add", "-A")
    run_git(project, "commit", "-qm", "x", GIT_COMMITTER_DATE=f"{day}T12:00:00Z")


@pytest.fixture
def repository(small):
    run_git(small.parent, "init", "--quiet")
    commit(small.parent, DAY)
    return small.parent


@pytest.mark.parametrize(
    "name",
    ["2026-11.md", "2024-01-01", "2024-01-01/x.yml", "practices/2026-13-45", "commit 2024-01-01",
     *[pytest.param(name, marks=posix) for name in (":100644 x", "\n2024-01-01", "a\n\nb", " ", "\udcff", ":(top)x")]],
)  # fmt: skip
def test_a_file_may_be_called_anything(repository, name):
    file = repository / "playbook" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("notes", "utf-8")
    commit(repository, "2026-02-03")
    assert last_changes(repository / "playbook").of[name] == dt.date(2026, 2, 3)
    file.unlink()
    commit(repository, "2026-02-04")
    found = last_changes(repository / "playbook").of
    assert found["practices/open-door.yml"] == DAY
    assert main(["check"]) == 0


def test_days_do_not_depend_on_a_users_settings(repository, monkeypatch, tmp_path):
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[log]\n showSignature = true\n follow = true\n date = relative\n[color]\n ui = always\n"
        "[diff]\n renames = copies\n noprefix = true\n[core]\n quotePath = true\n abbrev = 4\n",
        "utf-8",
    )
    wanted = last_changes(repository / "playbook")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert last_changes(repository / "playbook") == wanted
    assert [*versions(repository / "playbook" / "glossary.yml")] == [
        (repository / "playbook" / "glossary.yml").read_text("utf-8")
    ]


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE"]
)
def test_variables_that_name_another_repository_cost_nothing(repository, monkeypatch, tmp_path, name):
    (tmp_path / "other").mkdir()
    run_git(tmp_path / "other", "init", "--quiet")
    monkeypatch.setenv(name, str(tmp_path / "other" / ".git"))
    assert last_changes(repository / "playbook").of["practices/open-door.yml"] == DAY
    assert files_in("HEAD", repository / "playbook")
    assert [*versions(repository / "playbook" / "glossary.yml")]


def refused(folder):
    (item,) = [item for item in check_folder(folder).diagnostics if item.code.name == "unreadable-history"]
    assert item.severity == "warning"
    assert item.file == folder.as_posix()
    assert item.message("sv") != item.message("en")
    return f"{item.message('en')}: {item.hint('en')}"


@posix
def test_a_repository_of_another_user_is_said_with_the_command_that_mends_it(repository, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("only an administrator can give a folder to somebody")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for path in (repository, *repository.rglob("*")):
        os.chown(path, 65534, 65534)
    said = refused(repository / "playbook")
    assert "dubious ownership" in said
    assert f'git config --global --add safe.directory "{repository}"' in said
    assert main(["check"]) == 0
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(repository))
    assert last_changes(repository / "playbook").of["glossary.yml"] == DAY


def break_head(folder):
    (folder / "HEAD").write_bytes(b"\0nonsense")


def lose_objects(folder):
    shutil.rmtree(folder / "objects")
    (folder / "objects").mkdir()


def lose_all(folder):
    shutil.rmtree(folder)
    folder.write_text("gitdir: nowhere\n", "utf-8")


@pytest.mark.parametrize("break_it", [break_head, lose_objects, lose_all])
def test_a_broken_repository_is_said(repository, break_it, capsys):
    break_it(repository / ".git")
    assert "git does not answer: " in refused(repository / "playbook")
    assert "git fsck" in refused(repository / "playbook")
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["impact", "--base", "HEAD", "--lang", "en"]) == 2
    assert "git does not answer: " in capsys.readouterr().out


def test_no_repository_and_one_without_commits_are_nothing_to_say(small):
    assert check_folder(small).diagnostics == []
    run_git(small.parent, "init", "--quiet")
    assert check_folder(small).diagnostics == []


def test_why_pages_lack_days(repository, small, tmp_path, monkeypatch):
    assert days_missing(small) is None
    (repository / "more").write_text("x")
    commit(repository, "2026-02-03")
    run_git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "clone")
    assert "--unshallow" in days_missing(tmp_path / "clone" / "playbook").sv
    monkeypatch.setattr(git.shutil, "which", lambda _: None)
    assert "Install git" in days_missing(small).en
    assert last_changes(small) == ({}, None)


@posix
def test_a_commit_may_hold_links_other_repositories_and_anything(repository, capsys):
    playbook = repository / "playbook"
    (playbook / "link").symlink_to("/etc/passwd")
    (playbook / "practices" / "up.yml").symlink_to("../../../..")
    (playbook / "practices" / "picture.bin").write_bytes(bytes(range(256)))
    (playbook / "practices" / "a\nb").write_bytes(b"")
    (repository / "docs" / "sv").mkdir(parents=True)
    (repository / "docs" / "sv" / "other.md").symlink_to("/nowhere")
    head = run_git(repository, "rev-parse", "HEAD")
    run_git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},playbook/module")
    commit(repository, "2026-02-03")
    found = files_in("HEAD", playbook)
    assert found["practices/picture.bin"] == bytes(range(256))
    assert found["practices/a\nb"] == b""
    assert {"link", "practices/up.yml", "module"}.isdisjoint(found)
    assert main(["impact", "--base", "HEAD", "--lang", "en"]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_that_git_lacks_is_left_out():
    output = b"a blob 3\nx\ny\nb missing\nc blob 0\n\n"
    assert [*git._blobs(["one", "two", "three"], output)] == [("one", b"x\ny"), ("three", b"")]


def test_what_is_no_commit_has_no_files(repository):
    for revision in ("nowhere", "--output=x", "", "HEAD:nowhere"):
        assert files_in(revision, repository / "playbook") is None
    assert files_in("HEAD", repository / "docs") is None
