# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the watcher tells, with and without events of the file system."""

import errno
import os
import subprocess

import pytest

from mkdocs_spelbok.sources import sources
from spelbok.build.preview import watcher
from spelbok.build.preview.watcher import Watcher
from spelbok.playbook.git import records
from spelbok.playbook.leftovers import is_leftover


def no_events(_folders, _wake):
    return lambda: None


def watching(*roots, observe=no_events, said=None):
    watch = Watcher((said if said is not None else []).append, observe)
    watch.watch(roots)
    return watch


def test_what_is_saved_renamed_over_added_and_removed_is_told_without_events(tmp_path):
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_text(name, "utf-8")
    watch = watching(tmp_path)
    assert watch.wait(0) == set()
    (tmp_path / "a").write_text("new", "utf-8")
    (tmp_path / "new").write_text("x", "utf-8")
    (tmp_path / "b").unlink()
    (tmp_path / "e").write_text("c", "utf-8")
    (tmp_path / "e").replace(tmp_path / "c")
    assert watch.wait(5) == {tmp_path / name for name in ("a", "new", "b", "c")}
    assert watch.wait(0) == set()


def test_a_save_that_keeps_size_and_time_is_told(tmp_path):
    file = tmp_path / "a"
    file.write_text("1", "utf-8")
    before = file.stat()
    watch = watching(tmp_path)
    (tmp_path / "b").write_text("2", "utf-8")
    os.utime(tmp_path / "b", ns=(before.st_atime_ns, before.st_mtime_ns))
    (tmp_path / "b").replace(file)
    assert watch.wait(5) == {file}


def test_an_event_wakes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(watcher, "_WITH_EVENTS", 3600)
    wakes = []

    def observe(_folders, wake):
        wakes.append(wake)
        return lambda: None

    watch = watching(tmp_path, observe=observe)
    (tmp_path / "a").touch()
    wakes[0]()
    assert watch.wait(None) == {tmp_path / "a"}


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOSPC])
def test_without_watches_it_says_so_once_and_looks_by_itself(tmp_path, monkeypatch, number):
    monkeypatch.setattr(watcher, "_WITH_EVENTS", 3600)
    said = []

    def observe(_folders, _wake):
        raise OSError(number, os.strerror(number))

    watch = watching(tmp_path, observe=observe, said=said)
    assert watch.wait(0) == set()
    watch.watch([tmp_path, tmp_path.parent / "other"])
    (tmp_path / "a").touch()
    assert watch.wait(5) == {tmp_path / "a"}
    assert said == [os.strerror(number)]


def test_real_watches_come_and_go(tmp_path):
    watch = Watcher(pytest.fail)
    watch.watch([tmp_path, tmp_path / "none", tmp_path / "file.yml"])
    (tmp_path / "file.yml").touch()
    assert watch.wait(10) == {tmp_path / "file.yml"}
    watch.stop()


def test_what_changes_before_the_roots_change_is_told(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "file").touch()
    watch = watching(one)
    (one / "file").write_text("x", "utf-8")
    watch.watch([one, two])
    assert watch.wait(0) == {one / "file"}
    (two / "file").write_text("x", "utf-8")
    assert watch.wait(5) == {two / "file"}


def test_files_of_editors_and_folders_without_sources_are_passed_over(tmp_path):
    names = (".#open.yml", "#open.yml#", "open.yml~", ".open.yml.swp", "4913", "open.yml.orig", "Thumbs.db", "x.tmp")
    watch = watching(tmp_path)
    for name in names:
        assert is_leftover(name)
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").touch()
    assert watch.wait(0) == {tmp_path / "link"}
    assert not any(map(is_leftover, ("open.yml", ".well-known", "notes.md", "2026.yml", "a#b.md")))


def test_a_configuration_names_its_sources_even_where_it_cannot_be_read(tmp_path):
    assert sources(tmp_path) == {tmp_path / "mkdocs.yml", tmp_path / "docs"}
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "base.yml").write_text("docs_dir: texts\ntheme: {name: material, custom_dir: look}\n", "utf-8")
    own = "INHERIT: 'shared/base.yml'  # ours\nhooks: [hooks.py]\nwatch: [../data]\nsite_url: !ENV [X, 1]\n"
    (tmp_path / "mkdocs.yml").write_text(own, "utf-8")
    named = {"mkdocs.yml", "shared/base.yml", "texts", "look", "hooks.py"}
    assert sources(tmp_path) == {tmp_path.parent / "data", *(tmp_path / name for name in named)}
    (tmp_path / "mkdocs.yml").write_text(f"{own}nav: {{", "utf-8")
    assert {tmp_path / name for name in ("mkdocs.yml", "shared/base.yml", "texts", "look")} <= sources(tmp_path)
    (shared / "base.yml").write_text("INHERIT: ../mkdocs.yml\n", "utf-8")
    assert tmp_path / "shared" / "base.yml" in sources(tmp_path), "a circle ends"


def test_git_notes_commits_of_a_tree_beside_the_repository_in_both_places(tmp_path):
    project, tree = tmp_path / "project", tmp_path / "tree"
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for command in (
        ["init", "-q", str(project)],
        ["-C", str(project), *who, "commit", "-q", "--allow-empty", "-m", "one"],
        ["-C", str(project), "worktree", "add", "-q", str(tree)],
    ):
        subprocess.run(["git", *command], check=True)
    watch = watching(*records(tree))
    subprocess.run(["git", "-C", str(tree), *who, "commit", "-q", "--allow-empty", "-m", "two"], check=True)
    assert watch.wait(5)
    subprocess.run(
        ["git", "-C", str(tree), *who, "commit", "-q", "--amend", "-m", "three", "--allow-empty"], check=True
    )
    assert watch.wait(5)
    assert records(tmp_path) == frozenset()
