# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Translation: each language is what it says it is, and both versions have the same parts."""

from collections.abc import Iterator

from spelbok.checks.placed import Finding, Rules, Texts, in_both
from spelbok.diagnostics import codes
from spelbok.language import translation
from spelbok.locales import Locale, Phrase
from spelbok.model.values import Line, Prose
from spelbok.site import markdown

#: Texts of fewer words may well be the same in both languages.
MIN_SAME = 4

_LANGUAGE = {"sv": Phrase("engelska", "English"), "en": Phrase("svenska", "Swedish")}
_PARTS = {
    "heading_open": Phrase("rubriker", "headings"),
    "link_open": Phrase("länkar", "links"),
    "list_item_open": Phrase("punkter", "list items"),
}


def unfinished(_: Rules, texts: Texts) -> Iterator[Finding]:
    """Nothing is left to be written."""
    for text in texts:
        for start, end in translation.unfinished(text.text):
            params = {"found": text.text[start:end]}
            yield Finding(codes.UNFINISHED, text.document, text.path, start, end, params)


def wrong_languages(_: Rules, texts: Texts) -> Iterator[Finding]:
    """What stands as Swedish is Swedish, and what stands as English is English."""
    for text in texts:
        if translation.in_other_language(text.passage, text.locale):
            yield Finding(codes.WRONG_LANGUAGE, text.document, text.path, params=other_language(text.locale))


def other_language(locale: Locale) -> dict[str, str]:
    """Return the params of a diagnostic about a text that should be in ``locale``, and is in the other language."""
    language = _LANGUAGE[locale]
    return {"key": locale, "language_sv": language.sv, "language_en": language.en}


def same_texts(_: Rules, texts: Texts) -> Iterator[Finding]:
    """A translation is not the source text once more."""
    for swedish, english in in_both(texts):
        if english.passage.count >= MIN_SAME and swedish.text.split() == english.text.split():
            yield Finding(codes.SAME_TEXT, english.document, english.path)


def unlike_structures(_: Rules, texts: Texts) -> Iterator[Finding]:
    """Both versions have as many headings, links and list items."""
    for swedish, english in in_both(texts):
        if issubclass(english.kind, Line | Prose):
            for params in unlike_parts(swedish.text, english.text):
                yield Finding(codes.UNLIKE_STRUCTURE, english.document, english.path, params=params)


def unlike_parts(swedish: str, english: str) -> Iterator[dict[str, str]]:
    """Yield the params of a diagnostic for each kind of part that one version has more of."""
    mine, theirs = markdown.parts(swedish), markdown.parts(english)
    for part, name in _PARTS.items():
        if mine[part] != theirs[part]:
            counts = {"swedish": str(mine[part]), "english": str(theirs[part])}
            yield counts | {"part_sv": name.sv, "part_en": name.en}
