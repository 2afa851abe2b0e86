# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell what a build does: sentences on lines, progress in place on a terminal, in a log now and then."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

from spelbok.diagnostics.progress import Progress
from spelbok.locales import Locale, Phrase

#: Seconds between two lines of a log about the same stage.
_PAUSE = 10.0


class Teller:
    """Writes what is said to a stream, in one language; ``clock`` gives seconds."""

    def __init__(
        self, locale: Locale, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._locale = locale
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        self._told = clock()
        self._width = 0

    def __call__(self, said: Phrase | Progress) -> None:
        """Write a sentence, or how far a stage is."""
        text = said[self._locale]
        if isinstance(said, Phrase):
            self.clear()
            self._write(f"{text}\n")
        elif self._stream.isatty():
            self._write(f"\r{text.ljust(self._width)}")
            self._width = len(text)
        elif self._clock() - self._told >= _PAUSE:
            self._write(f"{text}\n")
        else:
            return
        self._told = self._clock()

    def clear(self) -> None:
        """Take away the line that is written in place."""
        if self._width:
            self._write(f"\r{' ' * self._width}\r")
            self._width = 0

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
