# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages written by hand, in both languages: Markdown in, a document of paired sections out.

Sections are paired by their order. So a page can be asked what an entry can be
asked: which of its texts are translated, and where they stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from spelbok.diagnostics import START, Code, Diagnostic, Span
from spelbok.locales import Locale
from spelbok.source import parser
from spelbok.source.document import Document, position

_HEADING = re.compile(r"#{2,6} ")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
#: The lines between two lines of dashes at the very beginning.
FRONT_MATTER = re.compile(r"\A---\n(.*?)^---(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title: *(.+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A page in Markdown. ``name`` is its path without suffix, the same in both languages."""

    file: str
    name: str
    locale: Locale
    text: str

    @property
    def body(self) -> str:
        """The text after the front matter."""
        return FRONT_MATTER.sub("", self.text)

    @property
    def title(self) -> str:
        """What the front matter says that the page is called; may be empty."""
        front = FRONT_MATTER.match(self.text)
        found = _TITLE.search(front[0]) if front else None
        return found[1].strip("\"' ") if found else ""

    def about(self, code: Code, start: int, end: int, params: dict[str, str]) -> Diagnostic:
        """Return a diagnostic about a stretch of the text, of which the last line is left out if it is empty."""
        end = start + len(self.text[start:end].rstrip("\n"))
        (line, column), (end_line, end_column) = (self._position(offset) for offset in (start, end))
        return Diagnostic(code, self.file, Span(line, column, end_line, end_column), params)

    def _position(self, offset: int) -> tuple[int, int]:
        return position(self.text, offset)


#: The versions of a page; it has at least one.
Versions = Mapping[Locale, Handwritten]


def versions(pages: Iterable[Handwritten]) -> dict[str, Versions]:
    """Return pages by name, each in its languages."""
    found: dict[str, dict[Locale, Handwritten]] = {}
    for page in pages:
        found.setdefault(page.name, {})[page.locale] = page
    return dict(found)


def document(page: Versions, first: Locale) -> Document:
    """Return a page as ``sections``, a list of texts in each language.

    ``first`` is the language that was written first: the places are those of its sections.
    """
    parts = {locale: list(_sections(version.text)) for locale, version in page.items()}
    items = []
    for number, row in enumerate(zip_longest(*parts.values())):
        line = parts[first][number][0] if number < len(parts.get(first, ())) else 1
        span = Span(line, 1, line, 1)
        pairs = [
            (_scalar(locale, span), _scalar(part[1], span))
            for locale, part in zip(parts, row, strict=True)
            if part is not None
        ]
        items.append(parser.Mapping(tuple(pairs), span))
    root = parser.Mapping(((_scalar("sections", START), parser.Sequence(tuple(items), START)),), START)
    shown = page.get(first) or next(iter(page.values()))
    return Document(shown.file, shown.text, root)


def _sections(text: str) -> Iterator[tuple[int, str]]:
    """Yield each section with the line that it begins on; the first is what stands above all headings of level 2."""
    lines = text.splitlines()
    start, fence = 0, ""
    for number, line in enumerate(lines):
        sign = _FENCE.match(line)
        if sign and not fence:
            fence = sign[1]
        elif sign and line.strip().startswith(fence):
            fence = ""
        elif not fence and _HEADING.match(line):
            yield start + 1, "\n".join(lines[start:number]).strip()
            start = number
    yield start + 1, "\n".join(lines[start:]).strip()


def _scalar(text: str, span: Span) -> parser.Scalar:
    return parser.Scalar(text, span, "|")
