# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the HTML of a page written by hand may hold: elements, attributes and addresses that run nothing.

Everything that is not named here is refused, whether it was written as HTML or
came from an extension of Markdown. Elements have to be closed in order, so
that a page cannot end the elements that the theme puts around it.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NAMES = (
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt "
    "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp "
    "section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
#: Elements of text, lists, tables and images.
ELEMENTS = frozenset(_NAMES.split())
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
#: What a parser adds around a fragment.
_AROUND = frozenset({"html", "head", "body"})
_OF_ALL = frozenset({"id", "class", "lang", "dir", "title", "role"})
_OF_ONE = {
    "a": frozenset({"href", "hreflang", "rel", "download"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope"}),
    "time": frozenset({"datetime"}),
}
_ADDRESSES = frozenset({"href", "src", "cite"})
#: The schemes of addresses.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
#: Classes by which extensions of Markdown mark what only works with scripts that pages do not have.
_SCRIPTED = frozenset({"mermaid", "language-mermaid", "language-math", "annotate"})
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")


def violations(html: str) -> Iterator[str]:
    """Yield what a page may not hold, as it can be found in the text: ``<iframe>``, ``onclick``, ``javascript:``."""
    tree = LexborHTMLParser(html)
    found = [item for node in (tree.root.traverse() if tree.root else ()) for item in _of_element(node)]
    yield from found
    if not any(item.startswith("<") for item in found):  # What is refused is often not closed either.
        yield from _unbalanced(html)


def _of_element(node: LexborNode) -> Iterator[str]:
    tag = str(node.tag)
    if tag in _AROUND:
        yield from node.attributes
    elif tag not in ELEMENTS:
        yield f"<{tag}>"
    else:
        yield from _of_attributes(node, tag)


def _of_attributes(node: LexborNode, tag: str) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name == "style" and tag in {"td", "th"} and _ALIGNED.fullmatch(value or ""):
            continue  # How Markdown aligns a column; it becomes a class.
        if name not in _OF_ALL | _OF_ONE.get(tag, frozenset()) and not name.startswith("aria-"):
            yield name
        elif name in _ADDRESSES and (scheme := _scheme(value or "")) and scheme not in SCHEMES:
            yield f"{scheme}:"


def scripted(html: str) -> Iterator[str]:
    """Yield the classes of what only works with scripts that pages do not have: diagrams, formulas, annotations."""
    for node in LexborHTMLParser(html).css("[class]"):
        yield from sorted(_SCRIPTED & set((node.attributes["class"] or "").split()))


def _scheme(address: str) -> str:
    """Return the scheme of an address as a browser reads it, which drops white space and control characters."""
    address = "".join(sign for sign in address if sign > " ")
    before, colon, _ = address.partition(":")
    return before.lower() if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", before) else ""


class _Balance(HTMLParser):
    """Gathers elements that are not closed in order, and what is neither element, text nor comment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<x/>`` as HTML does: the slash closes nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            self.found.append(f"</{tag}>")
            return
        while (last := self.open.pop()) != tag:
            self.found.append(f"<{last}>")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}"[:20])

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}"[:20])

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}"[:20])


def _unbalanced(html: str) -> Iterator[str]:
    parser = _Balance()
    parser.feed(html)
    parser.close()
    yield from parser.found
    yield from (f"<{tag}>" for tag in parser.open)
    if html.rfind("<!--") > html.rfind("-->"):
        yield "<!--"
