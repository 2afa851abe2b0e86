# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses: one thing at each, and pages that tell the truth about theirs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html import unescape

from spelbok.checks.site.facts import Site
from spelbok.diagnostics import START, Diagnostic, codes

_ROW = re.compile(r"<loc>\s*(.*?)\s*</loc>")
_SITEMAP = "/sitemap.xml"


def ids(site: Site) -> Iterator[Diagnostic]:
    """An id names one part of a page."""
    for page in site.pages.values():
        for name in page.duplicates:
            yield Diagnostic(codes.DUPLICATE_ANCHOR, page.url, START, {"anchor": name})


def collisions(site: Site) -> Iterator[Diagnostic]:
    """No two files differ in nothing but case, Unicode form, or whether they are a page or a folder's page."""
    seen: dict[str, str] = {}
    for name in sorted(site.files):
        place = unicodedata.normalize("NFC", name).casefold().removesuffix("/index.html").removesuffix(".html")
        first = seen.setdefault(place, name)
        if first != name:
            yield Diagnostic(codes.COLLIDING_ADDRESS, name, START, {"file": first})


def pairs(site: Site) -> Iterator[Diagnostic]:
    """A page has a version in each language, and each version names the page in return."""
    for page in site.pages.values():
        for language, link in page.alternates.items():
            target = site.inside(link, page.url)
            other = site.pages.get(target[0]) if target else None
            back = {site.inside(url, other.url) for url in other.alternates.values()} if other else set()
            if (page.url, "") not in back:
                yield Diagnostic(codes.BROKEN_PAIR, page.url, START, {"link": link, "language": language})
        if page.listed:
            for language in sorted(site.languages - page.alternates.keys()):
                yield Diagnostic(codes.MISSING_PAIR, page.url, START, {"language": language})


def canonicals(site: Site) -> Iterator[Diagnostic]:
    """A page names itself, a redirect the page that it leads to, a page that is not listed one that stands."""
    for page in site.pages.values():
        destination = site.destination(page)
        target = site.inside(page.canonical, page.url) if page.canonical else None
        if destination is None or not page.canonical:  # A dead link already; or nothing said.
            continue
        if target != (destination.url, "") if page.listed or page.refresh else target and not site.has(target[0]):
            yield Diagnostic(codes.WRONG_CANONICAL, page.url, START, {"link": page.canonical})


def redirects(site: Site) -> Iterator[Diagnostic]:
    """A redirect leads to a page, and not to another redirect."""
    for page in site.pages.values():
        destination = site.destination(page)
        if page.refresh and destination is not None and destination.refresh:
            yield Diagnostic(codes.REDIRECT_CHAIN, page.url, START, {"link": page.refresh})


def sitemap(site: Site) -> Iterator[Diagnostic]:
    """The sitemap lists every page that search engines may list, once, and nothing else."""
    if _SITEMAP not in site.files:
        return
    rows = Counter(unescape(row) for row in _ROW.findall((site.folder / _SITEMAP[1:]).read_text("utf-8")))
    wanted = {page.canonical for page in site.pages.values() if page.listed}
    for row in sorted(wanted ^ rows.keys() | {row for row, count in rows.items() if count > 1}):
        yield Diagnostic(codes.WRONG_SITEMAP, _SITEMAP, START, {"link": row, "count": str(rows[row])})
