# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Explain glossary terms where they first occur on a page."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from spelbok import prose
from spelbok.locales import Locale
from spelbok.model import Glossary
from spelbok.model.vocabulary import GlossaryTerm

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")
#: Elements in which a term is not explained: links, headings, names, code.
_OPAQUE = frozenset(
    {"a", "button", "code", "dt", "h1", "h2", "h3", "h4", "nav", "pre", "script", "style", "summary", "th"}
)
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})


class Terms:
    """The glossary in one language, ready to find its terms in running text."""

    def __init__(self, glossary: Glossary, locale: Locale) -> None:
        self._locale: Locale = locale
        self._terms: dict[str, GlossaryTerm] = {}
        for term in glossary.terms:
            listed = term.forms.sv if locale == "sv" else term.forms.en
            for form in filter(None, (term.term[locale], *listed)):
                self._terms.setdefault(form.casefold(), term)
        longest_first = sorted(self._terms, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def explain(self, html: str, address: Callable[[GlossaryTerm], str]) -> str:
        """Link the first occurrence of each term to its explanation.

        The explanations themselves are added at the end of ``html``, so that
        the page's script can show them on focus and tap; without the script
        the link leads to the glossary. ``address`` gives the link of a term.
        """
        found: dict[str, GlossaryTerm] = {}

        def mark(match: re.Match[str]) -> str:
            term = self._terms[match[0].casefold()]
            if term.id in found:
                return match[0]
            found[term.id] = term
            return f'<a class="sb-term" href="{escape(address(term))}" data-term="{term.id}">{match[0]}</a>'

        parts = [self._pattern.sub(mark, part) if is_open else part for part, is_open in _texts(html)]
        return "".join(parts) + "".join(_definition(term, self._locale, address) for term in found.values())


def _texts(html: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of ``html`` in order, and whether terms may be explained in each."""
    closed: list[str] = []
    for part in _TAG.split(html):
        name = _NAME.match(part)
        if name is None:
            yield part, not closed
            continue
        element = name[1].lower()
        if part.startswith("</"):
            if closed and closed[-1] == element:
                closed.pop()
        elif element not in _VOID and (closed or element in _OPAQUE or " lang=" in part or " data-plain" in part):
            closed.append(element)
        yield part, False


def _definition(term: GlossaryTerm, locale: Locale, address: Callable[[GlossaryTerm], str]) -> str:
    name, _ = term.term.shown(locale)
    definition, language = term.definition.shown(locale)
    return Markup(
        '\n<div class="sb-definition" id="term-{id}" popover data-plain>'
        '<p><a href="{url}">{name}</a>: <span lang="{language}">{text}</span></p></div>'
    ).format(id=term.id, url=address(term), name=name, language=language, text=prose.plain(definition))
