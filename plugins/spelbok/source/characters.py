# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which characters a text may hold: none that control, hide or reorder it, and no non-characters.

Joiners, variation selectors and tags are invisible too, but are part of emoji
and of scripts such as Persian and Hindi. They are accepted there and nowhere else.
"""

import re
import unicodedata

#: Categories of characters that control, hide or reorder text: zero-width, bidirectional, tags, private use.
_HIDING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
#: Letters and marks by their category, yet nothing is seen of them.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
#: Variation selectors are marks that change the character before them, or nothing.
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180f]")
#: Code points that no text may use (Unicode 16, section 23.7); some XML parsers end at them.
_NON_CHARACTER = re.compile(
    f"[\ufdd0-\ufdef{''.join(map(chr, range(0xFFFE, 0x110000, 0x10000)))}"
    f"{''.join(map(chr, range(0xFFFF, 0x110000, 0x10000)))}]"
)

# Extended_Pictographic of Unicode's emoji-data.txt, to whole blocks.
_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_ONE_EMOJI = f"{_EMOJI}(?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
# Letters and marks of Arabic, Syriac, N'Ko, Mongolian and the scripts of India (RFC 5892, A.1 and A.2).
_JOINING = (
    "\u0620-\u065f\u066e-\u06d5\u06ee\u06ef\u06fa-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17d3"
    "\u1820-\u18aa\u1b00-\u1b4c\ua800-\ua8ff\U00011000-\U0001123e"
)
#: Signs that say that a vowel is missing; a joiner behind them may end a word.
_VIRAMA = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
_FLAGS = "|".join("".join(chr(0xE0000 + ord(letter)) for letter in region) for region in ("gbeng", "gbsct", "gbwls"))
#: Sequences in which invisible characters belong.
_RIGHT = re.compile(
    rf"{_ONE_EMOJI}(?:\u200d{_ONE_EMOJI})+"
    rf"|\U0001f3f4(?:{_FLAGS})\U000e007f"
    rf"|{_EMOJI}[\ufe0e\ufe0f]"
    r"|[0-9#*]\ufe0f\u20e3"
    rf"|(?<=[{_JOINING}])\u200c(?=[{_JOINING}])"
    rf"|(?<=[{_JOINING}])\u200d"
    rf"|(?<=[{_VIRAMA}])\u200c"
    "|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\ufe00-\ufe02\U000e0100-\U000e01ef]"
    "|[\u1820-\u18aa][\u180b-\u180d\u180f]"
)


def forbidden(text: str, allowed: str = "\t") -> list[int]:
    """Return the offsets of characters that a text may not hold, except those in ``allowed``."""
    if text.isascii() and text.isprintable():
        return []
    # Printable holds for every letter, and is false for all of the categories.
    if text.isprintable() and _BLANK.isdisjoint(text) and not _SELECTOR.search(text):
        return []
    right: set[int] = set()
    for found in _RIGHT.finditer(text):
        right.update(range(*found.span()))
    return [
        index
        for index, character in enumerate(text)
        if character not in allowed and index not in right and _is_forbidden(character)
    ]


def _is_forbidden(character: str) -> bool:
    return (
        unicodedata.category(character) in _HIDING
        or character in _BLANK
        or bool(_SELECTOR.match(character))
        or bool(_NON_CHARACTER.match(character))
    )
