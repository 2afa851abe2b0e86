# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Language: every text is readable, spelled right, worded as agreed and said once.

Each check yields findings; an entry may except a text from one, with a reason.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from spelbok import codes
from spelbok.checks import translation
from spelbok.checks.placed import Finding, Placed, placed
from spelbok.codes import Code
from spelbok.diagnostics import Diagnostic
from spelbok.language import encoding, readability, spelling, wording
from spelbok.language.words import Passage, Word
from spelbok.locales import LOCALES, Locale, Phrase, other
from spelbok.model.values import Summary, Title
from spelbok.playbook import Playbook

#: A sentence of fewer words may stand in several entries.
MIN_SHARED = 8
#: Looking for the right word takes a time that grows with the cube of the misspelt one's length: 0.1 s at 12 letters,
#: 10 s at 60. When those of a file come to more than this, no further ones are looked for: it ends within 4 s.
MAX_SUGGESTED = 70_000

_LANGUAGE = {"sv": Phrase("svenska", "Swedish"), "en": Phrase("engelska", "English")}


def language(playbook: Playbook) -> Iterator[Diagnostic]:
    """Report everything about language, except what entries except; and exceptions that except nothing."""
    texts = tuple(placed(playbook))
    exempt = {
        (item.document.file, exception.code, exception.field): (item.document, index)
        for item in playbook.loaded
        for index, exception in enumerate(item.entry.exceptions)
    }
    used = set()
    for check in CHECKS:
        for found in check(playbook, texts):
            key = (found.document.file, found.code.name, ".".join(map(str, found.path)))
            if key in exempt:
                used.add(key)
            else:
                yield Diagnostic(found.code, found.document.file, found.span, found.params)
    for (file, code, where), (document, index) in exempt.items():
        if (file, code, where) not in used:
            span = document.span(("exceptions", index, "field"))
            yield Diagnostic(codes.UNUSED_EXCEPTION, file, span, {"code": code, "field": where})


def hard_texts(playbook: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """Swedish text is easy to read, each by itself and an entry as a whole."""
    entries: dict[str, list[Passage]] = {item.document.file: [] for item in playbook.loaded}
    for text in texts:
        if text.locale == "sv" and text.kind is not Title:
            entries.get(text.document.file, []).append(text.passage)
            short = text.kind is Summary and len(text.path) == len(("summary", "sv"))
            limit = readability.MAX_LIX_SUMMARY if short else readability.MAX_LIX
            least = readability.MIN_WORDS_SUMMARY if short else readability.MIN_WORDS
            lix = readability.lix([text.passage], least)
            if lix is not None and lix > limit:
                params = {"lix": str(lix), "limit": str(limit)}
                yield _about(codes.HARD_TO_READ, text, text.words(text.passage.sentences[0])[:1], params)
    limit = readability.MAX_LIX
    for item in playbook.loaded:
        lix = readability.lix(entries[item.document.file])
        if lix is not None and lix > limit:
            yield Finding(codes.HARD_TO_READ, item.document, ("id",), params={"lix": str(lix), "limit": str(limit)})


def long_sentences(_: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """No sentence has more words than a reader keeps in mind."""
    for text in texts:
        for sentence in readability.long_sentences(text.passage):
            params = {"count": str(len(sentence.words)), "limit": str(readability.MAX_SENTENCE)}
            yield _about(codes.LONG_SENTENCE, text, text.words(sentence), params)


def misspelled_words(playbook: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """Every word is one that its language knows, or that the playbook lists."""
    spellers = {locale: spelling.speller(locale, _listed(playbook, locale)) for locale in LOCALES}

    efforts: Counter[str] = Counter()
    for text in texts:
        for word in spelling.misspelled(text.text, text.locale, spellers):
            if any(start <= word.start < end for start, end, _ in encoding.double_encoded(text.text)):
                continue  # It has its own warning.
            efforts[text.document.file] += len(word.text) ** 3
            few = efforts[text.document.file] <= MAX_SUGGESTED
            nearest = spellers[text.locale].nearest(word.text) if few else ""
            params = {
                "word": word.text,
                "locale": text.locale,
                "language_sv": _LANGUAGE[text.locale].sv,
                "language_en": _LANGUAGE[text.locale].en,
                "suggestion_sv": f"menade du '{nearest}'? " if nearest else "",
                "suggestion_en": f"did you mean '{nearest}'? " if nearest else "",
            }
            yield _about(codes.MISSPELLED, text, (word,), params)


def _listed(playbook: Playbook, locale: Locale) -> tuple[str, ...]:
    """Return a language's own words, and the names that the other one lists."""
    names = (word for word in playbook.listed_words.get(other(locale), ()) if word[0].isupper())
    return (*playbook.listed_words.get(locale, ()), *names)


def wrong_words(playbook: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """Texts use the playbook's terms, and no words that weigh them down."""
    for code, rules in ((codes.WRONG_TERM, playbook.wording.terms), (codes.OFFICIALESE, playbook.wording.officialese)):
        matchers = {locale: wording.Matcher(rules[locale]) for locale in LOCALES}
        for text in texts:
            for match in matchers[text.locale].find(text.text, text.passage):
                params = {"found": text.text[match.start : match.end], "use": match.rule.use}
                yield Finding(code, text.document, text.path, match.start, match.end, params)


def broken_letters(_: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """Letters are whole, and were never read in the wrong encoding."""
    for text in texts:
        for code, find in ((codes.DOUBLE_ENCODED, encoding.double_encoded), (codes.DECOMPOSED, encoding.decomposed)):
            for start, end, whole in find(text.text):
                params = {"found": text.text[start:end], "whole": whole}
                yield Finding(code, text.document, text.path, start, end, params)


def shared_sentences(playbook: Playbook, texts: tuple[Placed, ...]) -> Iterator[Finding]:
    """No two entries share a sentence."""
    ids = {item.document.file: item.entry.id.casefold() for item in playbook.loaded}
    seen: dict[tuple[Locale, str], str] = {}
    for text in texts:
        file = text.document.file
        if file not in ids or text.kind is Title:
            continue
        for sentence in text.passage.sentences:
            if len(sentence.words) >= MIN_SHARED:
                said = " ".join(sentence.words).casefold()
                first = seen.setdefault((text.locale, said), file)
                if ids[first] != ids[file]:
                    yield _about(codes.SHARED_SENTENCE, text, text.words(sentence), {"file": first})


def _about(code: Code, text: Placed, words: tuple[Word, ...], params: dict[str, str]) -> Finding:
    return Finding(code, text.document, text.path, words[0].start, words[-1].end, params)


CHECKS: tuple[Callable[[Playbook, tuple[Placed, ...]], Iterator[Finding]], ...] = (
    hard_texts,
    long_sentences,
    misspelled_words,
    wrong_words,
    broken_letters,
    shared_sentences,
    translation.unfinished,
    translation.wrong_languages,
    translation.same_texts,
    translation.unlike_structures,
)
