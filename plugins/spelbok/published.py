# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a built site on its own HTML: links, anchors, ids and language pairs.

Looks at files, not at what any generator says about them, so that nothing
depends on a generator's settings or verbosity.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from spelbok import codes
from spelbok.diagnostics import START, Diagnostic

_LINKS = "a[href], link[href], script[src], img[src], source[src], iframe[src], form[action]"
#: Relations of <link> that name this site by its public address.
_PUBLIC = frozenset({"alternate", "canonical"})


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page offers and asks for. ``url`` starts with ``/``, the site's root."""

    url: str
    anchors: frozenset[str]
    duplicates: tuple[str, ...]
    links: tuple[str, ...]
    canonical: str
    #: Language to public address.
    alternates: dict[str, str]


def check_site(folder: Path, site_url: str = "") -> list[Diagnostic]:
    """Return every dead link and anchor, doubled id and broken pair of a built site.

    ``site_url`` is the public address of the site's root; links that begin
    with it, or with its path, are links within the site.
    """
    files = {f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()}
    pages = {
        _address(name): _facts(_address(name), (folder / name[1:]).read_bytes())
        for name in sorted(files)
        if name.endswith(".html")
    }
    base = site_url or "https://site.invalid/"
    found: list[Diagnostic] = []
    for page in pages.values():
        found += _ids(page)
        found += _links(page, pages, files, base)
        found += _pairs(page, pages, base)
    return found


def _address(file: str) -> str:
    return file.removesuffix("index.html") if file.endswith("/index.html") else file


def _facts(url: str, html: bytes) -> PageFacts:
    tree = LexborHTMLParser(html)
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    links: list[str] = []
    alternates: dict[str, str] = {}
    canonical = ""
    for node in tree.css(_LINKS):
        attributes = node.attributes
        target = attributes.get("href") or attributes.get("src") or attributes.get("action") or ""
        relations = set((attributes.get("rel") or "").split()) if node.tag == "link" else set()
        if "alternate" in relations and attributes.get("hreflang"):
            alternates[attributes["hreflang"] or ""] = target
        elif "canonical" in relations:
            canonical = target
        if not relations & _PUBLIC or attributes.keys() & {"hreflang", "type"}:
            links.append(target)
    duplicates = tuple(sorted(name for name, count in Counter(ids).items() if count > 1))
    return PageFacts(url, frozenset(ids), duplicates, tuple(links), canonical, alternates)


def _ids(page: PageFacts) -> Iterator[Diagnostic]:
    for name in page.duplicates:
        yield Diagnostic(codes.DUPLICATE_ANCHOR, page.url, START, {"anchor": name})


def _links(page: PageFacts, pages: dict[str, PageFacts], files: set[str], base: str) -> Iterator[Diagnostic]:
    for link in dict.fromkeys(page.links):
        target = _inside(link, page.url, base)
        if target is None:
            continue
        path, anchor = target
        if path in pages:
            if anchor and anchor not in pages[path].anchors:
                yield Diagnostic(codes.DEAD_ANCHOR, page.url, START, {"link": link, "anchor": anchor})
        elif path not in files:
            yield Diagnostic(codes.DEAD_LINK, page.url, START, {"link": link})


def _pairs(page: PageFacts, pages: dict[str, PageFacts], base: str) -> Iterator[Diagnostic]:
    """A page's pair names the page in return."""
    for language, link in page.alternates.items():
        target = _inside(link, page.url, base)
        other = pages.get(target[0]) if target else None
        back = {_inside(url, other.url, base) for url in other.alternates.values()} if other else set()
        if (page.url, "") not in back:
            yield Diagnostic(codes.BROKEN_PAIR, page.url, START, {"link": link, "language": language})
    if page.canonical and _inside(page.canonical, page.url, base) != (page.url, ""):
        yield Diagnostic(codes.WRONG_CANONICAL, page.url, START, {"link": page.canonical})


def _inside(link: str, page: str, base: str) -> tuple[str, str] | None:
    """Return the path from the site's root and the anchor, or None if the link leads elsewhere."""
    url = urlsplit(urljoin(urljoin(base, page.lstrip("/")), link))
    root = urlsplit(base)
    if url.scheme not in ("http", "https") or url.netloc != root.netloc or not url.path.startswith(root.path):
        return None
    return "/" + unquote(url.path.removeprefix(root.path)), unquote(url.fragment)
