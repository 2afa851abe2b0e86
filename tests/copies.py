# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies of the repository to change and build, whose own code runs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

#: What git does not keep.
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".cache", ".hypothesis", ".*_cache", "__pycache__", "*.egg-info", "node_modules", ".site-*"
)


def _ignored(folder: str, names: list[str]) -> set[str]:
    """Return what is not copied of a folder: in the root, the built site too."""
    built = {"site"} & set(names) if Path(folder) == ROOT else set()
    return {*_NOT_COPIED(folder, names), *built}


def repository(place: Path) -> Path:
    """Return a copy of the repository in the new folder ``place``."""
    return Path(shutil.copytree(ROOT, place, ignore=_ignored, symlinks=True))


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``spelbok`` in a copy, with the code of the copy."""
    # A build looks at SITE_URL and SOURCE_DATE_EPOCH; a test says itself what it wants.
    kept = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "SOURCE_DATE_EPOCH"}}
    environment = {**kept, "PYTHONPATH": str(project / "plugins"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "spelbok", *arguments]
    return subprocess.run(
        command, cwd=project, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
    )


def build(project: Path, *options: str) -> Path:
    """Build the site of a copy as the README says; return its folder."""
    done = run(project, "build", "--lang", "en", *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def edit(file: Path, pattern: str, new: str) -> None:
    """Replace the one passage of a file that a pattern matches (``^`` and ``$`` match at lines)."""
    text, count = re.subn(pattern, lambda _: new, file.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1, f"{pattern!r} matches {count} passages of {file.name}"
    file.write_text(text, "utf-8")
