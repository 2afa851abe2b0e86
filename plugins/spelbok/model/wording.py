# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``wording.yml``: the words that an organisation has agreed not to use."""

from typing import Annotated

from pydantic import Field

from spelbok.locales import Locale
from spelbok.model.values import Many, Model, Words, Written, described


class Rule(Model):
    """Words to avoid, and what to write instead."""

    find: Annotated[Words[Written], Field(min_length=1)] = described(
        "Ord och fraser; * står för vilka bokstäver som helst.", "Words and phrases; * stands for any letters."
    )
    use: Written = described("Vad man skriver i stället.", "What to write instead.")
    unless: Words[Written] = described("Fraser där ordet är rätt.", "Phrases in which the word is right.", default=())


class Rules(Model):
    """The rules of each language."""

    sv: Many[Rule] = described("Svenska.", "Swedish.", default=())
    en: Many[Rule] = described("Engelska.", "English.", default=())

    def __getitem__(self, locale: Locale) -> tuple[Rule, ...]:
        return self.sv if locale == "sv" else self.en


class Synonyms(Model):
    """Groups of words that mean the same, in each language."""

    sv: Many[Words[Written]] = described("Svenska.", "Swedish.", default=())
    en: Many[Words[Written]] = described("Engelska.", "English.", default=())

    def __getitem__(self, locale: Locale) -> tuple[tuple[Written, ...], ...]:
        return self.sv if locale == "sv" else self.en


class Wording(Model):
    """The words that texts avoid: other words for our terms, and the stiff words of officials."""

    terms: Rules = described("Fel ord för det som har en term.", "Wrong words for what has a term.", default=Rules())
    officialese: Rules = described("Ord som gör texten tung.", "Words that weigh a text down.", default=Rules())
    synonyms: Synonyms = described(
        "Ord som läsare söker efter i stället för våra.",
        "Words that readers look for instead of ours.",
        default=Synonyms(),
    )
