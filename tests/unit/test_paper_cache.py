# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache of costly files: found again only where everything is the same, and whole."""

import os
import shutil
import subprocess
import sys
import time

from spelbok.exports.paper import cache as module
from spelbok.exports.paper.cache import Cache
from tests.conftest import ROOT


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


def test_a_library_or_a_machine_that_differs_is_another_name(tmp_path, monkeypatch):
    cache, make = Cache(tmp_path), Maker()
    cache.get(make, "a")
    module._tools.cache_clear()
    monkeypatch.setattr(module, "_pango", lambda: "another")
    cache.get(make, "a")
    module._tools.cache_clear()

    assert make.calls == 2


def test_code_or_a_font_that_differs_is_another_name(tmp_path):
    code = shutil.copytree(ROOT / "plugins", tmp_path / "plugins")
    ask = "from spelbok.exports.paper.cache import _name; print(_name(('a',)))"

    def name():
        run = subprocess.run(
            [sys.executable, "-c", ask], env={**os.environ, "PYTHONPATH": str(code)}, capture_output=True, check=True
        )
        return run.stdout

    first = name()
    assert name() == first
    for changed in ("tagged.py", "fonts/bold.woff2"):
        path = code / "spelbok" / "exports" / "paper" / changed
        path.write_bytes(path.read_bytes() + b"\n")
        assert name() != first
        first = name()


def test_what_nobody_asks_for_is_removed_after_a_month(tmp_path):
    cache = Cache(tmp_path)
    for name in ("old", "new"):
        cache.get(Maker(name.encode()), name)
    old = next(path for path in tmp_path.iterdir() if path.read_bytes().endswith(b"old"))
    os.utime(old, (time.time() - 40 * 24 * 3600,) * 2)
    cache.prune()

    assert [path.read_bytes()[32:] for path in tmp_path.iterdir()] == [b"new"]
