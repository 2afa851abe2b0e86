# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What programs leave behind is passed over; names that some systems cannot tell apart are told, each of them."""

import os
import sys

import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.playbook.leftovers import is_leftover
from tests.site import bytes_of, small_project, spelbok

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
LEFT = (
    "#{}#", "{}~", ".{}.swp", ".{}.swo", "{}.orig", "{}.rej", "{}.bak", "{}.tmp", "._{}", "{}___jb_tmp___",
    "Thumbs.db", "desktop.ini", ".DS_Store", "4913", ".~lock.{}#",
)  # fmt: skip
PLACES = {
    "playbook": "vocabulary.yml",
    "playbook/practices": "open-door.yml",
    "playbook/translations/pages": "about.yml",
    "playbook/templates": "practice.html",
    "docs/sv": "about.md",
    "docs/theme/assets": "spelbok.css",
}


def leave(project):
    """Leave in every folder what programs leave there; return their names."""
    made = []
    for place, name in PLACES.items():
        for pattern in LEFT:
            path = project / place / pattern.format(name)
            path.write_text("x: [\x00 {{ t('no_such_label') }}", "utf-8")
            made.append(path)
        if sys.platform != "win32":
            lock = project / place / f".#{name}"
            lock.symlink_to("anna@laptop.4711:1764540000")
            made.append(lock)
    return made


def test_check_build_and_pages_pass_over_what_programs_leave(tmp_path, monkeypatch):
    project = small_project(tmp_path / "project")
    monkeypatch.chdir(project)
    wanted = check_folder(project / "playbook").diagnostics
    assert spelbok(project, "build", "--no-paper").returncode == 0
    assert main(["pages", "--out", "out"]) == 0
    before = bytes_of(project / "site"), bytes_of(project / "out")
    left = leave(project)
    assert check_folder(project / "playbook").diagnostics == wanted
    done = spelbok(project, "build", "--no-paper")
    assert done.returncode == 0, done.stdout + done.stderr
    assert main(["pages", "--out", "out"]) == 0
    assert (bytes_of(project / "site"), bytes_of(project / "out")) == before
    assert all(os.path.lexists(path) for path in left)


@pytest.mark.parametrize(
    "name", ["open-door.yml", "a.swift", "orig.yml", "bak", "~", "x.bakery", "sw.md", "#", "a#b.md", "49130", "_x.yml"]
)
def test_other_names_are_meant(name):
    assert is_leftover(name) == (name == "~")


@posix
def test_a_link_to_a_folder_is_refused_whatever_its_name(small, tmp_path):
    (small / "practices" / "old~").symlink_to(tmp_path)
    assert [item.code.name for item in check_folder(small).diagnostics if item.file.endswith("old~")] == [
        "unexpected-file"
    ]


def test_names_that_differ_in_case_or_form_alone_are_all_named(small):
    docs = small.parent / "docs" / "sv"
    docs.mkdir(parents=True)
    for name in ("About.md", "about.md"):
        (docs / name).write_text("# Om", "utf-8")
    if len(list(docs.iterdir())) < 2:
        pytest.skip("this file system makes no difference")
    for name in ("Open-Door.yml", "OPEN-DOOR.yml"):
        (small / "practices" / name).write_text("id: x", "utf-8")
    for name in ("bild-\u00e5.png", "bild-a\u030a.png"):
        (docs / name).write_bytes(b"x")
    found = {item.file: item for item in check_folder(small).diagnostics if item.code.name == "case-collision"}
    assert {file.rpartition("/")[2] for file in found} == {
        "About.md", "about.md", "Open-Door.yml", "OPEN-DOOR.yml", "open-door.yml",
        "bild-\u00e5.png", "bild-a\u030a.png",
    }  # fmt: skip
    said = next(item for file, item in found.items() if file.endswith("/open-door.yml"))
    assert "'OPEN-DOOR.yml', 'Open-Door.yml'" in said.message("en")
    assert said.severity == "error"
