# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok fmt`` as a user meets it."""

import re

import pytest

from spelbok.cli import main


@pytest.fixture
def untidy(small, capsys):
    """An entry whose status stands last, saved by a program of Windows; all others are laid out."""
    assert main(["fmt"]) == 0
    capsys.readouterr()
    entry = small / "practices" / "open-door.yml"
    text = re.sub("status: published\n", "", entry.read_text("utf-8")) + "status: published  # at last\n"
    entry.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return entry


def test_it_is_laid_out_in_its_own_line_ends(untidy, capsys):
    assert main(["fmt"]) == 0

    assert capsys.readouterr().out == "playbook/practices/open-door.yml\n"
    assert b"\r\nstatus: published  # at last\r\nowner: team\r\n" in untidy.read_bytes()
    assert untidy.read_bytes().startswith(b"\xef\xbb\xbf#")
    assert main(["check"]) == 0
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out.endswith("warnings\n")


def test_check_changes_nothing_and_fails(untidy, capsys):
    before = untidy.read_bytes()

    assert main(["fmt", "--check"]) == 1
    assert main(["fmt", "--check", "playbook/principles/openness.yml"]) == 0
    assert capsys.readouterr().out == "playbook/practices/open-door.yml\n"
    assert untidy.read_bytes() == before


def test_only_the_named_files_are_laid_out(untidy):
    before = untidy.read_bytes()

    assert main(["fmt", "playbook/principles/openness.yml"]) == 0
    assert untidy.read_bytes() == before
    assert main(["fmt", str(untidy)]) == 0
    assert untidy.read_bytes() != before


def test_a_file_with_mistakes_is_reported_and_left(untidy, capsys):
    untidy.write_text(untidy.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")
    before = untidy.read_bytes()

    assert main(["fmt", "playbook/practices/open-door.yml", "--lang", "sv"]) == 1
    assert "okänt fält 'sumary'" in capsys.readouterr().out
    assert untidy.read_bytes() == before


@pytest.mark.usefixtures("small")
def test_a_file_that_is_no_entry_is_wrong_usage(capsys):
    assert main(["fmt", "playbook/vocabulary.yml", "--lang", "sv"]) == 2
    assert capsys.readouterr().err == "playbook/vocabulary.yml är ingen post i spelboken\n"
