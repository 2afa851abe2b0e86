# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Language: every text is readable, spelled right, worded as agreed and said once.

Each check yields findings; an entry may except a text from one, with a reason.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from spelbok.checks import markup, translation
from spelbok.checks.placed import File, Finding, Placed, Rules, Texts
from spelbok.checks.texts import sources
from spelbok.diagnostics import Diagnostic, codes
from spelbok.diagnostics.codes import Code
from spelbok.diagnostics.progress import Tick, silent
from spelbok.language import encoding, readability, spelling
from spelbok.language.words import Sentence, Stretches, Word
from spelbok.locales import Phrase
from spelbok.model.values import Summary, Title
from spelbok.playbook import Playbook
from spelbok.source.document import Document
from spelbok.source.parser import MAX_FOUND
from spelbok.storage.cache import NOTHING, Cache

#: A sentence of fewer words may stand in several entries.
MIN_SHARED = 8
#: Looking for the right word takes a time that grows with the cube of the misspelt one's length: 0.1 s at 12 letters,
#: 10 s at 60. When those of a file come to more than this, no further ones are looked for: it ends within a second.
MAX_SUGGESTED = 10_000

_LANGUAGE = {"sv": Phrase("svenska", "Swedish"), "en": Phrase("engelska", "English")}


def language(playbook: Playbook, cache: Cache = NOTHING, tick: Tick = silent) -> Iterator[Diagnostic]:
    """Report everything about language, except what entries except; and exceptions that except nothing.

    ``cache`` keeps what was found in a file, for as long as file and rules stay the same.
    ``tick`` is told how many files are looked at.
    """
    exempt = {
        (item.document.file, exception.code, exception.field): (item.document, index)
        for item in playbook.loaded
        for index, exception in enumerate(item.entry.exceptions)
    }
    used = set()
    for found in _findings(playbook, cache, tick):
        key = (found.document.file, found.code.name, ".".join(map(str, found.path)))
        if key in exempt:
            used.add(key)
        else:
            yield Diagnostic(found.code, found.document.file, found.span, found.params)
    for (file, code, where), (document, index) in exempt.items():
        if (file, code, where) not in used:
            span = document.span(("exceptions", index, "field"))
            yield Diagnostic(codes.UNUSED_EXCEPTION, file, span, {"code": code, "field": where})


def _findings(playbook: Playbook, cache: Cache, tick: Tick) -> Iterator[Finding]:
    """Yield what the checks find, file by file, so that no text is taken apart twice."""
    rules = Rules(playbook)
    shared = Shared(playbook)
    documents = list(sources(playbook))
    for number, (document, values) in enumerate(documents, 1):
        tick(number, len(documents))
        file = File(document, values)
        what = (rules.digest, document.file, str(document.file in rules.entries), document.text)
        findings, sentences = cache.read(partial(_of_file, rules, file), partial(_kept, document), "language", *what)
        yield from findings
        yield from shared.sentences(file, sentences)


def _kept(document: Document, content: bytes) -> tuple[list[Finding], list[str]]:
    """Return what :func:`_of_file` has found. Raises ValueError, TypeError or LookupError for anything else."""
    kept = json.loads(content)
    findings = [
        Finding(codes.ALL[code], document, tuple(path), start, end, dict(params))
        for code, path, start, end, params in kept["findings"]
    ]
    return findings, list(kept["sentences"])


def _of_file(rules: Rules, file: File) -> bytes:
    """Return as JSON what the checks find in one file, and what stands for its sentences."""
    findings = [
        (found.code.name, found.path, found.start, found.end, found.params)
        for check in CHECKS
        for found in check(rules, file.texts)
    ]
    sentences = [_mark(text, sentence) for text, sentence in _sentences(file.texts)]
    return json.dumps({"findings": findings, "sentences": sentences}).encode()


def hard_texts(rules: Rules, texts: Texts) -> Iterator[Finding]:
    """Swedish text is easy to read, each by itself and an entry as a whole."""
    swedish = [text for text in texts if text.locale == "sv" and text.kind is not Title]
    for text in swedish:
        short = text.kind is Summary and len(text.path) == len(("summary", "sv"))
        limit = readability.MAX_LIX_SUMMARY if short else readability.MAX_LIX
        least = readability.MIN_WORDS_SUMMARY if short else readability.MIN_WORDS
        lix = readability.lix([text.passage], least)
        if lix is not None and lix > limit:
            params = {"lix": str(lix), "limit": str(limit)}
            yield _about(codes.HARD_TO_READ, text, text.words(text.passage.sentences[0])[:1], params)
    lix = readability.lix(text.passage for text in swedish)
    if lix is not None and lix > readability.MAX_LIX and swedish[0].document.file in rules.entries:
        params = {"lix": str(lix), "limit": str(readability.MAX_LIX)}
        yield Finding(codes.HARD_TO_READ, swedish[0].document, ("id",), params=params)


def long_sentences(_: Rules, texts: Texts) -> Iterator[Finding]:
    """No sentence has more words than a reader keeps in mind."""
    for text in texts:
        for sentence in readability.long_sentences(text.passage):
            params = {"count": str(len(sentence.words)), "limit": str(readability.MAX_SENTENCE)}
            yield _about(codes.LONG_SENTENCE, text, text.words(sentence), params)


def misspelled_words(rules: Rules, texts: Texts) -> Iterator[Finding]:
    """Every word is one that its language knows, or that the playbook lists; of one file, MAX_FOUND are told."""
    effort, room = 0, MAX_FOUND
    for text in texts:
        wrong = list(islice(spelling.misspelled(text.text, text.passage, text.locale, rules.spellers), room))
        room -= len(wrong)
        garbled = Stretches(stretch[:2] for stretch in (encoding.double_encoded(text.text) if wrong else ()))
        for word in wrong:
            if garbled.hold(word.start):
                continue  # It has its own warning.
            effort += len(word.text) ** 3
            nearest = rules.spellers[text.locale].nearest(word.text) if effort <= MAX_SUGGESTED else ""
            params = {
                "word": word.text,
                "locale": text.locale,
                "language_sv": _LANGUAGE[text.locale].sv,
                "language_en": _LANGUAGE[text.locale].en,
                "suggestion_sv": f"menade du '{nearest}'? " if nearest else "",
                "suggestion_en": f"did you mean '{nearest}'? " if nearest else "",
            }
            yield _about(codes.MISSPELLED, text, (word,), params)


def wrong_words(rules: Rules, texts: Texts) -> Iterator[Finding]:
    """Texts use the playbook's terms, and no words that weigh them down."""
    for code, matchers in rules.wording.items():
        for text in texts:
            for match in matchers[text.locale].find(text.text, text.passage):
                params = {"found": text.text[match.start : match.end], "use": match.rule.use}
                yield Finding(code, text.document, text.path, match.start, match.end, params)


def broken_letters(_: Rules, texts: Texts) -> Iterator[Finding]:
    """Letters are whole, and were never read in the wrong encoding."""
    for text in texts:
        for code, find in ((codes.DOUBLE_ENCODED, encoding.double_encoded), (codes.DECOMPOSED, encoding.decomposed)):
            for start, end, whole in find(text.text):
                params = {"found": text.text[start:end], "whole": whole}
                yield Finding(code, text.document, text.path, start, end, params)


class Shared:
    """Knows every sentence that was read, and where."""

    def __init__(self, playbook: Playbook) -> None:
        self._ids = {item.document.file: item.entry.id.casefold() for item in playbook.loaded}
        self._seen: dict[str, str] = {}

    def sentences(self, file: File, marks: Sequence[str]) -> Iterator[Finding]:
        """No two entries share a sentence. ``marks`` stand for those of the file, in their order."""
        name = file.document.file
        if name not in self._ids:
            return
        for number, mark in enumerate(marks):
            first = self._seen.setdefault(mark, name)
            if self._ids[first] != self._ids[name]:
                text, sentence = next(islice(_sentences(file.texts), number, None))
                yield _about(codes.SHARED_SENTENCE, text, text.words(sentence), {"file": first})


def _sentences(texts: Texts) -> Iterator[tuple[Placed, Sentence]]:
    """Yield the sentences that no two entries may share."""
    for text in texts:
        if text.kind is not Title:
            for sentence in text.passage.sentences:
                if len(sentence.words) >= MIN_SHARED:
                    yield text, sentence


def _mark(text: Placed, sentence: Sentence) -> str:
    """Return what stands for a sentence: the same for the same words."""
    said = f"{text.locale} {' '.join(sentence.words).casefold()}"
    return hashlib.blake2b(said.encode(), digest_size=12).hexdigest()


def _about(code: Code, text: Placed, words: tuple[Word, ...], params: dict[str, str]) -> Finding:
    return Finding(code, text.document, text.path, words[0].start, words[-1].end, params)


#: Every check of the texts of one file.
CHECKS: tuple[Callable[[Rules, Texts], Iterator[Finding]], ...] = (
    hard_texts,
    long_sentences,
    misspelled_words,
    wrong_words,
    broken_letters,
    translation.unfinished,
    translation.wrong_languages,
    translation.same_texts,
    translation.unlike_structures,
    markup.unrendered_markup,
    markup.hidden_characters,
    markup.unlike_links,
)
