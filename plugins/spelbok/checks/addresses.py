# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids and slugs: every entry has an address of its own."""

from collections.abc import Iterator

from spelbok.diagnostics import Diagnostic, Span, codes
from spelbok.locales import LOCALES
from spelbok.playbook import Loaded, Playbook


def duplicate_ids(playbook: Playbook) -> Iterator[Diagnostic]:
    """Ids are unique in the whole playbook, whatever the kind and the case."""
    seen: dict[str, Loaded] = {}
    for item in playbook.loaded:
        first = seen.setdefault(item.entry.id.casefold(), item)
        if first is not item:
            params = {"id": item.entry.id, "file": first.document.file}
            yield Diagnostic(codes.DUPLICATE_ID, item.document.file, item.document.span(("id",)), params)


def duplicate_slugs(playbook: Playbook) -> Iterator[Diagnostic]:
    """Two entries of a kind never share an address, whatever the case."""
    for locale in LOCALES:
        seen: dict[tuple[str, str], Loaded] = {}
        for item in playbook.loaded:
            slug = item.entry.slug[locale]
            first = seen.setdefault((item.entry.path[locale], slug.casefold()), item)
            if first is not item:
                params = {"slug": slug, "file": first.document.file}
                span = item.document.span(("slug", locale))
                yield Diagnostic(codes.DUPLICATE_SLUG, item.document.file, span, params)


def former_slugs(playbook: Playbook) -> Iterator[Diagnostic]:
    """A former address of an entry is the address of nothing else: no entry's today, nor another's before."""
    for locale in LOCALES:
        seen = {(item.entry.path[locale], item.entry.slug[locale].casefold()): item for item in playbook.loaded}
        for item in playbook.loaded:
            for index, slug in enumerate(item.entry.former_slugs[locale]):
                first = seen.setdefault((item.entry.path[locale], slug.casefold()), item)
                repeated = slug in (item.entry.slug[locale], *item.entry.former_slugs[locale][:index])
                if first is not item or repeated:
                    span = item.document.span(("former_slugs", locale, index))
                    yield _taken(item.document.file, span, slug, first.document.file)


def former_names(playbook: Playbook) -> Iterator[Diagnostic]:
    """The same of the pages that ``vocabulary.yml`` names, which lie beside the indexes of the kinds."""
    document = playbook.vocabulary_document
    for locale in LOCALES:
        seen = {page.slug[locale] for page in playbook.vocabulary.pages.values()}
        seen |= {kind.path[locale] for kind in playbook.kinds}
        for name, page in playbook.vocabulary.pages.items():
            for index, slug in enumerate(page.former_slugs[locale]):
                if slug in seen:
                    span = document.span(("pages", name, "former_slugs", locale, index))
                    yield _taken(document.file, span, slug, document.file)
                seen.add(slug)


def _taken(file: str, span: Span, slug: str, other: str) -> Diagnostic:
    return Diagnostic(codes.FORMER_SLUG_TAKEN, file, span, {"slug": slug, "file": other})
