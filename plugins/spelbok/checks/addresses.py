# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids and slugs: every entry has an address of its own."""

from collections.abc import Iterator

from spelbok import codes
from spelbok.diagnostics import Diagnostic
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
