# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whole projects for tests: the small playbook with the real site around it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SMALL

PAGES = ("index", "about", "in-a-management-group", "in-a-team", "in-a-course")


def small_project(folder):
    """Fill ``folder`` with the small playbook and the real configuration, theme and templates."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(SMALL, folder / "playbook")
    shutil.copy(ROOT / "playbook" / "vocabulary.yml", folder / "playbook")
    shutil.copytree(ROOT / "playbook" / "templates", folder / "playbook" / "templates")
    shutil.copytree(ROOT / "docs" / "theme", folder / "docs" / "theme")
    for locale in ("sv", "en"):
        pages = folder / "docs" / locale
        pages.mkdir()
        for name in PAGES:
            text = f"---\ntitle: {name}\ndescription: A page.\n---\n\n# {name}\n\nSee [a door](id:open-door).\n"
            (pages / f"{name}.md").write_text(text, "utf-8")
    return folder


def spelbok(folder, *arguments, **variables):
    """Run the command in ``folder`` as a user would; return the finished process."""
    return subprocess.run(
        [sys.executable, "-m", "spelbok", *arguments],
        cwd=folder,
        env={**os.environ, "LANG": "en_GB.UTF-8", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def bytes_of(folder: Path):
    """Return a digest of every file of a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
