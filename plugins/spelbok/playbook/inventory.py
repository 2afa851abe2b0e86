# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inventory: every address and anchor that was ever published, one a line.

A line is three words, what it belongs to, in which language, and where:

    practices/retrospective sv /arbetssatt/retrospektiv/
    practices/retrospective - /id/retrospective/
    practices/retrospective - #step-collect

An address starts from the site's root, and ``-`` is for no language. White
space and what cannot be printed is percent-encoded, so that any address fits
on a line and reads back; ``%`` itself is ``%25``. An anchor is a promise of all
pages of what it belongs to, whatever their addresses. Lines are sorted, so that
two branches that add lines seldom touch the same place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, unquote

from spelbok.diagnostics import Diagnostic, Span, codes

#: What belongs to no entry and no page that has a name: pages written by hand, and files.
PAGE, FILE = "page", "file"

_LINE = re.compile(r"(?P<owner>[a-z0-9/_-]+) (?P<language>sv|en|-) (?P<place>[/#].*)")
_HEADER = """\
# Every address and anchor that was ever published. No line is ever taken away.
# Written by: spelbok links update
"""


class Promise(NamedTuple):
    """An address or an anchor that keeps working. A site makes thirty for each entry, to be compared and sorted.

    ``owner`` is the key of a page (``practices/retrospective``), :data:`PAGE`
    or :data:`FILE`; ``place`` begins with ``/`` or ``#``.
    """

    owner: str
    language: str
    place: str

    def __str__(self) -> str:
        return f"{self.owner} {self.language} {_encoded(self.place)}"

    @property
    def is_anchor(self) -> bool:
        """Whether the promise is a place on the owner's pages."""
        return self.place.startswith("#")

    @property
    def is_page(self) -> bool:
        """Whether the promise is the address of a page in one language."""
        return self.language != "-" and not self.is_anchor


@dataclass(frozen=True)
class Inventory:
    """The promises of a file, each with the number of its line from 1."""

    file: str = ""
    numbered: tuple[tuple[int, Promise], ...] = ()

    @cached_property
    def promises(self) -> frozenset[Promise]:
        """What is promised."""
        return frozenset(promise for _, promise in self.numbered)

    def span(self, promise: Promise) -> Span:
        """Return the line of a promise."""
        number = next(number for number, other in self.numbered if other == promise)
        return Span(number, 1, number, len(str(promise)) + 1)


def parse(text: str, file: str) -> tuple[Inventory, list[Diagnostic]]:
    """Return what a file promises, and its lines that cannot be read. ``#`` and a space begin a comment."""
    numbered: list[tuple[int, Promise]] = []
    found: list[Diagnostic] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("# "):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match:
            owner, language, place = match.groups()
            numbered.append((number, Promise(owner, language, _decoded(place))))
        else:
            span = Span(number, 1, number, len(line) + 1)
            found.append(Diagnostic(codes.UNREADABLE_PROMISE, file, span, {"line": line[:80]}))
    return Inventory(file, tuple(numbered)), found


def written(promises: Iterable[Promise], head: str = "") -> str:
    """Return the text of an inventory; ``head`` are comment lines to begin with."""
    return head + _HEADER + "".join(f"{promise}\n" for promise in sorted(promises))


def _encoded(place: str) -> str:
    """Return a place as it stands in a line: without white space, and with nothing that cannot be printed."""
    if place.isprintable() and " " not in place and "%" not in place:
        return place
    return "".join(
        sign if sign.isprintable() and sign not in " %" else quote(sign, safe="", errors="surrogatepass")
        for sign in place
    )


def _decoded(place: str) -> str:
    try:
        return unquote(place, errors="surrogatepass")
    except UnicodeDecodeError:  # A per cent sign of an earlier version, which wrote places as they are.
        return place


def comments(text: str) -> str:
    """Return the comment lines that begin a file and are not the inventory's own: its licence."""
    lines = text.splitlines(keepends=True)
    own = _HEADER.splitlines(keepends=True)
    return "".join(line for line in lines if line.startswith("# ") and line not in own)
