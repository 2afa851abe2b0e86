# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What git tells of the playbook's files: when each last changed, and what it said before."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path


def last_changes(folder: Path) -> dict[str, dt.date]:
    """Return the day of the last commit to each file below ``folder``, by its path relative to it.

    Empty where git is not installed, ``folder`` is in no repository, or the
    repository is a shallow clone: there the last commits seem to have changed
    every file.
    """
    git = shutil.which("git")
    if git is None or _depth(git, folder) != "false":
        return {}
    log = _run(git, folder, "log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "-z", "--", ".")
    found: dict[str, dt.date] = {}
    day = dt.date.min
    for part in log.split("\0"):
        name = part.strip("\n")
        if len(name) == len("2026-11-23") and name[:4].isdigit():
            day = dt.date.fromisoformat(name)
        elif name:
            found.setdefault(name, day)
    return found


def is_shallow(folder: Path) -> bool:
    """Return whether ``folder`` lies in a shallow clone, which cannot tell when a file last changed."""
    git = shutil.which("git")
    return git is not None and _depth(git, folder) == "true"


def versions(file: Path) -> Iterator[str]:
    """Yield the texts that a file had in each commit that changed it, the newest first; none where git cannot tell."""
    git = shutil.which("git")
    if git is None:
        return
    for commit in _run(git, file.parent, "log", "--format=%H", "--", file.name).split():
        yield _run(git, file.parent, "show", f"{commit}:./{file.name}")


def _depth(git: str, folder: Path) -> str:
    return _run(git, folder, "rev-parse", "--is-shallow-repository").strip()


def _run(git: str, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [git, "-C", str(folder), *arguments],
        check=False,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    return done.stdout if done.returncode == 0 else ""
