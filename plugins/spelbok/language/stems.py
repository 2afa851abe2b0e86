# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words as a search knows them: stems, and the parts of Swedish compounds.

Stems are Snowball's. The search page stems what a reader types with the same
algorithms, in ``docs/theme/assets/vendor/snowball/``; both are of one version.
"""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain

import snowballstemmer  # type: ignore[import-untyped]

from spelbok.language.spelling import Speller
from spelbok.locales import Locale

_ALGORITHMS: dict[Locale, str] = {"sv": "swedish", "en": "english"}
_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÅÄÖ]{2,}(?![^\W_])")
_BOUND = re.compile(r"(?<=\b[^\W\d_])-(?=[^\W\d_])")
_PART = re.compile(r"(?<!\S)pa:(\S+)")
#: Shorter words are not taken apart, shorter parts not believed, shorter stems not taken for their word.
_MIN_COMPOUND, _MIN_PART, _MIN_STEM = 7, 3, 4
#: The short words that end compounds; other endings of three letters are not believed.
_SHORT_TAILS = frozenset(
    {"bok", "dag", "fel", "kod", "lag", "lov", "mål", "ord", "rum", "råd", "tak", "tid", "typ", "yta"}
)
#: Endings that look like words, and so are taken for last parts.
ENDINGS = frozenset({"ans", "ens", "het", "ing", "ning", "ren", "ring"})

#: Words that say nothing about a text. They are neither indexed nor looked for.
STOP_WORDS: dict[Locale, frozenset[str]] = {
    "sv": frozenset(
        """
        alla allt att av bara blev bli blir de dem den denna deras dess dessa det detta dig din dina ditt du där då
        efter eller en er era ert ett finns fick får få för från gör göra ha hade han hans har hennes henne hon honom
        hur här i icke in inte jag kan kunde man med mellan men mig min mina mitt mot mycket många måste ni nu någon
        något några när och om oss på sedan sig sin sina sitt ska skall skulle som så sådan till under upp ut utan vad
        vara var varför varit varje vars vart vem vems vi vid vilka vilken vilket vill vår våra vårt än är åt över
        också även blivit ju väl där dit hit bör borde behöver behöva behövas behövs brukar gång ännu därför eftersom
        medan
        """.split()  # noqa: SIM905 - a list of words is read as text
    ),
    "en": frozenset(
        """
        a about after all also am an and any are as at be because been before being between both but by can could did
        do does doing down each for from get gets had has have having hadn hasn haven don doesn didn isn he her here
        hers him his how i if in into is it its just many may me might more most must my need needs no nor not of off
        on once only or other our ours out over own same shall she should so some such than that the their theirs them
        then there these they this those through to too under until up us very was we were what when where which while
        who whom whose why will with would you your yours
        """.split()  # noqa: SIM905 - a list of words is read as text
    ),
}


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, as the search page reads a query.

    A letter and what a hyphen binds to it are one word, as in *e-tjänst*.
    """
    return _WORD.findall(_BOUND.sub("", unicodedata.normalize("NFC", text).lower()))


def acronyms(text: str, locale: Locale) -> list[str]:
    """Return the stop words of a text that are written in capitals, and so are names: "IT" in an English text."""
    return [word for word in _CAPITALS.findall(text) if word.lower() in STOP_WORDS[locale]]


class Stems:
    """Stems of one language. Looks at each different word once."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._stem = snowballstemmer.stemmer(_ALGORITHMS[locale]).stemWord
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Return the stem of a word, or nothing for a word that says nothing."""
        if word not in self._known:
            says = len(word) > 1 and word not in STOP_WORDS[self._locale]
            self._known[word] = self._stem(word) if says else ""
        return self._known[word]


class Compounds:
    """Takes Swedish words apart: those that Hunspell sees as compounds, and those made of a playbook's own words."""

    def __init__(self, speller: Speller, stem: Stems, own: AbstractSet[str]) -> None:
        self._speller = speller
        self._stem = stem
        self._own = own | {found for word in own if (found := stem(word))}
        self._beginnings = {word[:_MIN_PART] for word in self._own}
        self._known: dict[str, set[str]] = {}

    def parts(self, word: str) -> set[str]:
        """Return the stems of the words that a word is made of; nothing for a simple word."""
        if word not in self._known:
            self._known[word] = self._parts(word)
        return self._known[word]

    def _parts(self, word: str) -> set[str]:
        for head, tail in chain(self._by_dictionary(word), self._by_own_words(word)):
            if self._stem(head) and (tail in _SHORT_TAILS or (len(tail) > _MIN_PART and tail not in ENDINGS)):
                return {self._stem(head), self._stem(tail), *self.parts(head), *self.parts(tail)} - {""}
        return set()

    def _by_dictionary(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the last part of a compound that the dictionary does not list, and all that stands before it."""
        for analysis in self._speller.analyses(word) if len(word) >= _MIN_COMPOUND else ():
            for tail in _PART.findall(analysis)[-1:]:
                head = word.removesuffix(tail)
                if len(head) >= _MIN_PART and head != word:
                    yield (head if head in self._own else head.removesuffix("s")), tail

    def _by_own_words(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield cuts of a word that the dictionary lists whole, the longest second part first."""
        if len(word) < _MIN_COMPOUND:
            return
        for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
            for head in (word[:cut], word[:cut].removesuffix("s")):
                if len(head) >= _MIN_PART and self._is_own(head) and self._is_own(word[cut:]):
                    yield head, word[cut:]

    def _is_own(self, word: str) -> bool:
        if word in self._own or word[:_MIN_PART] not in self._beginnings:
            return word in self._own
        stem = self._stem(word)
        return len(stem) >= _MIN_STEM and stem in self._own
