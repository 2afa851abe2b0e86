# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""One folder in another's place."""

import pytest

from spelbok.storage import swap as module
from spelbok.storage.swap import exchange


def folder(path, text):
    path.mkdir()
    (path / "file").write_text(text)
    return path


@pytest.mark.parametrize("swap", [True, False], ids=["one step", "two steps"])
def test_the_new_stands_and_the_old_is_gone(tmp_path, monkeypatch, swap):
    if not swap:
        monkeypatch.setattr(module, "_swap", lambda *_: False)
    new, place = folder(tmp_path / "new", "new"), folder(tmp_path / "place", "old")

    exchange(new, place)

    assert (place / "file").read_text() == "new"
    assert list(tmp_path.iterdir()) == [place]


def test_nothing_stood_there(tmp_path):
    exchange(folder(tmp_path / "new", "new"), tmp_path / "place")

    assert (tmp_path / "place" / "file").read_text() == "new"


def test_what_cannot_move_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_swap", lambda *_: False)
    place = folder(tmp_path / "place", "old")

    with pytest.raises(OSError, match="missing"):
        exchange(tmp_path / "missing", place)

    assert (place / "file").read_text() == "old"
