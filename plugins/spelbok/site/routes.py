# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages the entries become, and at which addresses.

Pages are paired over languages by their key, never by their address. Addresses
are relative to the site's root: Swedish at the root, English below ``en/``.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from spelbok.locales import LOCALES, Locale
from spelbok.model import Entry
from spelbok.playbook import Playbook

#: Pages made from the playbook as a whole: their key is also the template's name.
REFERENCE_PAGES = (
    "self-assessment",
    "map",
    "plan",
    "check-course",
    "search",
    "glossary",
    "open-data",
    "write",
    "fields",
    "messages",
    "downloads",
    "translations",
    "review",
    "accessibility",
    "privacy",
    "contact",
    "about-site",
)
#: The file that a page shows, where it shows one.
_SOURCES = {"glossary": "glossary.yml"} | dict.fromkeys(
    ("accessibility", "privacy", "contact", "about-site"), "publisher.yml"
)

#: Where the data lie. What is below this address is never renamed or taken away.
DATA = "data/v1/"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render.

    ``key`` is the same in every language: ``practices/retrospective`` for an
    entry, ``practices/index`` for the index of its kind, ``glossary``.
    """

    key: str
    locale: Locale
    url: str
    #: Templates in order of preference.
    templates: tuple[str, ...]
    title: str
    description: str
    #: The entry shown, or the kind for an index, or None.
    subject: Entry | type[Entry] | None
    #: The file to edit, relative to the folder of the playbook; empty where there is none.
    source: str
    #: The language of the title: the page's own unless the title is not translated.
    title_language: Locale | None = None


def root(locale: Locale) -> str:
    """Return the address below which the pages of a language lie."""
    return "" if locale == LOCALES[0] else f"{locale}/"


def entry_url(entry: Entry, locale: Locale) -> str:
    """Return the address of an entry's page."""
    return f"{root(locale)}{entry.path[locale]}/{entry.slug[locale]}/"


def former_urls(entry: Entry, locale: Locale) -> tuple[str, ...]:
    """Return the addresses that an entry's page had before, the oldest first."""
    return tuple(f"{root(locale)}{entry.path[locale]}/{slug}/" for slug in entry.former_slugs[locale])


def index_url(kind: type[Entry], locale: Locale) -> str:
    """Return the address of the index of a kind."""
    return f"{root(locale)}{kind.path[locale]}/"


def named_url(playbook: Playbook, name: str, locale: Locale) -> str:
    """Return the address of a page that ``vocabulary.yml`` names under ``pages``."""
    return f"{root(locale)}{playbook.vocabulary.pages[name].slug[locale]}/"


def by_hand_url(playbook: Playbook, name: str, locale: Locale) -> str:
    """Return the address of a page written by hand, by its path without suffix: ``index`` is a folder's own page."""
    named = playbook.vocabulary.pages.get(name)
    path = f"{named.slug[locale] if named else name}/"
    return root(locale) + (path.removesuffix("index/") if path.split("/")[-2] == "index" else path)


def former_named_urls(playbook: Playbook, name: str, locale: Locale) -> tuple[str, ...]:
    """Return the addresses that a page of ``vocabulary.yml`` had before, the oldest first."""
    return tuple(f"{root(locale)}{slug}/" for slug in playbook.vocabulary.pages[name].former_slugs[locale])


def permanent_url(entry_id: str, locale: Locale | None = None) -> str:
    """Return the address of an entry that never changes: in one language, or the reader's own."""
    return f"id/{entry_id}/{locale}/" if locale else f"id/{entry_id}/"


def source_of(entry: Entry) -> str:
    """Return the file of an entry, relative to the folder of the playbook."""
    return f"{entry.folder}/{entry.id}.yml"


def embed_url(entry_id: str, locale: Locale) -> str:
    """Return the address of an entry without the site around it, for a frame on another site."""
    return f"{permanent_url(entry_id, locale)}embed/"


def session_part_url(entry_id: str, locale: Locale) -> str:
    """Return the address of what an entry adds to the cartridge of a session."""
    return f"packages/parts/{entry_id}-{locale}.json"


def feed_url(subject: Entry | type[Entry], locale: Locale) -> str:
    """Return the address of the feed of changes of an entry or a kind."""
    return f"feeds/{subject.id if isinstance(subject, Entry) else subject.folder}.{locale}.xml"


def qr_url(entry_id: str, locale: Locale) -> str:
    """Return the address of the QR code that leads to an entry."""
    return f"{permanent_url(entry_id, locale)}qr.svg"


def kind_name(playbook: Playbook, kind: type[Entry], locale: Locale, *, many: bool = False) -> str:
    """Return what a kind is called: by the label that the vocabulary gives it, else by the model."""
    label = playbook.vocabulary.labels.get(f"{kind.kind}_{'many' if many else 'one'}")
    if label is not None:
        return label.shown(locale)[0]
    name = (kind.many if many else kind.one)[locale]
    return name[0].upper() + name[1:]


def relative(target: str, page: str) -> str:
    """Return the way from one page's address to another's, as a relative link."""
    path, mark, anchor = target.partition("#")
    way = relative_file(path.removesuffix("/"), page)
    return ("./" if way == "." else f"{way}/") + mark + anchor


def relative_file(url: str, page: str) -> str:
    """Return the way from a page's address to a file, as a relative link. Both are as the site has them: no dots."""
    here, there = page.split("/")[:-1], url.split("/") if url else []
    shared = 0
    for mine, other in zip(here, there, strict=False):
        if mine != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def relative_asset(name: str, page: str) -> str:
    """Return the way from a page's address to a file of the theme, as a relative link."""
    return relative_file(posixpath.normpath(f"assets/{name}"), page)


def pages(playbook: Playbook, locale: Locale) -> Iterator[Page]:
    """Yield every page made from the playbook in one language."""
    labels = playbook.vocabulary.labels

    def label(name: str) -> str:
        return labels[name].shown(locale)[0] if name in labels else ""

    for kind in playbook.kinds:
        published = [entry for entry in playbook.of(kind) if entry.is_published]
        yield Page(
            key=f"{kind.folder}/index",
            locale=locale,
            url=index_url(kind, locale),
            templates=(f"{kind.kind}-index.html", "index.html"),
            title=kind_name(playbook, kind, locale, many=True),
            description=label(f"{kind.kind}_intro"),
            subject=kind,
            source="",
        )
        for entry in published:
            yield Page(
                key=f"{kind.folder}/{entry.id}",
                locale=locale,
                url=entry_url(entry, locale),
                templates=(f"{kind.kind}.html",),
                title=entry.title.shown(locale)[0],
                description=entry.summary.shown(locale)[0],
                subject=entry,
                source=source_of(entry),
                title_language=entry.title.shown(locale)[1],
            )
    for name in REFERENCE_PAGES:
        yield Page(
            key=name,
            locale=locale,
            url=named_url(playbook, name, locale),
            templates=(f"{name}.html",),
            title=label(name.replace("-", "_")),
            description=label(f"{name.replace('-', '_')}_intro"),
            subject=None,
            source=_SOURCES.get(name, ""),
        )
