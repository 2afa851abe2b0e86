# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell how far something is: in place on a terminal, as a line now and then in a log."""

import sys
import time
from types import TracebackType
from typing import Self

#: Seconds between two lines of a log.
_PAUSE = 10.0


def say(text: str) -> None:
    """Tell the user what goes on, at once."""
    print(text, file=sys.stderr, flush=True)


class Counter:
    """Counts the steps of something that takes a while, up to ``total``; of none it says nothing."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._done = what, total, 0
        self._is_terminal = sys.stderr.isatty()
        self._told = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self._is_terminal and self._done:
            say("")

    def step(self) -> None:
        """Count one more."""
        self._done += 1
        text = f"{self._what}: {self._done} of {self._total} ..."
        if self._is_terminal:
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - self._told >= _PAUSE or self._done == self._total:
            self._told = time.monotonic()
            say(text)
