# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text and elements in a line: emphasis, links, code, ids, languages."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from zensical_spelbok import text

#: From the address of a link, as it stands on the page, to the one in the Markdown; None if there is nowhere to go.
Locate = Callable[[str], str | None]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: What stands out by colour or a frame on our site, by class.
_STRESSED = {"sb-level": "**", "sb-say__label": "**", "sb-time": "*"}
#: What has a line of its own on our site, by class.
_BELOW = frozenset({"sb-facts__note"})
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
#: A line that holds ids and nothing to read.
ANCHOR_ALONE = re.compile(r"(?:<span id=\"[^\"]*\"></span>)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a line that is Markdown already; ``beside`` is another form of it for where asterisks would touch."""

    text: str
    beside: str = ""


_BREAK = Mark("<br>")
#: What a line is made of.
Piece = str | Mark | ET.Element


class Lines:
    """Writes lines. ``language`` is that of the page, where a line says none; ``locate`` finds its links."""

    def __init__(self, locate: Locate, language: str) -> None:
        self._locate = locate
        self._language = language

    def line(self, pieces: Iterable[Piece], language: str, *, opening: bool = True) -> str:
        """Return text and elements as one line of Markdown, or nothing if a reader sees nothing of it.

        ``opening`` says that the line begins where a list or a rule could begin.
        """
        line = _written(self._marked(pieces, language), opening=opening)
        own = language == self._language or not line or ANCHOR_ALONE.fullmatch(line)
        return line if own else _in_language(line, language)

    def _marked(self, pieces: Iterable[Piece], language: str) -> Iterator[str | Mark]:
        for piece in pieces:
            if isinstance(piece, ET.Element):
                yield from self._element(piece, language)
            else:
                yield piece

    def _element(self, element: ET.Element, around: str) -> Iterator[str | Mark]:
        """Yield an element in a line. Space at its edges goes outside, where Markdown wants it."""
        classes = set(element.get("class", "").split())
        yield anchor(element)
        if element.tag == "br" or classes & _BELOW:
            yield _BREAK
        words = "".join(element.itertext())
        yield " " if words[:1].isspace() else ""
        yield from self._inside(element, words, classes, around)
        yield " " if words[-1:].isspace() else ""

    def _inside(self, element: ET.Element, words: str, classes: set[str], around: str) -> Iterator[str | Mark]:
        language = element.get("lang", around)
        inner = _written(self._marked(content(element), language), opening=False)
        stressed = next((_STRESSED[name] for name in classes & _STRESSED.keys()), _EMPHASIS.get(element.tag, ""))
        if language != around and inner:
            inner = _in_language(inner, language, "cite" if element.tag == "cite" else "span")
        if not inner:
            return
        if element.tag == "code":
            yield Mark(text.code(words))
        elif element.tag == "a":
            target = self._locate(element.get("href", ""))
            if target is not None:
                yield Mark(f"[{inner}]({text.address(target)})")
        elif stressed:
            name = "strong" if stressed == "**" else "em"
            plain = f"<{name}>{inner}</{name}>"
            yield Mark(plain if "*" in inner else f"{stressed}{inner}{stressed}", beside=plain)
        elif language != around:
            yield Mark(inner)
        else:
            yield from self._marked(content(element), language)


def content(element: ET.Element) -> list[Piece]:
    """Return what an element holds, in order."""
    found: list[Piece] = [element.text or ""]
    for child in element:
        found += [child, child.tail or ""]
    return found


def anchor(element: ET.Element) -> Mark | str:
    """Return the id of an element as an element of its own; a heading writes its id itself."""
    own = element.get("id") if element.tag not in (*HEADINGS, "input") else None
    return Mark(f'<span id="{text.value(own)}"></span>') if own else ""


def _written(pieces: Iterable[str | Mark], *, opening: bool) -> str:
    """Return pieces as a line. Texts that touch are escaped together, for what is markup may begin in one of them."""
    line = ""
    for is_text, group in groupby(pieces, lambda piece: isinstance(piece, str)):
        if is_text:
            said = _SPACE.sub(" ", "".join(map(str, group)))
            said = said.lstrip(" ") if line[-1:] in ("", " ") else said
            line += text.escaped(said, opening=opening and not line)
            continue
        for piece in group:
            assert isinstance(piece, Mark), "what is no text is a mark"
            line = line.rstrip(" ") if piece is _BREAK else line
            line += piece.beside if piece.beside and line.endswith("*") else piece.text
    return line.strip(" ")


def _in_language(line: str, language: str, name: str = "span") -> str:
    return f'<{name} lang="{text.value(language)}">{line}</{name}>'
