# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address as a QR code, drawn as SVG."""

import re
from functools import lru_cache
from html import escape

import segno
from markupsafe import Markup

from spelbok.site.plain_text import xml_text

#: A code survives that 15 % of it is dirty or worn (ISO/IEC 18004, level M), with the white edge that readers need.
_CORRECTION = "m"
_EDGE = 4
#: The pattern that is laid over the data. Every reader knows all eight; looking for the one that the standard likes
#: best for each address takes three times as long as drawing the code.
_MASK = 3
_DARK = re.compile(rb"\x01+")


@lru_cache(maxsize=4096)
def svg(address: str, title: str) -> Markup:
    """Return an image to stand in a page or a file of its own. ``title`` is what it is called aloud."""
    rows = segno.make(address, error=_CORRECTION, micro=False, mask=_MASK).matrix
    size = len(rows) + 2 * _EDGE
    return Markup(  # noqa: S704 - the title is escaped, all else are numbers
        f'<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f"<title>{escape(xml_text(title), quote=False)}</title>"
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{_path(rows)}"/></svg>'
    )


def _path(rows: tuple[bytearray, ...]) -> str:
    """Return the dark modules as strokes, each from where the last one ended: segno's own drawing takes longer."""
    drawn: list[str] = []
    x, y = 0, 0
    for row, modules in enumerate(rows):
        for run in _DARK.finditer(modules):
            start, end = run.span()
            # The first stroke begins at the code's edge, in the middle of the first row of modules.
            move = f"m{start - x} {row - y}" if drawn else f"M{start + _EDGE} {row + _EDGE}.5"
            drawn.append(f"{move}h{end - start}")
            x, y = end, row
    return "".join(drawn)
