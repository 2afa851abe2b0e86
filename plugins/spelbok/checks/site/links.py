# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links: in pages, in files for programs, in packages. Each leads somewhere."""

import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from spelbok.checks.site.facts import Site, address, facts
from spelbok.diagnostics import START, Diagnostic, codes

#: Files for programs and people in which every mention of the site's address is a link.
_TEXTS = frozenset(".atom .csv .ics .json .jsonld .md .opml .rss .ttl .txt .webmanifest .xml".split())  # noqa: SIM905 - as it reads
_PACKAGES = frozenset({".zip", ".imscc", ".epub"})
#: What an address ends before.
_ADDRESS = r"[^\s\"'<>\\()\[\]{},|]*"


def of_pages(site: Site) -> Iterator[Diagnostic]:
    """Links of pages, their images, styles, scripts and forwardings lead to a page or file of the site."""
    for page in site.pages.values():
        for link in dict.fromkeys(page.links):
            target = site.inside(link, page.url)
            if target is None:
                continue
            path, anchor = target
            if path in site.pages:
                if anchor and anchor not in site.pages[path].anchors:
                    yield Diagnostic(codes.DEAD_ANCHOR, page.url, START, {"link": link, "anchor": anchor})
            elif path not in site.files:
                yield Diagnostic(codes.DEAD_LINK, page.url, START, {"link": link})


def of_files(site: Site) -> Iterator[Diagnostic]:
    """The site's addresses in data, feeds and lists lead somewhere."""
    for name in sorted(site.files):
        if any(name.endswith(suffix) for suffix in _TEXTS):
            text = (site.folder / name[1:]).read_text("utf-8", errors="replace")
            yield from _mentions(site, name, text)


def of_packages(site: Site) -> Iterator[Diagnostic]:
    """Pages in a package link to what the package holds, and to what the site has."""
    for name in sorted(site.files):
        path = site.folder / name[1:]
        if path.suffix in _PACKAGES:
            with zipfile.ZipFile(path) as package:
                yield from _package(site, name, package)


def _package(site: Site, name: str, package: zipfile.ZipFile) -> Iterator[Diagnostic]:
    held = {f"/{member}" for member in package.namelist()}
    inner = Site(site.folder, "https://package.invalid/", frozenset(held), {})
    for member in sorted(held):
        where = f"{name}!{member}"
        if member.endswith((".html", ".xhtml")):
            content = package.read(member[1:])
            yield from _mentions(site, where, content.decode("utf-8", errors="replace"))
            for link in dict.fromkeys(facts(address(member), content).links):
                target = inner.inside(link, member)
                if target and "$" not in link and not inner.has(target[0]):  # $...$ is filled in by the reader.
                    yield Diagnostic(codes.DEAD_LINK, where, START, {"link": link})
        elif any(member.endswith(suffix) for suffix in _TEXTS):
            yield from _mentions(site, where, package.read(member[1:]).decode("utf-8", errors="replace"))


def _mentions(site: Site, name: str, text: str) -> Iterator[Diagnostic]:
    """Report every mention of an address of the site at which nothing stands."""
    for match in re.finditer(f"{re.escape(site.base)}({_ADDRESS})(?!{_ADDRESS}[{{])", text):
        path = "/" + unquote(match[1].partition("#")[0].partition("?")[0].rstrip(".;:"))
        if not site.has(path):
            yield Diagnostic(codes.DEAD_LINK, name, START, {"link": match[0]})
