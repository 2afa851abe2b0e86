# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What reading and checking a file gave is kept: the same words again, and never an old one."""

import pytest

from spelbok.checks import language
from spelbok.checks.folder import check_folder
from spelbok.source import document
from spelbok.storage.cache import Cache


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "kept")


@pytest.fixture
def entry(small):
    return small / "practices" / "open-door.yml"


def told(small, cache):
    return [
        (found.code.name, found.file, found.span, found.params)
        for found in check_folder(small, cache=cache).diagnostics
    ]


def write(entry, old, new):
    text = entry.read_text("utf-8")
    assert old in text
    entry.write_text(text.replace(old, new), "utf-8")


def test_a_file_is_read_and_checked_once(small, cache, monkeypatch):
    first = check_folder(small, cache=cache).playbook
    monkeypatch.setattr(document, "parse", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(language, "CHECKS", (lambda *_: pytest.fail("checked again"),))
    again = check_folder(small, cache=cache).playbook

    assert again.entries == first.entries
    assert again.glossary == first.glossary


def test_what_is_found_is_said_in_the_same_words(small, cache, entry):
    write(entry, "sv: Folk undrar.", "sv: Folk undrrar över det långa ordet som alla har läst här.")
    shared = "sv: Folk undrar över den långa meningen som står på två ställen."
    write(entry, "sv: Ingen undrar.", shared)
    write(small / "modules" / "opening-doors.yml", "sv: Visa först.", shared)
    plain = told(small, Cache(None))

    assert {"misspelled", "shared-sentence"} <= {name for name, *_ in plain}
    assert told(small, cache) == plain
    assert told(small, cache) == plain


def test_a_word_that_is_listed_is_no_longer_wrong(small, cache, entry):
    write(entry, "sv: Folk undrar.", "sv: Folk undrrar.")
    assert "misspelled" in {name for name, *_ in told(small, cache)}
    words = small / "words.sv.txt"
    words.write_text(words.read_text("utf-8") + "undrrar\n", "utf-8")

    assert "misspelled" not in {name for name, *_ in told(small, cache)}


def test_a_mistake_is_told_every_time_with_its_place(small, cache, entry):
    write(entry, "owner: team", "owner: team\nowner: team")

    assert [item for item in told(small, cache) if item[0] == "duplicate-key"]
    assert told(small, cache) == told(small, Cache(None))


def test_the_place_of_what_is_wrong_is_found_in_a_file_that_was_kept(small, cache):
    assert told(small, cache) == []
    (small / "principles" / "openness.yml").unlink()

    assert told(small, cache) == told(small, Cache(None)) != []
