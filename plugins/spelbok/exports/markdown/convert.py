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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import tinyhtml5

from spelbok.exports.markdown import text

#: From the address of a link, as it stands on the page, to the one in the Markdown; None if there is nowhere to go.
Locate = Callable[[str], str | None]

_DROPPED = frozenset({"script", "style", "link", "button", "svg", "noscript", "template", "textarea", "select"})
#: What only works on a screen, by class; a site's own navigation shows the kind.
_CLICKABLE = frozenset(
    "sb-answers sb-checklist-bar sb-definition sb-kind sb-map sb-map-help sb-number sb-print-title sb-screen".split()  # noqa: SIM905 - as it reads
)
#: What stands out by colour or a frame on our site, by class.
_STRESSED = {"sb-level": "**", "sb-say__label": "**", "sb-time": "*"}
#: What has a line of its own on our site, by class.
_BELOW = frozenset({"sb-facts__note"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OWN_FORM = frozenset({*_HEADINGS, "ul", "ol", "dl", "table", "blockquote", "pre", "details", "hr"})
_BLOCKS = _OWN_FORM | frozenset(
    "address article aside dd div fieldset figcaption figure footer form header legend main nav p section".split()  # noqa: SIM905 - as it reads
)
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_INDENT = "    "
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ANCHOR_ALONE = re.compile(r"(?:<span id=\"[^\"]*\"></span>)+")
_ITEM = re.compile(r"-   |\d+\. ")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of a line that is Markdown already; ``stressed`` is how it looks beside other emphasis."""

    text: str
    beside: str = ""


def markdown(html: str, locate: Locate, language: str) -> str:
    """Return a page's HTML as Markdown, with a line break at its end. ``language`` is that of the page."""
    document: ET.Element = tinyhtml5.parse(html, namespace_html_elements=False)
    body = document.find("body")
    assert body is not None, "a parser of HTML always gives a body"
    _prune(body, locate)
    return _joined(_Writer(locate, language).blocks(body, language)) + "\n"


def _prune(parent: ET.Element, locate: Locate) -> None:
    """Take away what only works on a screen, or only leads to where there is nothing; the text that follows stays."""
    before: ET.Element | None = None
    for child in list(parent):
        if not isinstance(child.tag, str) or _is_idle(child) or _leads_nowhere(child, locate):
            if before is None:
                parent.text = (parent.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")
            parent.remove(child)
        else:
            _prune(child, locate)
            before = child


def _is_idle(element: ET.Element) -> bool:
    """Whether an element does nothing without a script or a pointer."""
    is_field = element.tag == "input" and element.get("type") != "checkbox"
    classes = set(element.get("class", "").split())
    return element.tag in _DROPPED or "hidden" in element.attrib or is_field or bool(classes & _CLICKABLE)


def _leads_nowhere(element: ET.Element, locate: Locate) -> bool:
    """Whether a paragraph or an item of a list is a link to a page that is not written, and nothing else."""
    if element.tag not in ("p", "li") or len(element) != 1 or element[0].tag != "a":
        return False
    beside = (element.text or "") + (element[0].tail or "")
    return not beside.strip() and locate(element[0].get("href", "")) is None


class _Writer:
    """Writes elements as blocks: texts without the line break at their end. ``around`` is the language around them."""

    def __init__(self, locate: Locate, language: str) -> None:
        self._locate = locate
        self._language = language

    def blocks(self, parent: ET.Element, around: str) -> list[str]:
        """Return what an element holds: its blocks, and the text between them as paragraphs."""
        language = parent.get("lang", around)
        found: list[str] = []
        run: list[str | _Mark | ET.Element] = [_anchor(parent), parent.text or ""]
        for child in parent:
            if child.tag in _BLOCKS:
                if child.tag in _OWN_FORM and child.tag not in _HEADINGS:
                    run.append(_anchor(child))
                found += [self._line(run, language), *self._block(child, language)]
                run = [child.tail or ""]
            else:
                run += [child, child.tail or ""]
        found.append(self._line(run, language))
        return _with_anchors([block for block in found if block])

    def _block(self, element: ET.Element, around: str) -> list[str]:
        forms = {
            **dict.fromkeys(_HEADINGS, self._heading),
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
        words = self._line(_content(element), around, opening=False)
        anchor = f" {{#{element.get('id')}}}" if "id" in element.attrib else ""
        return [f"{'#' * (_HEADINGS.index(element.tag) + 1)} {words}{anchor}"]

    def _quote(self, element: ET.Element, around: str) -> list[str]:
        return [_prefixed(_joined(self.blocks(element, around)), "> ")]

    def _list(self, element: ET.Element, around: str) -> list[str]:
        numbers = element.tag == "ol"
        items = [item for item in element if item.tag == "li"]
        if any(child.tag in _HEADINGS for item in items for child in item):
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
        heading = next(child for child in item if child.tag in _HEADINGS)
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
                rows.append(self._line([_anchor(child), *_content(child)], child.get("lang", around)))
            else:
                rows[-1] += f"\n{_hung(_joined(self.blocks(child, around)), ':   ')}"
        return ["\n\n".join(rows)] if rows else []

    def _fact(self, group: ET.Element, around: str) -> str:
        term = self._line([_anchor(group[0]), *_content(group[0])], group[0].get("lang", around))
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
            title = self._line(_content(summary), around).replace('"', "&quot;")
            element.remove(summary)
        return [f'??? note "{title}"\n\n{_prefixed(_joined(self.blocks(element, around)), _INDENT)}']

    def _line(self, parts: Iterable[str | _Mark | ET.Element], language: str, *, opening: bool = True) -> str:
        """Return text and elements in a line as one line of Markdown, or nothing if a reader sees nothing of it."""
        line = _written(self._pieces(parts, language), opening=opening)
        return (
            _in_language(line, language) if language != self._language and not _ANCHOR_ALONE.fullmatch(line) else line
        )

    def _pieces(self, parts: Iterable[str | _Mark | ET.Element], language: str) -> Iterator[str | _Mark]:
        for part in parts:
            if isinstance(part, ET.Element):
                yield from self._element(part, language)
            else:
                yield part

    def _element(self, element: ET.Element, around: str) -> Iterator[str | _Mark]:
        """Yield an element in a line. Space at its edges goes outside, where Markdown wants it."""
        language = element.get("lang", around)
        words = "".join(element.itertext())
        inner = _written(self._pieces(_content(element), language), opening=False)
        yield _anchor(element)
        classes = set(element.get("class", "").split())
        if element.tag == "br" or classes & _BELOW:
            yield _Mark("<br>")
        if not inner:
            yield words  # Space alone.
            return
        yield " " if words[:1].isspace() else ""
        stressed = next((_STRESSED[name] for name in classes & _STRESSED.keys()), _EMPHASIS.get(element.tag, ""))
        target = self._locate(element.get("href", "")) if element.tag == "a" else None
        if element.tag == "a" and target is None:
            return
        if element.tag == "code":
            yield _Mark(text.code(words))
        elif language != around:
            yield _Mark(_in_language(inner, language, element.tag if element.tag == "cite" else "span"))
        elif target is not None:
            yield _Mark(f"[{inner}]({text.address(target)})")
        elif stressed:
            name = "strong" if stressed == "**" else "em"
            yield _Mark(f"{stressed}{inner}{stressed}", beside=f"<{name}>{inner}</{name}>")
        else:
            yield from self._pieces(_content(element), language)
        yield " " if words[-1:].isspace() else ""


def _written(pieces: Iterable[str | _Mark], *, opening: bool = True) -> str:
    """Return pieces as a line: texts that touch are escaped together, ``opening`` says whether as a line's start."""
    line, words = "", ""
    for piece in [*pieces, _Mark("")]:
        if isinstance(piece, str):
            words += piece
            continue
        said = _SPACE.sub(" ", words)
        said = said.lstrip(" ") if not line or line.endswith(" ") else said
        words = words if not piece.text else ""
        line += text.escaped(said, opening=opening and not line)
        if not piece.text:
            continue
        both = "*" in (line[-1:], piece.text[len("**") :][:1])
        line += piece.beside if piece.beside and ("*" in piece.text.strip("*") or both) else piece.text
    return line.strip(" ")


def _in_language(line: str, language: str, name: str = "span") -> str:
    return f'<{name} lang="{text.value(language)}">{line}</{name}>'


def _content(element: ET.Element) -> list[str | _Mark | ET.Element]:
    found: list[str | _Mark | ET.Element] = [element.text or ""]
    for child in element:
        found += [child, child.tail or ""]
    return found


def _anchor(element: ET.Element) -> _Mark | str:
    """Return the id of an element as an element of its own; a heading writes its id itself."""
    own = element.get("id") if element.tag not in (*_HEADINGS, "input") else None
    return _Mark(f'<span id="{text.value(own)}"></span>') if own else ""


def _with_anchors(blocks: list[str]) -> list[str]:
    """Return blocks with every id that stands alone before a heading put into it, where no empty paragraph is left."""
    found: list[str] = []
    for block in blocks:
        if found and block.startswith("#") and _ANCHOR_ALONE.fullmatch(found[-1]):
            marks, _, rest = block.partition(" ")
            found[-1] = f"{marks} {found[-1]}{rest}"
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
