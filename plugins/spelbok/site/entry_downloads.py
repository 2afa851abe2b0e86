# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page offers to take along: files whose size the page tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spelbok.locales import Locale
from spelbok.model import Entry


@dataclass(frozen=True, slots=True)
class Download:
    """A file for one entry in one language."""

    #: What it is, such as ``scorm-offline``.
    form: str
    #: Its address relative to the site's root.
    url: str
    size: int

    @property
    def kilobytes(self) -> int:
        """The size in kB (1,000 bytes), rounded up."""
        return -(-self.size // 1000)


#: The files of an entry in one language, the most used first.
Downloads = Callable[[Entry, Locale], Sequence[Download]]


def none(entry: Entry, locale: Locale) -> Sequence[Download]:  # noqa: ARG001 - the others take them
    """Return no files, for pages that are rendered on their own."""
    return ()
