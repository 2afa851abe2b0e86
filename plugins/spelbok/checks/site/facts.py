# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks of a built site need to know of it, read once."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spelbok.diagnostics.progress import Tick, silent

#: Attributes that name another file, with the elements that have them.
_LINKS = {
    "href": ("a", "area", "link", "use", "image"),
    "src": ("script", "img", "source", "iframe", "audio", "video", "track", "embed"),
    "action": ("form",),
    "poster": ("video",),
    "data": ("object",),
}
#: Elements whose file a browser fetches by itself, and relations of <link> that it fetches.
_FETCHED = frozenset(
    {"script", "img", "source", "iframe", "audio", "video", "track", "embed", "object", "use", "image"}
)
_FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"})
#: Relations of <link> that name this site by its public address; they are judged on their own.
_PUBLIC = frozenset({"alternate", "canonical"})
#: A script of another type is data, which a browser does not run.
_CODE_TYPES = frozenset({"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"})
#: What may be an attribute that runs code, in small letters; the tree then tells whether it is one.
_MAYBE_HANDLER = re.compile(rb"on(?<=[\s\"'/]on)[a-z]+\s*=")
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"']*)", re.IGNORECASE)


#: Attributes that tell something of a page, and elements that do so without any.
_TELLING = frozenset({"id", "srcset", "style", "name", "http-equiv", *_LINKS})
_INLINE = frozenset({"script", "style"})
_NONE = frozenset[str]()
#: Folders and a file's name in which every character means itself; and the same after steps up.
_NAMES = re.compile(r"(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?", re.ASCII)
_STEPS = re.compile(rf"((?:\./)?(?:\.\./)*)({_NAMES.pattern})", re.ASCII)

#: The attributes of an element; one without a value has None.
Attributes = Mapping[str, str | None]
#: An element's name and attributes.
Element = tuple[str, Attributes]


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
        path = self._path(way, page) if way else page
        return None if path is None else (path, unquote(anchor))

    def _path(self, link: str, page: str) -> str | None:
        """Return the path that a link without an anchor leads to, or None if it leads elsewhere."""
        if link.startswith(self.base) and _NAMES.fullmatch(link, len(self.base)):
            return f"/{link[len(self.base) :]}"
        steps, folders = _STEPS.fullmatch(link), _plain_folders(page)
        if steps and folders and (up := steps[1].count("../")) < len(folders):
            return "/".join((*folders[: len(folders) - up], steps[2]))
        return self._any_path(link, page)

    def _any_path(self, link: str, page: str) -> str | None:
        """Return the same for addresses of every form (RFC 3986, 5.2), which takes ten times as long."""
        try:
            url = urlsplit(link)
            if not (url.scheme in ("http", "https") and url.netloc):
                url = urlsplit(urljoin(urljoin(self.base, page.lstrip("/")), link))
        except ValueError:
            return ""  # No address at all, so a dead one.
        root = urlsplit(self.base)
        if url.scheme not in ("http", "https") or url.netloc != root.netloc or not url.path.startswith(root.path):
            return None
        return "/" + unquote(url.path.removeprefix(root.path))

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


def read_site(folder: Path, site_url: str = "", tick: Tick = silent) -> Site:
    """Read what a built site consists of.

    ``site_url`` is the public address of the site's root; links that begin
    with it, or with its path, are links within the site. ``tick`` is told how
    many pages are read.
    """
    files = frozenset(_files(os.fspath(folder)))
    names = sorted(name for name in files if name.endswith(".html"))
    pages = []
    for number, name in enumerate(names, 1):
        pages.append(facts(address(name), (folder / name[1:]).read_bytes()))
        tick(number, len(names))
    return Site(folder, site_url or "https://site.invalid/", files, {page.url: page for page in pages})


def _files(folder: str, inside: str = "") -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{inside}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, name)
            elif entry.is_file():
                yield name


@lru_cache(maxsize=1)
def _plain_folders(page: str) -> tuple[str, ...]:
    """Return the folders on the way to a page, the site's root as an empty name; nothing if one has an odd name."""
    folders = page.rpartition("/")[0]
    return tuple(folders.split("/")) if _NAMES.fullmatch(folders[1:]) else ()


def address(file: str) -> str:
    """Return the address at which a file is read."""
    return file.removesuffix("index.html") if file.endswith("/index.html") else file


def facts(url: str, html: bytes) -> PageFacts:
    """Return what a page offers and asks for."""
    tree = LexborHTMLParser(html)
    elements = list(_elements(tree))
    targets = list(_targets(elements))
    ids = Counter(attributes["id"] or "" for _, attributes in elements if "id" in attributes)
    links: list[str] = []
    fetched: list[str] = []
    alternates: dict[str, str] = {}
    canonical = ""
    for tag, attributes, target in targets:
        relations = set((attributes.get("rel") or "").split()) if tag == "link" else _NONE
        if "alternate" in relations and attributes.get("hreflang"):
            alternates[attributes["hreflang"] or ""] = target
        elif "canonical" in relations:
            canonical = target
        if not relations & _PUBLIC or attributes.keys() & {"hreflang", "type"}:
            links.append(target)
        if tag in _FETCHED or relations & _FETCHED_RELATIONS:
            fetched.append(target)
    refresh = _refresh(elements)
    if refresh:
        links.append(refresh)
    unlisted = refresh or "noindex" in _meta(elements, "name", "robots") or not canonical
    return PageFacts(
        url=url,
        anchors=frozenset(map(sys.intern, ids)),
        duplicates=tuple(sorted(name for name, count in ids.items() if count > 1)),
        links=_once(links),
        fetched=_once(fetched),
        canonical=canonical,
        alternates=alternates,
        refresh=refresh,
        listed=not unlisted,
        head=_head(tree),
        inline=(*_inline(elements, targets), *(_handlers(tree) if _MAYBE_HANDLER.search(html.lower()) else ())),
    )


def _once(texts: list[str]) -> tuple[str, ...]:
    """Return each text once, in order. Pages have most of theirs in common, so one of each is kept for all."""
    return tuple(map(sys.intern, dict.fromkeys(texts)))


def _elements(tree: LexborHTMLParser) -> Iterator[Element]:
    """Yield every element of which something is told, in the order of the page."""
    for node in tree.root.traverse() if tree.root else ():
        attributes = node.attributes
        if not _TELLING.isdisjoint(attributes) or node.tag in _INLINE:
            yield str(node.tag), attributes


def _targets(elements: list[Element]) -> Iterator[tuple[str, Attributes, str]]:
    for tag, attributes in elements:
        for name, with_it in _LINKS.items():
            if name in attributes and tag in with_it:
                yield tag, attributes, attributes[name] or ""
    for tag, attributes in elements:
        if "srcset" in attributes and tag in {"img", "source"}:
            for candidate in (attributes["srcset"] or "").split(","):
                yield tag, attributes, candidate.strip().partition(" ")[0]


def _meta(elements: list[Element], attribute: str, name: str) -> str:
    """Return what the metadata of a name say, or nothing."""
    named = (
        attributes
        for tag, attributes in elements
        if tag == "meta" and (attributes.get(attribute) or "").lower() == name
    )
    return next(named, {}).get("content") or ""


def _refresh(elements: list[Element]) -> str:
    """Return where a page leads by meta refresh, as in ``content="0; url=../b/"``, or nothing."""
    match = _REFRESH.match(_meta(elements, "http-equiv", "refresh"))
    return match[1] if match else ""


def _head(tree: LexborHTMLParser) -> tuple[str, ...]:
    first = tree.head.css("*")[1:3] if tree.head else []
    return tuple(sys.intern(_told(node)) for node in first)


def _told(node: LexborNode) -> str:
    """Return an element's name; for metadata, with the encoding or the policy that it sets."""
    attributes = node.attributes
    if "charset" in attributes:
        return f"{node.tag} {(attributes['charset'] or '').lower()}"
    if (attributes.get("http-equiv") or "").lower() == "content-security-policy":
        return f"{node.tag} {attributes.get('content') or ''}"
    return str(node.tag)


def _inline(elements: list[Element], targets: list[tuple[str, Attributes, str]]) -> Iterator[str]:
    for tag, attributes in elements:
        if tag == "script" and "src" not in attributes and (attributes.get("type") or "").lower() in _CODE_TYPES:
            yield "<script>"
    yield from ("<style>" for tag, _ in elements if tag == "style")
    yield from (f"<{tag} style>" for tag, attributes in elements if "style" in attributes)
    for tag, _, target in targets:
        if ":" in target:
            scheme = "".join(target.split()).partition(":")[0].lower()
            if scheme in {"javascript", "vbscript"} or (scheme == "data" and tag not in {"img", "image", "link"}):
                yield f"<{tag}> {scheme}:"


def _handlers(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        yield from (f"<{node.tag} {name}>" for name in node.attributes if name.startswith("on"))
