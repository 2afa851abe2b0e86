# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What git tells of the playbook's files: when each last changed, what it said before, and what a commit holds."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from spelbok.locales import Phrase

#: Variables that say where git finds things in general; all others name one repository, or change what git prints.
_KEPT = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
_MINE = {
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
#: What git says where there is nothing wrong: no commit yet.
_EMPTY = b"does not have any commits yet"
#: Modes of plain files in a tree of git. The others are links and other repositories.
_PLAIN = frozenset({b"100644", b"100755"})

_NO_GIT = Phrase(
    "git finns inte här, så sidorna säger inte när de senast ändrades. Installera git och hämta med git clone.",
    "There is no git here, so pages do not say when they last changed. Install git, and fetch with git clone.",
)
_NO_HISTORY = Phrase(
    "Mappen har ingen historia i git, så sidorna säger inte när de senast ändrades. Hämta den med git clone.",
    "This folder has no history in git, so pages do not say when they last changed. Fetch it with git clone.",
)
_SHALLOW = Phrase(
    "Klonen är grund, så sidorna säger inte när de senast ändrades. Hela historien: git fetch --unshallow",
    "This clone is shallow, so pages do not say when they last changed. For all: git fetch --unshallow",
)


class Refusal(NamedTuple):
    """Git has a repository here and does not answer: what it says, and what to do about it."""

    problem: str
    advice: Phrase


class Days(NamedTuple):
    """The day of the last commit to each file, by its path, and why there are none if git refuses to tell."""

    of: dict[str, dt.date]
    refusal: Refusal | None = None


def last_changes(folder: Path) -> Days:
    """Return the day of the last commit to each file below ``folder``, by its path relative to it.

    There are none where git is not installed, ``folder`` is in no repository,
    or the repository is a shallow clone: there the last commits seem to have
    changed every file.
    """
    git = shutil.which("git")
    if git is None:
        return Days({})
    depth = _run(git, folder, "rev-parse", "--is-shallow-repository")
    if depth.returncode:
        return Days({}, _refusal(folder, depth.stderr) if _has_repository(folder) else None)
    if depth.stdout.strip() != b"false":
        return Days({})
    log = _run(git, folder, "log", "--format=%cs", "--raw", "--no-renames", "--relative", "-z", "--", ".")
    if log.returncode:
        return Days({}, _refusal(folder, log.stderr) if _EMPTY not in log.stderr else None)
    return Days(_days(log.stdout))


def days_missing(folder: Path) -> Phrase | None:
    """Return in a sentence why pages cannot say when ``folder``'s files last changed.

    None where they can, and where git refuses, which is a diagnostic: see :attr:`Days.refusal`.
    """
    git = shutil.which("git")
    if git is None:
        return _NO_GIT
    depth = _run(git, folder, "rev-parse", "--is-shallow-repository")
    if depth.returncode:
        return None if _has_repository(folder) else _NO_HISTORY
    if depth.stdout.strip() == b"true":
        return _SHALLOW
    log = _run(git, folder, "log", "-1", "--format=%H", "--", ".")
    is_empty = not log.stdout.strip() if log.returncode == 0 else _EMPTY in log.stderr
    return _NO_HISTORY if is_empty else None


def records(folder: Path) -> frozenset[Path]:
    """Return the files and folders of git that change with every commit and every change of branch; none without git.

    In a working tree of its own, some lie with the tree and some with the repository.
    """
    git = shutil.which("git")
    found = _run(git, folder, "rev-parse", "--git-dir", "--git-common-dir").stdout.splitlines() if git else []
    names = ("HEAD", "logs/HEAD", "shallow", "packed-refs", "refs/heads", "reftable/tables.list")
    return frozenset((folder / os.fsdecode(place) / name).absolute() for place in found for name in names)


def versions(file: Path) -> Iterator[str]:
    """Yield the texts that a file had in each commit that changed it, the newest first; none where git cannot tell."""
    git = shutil.which("git")
    if git is None:
        return
    for commit in _run(git, file.parent, "log", "--format=%H", "--", file.name).stdout.decode().split():
        content = _run(git, file.parent, "cat-file", "blob", f"{commit}:./{file.name}").stdout
        yield content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def files_in(revision: str, folder: Path) -> dict[str, bytes] | None:
    """Return the plain files below ``folder`` as a commit has them, by their paths; None if git has none.

    Symbolic links and other repositories, which a commit may hold too, are left out.
    """
    git = shutil.which("git")
    if git is None or revision.startswith("-") or not folder.is_dir():
        return None
    tree = _run(git, folder, "ls-tree", "-r", "-z", revision)
    rows = [row.partition(b"\t") for row in tree.stdout.split(b"\0") if row]
    names = {
        os.fsdecode(name): head.split()[2]
        for head, _, name in rows
        if head.split()[0] in _PLAIN and not {b"", b".", b".."} & set(name.split(b"/"))
    }
    if tree.returncode or not names:
        return None
    blobs = _run(git, folder, "cat-file", "--batch", given=b"".join(b"%s\n" % blob for blob in names.values()))
    return dict(_blobs(list(names), blobs.stdout))


def unmerged(folder: Path) -> frozenset[Path]:
    """Return the files below a folder that a merge has left in conflict; none where git cannot tell."""
    git = shutil.which("git")
    listed = _run(git, folder, "ls-files", "--unmerged", "-z").stdout if git else b""
    return frozenset(
        (folder / os.fsdecode(line.partition(b"\t")[2])).absolute() for line in listed.split(b"\0") if line
    )


def _blobs(names: list[str], output: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield files from what ``git cat-file --batch`` prints: for each a line with its size, its content, a line's end.

    One that git lacks has a line of other words, and is left out.
    """
    start = 0
    for name in names:
        end = output.find(b"\n", start)
        _, kind, size = (*output[start:end].split(), b"", b"")[:3]
        start = end + 1
        if kind == b"blob":
            yield name, output[start : start + int(size)]
            start += int(size) + 1


def _days(log: bytes) -> dict[str, dt.date]:
    """Return the newest day of each file from a log of days and raw changes, its parts parted by NUL.

    The part after one that begins with a colon is a path, whatever it looks
    like; any other part is a day.
    """
    found: dict[str, dt.date] = {}
    day: dt.date | None = None
    parts = iter(log.split(b"\0"))
    for part in parts:
        text = part.strip(b"\n")
        if text.startswith(b":"):
            name = os.fsdecode(next(parts, b""))
            if day is not None:
                found.setdefault(name, day)
        elif text:
            day = None
            with suppress(ValueError):  # A commit of the year 10000.
                day = dt.date.fromisoformat(text.decode("ascii", "replace"))
    return found


def _has_repository(folder: Path) -> bool:
    """Return whether there is something that should be a repository around a folder."""
    absolute = folder.absolute()
    return any(os.path.lexists(place / ".git") for place in (absolute, *absolute.parents))


def _refusal(folder: Path, said: bytes) -> Refusal:
    """Return git's own first words, and what to do."""
    lines = said.decode("utf-8", "replace").splitlines() or [""]
    problem = lines[0].removeprefix("fatal: ").removeprefix("error: ")
    if "dubious ownership" in problem:
        place = problem.rpartition(" at ")[2].strip("'\"") or str(folder.absolute())
        command = f'git config --global --add safe.directory "{place}"'
        sv, en = f"mappen tillhör en annan användare; kör: {command}", f"the folder is another user's; run: {command}"
        return Refusal(problem, Phrase(sv, en))
    return Refusal(
        problem,
        Phrase(
            "kör 'git fsck' i mappen, eller klona på nytt; till dess säger sidorna inte när de senast ändrades",
            "run 'git fsck' in the folder, or clone anew; until then pages do not say when they last changed",
        ),
    )


def _run(git: str, folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, for the repository that the folder lies in and no other that a variable names."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    command = [git, "-C", str(folder), "-c", "log.showSignature=false", *arguments]
    return subprocess.run(command, check=False, input=given, capture_output=True, env={**mine, **_MINE})
