# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that a playbook has agreed not to use, found in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spelbok.language.words import Passage, Stretches, mentions
from spelbok.model.wording import Rule


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a text, and the rule that says what to write instead."""

    start: int
    end: int
    rule: Rule


class Matcher:
    """Finds what a language's rules name. Looks at each different word once."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = [(rule, _pattern(rule.find), _pattern(rule.unless)) for rule in rules]
        self._whole: dict[str, set[int]] = {}
        self._begun: list[tuple[str, int]] = []
        for index, rule in enumerate(rules):
            for phrase in rule.find:
                first, star, _ = phrase.split()[0].lower().partition("*")
                if star:
                    self._begun.append((first, index))
                else:
                    self._whole.setdefault(first, set()).add(index)
        #: For each rule, letters of which some stand in every text that it finds anything in.
        self._letters = [tuple(_letters(phrase) for phrase in rule.find) for rule in rules]
        self._rules_of: dict[str, set[int]] = {}
        self._clean: set[str] = set()

    def find(self, text: str, passage: Passage) -> Iterator[Match]:
        """Yield every match that is used, not mentioned in quotes or emphasis."""
        candidates = self._candidates(passage)
        said = " ".join(passage.masked.lower().split()) if candidates else ""
        for index in sorted(candidates):
            rule, wrong, allowed = self._rules[index]
            if not any(letters in said for letters in self._letters[index]):
                continue
            if matches := list(wrong.finditer(passage.masked)):
                exempt = Stretches((*mentions(text), *(found.span() for found in allowed.finditer(passage.masked))))
                for found in matches:
                    if not exempt.hold(found.start(), found.end()):
                        yield Match(found.start(), found.end(), rule)

    def _candidates(self, passage: Passage) -> set[int]:
        """Return the rules of which a phrase begins with one of the passage's words."""
        indexes: set[int] = set()
        for word in passage.forms - self._clean:
            if word not in self._rules_of:
                self._rules_of[word] = self._beginning(word.lower())
            indexes |= self._rules_of[word]
            if not self._rules_of[word]:
                self._clean.add(word)
        return indexes

    def _beginning(self, word: str) -> set[int]:
        whole = (self._whole.get(part, set()) for part in (word, *word.split("-")))
        return set().union(*whole, (index for first, index in self._begun if word.startswith(first)))


def _letters(phrase: str) -> str:
    """Return the longest part of a phrase that is written out, in small letters and with single spaces."""
    return max(" ".join(phrase.lower().split()).split("*"), key=len)


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the phrases: whole words, where ``*`` stands for any letters."""
    alternatives = [
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()) for phrase in phrases
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives) or '(?!)'})(?!\w)", re.IGNORECASE)
