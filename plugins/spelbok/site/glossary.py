# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Explain glossary terms where they first occur on a page."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape as escape_html

from markupsafe import Markup, escape

from spelbok.locales import Locale
from spelbok.model import Glossary
from spelbok.model.vocabulary import GlossaryTerm
from spelbok.site import markdown

#: Elements in which a term is not explained: links, headings, names, code; and any with a language or mark of its own.
_OPAQUE = "a|button|code|dt|h1|h2|h3|h4|nav|pre|script|style|summary|th"
_VOID = "br|col|hr|img|input|link|meta|wbr"
_OPENING = re.compile(
    rf"<(?:({_OPAQUE})\b|(?!(?:{_VOID})\b)([a-z0-9]+)(?=[^>]* (?:lang=|data-plain)))[^>]*>", re.IGNORECASE
)
#: No entity that we write is longer: ``&#xNNNNNN;``.
_MAX_ENTITY = 12


class Terms:
    """The glossary in one language, ready to find its terms in running text."""

    def __init__(self, glossary: Glossary, locale: Locale) -> None:
        self._terms: dict[str, GlossaryTerm] = {}
        for term in glossary.terms:
            listed = term.forms.sv if locale == "sv" else term.forms.en
            for form in filter(None, (term.term[locale], *listed)):
                for written in _as_html(form.casefold()):
                    self._terms.setdefault(written, term)
        self._pattern = _any_of(self._terms)
        self._definitions = {term.id: _definition(term, locale) for term in glossary.terms}

    def explain(self, html: str, address: Callable[[GlossaryTerm], str]) -> str:
        """Link the first occurrence of each term to its explanation.

        The explanations themselves are added at the end of ``html``, so that
        the page's script can show them on focus and tap; without the script
        the link leads to the glossary. ``address`` gives the link of a term.
        ``html`` begins with a tag.
        """
        found: dict[str, str] = {}
        pieces = []
        done = 0
        for start, end in _open(html):
            for match in self._pattern.finditer(html, max(0, start - 1), end):
                term = self._terms[match[1].casefold()]
                if term.id in found or _in_markup(html, match.start(1)):
                    continue
                url = found[term.id] = str(escape(address(term)))
                link = f'<a class="sb-term" href="{url}" data-term="{term.id}">{match[1]}</a>'
                pieces += [html[done : match.start(1)], link]
                done = match.end()
        definitions = (url.join(self._definitions[name]) for name, url in found.items())
        return "".join((*pieces, html[done:], *definitions))


def _as_html(form: str) -> set[str]:
    """Return a form as it stands in HTML: with quotes as characters, as in texts, or as entities, as in labels."""
    return {escape_html(form, quote=False), str(escape(form))}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``words`` in small letters, the longest first, as a whole word behind any sign.

    It runs over every page: by its form, the search jumps from one word's
    beginning to the next and tries only words with the same first letter.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = [f"{_either(letter)}(?:{'|'.join(map(_either, rest))})" for letter, rest in by_letter.items()]
    return re.compile(rf"[^\w-]({'|'.join(branches) or '(?!)'})(?![\w-])")


def _either(word: str) -> str:
    """Return a pattern for a word in small or capital letters. The flag for it would hide the first letter."""
    return "".join(f"[{c}{c.upper()}]" if c != c.upper() and c == c.upper().casefold() else re.escape(c) for c in word)


def _open(html: str) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of ``html`` begin and end in which terms may be explained, with the tags in them."""
    start = 0
    while opening := _OPENING.search(html, start):
        yield start, opening.start()
        start = _end(html, opening[1] or opening[2], opening.end())
    yield start, len(html)


def _end(html: str, element: str, start: int) -> int:
    """Return where an element ends whose content begins at ``start``: behind as many closing as opening tags."""
    depth = 1
    for tag in re.compile(rf"<(/?){element}\b[^>]*>", re.IGNORECASE).finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(html)


def _in_markup(html: str, place: int) -> bool:
    """Return whether a place stands inside of a tag or of an entity such as ``&lt;``, and not in a text."""
    if html.rfind("<", 0, place) > html.rfind(">", 0, place):
        return True
    sign = html.rfind("&", max(0, place - _MAX_ENTITY), place)
    return sign >= 0 and ";" not in html[sign:place]


def _definition(term: GlossaryTerm, locale: Locale) -> tuple[str, str]:
    """Return the explanation of a term: what stands before the link's address, and what behind it."""
    name, _ = term.term.shown(locale)
    definition, language = term.definition.shown(locale)
    rest = Markup('">%s</a>: <span lang="%s">%s</span></p></div>') % (name, language, markdown.plain(definition))
    return f'\n<div class="sb-definition" id="term-{term.id}" popover data-plain><p><a href="', rest
