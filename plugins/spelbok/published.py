# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a built site on its own HTML: links, anchors, ids and language pairs.

Looks at files, not at what any generator says about them, so that nothing
depends on a generator's settings or verbosity.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
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
    #: Where a redirect leads, by meta refresh; empty for every other page.
    refresh: str
    #: Whether search engines are to list the page: not an error page, no forwarding, nothing said against it.
    listed: bool


@dataclass(frozen=True)
class Site:
    """A built site: its pages by address, and the addresses of all its files.

    ``base`` is the public address of the site's root; links that begin with
    it, or with its path, are links within the site.
    """

    pages: dict[str, PageFacts]
    files: frozenset[str]
    base: str

    def inside(self, link: str, page: str) -> tuple[str, str] | None:
        """Return the path from the site's root and the anchor, or None if the link leads elsewhere."""
        url = urlsplit(urljoin(urljoin(self.base, page.lstrip("/")), link))
        root = urlsplit(self.base)
        if url.scheme not in ("http", "https") or url.netloc != root.netloc or not url.path.startswith(root.path):
            return None
        return "/" + unquote(url.path.removeprefix(root.path)), unquote(url.fragment)

    def destination(self, page: PageFacts) -> PageFacts | None:
        """Return the page where a reader of ``page`` ends up: itself, or where it leads to."""
        target = self.inside(page.refresh, page.url) if page.refresh else (page.url, "")
        return self.pages.get(target[0]) if target else None

    @cached_property
    def reached(self) -> dict[str, frozenset[str]]:
        """Every address that a reader can ask for, with the anchors of the page that it leads to."""
        found = dict.fromkeys(self.files, frozenset[str]())
        for url, page in self.pages.items():
            destination = self.destination(page)
            if destination is not None and not destination.refresh:
                found[url] = destination.anchors
        return found


def read_site(folder: Path, site_url: str = "") -> Site:
    """Read a built site; ``site_url`` is the public address of its root."""
    files = {f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()}
    pages = {
        _address(name): _facts(_address(name), (folder / name[1:]).read_bytes())
        for name in sorted(files)
        if name.endswith(".html")
    }
    return Site(pages, frozenset(files), site_url or "https://site.invalid/")


def check_site(site: Site) -> list[Diagnostic]:
    """Return every dead link and anchor, doubled id, broken pair and wrong redirect of a built site."""
    found: list[Diagnostic] = []
    for page in site.pages.values():
        found += _ids(page)
        found += _links(page, site)
        found += _pairs(page, site)
        found += _canonical(page, site)
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
    refresh = _refresh(tree)
    if refresh:
        links.append(refresh)
    robots = tree.css_first('meta[name="robots"]')
    unlisted = refresh or (robots and "noindex" in (robots.attributes.get("content") or "")) or not canonical
    duplicates = tuple(sorted(name for name, count in Counter(ids).items() if count > 1))
    return PageFacts(url, frozenset(ids), duplicates, tuple(links), canonical, alternates, refresh, not unlisted)


def _refresh(tree: LexborHTMLParser) -> str:
    """Return where a page leads by meta refresh, whatever the case: ``content="0; url=../b/"``."""
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").casefold() == "refresh":
            _, _, rest = (node.attributes.get("content") or "").partition(";")
            return rest.strip().removeprefix("url=").removeprefix("URL=").strip("'\"")
    return ""


def _ids(page: PageFacts) -> Iterator[Diagnostic]:
    for name in page.duplicates:
        yield Diagnostic(codes.DUPLICATE_ANCHOR, page.url, START, {"anchor": name})


def _links(page: PageFacts, site: Site) -> Iterator[Diagnostic]:
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


def _pairs(page: PageFacts, site: Site) -> Iterator[Diagnostic]:
    """A page's pair names the page in return."""
    for language, link in page.alternates.items():
        target = site.inside(link, page.url)
        other = site.pages.get(target[0]) if target else None
        back = {site.inside(url, other.url) for url in other.alternates.values()} if other else set()
        if (page.url, "") not in back:
            yield Diagnostic(codes.BROKEN_PAIR, page.url, START, {"link": link, "language": language})


def _canonical(page: PageFacts, site: Site) -> Iterator[Diagnostic]:
    """A page names itself, a redirect the page that it leads to, which is no redirect again."""
    destination = site.destination(page)
    if destination is None:  # A dead link already.
        return
    if page.canonical and site.inside(page.canonical, page.url) != (destination.url, ""):
        yield Diagnostic(codes.WRONG_CANONICAL, page.url, START, {"link": page.canonical})
    if page.refresh and destination.refresh:
        yield Diagnostic(codes.REDIRECT_CHAIN, page.url, START, {"link": page.refresh})
