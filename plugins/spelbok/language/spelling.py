# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling by Hunspell's dictionaries and a playbook's own word lists.

Swedish is the package hunspell-sv, whose rules know how compounds are made:
"användarnöjdhet" is a word, "katbord" is none. English is British, with -ise,
from SCOWL (npm dictionary-en-gb, kept in ``dictionaries/``: no package on PyPI
carries it alone).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import files
from pathlib import Path

import hunspell  # type: ignore[import-untyped]

from spelbok.language.words import ABBREVIATIONS, Passage, Stretches, Word, brackets, mentions
from spelbok.locales import Locale, other

_NAMES: dict[Locale, str] = {"sv": "sv_SE", "en": "en_GB"}
_DIGIT = re.compile(r"\d")
#: What may stand after a hyphen that is left hanging: "tjänste- och systemnamn".
_ANY_NOUN = "plan"
#: Letters in the order in which they are most often missing.
_ALPHABET = "enartsildomkgvfuphåäöcbyjxwzqé"
#: Shorter words have too many neighbours.
_MIN_NEAREST = 4

#: How the names of letters begin that are Latin, or look like Latin ones. Digits count too: no dictionary has them.
_LATIN_LIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL", "DIGIT")


class Speller:
    """Knows the words of one language. ``listed`` are lines of a word list.

    A line is a word, or ``word/example`` as in Hunspell's personal
    dictionaries: the word is inflected and compounded like the example.
    """

    def __init__(self, locale: Locale, listed: tuple[str, ...] = ()) -> None:
        self._locale = locale
        self._engine = hunspell.Hunspell(_NAMES[locale], hunspell_data_dir=str(_folder(locale)))
        self._known: dict[str, bool] = {}
        self._right: set[str] = set()
        self._nearest: dict[str, str | None] = {}
        for line in listed:
            word, _, example = unicodedata.normalize("NFC", line).partition("/")
            if example:
                self._engine.add_with_affix(word, example)
            else:
                self._engine.add(word)

    def knows(self, word: str) -> bool:
        """Return whether a word, or every part of it between hyphens, is spelled right."""
        if word not in self._known:
            small = word[0].lower() + word[1:]
            self._known[word] = (
                self._known.get(small, False)
                or self._accepts(word)
                or ("-" in word and all(self._accepts(part) for part in word.split("-")))
            )
        return self._known[word]

    def doubts(self, forms: frozenset[str]) -> set[str]:
        """Return the words that are not known, as they are written. Right ones are looked up once."""
        if forms <= self._right:  # As with most texts.
            return set()
        doubtful = {form for form in forms - self._right if not self.knows(_plain(form))}
        self._right |= forms - doubtful
        return doubtful

    def knows_beginning(self, word: str) -> bool:
        """Return whether a word may be the first part of a Swedish compound."""
        return self._locale == "sv" and self.knows(word + _ANY_NOUN)

    def analyses(self, word: str) -> tuple[str, ...]:
        """Return what Hunspell knows of how a word is made: its stem (``st:``), its parts (``pa:``)."""
        return tuple(self._engine.analyze(word))

    def nearest(self, word: str) -> str | None:
        """Return a known word that differs by one letter or two swapped ones.

        Hunspell's own suggestions take 0.2 s a word, and know no compounds.
        """
        if word not in self._nearest:
            candidates = _one_edit(word) if len(word) >= _MIN_NEAREST else ()
            self._nearest[word] = next((candidate for candidate in candidates if self._spells(candidate)), None)
        return self._nearest[word]

    def _accepts(self, word: str) -> bool:
        stem = word.partition(":")[0] if self._locale == "sv" else re.sub(r"['’]s?\Z", "", word)
        return not stem or _is_code(stem) or self._spells(word) or (stem != word and self._spells(stem))

    def _spells(self, word: str) -> bool:
        return bool(self._engine.spell(word))


def misspelled(text: str, passage: Passage, locale: Locale, spellers: Mapping[Locale, Speller]) -> Iterator[Word]:
    """Yield the words of a text, taken apart in ``passage``, that its language does not know.

    The other language is welcome in quotes, emphasis and brackets, and in names.
    """
    mine, theirs = spellers[locale], spellers[other(locale)]
    doubtful = mine.doubts(passage.forms)
    named = Stretches((*mentions(text), *brackets(text))) if doubtful else Stretches(())
    for sentence in passage.sentences if doubtful else ():
        if doubtful.isdisjoint(sentence.words):
            continue
        for index, word in enumerate(passage.words(sentence)):
            plain = _plain(word.text)
            hangs = text[word.end : word.end + 1] in {"-", "\u2011"}
            is_known = word.text not in doubtful or _is_foreign(word.text) or plain.lower() in ABBREVIATIONS
            if is_known or (hangs and mine.knows_beginning(plain)):
                continue
            if not (theirs.knows(plain) and (named.hold(word.start) or _in_name(sentence.words, index, theirs))):
                yield word


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("’", "'").replace("\u2011", "-")


def _is_foreign(word: str) -> bool:
    """Whether a word is in a script that nobody takes for Latin letters: Arabic, Devanagari, Han."""
    return not word.isascii() and not any(unicodedata.name(letter, "").startswith(_LATIN_LIKE) for letter in word)


def _in_name(words: tuple[str, ...], index: int, speller: Speller) -> bool:
    """Return whether a word looks like part of a name in its own language: Office of the Public Guardian."""
    if words[index][0].isupper():
        return index > 0 or any(word[0].isupper() for word in words[1:4])
    for word in reversed(words[max(0, index - 2) : index]):
        if not speller.knows(word):
            return False
        if word[0].isupper():
            return True
    return False


@cache
def speller(locale: Locale, listed: tuple[str, ...] = ()) -> Speller:
    """Return the one speller of a language and a word list; reading a dictionary takes 0.3 s."""
    return Speller(locale, listed)


def _folder(locale: Locale) -> Path:
    if locale == "en":
        return Path(__file__).parent / "dictionaries"
    found = [file for file in files("hunspell-sv") or () if file.name == "sv_SE.dic"]
    return Path(str(found[0].locate())).resolve().parent


def _is_code(word: str) -> bool:
    """Return whether a word is a number, an abbreviation in capitals or has a digit: nothing to spell."""
    return _DIGIT.search(word) is not None or (word.isupper() and len(word) > 1)


def _one_edit(word: str) -> Iterator[str]:
    places = range(len(word) + 1)
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-2])
    yield from (word[:at] + word[at + 1 :] for at in places[:-1])
    yield from (word[:at] + letter + word[at:] for letter in _ALPHABET for at in places)
    yield from (word[:at] + letter + word[at + 1 :] for letter in _ALPHABET for at in places[:-1])
