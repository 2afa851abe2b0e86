# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page written by hand as readers get it, and where in its Markdown a part of that stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spelbok.diagnostics import Code, Diagnostic, Span
from spelbok.playbook.markdown_pages import FRONT_MATTER, Handwritten

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)[^`\n]+\1(?!`)")
#: What begins a box, with its type.
BOX_SIGN = re.compile(r"^[ \t]*+(?:!!!|\?\?\?\+?+)[ \t]?+[\w-]++", re.MULTILINE)
#: In these, signs are meant to be seen.
_LITERAL = frozenset({"code", "pre", "kbd", "samp"})
#: The elements that name a file, with the attribute that does.
_NAMING = {"a": "href", "img": "src"}


@dataclass(frozen=True)
class RenderedPage:
    """A page with its HTML, without what the theme puts around it."""

    page: Handwritten
    html: str

    @cached_property
    def _nodes(self) -> tuple[LexborNode, ...]:
        tree = LexborHTMLParser(self.html)
        return tuple(tree.root.traverse(include_text=True)) if tree.root else ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id, which links may lead to."""
        return frozenset(node.attributes["id"] or "" for node in self._elements() if "id" in node.attributes)

    @cached_property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The elements that name a file or a page, each with the address, in order."""
        found = ((str(node.tag), node.attributes.get(_NAMING.get(str(node.tag), ""))) for node in self._elements())
        return tuple((tag, address) for tag, address in found if address is not None)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What readers see as running text, piece by piece, without code."""
        return tuple(node.text_content or "" for node in self._nodes if node.tag == "-text" and not _is_literal(node))

    def _elements(self) -> Iterator[LexborNode]:
        return (node for node in self._nodes if node.tag != "-text")

    @cached_property
    def without_code(self) -> str:
        """The Markdown with blanks for front matter and code, so that offsets agree."""
        text = FRONT_MATTER.sub(_blank, self.page.text)
        return _CODE.sub(_blank, _FENCE.sub(_blank, text)) if "`" in text or "~~~" in text else text

    def places(self) -> Callable[[Code, str, dict[str, str]], Diagnostic]:
        """Return a function that makes a diagnostic about what a pattern finds: each time the next such place."""
        reached: dict[str, int] = {}

        def place(code: Code, pattern: str, params: dict[str, str]) -> Diagnostic:
            sign = re.compile(pattern, re.IGNORECASE)
            found = sign.search(self.without_code, reached.get(pattern, 0)) or sign.search(self.page.text)
            if found is None:  # Written in another way, as with entities.
                return Diagnostic(code, self.page.file, self._body, params)
            reached[pattern] = found.end()
            return self.page.about(code, *found.span(), params)

        return place

    @property
    def _body(self) -> Span:
        """The first place of the text after the front matter."""
        line = self.page.text.count("\n", 0, len(self.page.text) - len(self.page.body)) + 1
        return Span(line, 1, line, 1)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _is_literal(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in _LITERAL:
            return True
        parent = parent.parent
    return False
