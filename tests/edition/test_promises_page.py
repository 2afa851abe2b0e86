# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promises: each command that proves one can be run, and is the same in both languages."""

import importlib.util
import re

import pytest

from spelbok.cli import main
from tests.conftest import ROOT

_COMMAND = re.compile(r"`((?:\.venv/bin/|python3? )[^`]+)`")
_PAGES = ("docs/sv/promises.md", "docs/en/promises.md", "SECURITY.md")


def commands(page):
    return _COMMAND.findall((ROOT / page).read_text("utf-8"))


def test_both_languages_name_the_same_commands():
    assert commands(_PAGES[0]) == commands(_PAGES[1])
    assert len(commands(_PAGES[0])) > 10


@pytest.mark.parametrize("page", _PAGES)
def test_every_command_exists(page):
    for command in commands(page):
        program, *words = command.removeprefix(".venv/bin/").split()
        if program == "pytest":
            assert (ROOT / words[0]).is_file(), command
        elif program == "spelbok":
            assert main([*words, "--help"]) == 0, command
        elif words[0] == "-m":
            assert importlib.util.find_spec(words[1]), command
        else:
            assert (ROOT / words[0]).is_file(), command


def test_every_file_that_security_md_names_exists():
    named = re.findall(r"`(tests/[\w/.*-]+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert named
    for name in named:
        assert list(ROOT.glob(name)), name
