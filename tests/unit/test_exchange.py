# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""One folder in another's place: whole, or what lies inside where the folder itself cannot be moved."""

import os
from pathlib import Path

import pytest

from spelbok.build import swap as module
from spelbok.build.swap import aside, exchange, is_mounted, lock_of

MARK = ".mark"


def folder(path, text, **others):
    path.mkdir()
    for name, content in {"file": text, MARK: f"{text}\n", **others}.items():
        (path / name).write_text(content)
    return path


def content(path):
    return {file.name: file.read_text() for file in path.iterdir()}


@pytest.fixture(params=[True, False], ids=["one step", "two steps"])
def _swap(request, monkeypatch):
    if not request.param:
        monkeypatch.setattr(module, "_swap", lambda *_: False)


@pytest.fixture
def _mounted(monkeypatch):
    monkeypatch.setattr(module, "is_mounted", lambda place: place.name == "place")


@pytest.mark.usefixtures("_swap")
def test_the_new_stands_and_the_old_is_gone(tmp_path):
    new, place = folder(tmp_path / "new", "new"), folder(tmp_path / "place", "old", more="old")

    assert exchange(new, place, MARK)

    assert content(place) == {"file": "new", MARK: "new\n"}
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.usefixtures("_mounted", "_swap")
def test_inside_a_mounted_folder_the_new_stands_and_the_old_is_gone(tmp_path):
    place = folder(tmp_path / "place", "old", gone="old")
    number = place.stat().st_ino
    new = folder(place / ".spelbok-new-1", "new", more="new")

    assert exchange(new, place, MARK)

    assert content(place) == {"file": "new", "more": "new", MARK: "new\n"}
    assert place.stat().st_ino == number, "the folder itself is not moved"


@pytest.mark.usefixtures("_mounted", "_swap")
def test_an_exchange_inside_that_fails_is_undone(tmp_path, monkeypatch):
    place = folder(tmp_path / "place", "old", gone="old")
    new = folder(place / ".spelbok-new-1", "new", last="new")
    real, marks = Path.rename, []

    def rename(path, target):
        if path.name == "last" and path.parent == new:
            marks.append((place / MARK).read_text())
            raise OSError("no space")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="no space"):
        exchange(new, place, MARK)

    monkeypatch.undo()
    assert dict(content_of_files(place)) == {"file": "old", "gone": "old", MARK: "old\n"}
    assert marks == ["old\nnew\n"], "a run that is killed between leaves a folder that is ours"


def content_of_files(path):
    return [(file.name, file.read_text()) for file in path.iterdir() if file.is_file()]


def test_nothing_stood_there(tmp_path):
    assert exchange(folder(tmp_path / "new", "new"), tmp_path / "place", MARK)

    assert (tmp_path / "place" / "file").read_text() == "new"


def test_what_cannot_move_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_swap", lambda *_: False)
    place = folder(tmp_path / "place", "old")

    with pytest.raises(OSError, match="missing"):
        exchange(tmp_path / "missing", place, MARK)

    assert (place / "file").read_text() == "old"


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path):
    left, empty, mine = (tmp_path / f".a[b]-new-{name}" for name in ("left", "empty", "mine"))
    folder(left, "half")
    empty.mkdir()
    mine.mkdir()
    (mine / "notes").write_text("mine")
    (tmp_path / ".a[b]-new-link").symlink_to(mine)
    (tmp_path / ".ab-new-other").mkdir()

    with aside(tmp_path / "a[b]", MARK) as new:
        assert new.parent == tmp_path
        assert list(new.iterdir()) == [new / MARK]

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {".a[b]-new-mine", ".a[b]-new-link", ".ab-new-other"}
    assert (mine / "notes").read_text() == "mine"


def test_mounts_are_found_as_the_system_lists_them(tmp_path, monkeypatch):
    place = tmp_path / "a b"
    place.mkdir()
    assert not is_mounted(place)
    assert lock_of(place) == tmp_path / ".a b-lock"
    mounts = tmp_path / "mountinfo"
    escaped = str(place).replace(" ", "\\040")
    mounts.write_text(f"36 35 98:0 /vol {escaped} rw,noatime master:1 - ext4 /dev/root rw\n")
    monkeypatch.setattr(module, "_MOUNTS", mounts)
    assert is_mounted(place)
    assert lock_of(place) == place / ".spelbok-lock"
    assert os.path.ismount("/")
    assert is_mounted(Path("/"))
