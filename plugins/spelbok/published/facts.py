# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks of a built site need to know of it, read once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Attributes that name another file, with the elements that have them.
_LINKS = {
    "href": ("a", "area", "link", "use", "image"),
    "src": ("script", "img", "source", "iframe", "audio", "video", "track", "embed"),
    "action": ("form",),
    "poster": ("video",),
    "data": ("object",),
}
_SELECTOR = ", ".join(f"{element}[{name}]" for name, elements in _LINKS.items() for element in elements)
#: Elements whose file a browser fetches by itself, and relations of <link> that it fetches.
_FETCHED = frozenset(
    {"script", "img", "source", "iframe", "audio", "video", "track", "embed", "object", "use", "image"}
)
_FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"})
#: Relations of <link> that name this site by its public address; they are judged on their own.
_PUBLIC = frozenset({"alternate", "canonical"})
#: A script of another type is data, which a browser does not run.
_CODE_TYPES = frozenset({"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"})
#: What may be an attribute that runs code; the tree then tells whether it is one.
_MAYBE_HANDLER = re.compile(rb"[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"']*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page offers and asks for. ``url`` starts with ``/``, the site's root."""

    url: str
    anchors: frozenset[str]
    #: Ids that stand more than once.
    duplicates: tuple[str, ...]
    links: tuple[str, ...]
    #: The links that a browser fetches without being asked.
    fetched: tuple[str, ...]
    canonical: str
    #: Language to public address.
    alternates: dict[str, str]
    #: Where a redirect leads, by meta refresh; empty for every other page.
    refresh: str
    #: Whether search engines are to list the page: not an error page, no forwarding, nothing said against it.
    listed: bool
    #: The names of the first two elements of the head, a policy with its text.
    head: tuple[str, ...]
    #: What runs or styles without a file: elements and attributes.
    inline: tuple[str, ...]


@dataclass(frozen=True)
class Site:
    """A built site. Names of files start with ``/``, the site's root."""

    folder: Path
    #: The public address of the root, ending with a slash.
    base: str
    files: frozenset[str]
    #: By address.
    pages: dict[str, PageFacts]

    def inside(self, link: str, page: str) -> tuple[str, str] | None:
        """Return the path from the site's root and the anchor, or None if the link leads elsewhere."""
        way, _, anchor = link.partition("#")
        folder = page.rpartition("/")[0]
        if (folder, way) not in self._ways:
            self._ways[folder, way] = self._way(way, page) if way else None
        path = self._ways[folder, way] if way else page
        return None if path is None else (path, unquote(anchor))

    def _way(self, link: str, page: str) -> str | None:
        """Return the path that a link without an anchor leads to (RFC 3986, 5.2), or None if it leads elsewhere."""
        try:
            url = urlsplit(urljoin(urljoin(self.base, page.lstrip("/")), link))
        except ValueError:
            return ""  # No address at all, so a dead one.
        root = urlsplit(self.base)
        if url.scheme not in ("http", "https") or url.netloc != root.netloc or not url.path.startswith(root.path):
            return None
        return "/" + unquote(url.path.removeprefix(root.path))

    @cached_property
    def _ways(self) -> dict[tuple[str, str], str | None]:
        """What links lead to from a folder: pages have most of theirs in common with their neighbours."""
        return {}

    def has(self, path: str) -> bool:
        """Return whether something stands at a path."""
        return path in self.pages or path in self.files

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

    @cached_property
    def languages(self) -> frozenset[str]:
        """Every language that some page has a version in."""
        return frozenset(language for page in self.pages.values() for language in page.alternates)


def read_site(folder: Path, site_url: str = "") -> Site:
    """Read what a built site consists of.

    ``site_url`` is the public address of the site's root; links that begin
    with it, or with its path, are links within the site.
    """
    files = frozenset(f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file())
    pages = [facts(address(name), (folder / name[1:]).read_bytes()) for name in sorted(files) if name.endswith(".html")]
    return Site(folder, site_url or "https://site.invalid/", files, {page.url: page for page in pages})


def address(file: str) -> str:
    """Return the address at which a file is read."""
    return file.removesuffix("index.html") if file.endswith("/index.html") else file


def facts(url: str, html: bytes) -> PageFacts:
    """Return what a page offers and asks for."""
    tree = LexborHTMLParser(html)
    ids = Counter(node.attributes["id"] or "" for node in tree.css("[id]"))
    links: list[str] = []
    fetched: list[str] = []
    alternates: dict[str, str] = {}
    canonical = ""
    for node, target in _targets(tree):
        relations = set((node.attributes.get("rel") or "").split()) if node.tag == "link" else set()
        if "alternate" in relations and node.attributes.get("hreflang"):
            alternates[node.attributes["hreflang"] or ""] = target
        elif "canonical" in relations:
            canonical = target
        if not relations & _PUBLIC or node.attributes.keys() & {"hreflang", "type"}:
            links.append(target)
        if node.tag in _FETCHED or relations & _FETCHED_RELATIONS:
            fetched.append(target)
    refresh = _refresh(tree)
    if refresh:
        links.append(refresh)
    unlisted = refresh or "noindex" in _meta(tree, "name", "robots") or not canonical
    return PageFacts(
        url=url,
        anchors=frozenset(ids),
        duplicates=tuple(sorted(name for name, count in ids.items() if count > 1)),
        links=tuple(links),
        fetched=tuple(fetched),
        canonical=canonical,
        alternates=alternates,
        refresh=refresh,
        listed=not unlisted,
        head=_head(tree),
        inline=(*_inline(tree), *(_handlers(tree) if _MAYBE_HANDLER.search(html) else ())),
    )


def _targets(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    for node in tree.css(_SELECTOR):
        for name, elements in _LINKS.items():
            if node.tag in elements and name in node.attributes:
                yield node, node.attributes[name] or ""
    for node in tree.css("img[srcset], source[srcset]"):
        for candidate in (node.attributes["srcset"] or "").split(","):
            yield node, candidate.strip().partition(" ")[0]


def _meta(tree: LexborHTMLParser, attribute: str, name: str) -> str:
    """Return what the metadata of a name say, or nothing."""
    node = tree.css_first(f'meta[{attribute}="{name}" i]')
    return (node.attributes.get("content") or "") if node else ""


def _refresh(tree: LexborHTMLParser) -> str:
    """Return where a page leads by meta refresh, as in ``content="0; url=../b/"``, or nothing."""
    match = _REFRESH.match(_meta(tree, "http-equiv", "refresh"))
    return match[1] if match else ""


def _head(tree: LexborHTMLParser) -> tuple[str, ...]:
    first = tree.head.css("*")[1:3] if tree.head else []
    return tuple(_told(node) for node in first)


def _told(node: LexborNode) -> str:
    """Return an element's name; for metadata, with the encoding or the policy that it sets."""
    attributes = node.attributes
    if "charset" in attributes:
        return f"{node.tag} {(attributes['charset'] or '').lower()}"
    if (attributes.get("http-equiv") or "").lower() == "content-security-policy":
        return f"{node.tag} {attributes.get('content') or ''}"
    return str(node.tag)


def _inline(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("script:not([src])"):
        if (node.attributes.get("type") or "").lower() in _CODE_TYPES:
            yield "<script>"
    yield from ("<style>" for _ in tree.css("style"))
    yield from (f"<{node.tag} style>" for node in tree.css("[style]"))
    for node, target in _targets(tree):
        scheme = "".join(target.split()).partition(":")[0].lower()
        if scheme in {"javascript", "vbscript"} or (scheme == "data" and node.tag not in {"img", "image", "link"}):
            yield f"<{node.tag}> {scheme}:"


def _handlers(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        yield from (f"<{node.tag} {name}>" for name in node.attributes if name.startswith("on"))
