# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turn the page of an entry into a chapter of a longer document.

A chapter is the same HTML as the page, by the same template, with the
differences that a book makes: what is closed on the screen is open, what can
only be clicked is left out, ids are unique in the whole document, headings
come below the title of their part, and links lead to where the reader is - to
another chapter if there is one, else to the public address.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import tinyhtml5
from markupsafe import Markup

from spelbok.site.routes import Page

#: From the id of an entry, or the name of another page, and an anchor on it, to an address in the document.
Locate = Callable[[str, str], str]

#: What only works on a screen, by class.
_CLICKABLE = frozenset({"sb-definition", "sb-checklist-bar", "sb-kind", "sb-screen"})
_DROPPED = frozenset({"script", "button", "input", "noscript", "template"})
_SVG = "{http://www.w3.org/2000/svg}"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Attributes that mean something on a site alone.
_OF_SITE = ("role", "tabindex", "hidden", "popover", "aria-labelledby", "aria-label", "aria-hidden", "for", "align")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chapter stands: the prefix of its ids, the level of its title, and how its links are found."""

    name: str
    level: int
    #: The name of each page of the document by its address on the site.
    names: Mapping[str, str]
    locate: Locate
    #: The site's public address.
    site: str
    #: Whether the addresses of links to the web are told, as paper needs.
    tell_addresses: bool


def chapter(html: str, page: Page, place: Place) -> ET.Element:
    """Return the chapter as a ``section``; its first child is the title."""
    document: ET.Element = tinyhtml5.parse(html, namespace_html_elements=False)
    body = document.find("body")
    assert body is not None, "a parser of HTML always gives a body"
    body.tag = "section"
    _prune(body)
    for element in list(body.iter()):
        _unprefix(element)
        _open(element)
        _unwrap_groups(element)
        _link(element, page, place)
        _rename(element, place)
    if place.tell_addresses:
        _tell_addresses(body)
    body.set("class", f"chapter chapter-{place.name}")
    return body


def as_html(element: ET.Element) -> Markup:
    """Return a chapter as HTML."""
    return Markup(ET.tostring(element, encoding="unicode", method="html"))  # noqa: S704 - parsed, written with escapes


def as_xml(element: ET.Element) -> Markup:
    """Return a chapter as HTML that is XML as well."""
    return Markup(ET.tostring(element, encoding="unicode"))  # noqa: S704 - as above


def web_address(url: str) -> str:
    """Return an address as people write it: without the protocol and the last slash."""
    parts = urlsplit(url)
    shown = parts.netloc.removeprefix("www.") + parts.path + (f"?{parts.query}" if parts.query else "")
    return shown.rstrip("/")


def _prune(parent: ET.Element) -> None:
    """Take away what only works on a screen; the text that follows it stays."""
    before: ET.Element | None = None
    for child in list(parent):
        if child.tag in _DROPPED or not isinstance(child.tag, str) or _CLICKABLE & set(_classes(child)):
            _append_text(parent, before, child.tail)
            parent.remove(child)
        else:
            _prune(child)
            before = child


def _append_text(parent: ET.Element, before: ET.Element | None, text: str | None) -> None:
    if before is None:
        parent.text = (parent.text or "") + (text or "")
    else:
        before.tail = (before.tail or "") + (text or "")


def _classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _unprefix(element: ET.Element) -> None:
    """Give a picture the plain names that HTML and XML both read: parsed, they bear namespaces."""
    for name in [name for name in element.attrib if name.startswith("{")]:
        del element.attrib[name]
    if element.tag.startswith(_SVG):
        element.tag = element.tag.removeprefix(_SVG)
        if element.tag == "svg":
            element.set("xmlns", _SVG[1:-1])


def _open(element: ET.Element) -> None:
    """Open what the page keeps closed until it is asked for."""
    if element.tag == "details":
        element.tag = "div"
        element.attrib.pop("open", None)
    elif element.tag == "summary":
        element.tag = "p"
        element.set("class", "opened")
        element.text = element.attrib.pop("data-opened", element.text)
    elif element.tag == "label":
        element.tag = "span"


def _unwrap_groups(element: ET.Element) -> None:
    """Let the terms of a list stand in the list itself: a tagged PDF knows no groups between them."""
    if element.tag != "dl":
        return
    children: list[ET.Element] = []
    for child in list(element):
        children += list(child) if child.tag == "div" else [child]
        element.remove(child)
    element.extend(children)


def _link(element: ET.Element, page: Page, place: Place) -> None:
    """Lead a link to where the reader is, and mark the language of its text on itself."""
    href = element.get("href") if element.tag == "a" else None
    if href is None:
        return
    element.attrib.pop("hreflang", None)
    if len(element) == 1 and element[0].tag == "cite":
        element.text = element[0].text
        element.set("lang", element[0].get("lang", ""))
        element.set("class", "cited")
        element.remove(element[0])
    address, _, part = href.partition("#")
    if urlsplit(address).scheme:
        return
    path = urljoin(f"/{page.url}", address).lstrip("/") if address else page.url
    name = place.name if not address else place.names.get(path)
    element.set("href", place.locate(name, part) if name else urljoin(place.site, path) + href[len(address) :])


def _tell_addresses(parent: ET.Element) -> None:
    """Write the address of every link to the web after its text."""
    for index, child in reversed(list(enumerate(parent))):
        _tell_addresses(child)
        href = child.get("href", "") if child.tag == "a" else ""
        if urlsplit(href).scheme in {"http", "https"}:
            told = ET.Element("span", {"class": "address"})
            told.text = f" ({web_address(href)})"
            told.tail, child.tail = child.tail, None
            parent.insert(index + 1, told)


def _rename(element: ET.Element, place: Place) -> None:
    """Make ids unique in the document, and let headings come below the title of their part."""
    for name in [name for name in element.attrib if name in _OF_SITE or name.startswith("data-")]:
        del element.attrib[name]
    if element.tag in _HEADINGS:
        level = min(_HEADINGS.index(element.tag) + place.level, len(_HEADINGS))
        if element.tag == "h1":
            element.set("id", place.name)
        element.tag = _HEADINGS[level - 1]
    if "id" in element.attrib and element.get("id") != place.name:
        element.set("id", anchor(place.name, element.get("id", "")))


def anchor(name: str, part: str) -> str:
    """Return the id in a document of a part of a chapter; of the chapter itself without a part."""
    return f"{name}.{part}" if part else name


def links(element: ET.Element) -> Iterator[tuple[str, str, str]]:
    """Yield each link's target, text and language, which is empty where it is the document's."""
    for link in element.iter("a"):
        yield link.get("href", ""), " ".join("".join(link.itertext()).split()), link.get("lang", "")
