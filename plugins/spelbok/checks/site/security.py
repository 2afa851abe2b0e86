# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety: every page has the policy, runs nothing inline, and asks no other host for anything."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from spelbok.checks.site.facts import Site
from spelbok.diagnostics import START, Diagnostic, codes
from spelbok.site.csp import POLICY

_HEAD = ("meta utf-8", f"meta {POLICY}")


def policies(site: Site) -> Iterator[Diagnostic]:
    """A page's policy stands before anything that it is to hold for."""
    for page in site.pages.values():
        if page.head != _HEAD:
            yield Diagnostic(codes.MISSING_POLICY, page.url, START)


def inline_code(site: Site) -> Iterator[Diagnostic]:
    """Scripts and styles are files, and no attribute runs or styles anything."""
    for page in site.pages.values():
        for place in dict.fromkeys(page.inline):
            yield Diagnostic(codes.INLINE_CODE, page.url, START, {"place": place})


def foreign_resources(site: Site) -> Iterator[Diagnostic]:
    """What a browser fetches by itself comes from the site."""
    for page in site.pages.values():
        for link in dict.fromkeys(page.fetched):
            if site.inside(link, page.url) is None and urlsplit(link).scheme != "data":
                yield Diagnostic(codes.FOREIGN_RESOURCE, page.url, START, {"link": link})
