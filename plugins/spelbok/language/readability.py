# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How hard a text is to read: LIX, and sentences that are too long."""

from collections.abc import Iterable, Iterator

from spelbok.language.words import Passage, Sentence

#: Texts with fewer words give no LIX: a single long word would decide it.
MIN_WORDS = 60
#: A summary is at most 240 characters, and never that long.
MIN_WORDS_SUMMARY = 20
#: The highest LIX of running Swedish text and of summaries, and the most words of a sentence.
MAX_LIX = 45
MAX_LIX_SUMMARY = 40
MAX_SENTENCE = 30

_LONG_WORD = 6


def lix(passages: Iterable[Passage], min_words: int = MIN_WORDS) -> int | None:
    """Return the LIX of Swedish passages read as one text, or None if they are too short for it.

    LIX = words / sentences + 100 * long words / words, where a long word has
    more than six letters. A sentence ends with a full stop, a question or
    exclamation mark, a colon before a capital letter, or the block that it
    stands in. Below 40 is easy, 40 to 50 medium (newspapers), above that hard.

    C. H. Björnsson: Läsbarhet. Stockholm: Liber, 1968.
    """
    passages = list(passages)
    words = sum(passage.count for passage in passages)
    if words < min_words:
        return None
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    long = sum(len(word) > _LONG_WORD for sentence in sentences for word in sentence.words)
    return round(words / len(sentences) + 100 * long / words)


def long_sentences(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of more words than a reader keeps in mind."""
    return (sentence for sentence in passage.sentences if len(sentence.words) > MAX_SENTENCE)
