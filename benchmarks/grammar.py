# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences that say the same in Swedish and English, drawn from the lexicon.

They make no sense for long, but to every check of language they are sentences:
spelled right, easy to read, and no two alike.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks import lexicon as words
from spelbok.language import readability
from spelbok.language.words import read
from spelbok.locales import Phrase

W = TypeVar("W")
Pattern = Callable[["Voice"], Phrase]

#: How often a noun has an adjective.
_ADJECTIVE = 0.3
#: How often a noun is a compound.
_COMPOUND = 0.45
#: How often something is done in a town.
_TOWN = 0.15
#: How long something takes.
_MINUTES = (5, 10, 15, 20, 30, 45)


@dataclass
class Said:
    """The sentences of a corpus so far, so that none comes twice."""

    sv: set[str] = field(default_factory=set)
    en: set[str] = field(default_factory=set)

    def add(self, phrase: Phrase) -> bool:
        """Remember a sentence; return whether it is new in both languages."""
        if phrase.sv in self.sv or phrase.en in self.en:
            return False
        self.sv.add(phrase.sv)
        self.en.add(phrase.en)
        return True


class Voice:
    """What one entry's texts are drawn from. The same seed says the same."""

    def __init__(self, seed: str, said: Said) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - Texts, not secrets.
        self._said = said

    # --- Whole texts ----------------------------------------------------------

    def line(self, sentences: float, patterns: tuple[Pattern, ...]) -> Phrase:
        """Return about so many sentences on one line."""
        return joined(self._easy(self._count(sentences), patterns), " ")

    def prose(self, sentences: float) -> Phrase:
        """Return about so many sentences, one a line, in paragraphs of three to five."""
        lines = self._easy(self._count(sentences), STATEMENTS)
        paragraphs = []
        while lines:
            size = self.draw.randint(3, 5)
            paragraphs.append(joined(lines[:size], "\n"))
            lines = lines[size:]
        return joined(paragraphs, "\n\n")

    def bullets(self, items: int) -> Phrase:
        """Return a list."""
        made = self._easy(items, STATEMENTS)
        return joined([Phrase(f"- {item.sv}", f"- {item.en}") for item in made], "\n")

    def _easy(self, count: int, patterns: tuple[Pattern, ...]) -> list[Phrase]:
        """Return so many sentences that are easy to read together."""
        while True:
            made = [self.sentence(patterns) for _ in range(count)]
            lix = readability.lix((read(item.sv) for item in made), readability.MIN_WORDS_SUMMARY)
            if lix is None or lix <= readability.MAX_LIX_SUMMARY:
                return made

    def sentence(self, patterns: tuple[Pattern, ...]) -> Phrase:
        """Return a sentence that the corpus does not have yet."""
        while True:
            phrase = _sentence(self.draw.choice(patterns)(self))
            short = max(len(phrase.sv.split()), len(phrase.en.split())) <= readability.MAX_SENTENCE
            if short and self._said.add(phrase):
                return phrase

    def title(self) -> Phrase:
        """Return a heading, such as *Ärendelista på servicekontoret*."""
        noun, place = self.keyword(), self.draw.choice(words.PLACES)
        return _capital(Phrase(f"{noun.sv} {place.sv}", f"{noun.en} {place.en}"))

    def heading(self) -> Phrase:
        """Return the heading of a part: a short request."""
        verb, thing = self.draw.choice(words.VERBS), self.thing()
        return _capital(Phrase(f"{verb.imperative} {verb.particle} {thing.sv}", f"{verb.en} {thing.en}"))

    def keyword(self) -> Phrase:
        """Return a word to search for."""
        first, last = self.skewed(words.FIRSTS), self.skewed(words.LASTS)
        return Phrase(f"{first.sv}{last.bare}", f"{first.en} {last.en}")

    # --- Parts of sentences ---------------------------------------------------

    def thing(self) -> Phrase:
        """Return something definite, such as *den korta ärendelistan*."""
        first, last = self.skewed(words.FIRSTS), self.skewed(words.LASTS)
        if self.draw.random() > _COMPOUND:
            first = words.First("", "")
        if self.draw.random() < _ADJECTIVE:
            adjective = self.draw.choice(words.ADJECTIVES)
            return Phrase(
                f"{last.article} {adjective.sv} {first.sv}{last.sv}", f"the {adjective.en} {first.en} {last.en}"
            )
        return Phrase(f"{first.sv}{last.sv}", f"the {first.en} {last.en}")

    def manner(self) -> words.Words:
        """Return when, how or where something is done."""
        return self.draw.choice(words.TOWNS if self.draw.random() < _TOWN else words.MANNERS)

    def skewed(self, options: Sequence[W]) -> W:
        """Return one of the options, the first ones far more often: words are not equally common."""
        return options[self.draw.randrange(self.draw.randrange(len(options)) + 1)]

    def _count(self, mean: float) -> int:
        """Return a whole number near ``mean``, at least 1; on average ``mean``."""
        return max(1, int(mean) + (self.draw.random() < mean % 1))


# --- Kinds of sentences -------------------------------------------------------


def _short(voice: Voice) -> Phrase:
    who, does, thing, how = _act(voice)
    return Phrase(
        f"{who.sv} {does.present} {does.particle} {thing.sv} {how.sv}", f"{who.en} {does.en} {thing.en} {how.en}"
    )


def _fronted(voice: Voice) -> Phrase:
    who, does, thing, how = _act(voice)
    why = voice.draw.choice(words.PURPOSES)
    return Phrase(
        f"{how.sv} {does.present} {who.sv} {does.particle} {thing.sv}, {why.sv}",
        f"{how.en}, {who.en} {does.en} {thing.en}, {why.en}",
    )


def _condition(voice: Voice) -> Phrase:
    who, does, thing, _ = _act(voice)
    cause, state = voice.thing(), voice.draw.choice(words.STATES)
    return Phrase(
        f"när {cause.sv} {state.sv} {does.present} {who.sv} {does.particle} {thing.sv}",
        f"when {cause.en} {state.en}, {who.en} {does.en} {thing.en}",
    )


def _request(voice: Voice) -> Phrase:
    _, does, thing, how = _act(voice)
    return Phrase(f"{does.imperative} {does.particle} {thing.sv} {how.sv}", f"{does.en} {thing.en} {how.en}")


def _reasoned(voice: Voice) -> Phrase:
    _, does, thing, _ = _act(voice)
    why = voice.draw.choice(words.PURPOSES)
    return Phrase(f"{does.imperative} {does.particle} {thing.sv} {why.sv}", f"{does.en} {thing.en} {why.en}")


def _effort(voice: Voice) -> Phrase:
    _, does, thing, how = _act(voice)
    minutes = voice.draw.choice(_MINUTES)
    return Phrase(
        f"det tar {minutes} minuter att {does.infinitive} {does.particle} {thing.sv} {how.sv}",
        f"it takes {minutes} minutes to {does.en} {thing.en} {how.en}",
    )


def _need(voice: Voice) -> Phrase:
    who, one, another = voice.draw.choice(words.ACTORS), voice.thing(), voice.thing()
    return Phrase(f"{who.sv} behöver {one.sv} mer än {another.sv}", f"{who.en} need {one.en} more than {another.en}")


def _before(voice: Voice) -> Phrase:
    who, does, thing, _ = _act(voice)
    others, then, later, _ = _act(voice)
    return Phrase(
        f"{who.sv} {does.present} {does.particle} {thing.sv} "
        f"innan {others.sv} {then.present} {then.particle} {later.sv}",
        f"{who.en} {does.en} {thing.en} before {others.en} {then.en} {later.en}",
    )


def _long(voice: Voice) -> Phrase:
    who, does, thing, how = _act(voice)
    cause, state = voice.thing(), voice.draw.choice(words.STATES)
    why = voice.draw.choice(words.PURPOSES)
    return Phrase(
        f"när {cause.sv} {state.sv} {does.present} {who.sv} {does.particle} {thing.sv} {how.sv}, {why.sv}",
        f"when {cause.en} {state.en}, {who.en} {does.en} {thing.en} {how.en}, {why.en}",
    )


def _brief(voice: Voice) -> Phrase:
    _, does, thing, _ = _act(voice)
    return Phrase(f"{does.imperative} {does.particle} {thing.sv}", f"{does.en} {thing.en}")


def _figures(voice: Voice) -> Phrase:
    all_of_them, how = voice.draw.randint(100, 9999), voice.manner()
    some = voice.draw.randint(2, all_of_them)
    return Phrase(
        f"av {all_of_them} ärenden kom {some} tillbaka {how.sv}", f"of {all_of_them} cases, {some} came back {how.en}"
    )


def _ability(voice: Voice) -> Phrase:
    who, does, thing, how = _act(voice)
    return Phrase(
        f"{who.sv} kan {does.infinitive} {does.particle} {thing.sv} {how.sv}",
        f"{who.en} can {does.en} {thing.en} {how.en}",
    )


def _question(voice: Voice) -> Phrase:
    _, does, thing, how = _act(voice)
    return Phrase(
        f"vem ska {does.infinitive} {does.particle} {thing.sv} {how.sv}?", f"who will {does.en} {thing.en} {how.en}?"
    )


def _consequence(voice: Voice) -> Phrase:
    thing, state = voice.thing(), voice.draw.choice(words.STATES)
    who, how = voice.draw.choice(words.ACTORS), voice.manner()
    return Phrase(
        f"vad gör {who.sv} {how.sv} när {thing.sv} {state.sv}?",
        f"what do {who.en} do {how.en} when {thing.en} {state.en}?",
    )


#: What running text is made of, in about the lengths that people write.
STATEMENTS: tuple[Pattern, ...] = (
    _short,
    _short,
    _fronted,
    _condition,
    _request,
    _request,
    _reasoned,
    _effort,
    _need,
    _before,
    _long,
    _long,
    _brief,
    _figures,
)
CONDITIONS: tuple[Pattern, ...] = (_condition, _short)
REQUESTS: tuple[Pattern, ...] = (_request, _reasoned)
ABILITIES: tuple[Pattern, ...] = (_ability,)
QUESTIONS: tuple[Pattern, ...] = (_question, _consequence)


def _act(voice: Voice) -> tuple[words.Words, words.Verb, Phrase, words.Words]:
    """Return somebody, what they do, to what, and when or how."""
    draw = voice.draw
    return draw.choice(words.ACTORS), draw.choice(words.VERBS), voice.thing(), voice.manner()


# --- Writing ------------------------------------------------------------------


def _capital(phrase: Phrase) -> Phrase:
    """Return the phrase with a capital letter, and without the blanks that missing particles leave."""
    sv, en = (" ".join(text.split()) for text in (phrase.sv, phrase.en))
    return Phrase(sv[0].upper() + sv[1:], en[0].upper() + en[1:])


def _sentence(phrase: Phrase) -> Phrase:
    made = _capital(phrase)
    return made if made.sv.endswith("?") else Phrase(f"{made.sv}.", f"{made.en}.")


def joined(phrases: list[Phrase], between: str) -> Phrase:
    """Return several phrases as one."""
    return Phrase(between.join(item.sv for item in phrases), between.join(item.en for item in phrases))
