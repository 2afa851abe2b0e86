# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML of the templates in, Markdown out.

What Markdown has a form for gets that form: headings with their ids, lists,
task lists, tables, quotes, links. What only a script or a pointer can use is
left out, as in the book. What Markdown has no form for but a reader needs -
an id in the middle of a text, the language of a foreign word - stays as an
element without text of its own. Python-Markdown is the strictest reader, so
the form is its: four spaces for what lies inside a list item, a comment
between two lists that would run together.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import tinyhtml5

from zensical_spelbok import text
from zensical_spelbok.lines import ANCHOR_ALONE, HEADINGS, Lines, Locate, Piece, anchor, content
from zensical_spelbok.readable import prune

_OWN_FORM = frozenset({*HEADINGS, "ul", "ol", "dl", "table", "blockquote", "pre", "details", "hr"})
_BLOCKS = _OWN_FORM | frozenset(
    "address article aside dd div fieldset figcaption figure footer form header legend main nav p section".split()  # noqa: SIM905 - as it reads
)
_INDENT = "    "
#: How the blocks begin that an id cannot stand before in the same line.
_NO_PARAGRAPH = re.compile(r"-   |\d+\. |    |[|>]|\?\?\? |\*\*\*$")
_ITEM = re.compile(r"-   |\d+\. ")


def markdown(html: str, locate: Locate, language: str) -> str:
    """Return a page's HTML as Markdown, with a line break at its end. ``language`` is that of the page."""
    document: ET.Element = tinyhtml5.parse(html, namespace_html_elements=False)
    body = document.find("body")
    assert body is not None, "a parser of HTML always gives a body"
    prune(body, locate)
    return _joined(_Writer(Lines(locate, language)).blocks(body, language)) + "\n"


class _Writer:
    """Writes elements as blocks: texts without the line break at their end. ``around`` is the language around them."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def blocks(self, parent: ET.Element, around: str) -> list[str]:
        """Return what an element holds: its blocks, and the text between them as paragraphs."""
        language = parent.get("lang", around)
        found: list[str] = []
        run: list[Piece] = [anchor(parent), parent.text or ""]
        for child in parent:
            if child.tag in _BLOCKS:
                if child.tag in _OWN_FORM and child.tag not in HEADINGS:
                    run.append(anchor(child))
                found += [self._lines.line(run, language), *self._block(child, language)]
                run = [child.tail or ""]
            else:
                run += [child, child.tail or ""]
        found.append(self._lines.line(run, language))
        return _with_anchors([block for block in found if block])

    def _block(self, element: ET.Element, around: str) -> list[str]:
        forms = {
            **dict.fromkeys(HEADINGS, self._heading),
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "table": self._table,
            "blockquote": self._quote,
            "pre": _preformatted,
            "details": self._details,
            "hr": _rule,
        }
        return forms.get(element.tag, self.blocks)(element, element.get("lang", around))

    def _heading(self, element: ET.Element, around: str) -> list[str]:
        words = self._lines.line(content(element), around, opening=False)
        own = f" {{#{element.get('id')}}}" if "id" in element.attrib else ""
        return [f"{'#' * (HEADINGS.index(element.tag) + 1)} {words}{own}"]

    def _quote(self, element: ET.Element, around: str) -> list[str]:
        return [_prefixed(_joined(self.blocks(element, around)), "> ")]

    def _list(self, element: ET.Element, around: str) -> list[str]:
        numbers = element.tag == "ol"
        items = [item for item in element if item.tag == "li"]
        if any(child.tag in HEADINGS for item in items for child in item):
            return [block for index, item in enumerate(items, 1) for block in self._part(item, index, around)]
        marks = [f"{int(element.get('start', '1')) + index}." if numbers else "-" for index in range(len(items))]
        written = [
            _hung(self._item(item, around), mark.ljust(4) if len(mark) < len(_INDENT) else f"{mark} ")
            for mark, item in zip(marks, items, strict=True)
        ]
        # With more than a line in one item there are blank lines between all, which every dialect reads alike.
        return [("\n\n" if any("\n" in item for item in written) else "\n").join(written)] if written else []

    def _part(self, item: ET.Element, number: int, around: str) -> list[str]:
        """Return a list's item that has a heading of its own: the number goes into the heading."""
        heading = next(child for child in item if child.tag in HEADINGS)
        heading.text = f"{number}. {(heading.text or '').lstrip()}"
        return self.blocks(item, around)

    def _item(self, item: ET.Element, around: str) -> str:
        found = self.blocks(item, around) or [""]
        if item.find("input") is not None:
            found[0] = f"[ ] {found[0]}"
        return _joined(found)

    def _definitions(self, element: ET.Element, around: str) -> list[str]:
        """Return a list of terms: their words, and what is said of each.

        Facts, which our templates put in groups, are short: a line each.
        """
        if len(element) and all(child.tag == "div" for child in element):
            return ["\n".join(_hung(self._fact(child, around), "-   ") for child in element)]
        rows: list[str] = []
        for child in _rows(element):
            if child.tag == "dt":
                rows.append(self._lines.line([anchor(child), *content(child)], child.get("lang", around)))
            else:
                rows[-1] += f"\n{_hung(_joined(self.blocks(child, around)), ':   ')}"
        return ["\n\n".join(rows)] if rows else []

    def _fact(self, group: ET.Element, around: str) -> str:
        term = self._lines.line([anchor(group[0]), *content(group[0])], group[0].get("lang", around))
        mark = "" if term.endswith(":") else ":"
        return f"**{term}{mark}** {_joined([block for said in group[1:] for block in self.blocks(said, around)])}"

    def _table(self, element: ET.Element, around: str) -> list[str]:
        rows = [[self._cell(cell, around) for cell in row] for row in element.iter("tr")]
        caption = element.find("caption")
        found = self.blocks(caption, around) if caption is not None else []
        if not rows:
            return found
        width = max(map(len, rows))
        head, *body = [row + [""] * (width - len(row)) for row in rows]
        lines = [head, ["---"] * width, *body]
        return [*found, "\n".join(f"| {' | '.join(line)} |" for line in lines)]

    def _cell(self, cell: ET.Element, around: str) -> str:
        return "<br>".join(self.blocks(cell, around)).replace("\n", " ")

    def _details(self, element: ET.Element, around: str) -> list[str]:
        summary = element.find("summary")
        title = ""
        if summary is not None:
            title = self._lines.line(content(summary), around).replace('"', "&quot;")
            element.remove(summary)
        return [f'??? note "{title}"\n\n{_prefixed(_joined(self.blocks(element, around)), _INDENT)}']


def _with_anchors(blocks: list[str]) -> list[str]:
    """Return blocks with each id that stands alone put into the heading or the paragraph after it."""
    found: list[str] = []
    for block in blocks:
        alone = found[-1] if found and ANCHOR_ALONE.fullmatch(found[-1]) else ""
        if alone and block.startswith("#"):
            marks, _, rest = block.partition(" ")
            found[-1] = f"{marks} {alone}{rest}"
        elif alone and not _NO_PARAGRAPH.match(block):
            found[-1] = alone + block
        else:
            found.append(block)
    return found


def _rows(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the terms of a list and what is said of them, also where they stand in groups."""
    for child in element:
        if child.tag in ("dt", "dd"):
            yield child
        else:
            yield from _rows(child)


def _preformatted(element: ET.Element, around: str) -> list[str]:  # noqa: ARG001 - as the other forms
    """Return lines of code: indented, or one by one where something in them could be read as markup."""
    lines = "".join(element.itertext()).rstrip("\n").split("\n")
    if all(text.is_plain_code(line) for line in lines):
        return [_prefixed("\n".join(lines), _INDENT)]
    return ["<br>".join(text.code(line.replace(" ", "\N{NO-BREAK SPACE}")) for line in lines)]


def _rule(element: ET.Element, around: str) -> list[str]:  # noqa: ARG001 - as the other forms
    return ["***"]


def _prefixed(words: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() for line in words.split("\n"))


def _hung(words: str, mark: str) -> str:
    """Return ``words`` after a mark of four characters, what follows the first line below its text."""
    return mark + _prefixed(words, _INDENT)[len(_INDENT) :]


def _joined(blocks: list[str]) -> str:
    """Return blocks with blank lines between them, and a comment where two of them would run together."""
    found: list[str] = []
    for block in blocks:
        if found and _runs_on(found[-1], block):
            found.append("<!-- -->")
        found.append(block)
    return "\n\n".join(found)


def _runs_on(before: str, block: str) -> bool:
    is_list = _ITEM.match(before) is not None
    if _ITEM.match(block):
        return is_list
    if block.startswith(_INDENT):
        return is_list or before.startswith(("??? ", _INDENT)) or "\n:   " in before
    return block.startswith("> ") and before.startswith("> ")
