# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Translation: each language is what it says it is, and both versions have the same parts."""

from collections.abc import Iterator

from spelbok import codes, prose
from spelbok.checks.placed import Finding, Placed, in_both
from spelbok.language import translation
from spelbok.locales import Phrase
from spelbok.model.values import Line, Prose
from spelbok.playbook import Playbook

#: Texts of fewer words may well be the same in both languages.
_MIN_SAME = 4

_LANGUAGE = {"sv": Phrase("engelska", "English"), "en": Phrase("svenska", "Swedish")}
_PARTS = {"link_open": Phrase("länkar", "links"), "list_item_open": Phrase("punkter", "list items")}


def unfinished(_: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """Nothing is left to be written."""
    for text in texts:
        for start, end in translation.unfinished(text.text):
            params = {"found": text.text[start:end]}
            yield Finding(codes.UNFINISHED, text.document, text.path, start, end, params)


def wrong_languages(_: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """What stands as Swedish is Swedish, and what stands as English is English."""
    for text in texts:
        if translation.in_other_language(text.passage, text.locale):
            language = _LANGUAGE[text.locale]
            params = {"key": text.locale, "language_sv": language.sv, "language_en": language.en}
            yield Finding(codes.WRONG_LANGUAGE, text.document, text.path, params=params)


def same_texts(_: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """A translation is not the source text once more."""
    for swedish, english in in_both(texts):
        words = sum(len(sentence.words) for sentence in english.passage.sentences)
        if words >= _MIN_SAME and swedish.text.split() == english.text.split():
            yield Finding(codes.SAME_TEXT, english.document, english.path)


def unlike_structures(_: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """Both versions have as many links and list items."""
    for swedish, english in in_both(texts):
        if issubclass(english.kind, Line | Prose):
            mine, theirs = prose.parts(swedish.text), prose.parts(english.text)
            for part, name in _PARTS.items():
                if mine[part] != theirs[part]:
                    params = {"swedish": str(mine[part]), "english": str(theirs[part])}
                    params |= {"part_sv": name.sv, "part_en": name.en}
                    yield Finding(codes.UNLIKE_STRUCTURE, english.document, english.path, params=params)
