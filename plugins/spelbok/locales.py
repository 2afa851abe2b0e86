# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two languages of a playbook, and phrases said in both."""

from dataclasses import dataclass
from typing import Literal, get_args

Locale = Literal["sv", "en"]

#: Every locale, the site's default language first.
LOCALES: tuple[Locale, ...] = get_args(Locale)


def other(locale: Locale) -> Locale:
    """Return the language that ``locale`` is translated to or from."""
    return "en" if locale == "sv" else "sv"


#: Å, Ä and Ö come after Z in Swedish, in this order.
_AFTER_Z = str.maketrans({"å": "{a", "ä": "{b", "ö": "{c"})


def collated(text: str) -> str:
    """Return a key that sorts ``text`` as a Swedish or English reader expects."""
    return text.casefold().translate(_AFTER_Z)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One of the generator's own sentences, in both languages.

    May hold ``str.format`` fields, which :meth:`format` fills in.
    """

    sv: str
    en: str

    def __getitem__(self, locale: Locale) -> str:
        return self.sv if locale == "sv" else self.en

    def format(self, locale: Locale, params: dict[str, str]) -> str:
        """Return the phrase in ``locale`` with ``params`` filled in."""
        return self[locale].format_map(params)
