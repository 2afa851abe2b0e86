# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts: both languages, and links that lead somewhere."""

from collections.abc import Iterable, Iterator

from spelbok.checks.references import unknown_reference
from spelbok.diagnostics import Diagnostic, Span, codes
from spelbok.language.translation import is_placeholder
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.model.urls import ENTRY_SCHEME, fault
from spelbok.model.validate import field_name
from spelbok.model.values import Line, Prose, Ref, Text
from spelbok.model.walk import walk
from spelbok.playbook import Playbook
from spelbok.site import markdown
from spelbok.source.document import Document, Path

_LANGUAGE = {"sv": Phrase("svenska", "Swedish"), "en": Phrase("engelska", "English")}


def sources(playbook: Playbook) -> Iterator[tuple[Document, Iterable[tuple[Path, object]]]]:
    """Yield every file that holds texts, with its values."""
    for item in playbook.loaded:
        yield item.document, item.values
    yield playbook.vocabulary_document, walk(playbook.vocabulary)
    yield playbook.glossary_document, walk(playbook.glossary)
    yield playbook.publisher_document, walk(playbook.publisher)


def all_texts(playbook: Playbook) -> Iterator[tuple[Document, Locale, Path, Text]]:
    """Yield every text of the playbook with its file, source language and path."""
    written_in = {item.document.file: item.entry.source for item in playbook.loaded}
    for document, values in sources(playbook):
        source = written_in.get(document.file, "sv")
        for path, value in values:
            if isinstance(value, Text):
                yield document, source, path, value


def missing_languages(playbook: Playbook) -> Iterator[Diagnostic]:
    """Every text stands in its source language, and is translated."""
    for document, source, path, text in all_texts(playbook):
        for locale in LOCALES:
            if text[locale] is None:
                code = codes.MISSING_LANGUAGE if locale == source else codes.UNTRANSLATED
                language = _LANGUAGE[locale]
                field = field_name(path)
                params = {"field": field, "locale": locale, "language_sv": language.sv, "language_en": language.en}
                yield Diagnostic(code, document.file, document.key_span(path), params)


def placeholders(playbook: Playbook) -> Iterator[Diagnostic]:
    """What is published holds no placeholders of texts; a draft is told how many it has left."""
    drafts = _drafts(playbook)
    for document, values in sources(playbook):
        found = [*_placeholders(values)]
        if found and document.file in drafts:
            params = {"count": str(len(found))}
            yield Diagnostic(codes.UNWRITTEN_DRAFT, document.file, document.span(found[0][0]), params)
            continue
        for path, text in found:
            params = {"field": field_name(path), "text": text.strip()}
            yield Diagnostic(codes.PLACEHOLDER_TEXT, document.file, document.span(path), params)


def _placeholders(values: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, str]]:
    """Yield every text that is a placeholder, with its path: of a bilingual one, the path to the language."""
    for path, value in values:
        if isinstance(value, Text):
            for locale in LOCALES:
                if is_placeholder(text := value[locale] or ""):
                    yield (*path, locale), text
        elif isinstance(value, str) and is_placeholder(value):
            yield path, value


def _drafts(playbook: Playbook) -> set[str]:
    """Return the files of the entries that are drafts."""
    return {item.document.file for item in playbook.loaded if not item.entry.is_published}


def links(playbook: Playbook, broken: frozenset[Ref]) -> Iterator[Diagnostic]:
    """Links in texts are allowed addresses, and entries that they name exist: those in ``broken`` do."""
    known = {*playbook.by_id, *(ref.id for ref in broken)}
    own = {item.document.file: item.entry.id for item in playbook.loaded}
    drafts = _drafts(playbook)
    for document, _, path, text in all_texts(playbook):
        if not isinstance(text, Line | Prose):
            continue
        for locale in LOCALES:
            for url, (start, end) in markdown.placed_links(text[locale] or ""):
                target = url.removeprefix(ENTRY_SCHEME)
                where = (*path, locale)
                if advice := fault(url):
                    params = {"value": url, "advice_sv": advice.sv, "advice_en": advice.en}
                    yield Diagnostic(codes.INVALID_URL, document.file, _at(document, where, start, end), params)
                elif target != url and target not in known:
                    is_draft = document.file in drafts
                    span = _at(document, where, start, end)
                    yield unknown_reference(playbook, Ref("", target), document.file, span, is_draft=is_draft)
                elif target != url and target == own.get(document.file):
                    span = _at(document, where, start, end)
                    yield Diagnostic(codes.SELF_REFERENCE, document.file, span, {"id": target})


def _at(document: Document, path: Path, start: int, end: int) -> Span:
    return document.place(path, start, end) if end else document.span(path)
