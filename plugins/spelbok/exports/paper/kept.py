# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where files for paper are kept from one build to the next: what has a say in their bytes."""

import platform
from pathlib import Path

from spelbok.storage.cache import Cache, tools

#: Distributions whose version has a say in the bytes.
_LIBRARIES = ("fonttools", "pillow", "pydyf", "pyphen", "segno", "tinycss2", "tinyhtml5", "weasyprint")


def kept_in(folder: Path) -> Cache:
    """Return the files that a folder keeps, if this package's code and fonts, the libraries and the machine agree."""
    return Cache(folder, tools(Path(__file__).parent, _LIBRARIES, platform.platform(), _pango()))


def _pango() -> str:
    try:
        from weasyprint.text.ffi import pango  # noqa: PLC0415 - costs half a second, and fails without Pango
    except OSError:
        return "none"
    return str(pango.pango_version())
