# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address as a QR code, drawn as SVG."""

import io

import segno
from markupsafe import Markup

#: A code survives that 15 % of it is dirty or worn (ISO/IEC 18004, level M), with the white edge that readers need.
_CORRECTION = "m"
_EDGE = 4


def svg(address: str, title: str) -> Markup:
    """Return an image to stand in a page or a file of its own. ``title`` is what it is called aloud."""
    drawn = io.BytesIO()
    segno.make(address, error=_CORRECTION, micro=False).save(
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
