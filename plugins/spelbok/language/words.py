# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words and sentences of a text in CommonMark, with their offsets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

#: Ends a block in the masked text: a list item or a table cell begins.
_BREAK = "\f"

# Every pattern here takes a time that grows with the length of the text: what can repeat begins where nothing of its
# kind stands before it, and gives nothing back (possessive quantifiers).
_UNREAD = re.compile(
    r"""
      (?P<code>`++)                                          # opens or closes a code span or a fence
    | (?<=\])\([^)\s\]]*+\)                                 # the address of a link
    | \{\w++\}                                              # what a template fills in
    | (?:https?://|mailto:|\bid:)[^\s>)]++
    | (?<![\w.+-])[\w.+-]++@[\w-]++(?:\.\w++)++             # e-mail
    | (?<![\w-])(?<![\w-]\.)(?P<host>[\w-]++(?:\.[\w-]++)++)
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What ends the name of a host, and what may follow it.
_TOP_LEVEL = re.compile(r"(?:au|com|dk|eu|fi|gov|io|net|no|org|se|uk)\b", re.IGNORECASE)
_TICKS = re.compile(r"`++")
_HOST_PATH = re.compile(r"/[^\s)>]*+")
#: Texts with none of these need no masking. A pattern that begins with plain characters is looked for ten times faster.
_MAYBE_UNREAD = re.compile(r"`|\{|@|:|\]\(|\.\w")
_MARKER = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])|\|", re.MULTILINE)
_MAYBE_MARKER = re.compile(r"\||\n[ \t]*[-*+\d]")
_BLOCK_END = re.compile(rf"{_BREAK}|\n[ \t]*\n")

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_WORD = re.compile(rf"\d+(?:[.,:]\d+)+|\b[^\W\d_]{{1,3}}(?:\.[^\W\d_]{{1,3}})+\b|{_LETTERS}(?:[-’':\u2011]{_LETTERS})*")
#: Texts with none of these have words of letters and digits alone.
_JOINED = re.compile(r"[-_’':\u2011\u0300-\u036f.,](?:(?<![.,])|(?=\w))")
_LETTERS_ALONE = re.compile(r"\w+")

_OPENERS = r"\"'”“’‘»«(\[*_–—-"
_SENTENCE_END = re.compile(
    rf"""
      (?<![.!?…:])[.!?…:](?P<more>[.!?…:]*+)[\"'”’»)\]*_]*+(?=\s++[{_OPENERS}]*+(?P<next>[A-ZÅÄÖÉ0-9]))
    | \f
    | \n[ \t]*+\n
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"[\w.]+\Z")

#: A full stop after these does not end a sentence.
ABBREVIATIONS = frozenset(
    word
    for line in (
        # Swedish
        "avd bl.a ca d.v.s dnr dvs e.d ev exkl f.d f.n f.o.m forts fr.o.m föreg inkl jfr kap kl kr",
        "m.a.o max min nr o.d o.dyl obs osv p.g.a pga prop resp s s.a.s s.k sek sid skr st t.ex t.o.m",
        "tel tfn u.a uppl urspr vol årg",
        # English
        "a.k.a approx cf dept dr e.g ed eds esp fig i.e incl mr mrs ms p pp prof vs",
    )
    for word in line.split()
)
_MENTION = re.compile(r"\"[^\"\n]{1,60}\"|[”“][^”“\n]{1,60}”|(?<![*\w])\*[^*\n]{1,60}\*(?!\*)|(?<!\w)_[^_\n]{1,60}_")
_BRACKETS = re.compile(r"\([^()\n]{1,60}\)")


class Word(NamedTuple):
    """A word and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)


class Sentence(NamedTuple):
    """The words between two offsets."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text taken apart: its sentences, and each different word once.

    ``masked`` is the text with blanks for what is not language, so that offsets agree.
    """

    masked: str
    sentences: tuple[Sentence, ...]
    forms: frozenset[str]
    #: How many words the sentences have.
    count: int

    def words(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the words of a sentence with their places, which few readers ask for."""
        found = _WORD.finditer(self.masked, sentence.start, sentence.end)
        return tuple(Word(word.group(), word.start()) for word in found)


@lru_cache(maxsize=1024)
def read(text: str) -> Passage:
    """Take a text apart. Code, addresses and markers of lists are not read."""
    language = masked(text)
    word = _WORD if _JOINED.search(language) else _LETTERS_ALONE
    sentences = []
    start = 0
    for end in _sentence_ends(language):
        if words := word.findall(language, start, end):
            sentences.append(Sentence(start, end, tuple(words)))
        start = end
    forms = frozenset[str]().union(*(sentence.words for sentence in sentences))
    return Passage(language, tuple(sentences), forms, sum(len(sentence.words) for sentence in sentences))


def mentions(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that name words instead of using them: in quotes or emphasis."""
    return [found.span() for found in _MENTION.finditer(text)]


def brackets(text: str) -> list[tuple[int, int]]:
    """Return the short remarks in brackets: often a term in the other language."""
    return [found.span() for found in _BRACKETS.finditer(text)]


class Stretches:
    """Stretches of a text, joined where they overlap, to be asked what they hold."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, start: int, end: int | None = None) -> bool:
        """Return whether one of them holds the place ``start``, or all from ``start`` to ``end``."""
        number = bisect_right(self._starts, start) - 1
        return number >= 0 and (start if end is None else end - 1) < self._ends[number]


def masked(text: str) -> str:
    """Return a text of the same length, without what is not language."""
    if _MAYBE_UNREAD.search(text):
        pieces, done = [], 0
        for start, end in _unread(text):
            pieces += [text[done:start], " " * (end - start)]
            done = end
        text = "".join((*pieces, text[done:]))
    if _MARKER.match(text) or _MAYBE_MARKER.search(text):
        text = _MARKER.sub(lambda found: _BREAK + " " * (len(found.group()) - 1), text)
    return text


def _unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are not language: code, addresses, names of hosts and what templates fill in."""
    ticks: dict[int, list[int]] | None = None
    place = 0
    while found := _UNREAD.search(text, place):
        start, place = found.span()
        if found["code"]:
            ticks = _ticks(text) if ticks is None else ticks
            closing = ticks[place - start]
            number = bisect_left(closing, place)
            if number == len(closing):
                continue  # Nothing closes it.
            place = closing[number] + place - start
        elif found["host"]:
            end = _host_end(text, start, place)
            if end == start:
                continue
            place = end
        yield start, place


def _ticks(text: str) -> dict[int, list[int]]:
    """Return where the runs of backticks of each length begin, in order."""
    found: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        found.setdefault(len(run.group()), []).append(run.start())
    return found


def _host_end(text: str, start: int, end: int) -> int:
    """Return where the name of a host ends, its path included, or ``start`` if the dotted words are none."""
    last = end
    while (dot := text.rfind(".", start, last)) >= 0:
        if known := _TOP_LEVEL.match(text, dot + 1, end):
            path = _HOST_PATH.match(text, known.end())
            return path.end() if path else known.end()
        last = dot
    return start


def _sentence_ends(text: str) -> Iterator[int]:
    """Yield where sentences end: at full stops and the like, at colons before a capital, and with their block."""
    for found in _SENTENCE_END.finditer(text):
        if found["next"]:
            sign, start = text[found.start()], found.start()
            before = _BEFORE.search(text, max(0, start - 12), start) if sign == "." and not found["more"] else None
            if before and before.group().lower() in ABBREVIATIONS:
                continue
            if sign == ":" and not found["more"] and found["next"].isdigit():
                continue
        yield found.end()
    yield len(text)
