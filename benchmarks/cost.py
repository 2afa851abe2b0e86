# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a command costs: processor time, time on the clock, memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

#: The unit in which the system tells memory: bytes on macOS, else KiB.
_MEMORY = 1 if sys.platform == "darwin" else 1024
#: So much of what a failed command printed is shown.
_SHOWN = 2000


class CommandFailedError(Exception):
    """A measured command failed: its cost says nothing. Holds what it printed last."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    #: Seconds of processor time, user and system, of the process and all children that were waited for.
    cpu: float
    #: Seconds on the clock. Others on the machine make them more.
    wall: float
    #: Bytes of memory at most, of the largest single process.
    peak: int


def run(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder and return its cost.

    ``variables`` are added to the environment. Raises CommandFailedError if the
    command does not exit with 0, OSError if it cannot be started.
    """
    with tempfile.TemporaryFile() as printed:
        started = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            text = printed.read().decode(errors="replace")
            raise CommandFailedError(f"{' '.join(command)}: {process.returncode}\n{text[-_SHOWN:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _MEMORY)
