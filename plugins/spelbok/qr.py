# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address as a QR code, drawn as SVG."""

import io
from functools import lru_cache

import segno
from markupsafe import Markup

#: A code survives that 15 % of it is dirty or worn (ISO/IEC 18004, level M), with the white edge that readers need.
_CORRECTION = "m"
_EDGE = 4
#: The pattern that is laid over the data. Every reader knows all eight; looking for the one that the standard likes
#: best for each address takes three times as long as drawing the code.
_MASK = 3


@lru_cache(maxsize=4096)
def svg(address: str, title: str) -> Markup:
    """Return an image to stand in a page or a file of its own. ``title`` is what it is called aloud."""
    drawn = io.BytesIO()
    segno.make(address, error=_CORRECTION, micro=False, mask=_MASK).save(
        drawn,
        kind="svg",
        border=_EDGE,
        dark="#000",
        light="#fff",
        title=title,
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return Markup(drawn.getvalue().decode().replace("<svg ", '<svg role="img" ', 1))  # noqa: S704 - segno escapes the title
