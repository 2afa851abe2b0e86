# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""CommonMark in, safe HTML out.

Texts of entries are data: raw HTML, headings and images stand as the text that
was written. Links go where :mod:`spelbok.model.urls` allows; the sanitiser behind
the renderer is a second wall, not the first.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from spelbok.model.urls import ENTRY_SCHEME, is_allowed

#: From an address as written to the address on the page; None drops the link.
Resolve = Callable[[str], str | None]

#: Every element that a text can become.
TAGS = frozenset(
    "a blockquote br code em hr li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905 - as it reads
)
#: What can begin markup, an entity or an escape. A line without it is its own HTML.
_SIGNS = re.compile(r"[\\`*_\[\]<>&!\0]|[^\S ]| {2}")
#: Paragraphs of words alone: lines begin with a letter and hold nothing that means anything in CommonMark or HTML.
_WORD = r"[^\s\\`*_\[\]<>&!\0]"
_LINE = rf"[^\W\d_]{_WORD}*(?: {_WORD}+)*"
_PARAGRAPHS = re.compile(rf"{_LINE}(?:\n+{_LINE})*")
_BETWEEN = re.compile(r"\n\n+")
_INLINE_LINK = re.compile(r"\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)?")
#: What a text has that holds a link or a list.
_LINK = re.compile(r"\]\(|\]:|<")
_LINK_OR_LIST = re.compile(rf"{_LINK.pattern}|(?:^|\r)[ \t>]*+(?:[-*+]|\d++[.)])(?:\s|$)", re.MULTILINE)
#: What every text with a heading, a link or a list has. A pattern of plain beginnings is looked for fast.
_MAYBE_PART = re.compile(r"\]|<|\n[ \t>]*+[-*+#=\d]|\r")
_COUNTED = frozenset({"heading_open", "link_open", "list_item_open"})
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}},
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
)


def _any_address(url: str) -> bool:  # noqa: ARG001 - the parser calls it so
    return True


def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["heading", "lheading", "image", "html_block", "html_inline"])
    # Every address becomes a link token; links() and render() judge them.
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser


_MARKDOWN = _markdown()
#: The same with headings, for counting what was meant; texts without any of their signs need no second reading.
_OUTLINE = MarkdownIt("commonmark", {"html": False}).enable("table")
_OUTLINE.validateLink = _any_address  # type: ignore[method-assign]
_MAYBE_HEADING = re.compile(r"^ {0,3}(?:#|=++[ \t]*+$|-++[ \t]*+$)", re.MULTILINE)


@lru_cache(maxsize=65536)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(_MARKDOWN.parse(text))


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


def links(text: str) -> list[str]:
    """Return the addresses that a text links to, as written, in order."""
    if _LINK.search(text) is None:
        return []
    return [str(token.attrs["href"]) for token in _flat(_tokens(text)) if token.type == "link_open"]


def placed_links(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Return the addresses that a text links to, in order, each with where it stands: offsets from and to.

    The offsets are 0 where the text has links of other kinds than ``[text](address)`` too.
    """
    found = links(text)
    places = [(place.start() + 2, place.end()) for place in _INLINE_LINK.finditer(text)] if found else []
    return list(zip(found, places if len(places) == len(found) else [(0, 0)] * len(found), strict=True))


def parts(text: str) -> Counter[str]:
    """Return how many headings, links and list items a text has, by the parser's names: ``heading_open``.

    Headings count, though an entry shows them as text: one that stands in a
    single language is a difference.
    """
    if _MAYBE_PART.search(f"\n{text}") is None:  # As with most texts.
        return Counter()
    is_headed = _MAYBE_HEADING.search(text)
    if is_headed is None and _LINK_OR_LIST.search(text) is None:
        return Counter()
    tokens = _OUTLINE.parse(text) if is_headed else _tokens(text)
    return Counter(token.type for token in _flat(tokens) if token.type in _COUNTED)


def plain(text: str) -> str:
    """Return the words of a text without its markup."""
    if _PARAGRAPHS.fullmatch(text):
        return " ".join(text.split())
    return _plain(_tokens(text))


def _plain(tokens: Sequence[Token]) -> str:
    parts = [
        token.content if token.type in {"text", "code_inline", "code_block", "fence"} else " "
        for token in _flat(tokens)
        if token.type != "inline"
    ]
    return " ".join("".join(parts).split())


def block(text: str, resolve: Resolve) -> Markup:
    """Render paragraphs and lists."""
    if _PARAGRAPHS.fullmatch(text):
        paragraphs = _BETWEEN.sub("</p>\n<p>", text)
        return Markup(f"<p>{paragraphs}</p>")  # noqa: S704 - no character in it means anything in HTML
    if _LINK.search(text) is None:
        return _block(text)
    return _html(_resolved(_tokens(text), resolve))


def inline(text: str, resolve: Resolve) -> Markup:
    """Render a line: emphasis, code and links, no paragraphs."""
    if _SIGNS.search(text) is None:
        return Markup(text.strip())  # noqa: S704 - no character in it means anything in HTML
    if _LINK.search(text) is None:
        return _inline(text)
    return _html(_resolved(_MARKDOWN.parseInline(text), resolve))


# A text without links is the same on every page, in every package and on paper.


@lru_cache(maxsize=65536)
def _block(text: str) -> Markup:
    return _html(_tokens(text))


@lru_cache(maxsize=65536)
def _inline(text: str) -> Markup:
    return _html(_MARKDOWN.parseInline(text))


def _html(tokens: Sequence[Token]) -> Markup:
    return _safe(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def scrollable(html: str, label: str) -> str:
    """Wrap tables so that they scroll on their own and can be reached by keyboard.

    How a column is aligned, which Markdown writes as a style, becomes a class.
    """
    if "<table" not in html:
        return str(html)
    opening = str(Markup('<div class="sb-table" role="group" aria-label="{}" tabindex="0"><table>').format(label))
    html = str(html).replace("<table>", opening).replace("</table>", "</table></div>")
    return _ALIGNED.sub(r' class="sb-\1"', html)  # A page's policy allows no style attribute.


def _resolved(tokens: Sequence[Token], resolve: Resolve) -> list[Token]:
    """Return a copy of the tokens with addresses resolved and refused links dropped."""
    result = []
    dropped = 0
    for token in tokens:
        if token.type == "link_open":
            url = str(token.attrs["href"])
            target = resolve(url.removeprefix(ENTRY_SCHEME)) if url.startswith(ENTRY_SCHEME) else url
            if target is None or not is_allowed(url):
                dropped += 1
                continue
            copy = token.copy(attrs={"href": target})
        elif token.type == "link_close" and dropped:
            dropped -= 1
            continue
        else:
            copy = token.copy(children=_resolved(token.children, resolve)) if token.children else token
        result.append(copy)
    return result


def _safe(html: str) -> Markup:
    return Markup(_CLEANER.clean(html).strip())  # noqa: S704 - cleaned here
