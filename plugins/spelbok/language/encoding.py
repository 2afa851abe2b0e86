# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters that went wrong on their way from another program."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

import ftfy
from ftfy.badness import BADNESS_RE

_WORD = re.compile(r"\S+")
_COMBINED = re.compile(r"(?<![\w\u0300-\u036f])\w*+[\u0300-\u036f][\w\u0300-\u036f]*+")


def double_encoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield words whose UTF-8 was once read as another encoding, and what they should be: ``mÃ¥l``, ``mål``."""
    if text.isascii() or all(_mended(word) is None for word in filterfalse(str.isascii, text.split())):
        return
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii():
            continue
        if (whole := _mended(word)) is not None:
            yield found.start(), found.end(), whole


def decomposed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield words with letters in two parts (``a`` and a ring), and the same word in whole letters."""
    if unicodedata.is_normalized("NFC", text):
        return
    for found in _COMBINED.finditer(text):
        whole = unicodedata.normalize("NFC", found.group())
        if whole != found.group():
            yield found.start(), found.end(), whole


@lru_cache(maxsize=65536)
def _mended(word: str) -> str | None:
    """Return what a word should be, or None if its letters are whole. The same words come again and again."""
    reread = _reread(word)
    if reread is None and BADNESS_RE.search(word) is None:
        return None
    return reread or ftfy.fix_encoding(word)


def _reread(word: str) -> str | None:
    """Return the word as UTF-8, if its letters are UTF-8 read as Windows-1252. Right Swedish never is."""
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
