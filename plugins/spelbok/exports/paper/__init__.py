# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The playbook outside the browser: on paper, on a reading device, as cards, as a picture of a link.

Each is a function from an edition - a playbook in one language, with the words
and looks of its site - to the files that it gives. All are costly, so they take
a cache too.
"""

from collections.abc import Callable, Iterator

from spelbok.diagnostics import Diagnostic
from spelbok.exports import File
from spelbok.exports.paper import book, cards, epub, pictures
from spelbok.exports.paper.edition import Edition
from spelbok.site.downloads import DOWNLOADS
from spelbok.storage.cache import Cache

Maker = Callable[[Edition, Cache], Iterator[File | Diagnostic]]

#: Everything that is made, in order.
MAKERS: tuple[Maker, ...] = (book.printed, epub.printed, cards.printed, pictures.printed)


def count(edition: Edition) -> int:
    """Return how many files an edition gives, unless something is wrong with it."""
    return len(DOWNLOADS) + pictures.count(edition)


def files(edition: Edition, cache: Cache) -> Iterator[File | Diagnostic]:
    """Yield every file of an edition, and what is wrong with those that cannot be made."""
    for make in MAKERS:
        yield from make(edition, cache)
