# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long it takes from saving an entry until the preview serves what was saved."""

import os
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cost import CommandFailedError
from benchmarks.edits import Edit

#: How often the server is asked, and how long it is waited for, in seconds.
_PAUSE = 0.01
_PATIENCE = 1800
#: How long the builder is given to go back to waiting, in seconds.
_SETTLED = 1


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds on the clock from saving until every page that shows the change was served, in several tries."""

    median: float
    worst: float
    times: int


@contextmanager
def served(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Iterator[str]:
    """Run a preview; give its address. ``command`` gets the port as its last word."""
    port = _free_port()
    with (folder / ".preview.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, str(port)],
            cwd=folder,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


def first_page(address: str, edit: Edit) -> float:
    """Return the seconds until a preview that has just begun serves the entry that will be edited."""
    seconds = _seconds(address, tuple((url, "<h1") for url, _ in edit.seen))
    time.sleep(_SETTLED)  # The pages stand a moment before the preview waits for saves.
    return seconds


def waits(address: str, edits: Sequence[Edit]) -> Waits:
    """Save one edit after the other; return how long each took to show."""
    seconds = []
    for edit in edits:
        edit.do()
        seconds.append(_seconds(address, edit.seen))
        time.sleep(_SETTLED)
    return Waits(statistics.median(seconds), max(seconds), len(seconds))


def _seconds(address: str, seen: tuple[tuple[str, str], ...]) -> float:
    """Return the seconds until every page holds its words."""
    started = time.monotonic()
    left = list(seen)
    while left:
        left = [(url, words) for url, words in left if words not in _page(address + url)]
        if time.monotonic() - started > _PATIENCE:
            raise CommandFailedError(f"the preview never served {left[0][1]!r} at /{left[0][0]}")
        time.sleep(_PAUSE if left else 0)
    return time.monotonic() - started


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - Our own server.
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, OSError):
        return ""


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
