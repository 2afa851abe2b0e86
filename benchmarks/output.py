# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How large a built site is."""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

#: Endings of files that servers compress.
_COMPRESSED = frozenset({".atom", ".css", ".html", ".ics", ".js", ".json", ".jsonld", ".md", ".svg", ".txt", ".xml"})
#: What redirects and pages for frames say in their heads: they are no pages to readers who browse.
_UNLISTED = re.compile(rb'<meta (?:http-equiv="refresh"|name="robots" content="[^"]*noindex)', re.IGNORECASE)
#: The level at which servers compress on the fly.
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Size:
    """Pages of a site that readers browse, all its files, and bytes: as they lie, and with texts gzipped."""

    pages: int
    files: int
    raw: int
    compressed: int


def size(site: Path) -> Size:
    """Return the size of a built site."""
    pages = files = raw = compressed = 0
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            files += 1
            pages += path.suffix == ".html" and not _UNLISTED.search(content)
            raw += len(content)
            small = path.suffix in _COMPRESSED
            compressed += len(gzip.compress(content, _LEVEL, mtime=0)) if small else len(content)
    return Size(pages, files, raw, compressed)
