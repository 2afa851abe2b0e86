# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache of costly files: found again only where everything is the same, and whole."""

import json
import os
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from spelbok.checks.folder import check_folder
from spelbok.exports.paper import kept
from spelbok.storage import cache as cache_module
from spelbok.storage.cache import Cache, tools


def files(folder):
    """Return what a cache holds, beside its mark."""
    return sorted(path for path in folder.iterdir() if path.name != ".spelbok-cache")


def age(path):
    os.utime(path, (time.time() - 40 * 24 * 3600,) * 2)


class Maker:
    def __init__(self, content=b"made"):
        self.content = content
        self.calls = 0

    def __call__(self):
        self.calls += 1
        return self.content


def test_the_same_inputs_are_made_once(tmp_path):
    cache, make = Cache(tmp_path), Maker()

    assert [cache.get(make, "a", b"b") for _ in range(2)] == [b"made", b"made"]
    assert make.calls == 1


def test_any_other_input_is_made_anew(tmp_path):
    cache, make = Cache(tmp_path), Maker()
    for inputs in (("ab",), ("a", "b"), ("a",), (b"a", "b", "")):
        cache.get(make, *inputs)

    assert make.calls == 4


def test_a_file_that_is_not_whole_is_made_anew(tmp_path):
    cache, make = Cache(tmp_path), Maker()
    cache.get(make, "a")
    (file,) = files(tmp_path)
    for broken in (b"", file.read_bytes()[:-1], file.read_bytes() + b"x"):
        file.write_bytes(broken)
        assert cache.get(make, "a") == b"made"
    assert make.calls == 4


def test_without_a_folder_everything_is_made_anew():
    make = Maker()
    for _ in range(2):
        Cache(None).get(make, "a")

    assert make.calls == 2


def test_another_machine_for_paper_is_another_name(tmp_path, monkeypatch):
    make = Maker()
    kept.kept_in(tmp_path).get(make, "a")
    kept.kept_in(tmp_path).get(make, "a")
    assert make.calls == 1
    monkeypatch.setattr(kept, "_pango", lambda: "another")
    kept.kept_in(tmp_path).get(make, "a")
    assert make.calls == 2


def test_code_data_or_a_library_that_differs_is_another_name(tmp_path):
    package = tmp_path / "package"
    (package / "fonts").mkdir(parents=True)
    files = [package / "tagged.py", package / "fonts" / "bold.woff2"]
    for file in files:
        file.write_bytes(b"1")
    seen = {tools(package), tools(package, ["jinja2"]), tools(package, ["nh3"]), tools(package, [], "linux")}
    for file in files:
        assert tools(package) in seen
        file.write_bytes(b"2")
        seen.add(tools(package))
    assert len(seen) == 6


def test_other_tools_find_nothing_of_each_other(tmp_path):
    make = Maker()
    Cache(tmp_path, b"1").get(make, "a")
    Cache(tmp_path, b"2").get(make, "a")
    assert make.calls == 2


def test_a_folder_that_cannot_be_written_is_none(tmp_path):
    (tmp_path / "file").write_text("no folder")
    make = Maker()

    assert Cache(tmp_path / "file" / "in").get(make, "a") == b"made"


def test_what_nobody_asks_for_is_removed_after_a_month(tmp_path):
    cache = Cache(tmp_path)
    for name in ("old", "new"):
        cache.get(Maker(name.encode()), name)
    age(next(path for path in files(tmp_path) if path.read_bytes().endswith(b"old")))
    half = tmp_path / "new-x_1"  # What a killed command was writing.
    half.write_bytes(b"half")
    age(half)
    Cache(tmp_path).prune()

    assert [path.read_bytes()[32:] for path in files(tmp_path)] == [b"new"]


@pytest.mark.parametrize("name", ["notes.txt", "a" * 64, "new-letter", ".gitignore"])
def test_a_folder_that_holds_other_things_is_left_as_it_is(tmp_path, name):
    (tmp_path / name).write_text("mine")
    age(tmp_path / name)
    cache = Cache(tmp_path)
    cache.get(Maker(b"old"), "old")
    cache.prune()

    assert (tmp_path / name).read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {name, "spelbok-cache"}
    (file,) = files(tmp_path / "spelbok-cache")
    age(file)
    cache.prune()
    assert files(tmp_path / "spelbok-cache") == []


def test_what_was_put_into_a_cache_later_stays_too(tmp_path):
    cache = Cache(tmp_path)
    cache.get(Maker(), "a")
    (tmp_path / ("b" * 64)).mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    for path in tmp_path.iterdir():
        age(path)
    cache.prune()

    assert {path.name for path in tmp_path.iterdir()} == {".spelbok-cache", "notes.txt", "b" * 64}


def test_a_folder_that_loses_its_files_while_it_is_cleaned_is_no_error(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    cache.get(Maker(), "a")

    def fail(*_, **__):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "lstat", fail)
    cache.prune()
    assert len(files(tmp_path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes, and lets few users make links")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "loop"])
def test_what_is_no_file_is_made_anew(tmp_path, kind):
    cache, make = Cache(tmp_path), Maker()
    cache.get(make, "a")
    (file,) = files(tmp_path)
    file.unlink()
    {
        "pipe": lambda: os.mkfifo(file),
        "folder": lambda: (file / "in").mkdir(parents=True),
        "link": lambda: file.symlink_to("/dev/zero"),
        "loop": lambda: file.symlink_to(file),
    }[kind]()

    assert Cache(tmp_path).get(make, "a") == b"made"
    Cache(tmp_path).prune()


def test_a_whole_file_under_another_name_is_none(tmp_path):
    cache = Cache(tmp_path)
    cache.get(Maker(b"a"), "a")
    (file,) = files(tmp_path)
    cache.get(Maker(b"b"), "b")
    other = next(path for path in files(tmp_path) if path != file)
    other.write_bytes(file.read_bytes())

    assert cache.get(Maker(b"b"), "b") == b"b"


def test_nonsense_is_made_anew(tmp_path):
    cache = Cache(tmp_path)
    for nonsense in (b"{", b"\xff", b"[]", b"null", b'{"other": 1}'):
        cache.get(Maker(nonsense), nonsense)
        read = partial(cache.read, Maker(b'{"findings": 1}'), lambda content: json.loads(content)["findings"], nonsense)
        assert [read(), read()] == [1, 1]
    with pytest.raises(ValueError, match="Expecting"):
        cache.read(Maker(b"{"), json.loads, "the maker's own nonsense")


def test_nonsense_that_a_check_finds_in_the_cache_changes_nothing(small, tmp_path):
    folder = tmp_path / "cache"
    wanted = check_folder(small, cache=Cache(folder)).diagnostics
    for nonsense in (b"[[1, 2]] nonsense", b"[]", b"5", b"null", b"\xff"):
        for path in files(folder):
            path.write_bytes(cache_module._seal(path, nonsense) + nonsense)
        assert check_folder(small, cache=Cache(folder)).diagnostics == wanted
