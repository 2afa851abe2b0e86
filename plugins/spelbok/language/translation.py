# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What two versions of a text have in common, and what neither should hold."""

import re
from collections.abc import Iterator

from spelbok.language.words import Passage
from spelbok.locales import Locale, other

_SMALL_SV = "och att det som är av för med till inte om ett har ni kan när eller från hur vad så på era"
_SMALL_EN = "the of and to that for with are this you or from have your what how when they their which"
#: Small words that one of the languages cannot do without and the other does not have.
_SMALL = {
    "sv": frozenset(_SMALL_SV.split()),
    "en": frozenset(_SMALL_EN.split()),
}
_SMALL_AS_WRITTEN = {
    locale: frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))
    for locale, words in _SMALL.items()
}
_EVERY_SMALL = _SMALL["sv"] | _SMALL["en"]
#: So many small words tell the language, where the right one has less than a fourth of them.
_ENOUGH = 2

#: One of these stands in everything that is unfinished; looking for them is quick.
_SIGNS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "???")
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\b[Ll]orem ipsum\b|\?\?\?+")


_PLACEHOLDER = re.compile(r"[\W_]*(?:…|\.\.\.)[\W_]*")


def is_placeholder(text: str) -> bool:
    """Return whether a text is only ``…`` or ``...``, with or without markup: it is still to be written."""
    return ("…" in text or "..." in text) and _PLACEHOLDER.fullmatch(text) is not None


def in_other_language(passage: Passage, locale: Locale) -> bool:
    """Return whether a text that should be in ``locale`` is in the other language, by its small words."""
    if passage.forms.isdisjoint(_SMALL_AS_WRITTEN[other(locale)]):  # As it is with most texts.
        return False
    words = [word for sentence in passage.sentences for word in _outside_names(sentence.words)]
    right, wrong = (sum(word in _SMALL[one] for word in words) for one in (locale, other(locale)))
    return wrong >= _ENOUGH and wrong > 4 * right


def _outside_names(words: tuple[str, ...]) -> Iterator[str]:
    """Yield words in lower case, but not the small ones inside a name: Office *of the* Public Guardian."""
    small: list[str] = []
    before = ""
    for word in words:
        if word in _EVERY_SMALL:
            small.append(word)
            continue
        if not (before[:1].isupper() and word[:1].isupper()):
            yield from small
        yield word.lower()
        small, before = [], word
    yield from small


def unfinished(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that were to be written later."""
    if any(sign in text for sign in _SIGNS):
        yield from (found.span() for found in _UNFINISHED.finditer(text))
