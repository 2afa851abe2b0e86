# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Limits of the markup on pages written by hand.

Python-Markdown, which reads them, takes a time that grows with the square of
some signs in one paragraph, and ends on lists within lists within lists. What a
reader could follow is far below these limits.
"""

import re
from collections.abc import Iterator

from spelbok.diagnostics import Diagnostic, codes
from spelbok.locales import Phrase
from spelbok.playbook.markdown_pages import Handwritten

#: The most brackets, runs of backticks and tags without an end in one paragraph, cell or item.
MAX_SIGNS = 200
#: The most lines without an empty one between them.
MAX_LINES = 1000
#: The most levels of lists and quotations, and of indentation.
MAX_DEPTH = 20

_SIGNS = re.compile(r"\[|`++|<(?=[^<>]*+(?:<|\Z))")
_DEPTH = re.compile(r"(?P<indent>[ \t]*+)(?P<marks>(?:(?:[-*+]|\d++[.)])[ \t]++|>[ \t]*+)*+)")
_MARK = re.compile(r"(?:[-*+]|\d++[.)])[ \t]++|>")
_TAB = 4

_WHAT = {
    "signs": Phrase(
        "hakparenteser, kodtecken och öppna taggar i ett stycke", "brackets, backticks and open tags in a paragraph"
    ),
    "lines": Phrase("rader utan tomrad emellan", "lines without an empty one between them"),
    "depth": Phrase("nivåer av listor eller citat", "levels of lists or quotations"),
}
_MOST = {"signs": MAX_SIGNS, "lines": MAX_LINES, "depth": MAX_DEPTH}


def too_much(page: Handwritten) -> Iterator[Diagnostic]:
    """No paragraph has more signs, no block more lines and no list more levels than the limits; each is told once."""
    signs = lines = place = 0
    told: set[str] = set()
    for line in page.text.split("\n"):
        opening = _DEPTH.match(line)
        marks = _MARK.findall(opening["marks"]) if opening else []
        depth = len(marks) + (len(opening["indent"].expandtabs(_TAB)) // _TAB if opening and marks else 0)
        is_new = bool(marks) or line.lstrip().startswith("|")
        lines = lines + 1 if line.strip() else 0
        signs = (0 if is_new or not lines else signs) + len(_SIGNS.findall(line))
        for name, count in (("signs", signs), ("lines", lines), ("depth", depth)):
            if count > _MOST[name] and name not in told:
                told.add(name)
                what = _WHAT[name]
                params = {"what_sv": what.sv, "what_en": what.en, "limit": str(_MOST[name])}
                yield page.about(codes.TOO_MUCH_MARKUP, place, place + len(line), params)
        place += len(line) + 1
