# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kill builds at random moments and see what stands: ``python -m tests.kill --times 200``.

A small site is built from two contents in turn. Each build but the first two
is killed with all its children (``kill -9``), if it is not done by then. Half
of them die at a moment of the whole build, the other half in its last step,
around the moment at which the new site takes the old one's place: later if the
one before died too early, earlier if it died too late. After each, the site
must be the old one or the new one, byte for byte. The exit code is 1 if it
ever was neither.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from tests.site import bytes_of, small_project

_ENTRY = ("playbook", "practices", "open-door.yml")
_WORDS = ("En timme i veckan", "Två timmar i veckan")


def build_in(project):
    """Start a build of a project in a process group of its own; what it says can be read."""
    command = [sys.executable, "-m", "spelbok", "build"]
    return subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


class Watched:
    """A build that runs, and the moments at which it said something."""

    def __init__(self, run):
        self.run, self.started, self.said, self._spoken = run, time.monotonic(), [], threading.Condition()
        if run.stderr is not None:
            threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for _ in self.run.stderr:
            with self._spoken:
                self.said.append(time.monotonic())
                self._spoken.notify_all()
        with self._spoken:
            self.said.append(None)  # It says no more.
            self._spoken.notify_all()

    def wait_for(self, lines):
        """Wait until so many lines were said, or it ended."""
        with self._spoken:
            self._spoken.wait_for(lambda: len(self.said) >= lines or None in self.said)

    def die(self, seconds):
        """Wait so many seconds, then kill it with its children; return whether it was still running."""
        try:
            self.run.wait(max(0, seconds))
        except subprocess.TimeoutExpired:
            os.killpg(self.run.pid, signal.SIGKILL)
            self.run.wait()
            return True
        return False


def kill_builds(project, times, seed, build=build_in):
    """Kill ``times`` builds; return how often each happened.

    ``old``, ``new`` and ``neither`` is what stood; ``killed`` and ``done`` how
    builds ended; ``last step`` how many were killed there.
    """
    rng = random.Random(seed)  # noqa: S311 - repeatable is what it must be
    sites, seen, stands = [], Counter(), 1
    for words in (0, 1):
        _write(project, words)
        first = Watched(build(project))
        assert first.run.wait() == 0
        whole = time.monotonic() - first.started
        sites.append(bytes_of(project / "site"))
    first.wait_for(sys.maxsize)
    said = [moment for moment in first.said if moment is not None]
    steps = len(said) - 1  # The last line says that it is done.
    last = said[-1] - said[-2] if steps > 0 else whole
    for number in range(times):
        wanted = 1 - stands
        _write(project, wanted)
        watched = Watched(build(project))
        is_late = number % 2 == 1 and steps > 0
        if is_late:
            watched.wait_for(steps)
            killed = watched.die(last * rng.uniform(0.9, 1.1))
        else:
            killed = watched.die(rng.uniform(0, whole * 1.1))
        found = bytes_of(project / "site")
        stood = "old" if found == sites[stands] else "new" if found == sites[wanted] else "neither"
        seen.update([stood, "killed" if killed else "done"] + ["last step"] * (killed and is_late))
        whole *= 0.9 if stood == "new" and not is_late else 1.05 if not is_late else 1
        last *= 0.9 if stood == "new" and is_late else 1.1 if is_late else 1
        stands = wanted if stood == "new" else stands
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
    print(
        f"{seen['killed']} builds killed, {seen['last step']} of them in the last step; {seen['done']} were done first"
    )
    print(f"old site {seen['old']}, new site {seen['new']}, neither {seen['neither']}")
    return 1 if seen["neither"] else 0


if __name__ == "__main__":
    sys.exit(main())
