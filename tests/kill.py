# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kill builds at random moments and see what stands: ``python -m tests.kill --times 200``.

A small site is built from two contents in turn. Each build but the first is
killed with all its children (``kill -9``) after a random part of the time that
a whole build takes, if it is not done by then. After each, the site must be the old one or the new one,
byte for byte. The exit code is 1 if it ever was neither.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.site import bytes_of, small_project

_ENTRY = ("playbook", "practices", "open-door.yml")
_WORDS = ("En timme i veckan", "Två timmar i veckan")


def build_in(project):
    """Start a build of a project in a process group of its own."""
    command = [sys.executable, "-m", "spelbok", "build"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=project, stdout=quiet, stderr=quiet, start_new_session=True)


def kill_builds(project, times, seed, build=build_in):
    """Kill ``times`` builds; return how often the site was old, new, and neither."""
    rng = random.Random(seed)  # noqa: S311 - repeatable is what it must be
    sites = []
    longest = 0.0
    for words in (0, 1):
        started = time.monotonic()
        _write(project, words)
        assert build(project).wait() == 0
        longest = max(longest, time.monotonic() - started)
        sites.append(bytes_of(project / "site"))
    seen = Counter()
    stands = 1
    for _ in range(times):
        wanted = 1 - stands
        _write(project, wanted)
        run = build(project)
        try:
            run.wait(rng.uniform(0, longest * 1.1))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
        found = bytes_of(project / "site")
        seen["old" if found == sites[stands] else "new" if found == sites[wanted] else "neither"] += 1
        if found == sites[wanted]:
            stands, longest = wanted, longest * 0.9
        else:
            longest *= 1.05  # So that about a third of the builds get as far as the exchange, however busy the machine.
    return seen


def _write(project, words):
    entry = project.joinpath(*_ENTRY)
    text = entry.read_text("utf-8")
    entry.write_text(text.replace(_WORDS[1 - words], _WORDS[words]), "utf-8")


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Kill builds at random moments.")
    parser.add_argument("--times", type=int, default=200, help="how often (default 200)")
    parser.add_argument("--seed", type=int, default=1, help="which moments (default 1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seen = kill_builds(small_project(Path(folder) / "project"), options.times, options.seed)
    print(f"{options.times} builds killed: old site {seen['old']}, new site {seen['new']}, neither {seen['neither']}")
    return 1 if seen["neither"] else 0


if __name__ == "__main__":
    sys.exit(main())
