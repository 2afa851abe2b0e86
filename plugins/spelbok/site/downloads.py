# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files that a reader can take along: where they lie, and how large they are.

Pages are written before the files, so a page leaves room for a size
(``<span data-size="ADDRESS"></span>``) that :func:`with_sizes` fills in when
the file stands. What a page says of a file is therefore what was measured.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from babel.numbers import format_decimal

from spelbok.locales import Locale, Phrase

_ROOM = re.compile(r'<span data-size="([^"]*)"></span>')
_KILO, _MEGA = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along. The vocabulary's labels ``download_NAME`` and ``..._help`` tell what it is."""

    name: str
    format: str
    file: Phrase

    def url(self, locale: Locale) -> str:
        """Return the file's address, relative to the site's root."""
        return f"downloads/{locale}/{self.file[locale]}"


#: The downloads by name, in the order in which readers see them.
DOWNLOADS = {
    item.name: item
    for item in (
        Download("book", "PDF", Phrase("spelbok.pdf", "playbook.pdf")),
        Download("epub", "EPUB", Phrase("spelbok.epub", "playbook.epub")),
        Download("cards", "PDF", Phrase("kort.pdf", "cards.pdf")),
        Download("sheets", "PDF", Phrase("kort-a4.pdf", "cards-a4.pdf")),
    )
}


def with_sizes(html: str, sizes: Mapping[str, int], locale: Locale) -> str:
    """Fill in the size of every file that ``html`` names; ``sizes`` holds bytes by address.

    Raises KeyError if there is no such file.
    """
    return _ROOM.sub(lambda match: f"<span>{said(sizes[match[1]], locale)}</span>", html)


def said(size: int, locale: Locale) -> str:
    """Return a number of bytes in words: ``840 kB``, ``1.3 MB``."""
    unit, name, form = (_MEGA, "MB", "0.0") if size >= _MEGA else (_KILO, "kB", "0")
    number = format_decimal(max(size / unit, 1 if unit == _KILO else 0), form, "sv" if locale == "sv" else "en_GB")
    return f"{number}\N{NO-BREAK SPACE}{name}"
