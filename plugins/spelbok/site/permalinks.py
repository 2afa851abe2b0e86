# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What links may rely on: which addresses and anchors a playbook promises, and which have died.

A promise rests on data alone: on an id, a slug, a former slug, or the name of
a field that every entry of a kind has. Headings that happen to have an anchor
are no promise.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spelbok.diagnostics import START, Diagnostic, Span, codes
from spelbok.locales import LOCALES, Locale
from spelbok.model import Entry
from spelbok.model.values import Part, Ref
from spelbok.playbook import Playbook
from spelbok.playbook.inventory import FILE, PAGE, Inventory, Promise
from spelbok.site.routes import former_named_urls, former_urls, index_url, named_url, pages, permanent_url, root

#: Every address that a reader can ask for, with the anchors of the page that it leads to.
Reached = Mapping[str, frozenset[str]]


def promised(playbook: Playbook) -> frozenset[Promise]:
    """Return what the playbook's data promise, whether or not a template keeps it."""
    return frozenset([*_pages(playbook), *_permanent(playbook), *_former(playbook), *_anchors(playbook)])


def key(entry: Entry) -> str:
    """Return what owns an entry's promises: the key of its page."""
    return f"{entry.folder}/{entry.id}"


def _pages(playbook: Playbook) -> Iterator[Promise]:
    for locale in LOCALES:
        for page in pages(playbook, locale):
            yield Promise(page.key, locale, f"/{page.url}")
        for name in playbook.vocabulary.pages:
            yield Promise(name, locale, f"/{named_url(playbook, name, locale)}")


def _permanent(playbook: Playbook) -> Iterator[Promise]:
    for entry in _shown(playbook):
        yield Promise(key(entry), "-", f"/{permanent_url(entry.id)}")
        for locale in LOCALES:
            yield Promise(key(entry), locale, f"/{permanent_url(entry.id, locale)}")


def _former(playbook: Playbook) -> Iterator[Promise]:
    for locale in LOCALES:
        for entry in _shown(playbook):
            for url in former_urls(entry, locale):
                yield Promise(key(entry), locale, f"/{url}")
        for name in playbook.vocabulary.pages:
            for url in former_named_urls(playbook, name, locale):
                yield Promise(name, locale, f"/{url}")


def _anchors(playbook: Playbook) -> Iterator[Promise]:
    for entry in _shown(playbook):
        fields = (name for name, field in type(entry).model_fields.items() if field.is_required())
        parts = (anchor for _, part in playbook.values(entry) if isinstance(part, Part) for anchor in part.anchors)
        for anchor in (*(name.replace("_", "-") for name in fields), *parts):
            yield Promise(key(entry), "-", f"#{anchor}")
    for term in playbook.glossary.terms:
        for anchor in term.anchors:
            yield Promise("glossary", "-", f"#{anchor}")


def _shown(playbook: Playbook) -> Iterator[Entry]:
    return (entry for entry in playbook.entries if entry.is_published)


# --- What the data show to be lost -------------------------------------------


def lost(playbook: Playbook, broken: frozenset[Ref] = frozenset()) -> Iterator[Diagnostic]:
    """Yield what was published and what the playbook no longer gives, where it can be mended.

    ``broken`` are entries that exist but could not be read: nothing is said of them.
    """
    inventory = playbook.inventory
    now = promised(playbook)
    owners = {promise.place: promise.owner for promise in now if not promise.is_anchor}
    entries = {key(entry): entry for entry in _shown(playbook)}
    unread = {f"{kind.folder}/{ref.id}" for ref in broken for kind in playbook.kinds if kind.kind == ref.kind}
    gone: set[str] = set()
    for promise in sorted(inventory.promises - now):
        owner = promise.owner
        if owner in unread or owner in gone:
            continue
        if owner in entries:
            yield from _of_entry(playbook, entries[owner], promise, owners)
        elif _is_entry(playbook, owner):
            gone.add(owner)
            yield Diagnostic(codes.LOST_ENTRY, inventory.file, inventory.span(promise), {"owner": owner})
        else:
            yield from _of_page(playbook, promise)


def _is_entry(playbook: Playbook, owner: str) -> bool:
    folder, _, name = owner.partition("/")
    return name not in ("", "index") and any(folder == kind.folder for kind in playbook.kinds)


def _of_entry(playbook: Playbook, entry: Entry, promise: Promise, owners: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield what an entry that has a page has lost."""
    document = playbook.document(entry)
    other = owners.get(promise.place)
    lists = {part.anchor: path[:1] for path, part in playbook.values(entry) if isinstance(part, Part)}
    if other:
        params = {"address": promise.place, "owner": promise.owner, "other": other}
        yield Diagnostic(codes.TAKEN_ADDRESS, document.file, document.key_span(("slug",)), params)
    elif promise.is_anchor:
        for prefix, field in lists.items():
            if promise.place.startswith(f"#{prefix}"):
                yield _lost_anchor(document.file, document.key_span(field), promise, prefix)
    elif locale := _language(promise):
        url = index_url(type(entry), locale)
        if promise.place.startswith(f"/{url}"):
            span = document.span(("slug", locale))
            yield _lost_slug(document.file, span, promise, locale)


def _of_page(playbook: Playbook, promise: Promise) -> Iterator[Diagnostic]:
    """Yield what a page that the vocabulary names, or the glossary, has lost."""
    locale = _language(promise)
    if promise.owner == "glossary" and promise.is_anchor:
        document = playbook.glossary_document
        yield _lost_anchor(document.file, document.first_key_span(()), promise, "")
    elif promise.owner in playbook.vocabulary.pages and locale:
        document = playbook.vocabulary_document
        span = document.span(("pages", promise.owner, "slug", locale))
        yield _lost_slug(document.file, span, promise, locale)


def _language(promise: Promise) -> Locale | None:
    return next((locale for locale in LOCALES if locale == promise.language), None)


def _lost_slug(file: str, span: Span, promise: Promise, locale: Locale) -> Diagnostic:
    slug = promise.place.rstrip("/").rpartition("/")[2]
    return Diagnostic(codes.LOST_SLUG, file, span, {"address": promise.place, "slug": slug, "locale": locale})


def _lost_anchor(file: str, span: Span, promise: Promise, prefix: str) -> Diagnostic:
    anchor = promise.place.removeprefix("#")
    return Diagnostic(codes.LOST_ANCHOR, file, span, {"anchor": anchor, "id": anchor.removeprefix(prefix)})


# --- What a built site shows -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Loss:
    """A promise that a site breaks: nothing is there, or the address is ``other``'s now."""

    promise: Promise
    other: str = ""


def losses(old: Iterable[Promise], reached: Reached, now: Iterable[Promise]) -> Iterator[Loss]:
    """Yield what of ``old`` a site that promises ``now`` does not keep, in order."""
    old = sorted(old)
    owners = {promise.place: promise.owner for promise in now if not promise.is_anchor}
    addresses: dict[str, list[str]] = {}
    for promise in old:
        if promise.is_page and promise.place in reached:
            addresses.setdefault(promise.owner, []).append(promise.place)
    for promise in old:
        if promise.is_anchor:
            anchor = promise.place.removeprefix("#")
            if any(anchor not in reached[url] for url in addresses.get(promise.owner, ())):
                yield Loss(promise)
        elif promise.place not in reached:
            yield Loss(promise)
        elif "/" in promise.owner and owners.get(promise.place, promise.owner) not in (promise.owner, PAGE, FILE):
            yield Loss(promise, owners[promise.place])


def standing(playbook: Playbook, reached: Reached, written: Iterable[str], files: Iterable[str]) -> frozenset[Promise]:
    """Return what a built site promises: what the data promise and the site keeps, other pages, and files.

    ``written`` are the addresses of pages for readers, ``files`` those of all that exports have written.
    """
    data = promised(playbook)
    kept = data - {loss.promise for loss in losses(data, reached, data)}
    known = {promise.place for promise in data if not promise.is_anchor}
    others = [Promise(PAGE, _spoken(url), url) for url in written if url not in known]
    taken = known | {promise.place for promise in others}
    return frozenset([*kept, *others, *(Promise(FILE, "-", url) for url in files if url not in taken)])


def _spoken(url: str) -> Locale:
    return next(locale for locale in reversed(LOCALES) if url.startswith(f"/{root(locale)}"))


def broken(inventory: Inventory, reached: Reached, now: frozenset[Promise]) -> Iterator[Diagnostic]:
    """Yield every promise of an inventory that a built site, which promises ``now``, does not keep."""
    for loss in losses(inventory.promises, reached, now):
        span = inventory.span(loss.promise)
        if loss.other:
            params = {"address": loss.promise.place, "owner": loss.promise.owner, "other": loss.other}
            yield Diagnostic(codes.TAKEN_ADDRESS, inventory.file, span, params)
        else:
            yield Diagnostic(codes.LOST_ADDRESS, inventory.file, span, {"place": str(loss.promise)})


def unlisted(inventory: Inventory, now: frozenset[Promise]) -> Iterator[Diagnostic]:
    """Yield how much of what a site promises the inventory does not hold yet."""
    if new := sorted(now - inventory.promises):
        params = {"count": str(len(new)), "place": str(new[0])}
        yield Diagnostic(codes.UNLISTED_ADDRESS, inventory.file, START, params)
