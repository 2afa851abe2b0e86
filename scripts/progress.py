# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run a command quietly, with a dot for every two seconds that it takes."""

import subprocess
import sys
import time
from dataclasses import dataclass

import environment

_BEAT = 2.0


@dataclass(frozen=True)
class Done:
    """How a command ended: whether well, what it printed, and the seconds that it took."""

    ok: bool
    output: str
    seconds: float


def quiet(name: str, command: list[str]) -> Done:
    """Run ``command`` in the project's folder and keep what it prints."""
    started = time.monotonic()
    print(f"  {name} ", end="", file=sys.stderr, flush=True)
    try:
        output, code = _watch(command)
    except OSError as error:
        output, code = f"{command[0]}: {error.strerror}", 1
    seconds = time.monotonic() - started
    print(f" {'ok' if code == 0 else 'failed'} ({seconds:.1f} s)", file=sys.stderr, flush=True)
    return Done(code == 0, output, seconds)


def _watch(command: list[str]) -> tuple[str, int]:
    child = subprocess.Popen(
        command,
        cwd=environment.ROOT,
        env=environment.variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with child:
        while True:
            try:
                output, _ = child.communicate(timeout=_BEAT)
            except subprocess.TimeoutExpired:
                print(".", end="", file=sys.stderr, flush=True)
            except BaseException:
                child.kill()
                raise
            else:
                return output.decode("utf-8", "replace"), child.returncode
