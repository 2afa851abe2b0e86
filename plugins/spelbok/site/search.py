# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search index: texts in, small files out, one set for each language.

A reader's browser fetches the vocabulary once, and then only the shards that
hold a query's words and the titles of its hits. The shards are in the form in
which MiniSearch, the engine on the search page, keeps its index; what a word
means (stems, parts of compounds, synonyms) is settled here, not there.
``docs/dev/search.md`` tells the whole way.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from spelbok.language.spelling import speller
from spelbok.language.stems import ENDINGS, STOP_WORDS, Compounds, Stems, acronyms, words
from spelbok.language.words import masked
from spelbok.locales import Locale
from spelbok.model import Entry
from spelbok.model.values import Choice, Text
from spelbok.model.vocabulary import GlossaryTerm
from spelbok.playbook import Playbook
from spelbok.site.routes import Page, entry_url, named_url, pages

#: Fields of an entry that are not its text: its own title, names of others, remarks to contributors.
_NOT_TEXT = frozenset({"title", "summary", "references", "exceptions"})
#: Marks pages that are not for readers to find: redirects, and what search engines are told to pass over.
_UNLISTED = re.compile(r'<meta (?:http-equiv="refresh"|name="robots" content="[^"]*noindex)', re.IGNORECASE)
#: Parts the words that a rule suggests.
_EITHER = re.compile(r",? (?:eller|or) |, ")
#: How large a shard of words may grow, in characters, and how many titles one file holds.
_SHARD, _TITLES = 8_000, 8
#: Marks the term of a word that says nothing. Only titles have them: "who does what" is one.
_TITLE_WORD = "="
#: How much an occurrence counts: of the word itself, and as a part of a compound.
_WHOLE, _PART = 2, 1


@dataclass(frozen=True, slots=True)
class Record:
    """A thing to find: a page or a term. ``kind`` is the name of the filter that it falls under."""

    kind: str
    url: str
    title: str
    summary: str
    #: Synonyms, tags and other words that say what it is about.
    keywords: str = ""
    text: str = ""

    @property
    def fields(self) -> tuple[str, str, str, str]:
        """The texts that are searched, the most telling first."""
        return self.title, self.keywords, self.summary, self.text


def records(playbook: Playbook, locale: Locale, written: Mapping[str, str]) -> Iterator[Record]:
    """Yield everything that can be found in one language.

    ``written`` are the pages that no entry gives: their address and HTML.
    """
    for page in pages(playbook, locale):
        if isinstance(page.subject, Entry):
            yield _entry(playbook, page.subject, locale)
        elif page.key != "search":
            yield _overview(page)
    for url, html in sorted(written.items()):
        if not _UNLISTED.search(html):
            yield _written(url, html)
    for term in playbook.glossary.terms:
        yield _term(term, f"{named_url(playbook, 'glossary', locale)}#{term.id}", locale)


def _entry(playbook: Playbook, entry: Entry, locale: Locale) -> Record:
    values = [value for path, value in playbook.values(entry) if path[0] not in _NOT_TEXT]
    texts = [value[locale] or "" for value in values if isinstance(value, Text)]
    choices = [value for value in values if isinstance(value, Choice) and value.vocabulary in {"tags", "roles"}]
    tags = [playbook.vocabulary.terms(choice.vocabulary)[choice.id].label[locale] or "" for choice in choices]
    title = entry.title[locale] or ""
    mark = f" ({playbook.vocabulary.labels['archived_mark'].shown(locale)[0]})" if entry.is_retired else ""
    return Record(
        entry.kind,
        entry_url(entry, locale),
        f"{title}{mark}",
        entry.summary[locale] or "",
        " ".join(dict.fromkeys([*tags, *entry.keywords[locale]])),
        " ".join(masked(text) for text in texts),
    )


def _overview(page: Page) -> Record:
    return Record("page", page.url, page.title, page.description)


def _term(term: GlossaryTerm, url: str, locale: Locale) -> Record:
    return Record("term", url, term.term[locale] or "", term.definition[locale] or "", " ".join(_forms(term, locale)))


def _forms(term: GlossaryTerm, locale: Locale) -> tuple[str, ...]:
    return term.forms.sv if locale == "sv" else term.forms.en


def _written(url: str, html: str) -> Record:
    tree = LexborHTMLParser(html)
    summary = tree.css_first('meta[name="description"]')
    heading, article = tree.css_first("h1"), tree.css_first("article")
    title = heading.text(strip=True) if heading else ""
    for unread in tree.css("article script, article form, article h1"):
        unread.decompose()
    return Record(
        "page",
        url,
        title,
        (summary.attributes.get("content") or "") if summary else "",
        text=article.text(separator=" ") if article else "",
    )


def index(playbook: Playbook, locale: Locale, found: Iterable[Record]) -> dict[str, bytes]:
    """Return the files of one language's index by name."""
    found = sorted(found, key=lambda record: (record.kind, record.url))
    stem = Stems(locale)
    counts = [[Counter(words(text)) for text in record.fields] for record in found]
    terms = _Terms(locale, stem, {word for fields in counts for field in fields for word in field})
    postings: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for number, fields in enumerate(counts):
        for field, seen in enumerate(fields):
            for word, times in seen.items():
                for term, weight in terms.of(word).items():
                    hits = postings[term][field]
                    hits[number] = hits.get(number, 0) + weight * times
        for term, field in _names(found[number], stem, locale):
            hits = postings[term][field]
            hits[number] = hits.get(number, 0) + _WHOLE
    return _files(locale, found, counts, postings, synonyms(playbook, locale, stem))


def _names(record: Record, stem: Stems, locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield terms that stems leave out, and their field: acronyms in capitals, and words of the title as such."""
    for field, text in enumerate(record.fields):
        yield from ((acronym, field) for acronym in acronyms(text, locale))
    yield from ((f"{_TITLE_WORD}{word}", 0) for word in words(record.title) if not stem(word))


class _Terms:
    """What a word of a text is found by: its stem, and the stems of its parts."""

    def __init__(self, locale: Locale, stem: Stems, own: set[str]) -> None:
        self._stem = stem
        known = {word for word in own if stem(word)}
        self._compounds = Compounds(speller(locale), stem, known) if locale == "sv" else None
        self._known: dict[str, dict[str, int]] = {}

    def of(self, word: str) -> dict[str, int]:
        """Return the terms of a word, and how much each counts."""
        known = self._known.get(word)
        if known is None:
            stem = self._stem(word)
            parts = self._compounds.parts(word) if stem and self._compounds else ()
            known = self._known[word] = dict.fromkeys(sorted(parts), _PART) | ({stem: _WHOLE} if stem else {})
        return known


def synonyms(playbook: Playbook, locale: Locale, stem: Stems) -> list[list[str]]:
    """Return groups of stems that mean the same: synonyms, a term's forms, words to avoid with those to use."""
    wording = playbook.wording
    avoided = [(*rule.find, *_EITHER.split(rule.use)) for rule in wording.terms[locale]]
    forms = [(term.term[locale] or "", *_forms(term, locale)) for term in playbook.glossary.terms]
    groups = ([words(word) for word in group] for group in (*wording.synonyms[locale], *forms, *avoided))
    stems = [list(dict.fromkeys(stem(word[0]) for word in group if len(word) == 1)) for group in groups]
    return [group for found in stems if len(group := [term for term in found if term]) > 1]


def _files(
    locale: Locale,
    found: list[Record],
    counts: list[list[Counter[str]]],
    postings: dict[str, dict[int, dict[int, int]]],
    alike: list[list[str]],
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    order = sorted(postings)
    hits = [{field: _steps(hits) for field, hits in sorted(postings[term].items())} for term in order]
    starts = _starts([len(_json(entry)) for entry in hits])
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(order)
        files[f"words-{number}.json"] = _json(hits[start:end])
    for first in range(0, len(found), _TITLES):
        titles = [[record.title, record.url, record.summary] for record in found[first : first + _TITLES]]
        files[f"titles-{first // _TITLES}.json"] = _json(titles)
    lengths = [[sum(field.values()) for field in fields] for fields in counts]
    kinds = sorted({record.kind for record in found})
    files["index.json"] = _json(
        {
            "version": hashlib.sha256(b"\0".join(files[name] for name in sorted(files))).hexdigest()[:16],
            "terms": " ".join(order),
            "shards": starts,
            "titles": _TITLES,
            "kinds": kinds,
            "records": [[kinds.index(record.kind), *length] for record, length in zip(found, lengths, strict=True)],
            "stop": " ".join(sorted(STOP_WORDS[locale] | ENDINGS)),
            "synonyms": alike,
            "compounds": locale == "sv",
        }
    )
    return files


def _steps(hits: dict[int, int]) -> list[int]:
    """Return the steps from record to record, each followed by the term's weight there."""
    numbers = sorted(hits)
    return [value for last, number in pairwise([0, *numbers]) for value in (number - last, hits[number])]


def _starts(sizes: list[int]) -> list[int]:
    """Return where each shard begins, so that none is much larger than it should be."""
    starts: list[int] = []
    room = 0
    for number, size in enumerate(sizes):
        room -= size
        if room < 0:
            starts.append(number)
            room = _SHARD - size
    return starts


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
