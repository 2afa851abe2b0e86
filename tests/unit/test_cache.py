# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache of costly files: found again only where everything is the same, and whole."""

import os
import time

from spelbok.exports.paper import kept
from spelbok.storage.cache import Cache, tools


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
    (file,) = tmp_path.iterdir()
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
    old = next(path for path in tmp_path.iterdir() if path.read_bytes().endswith(b"old"))
    os.utime(old, (time.time() - 40 * 24 * 3600,) * 2)
    cache.prune()

    assert [path.read_bytes()[32:] for path in tmp_path.iterdir()] == [b"new"]
