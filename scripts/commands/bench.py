# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure this version and the last release side by side: ``python3 scripts/bench.py``.

Both are measured in turn on the same machine, and compared by ratio. The exit
code is 1 if this version needs so much more that somebody should look. Before
the first release there is nothing to compare with, and it measures only.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import environment
from counting import say

_FOLDER = environment.ROOT / ".cache" / "bench"
_READY = "import sys; sys.path.insert(0, 'scripts'); import environment; environment.ready()"


def main() -> int:
    """Measure and compare; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure this version and the last release side by side.")
    parser.add_argument("--entries", nargs="+", default=["100", "1000"], metavar="N", help="how many entries")
    parser.add_argument("--rounds", type=int, default=2, metavar="TIMES", help="how often each is measured")
    parser.add_argument("--history", type=Path, metavar="FILE", help="add what was measured of this version here")
    options = parser.parse_args()
    environment.ready()
    shutil.rmtree(_FOLDER, ignore_errors=True)
    _FOLDER.mkdir(parents=True)
    tag = last_release(environment.ROOT)
    release = _FOLDER / "release"
    if tag:
        say(f"compared with {tag}")
        _stand(tag, release)
    try:
        for command in turns(_FOLDER, release if tag else None, options.rounds, options.entries):
            subprocess.run(command, cwd=environment.ROOT, env=environment.variables(), check=True)
        if options.history:
            options.history.parent.mkdir(parents=True, exist_ok=True)
            with options.history.open("a", encoding="utf-8") as history:
                history.write((_FOLDER / "now.jsonl").read_text("utf-8"))
        if not tag:
            say("no release yet to compare with")
            return 0
        return environment.run("python", "-m", "benchmarks", "compare", *map(str, records(_FOLDER)))
    finally:
        if tag:
            _git("worktree", "remove", "--force", str(release))


def last_release(root: Path) -> str:
    """Return the last tag of a release that is part of this version's history, or nothing."""
    command = ["git", "-C", str(root), "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def records(folder: Path) -> tuple[Path, Path]:
    """Return the files of what is measured: of the release, and of this version."""
    return folder / "release.jsonl", folder / "now.jsonl"


def turns(folder: Path, release: Path | None, rounds: int, entries: list[str]) -> Iterator[list[str]]:
    """Yield the commands that measure, one version after the other, so that both meet the same machine."""
    theirs, ours = records(folder)
    bench = [str(environment.PYTHON), "-m", "benchmarks", "run", "--saves", "0", *entries]
    for _ in range(rounds):
        if release:
            spelbok = release / environment.program("spelbok").relative_to(environment.ROOT)
            yield [*bench, "--project", str(release), "--command", str(spelbok), "--json", str(theirs)]
        yield [*bench, "--json", str(ours)]


def _stand(tag: str, folder: Path) -> None:
    """Check out a release beside this version, with an environment of its own."""
    _git("worktree", "prune")
    _git("worktree", "add", "--detach", "--force", str(folder), tag)
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([sys.executable, "-c", _READY], cwd=folder, env=variables, check=True)


def _git(*arguments: str) -> None:
    command = ["git", *arguments]
    subprocess.run(command, cwd=environment.ROOT, check=True)
