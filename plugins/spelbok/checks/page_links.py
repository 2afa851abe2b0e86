# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links of pages written by hand: to entries, pages, places on pages, files and the web."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from spelbok.checks.page_html import SCHEMES
from spelbok.checks.rendered_page import RenderedPage
from spelbok.diagnostics import Code, Diagnostic, codes
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.model.urls import ENTRY_SCHEME, GENERAL, fault
from spelbok.model.validate import suggestion

#: A telephone number (RFC 3966), which pages may link to and entries may not.
_TELEPHONE = re.compile(r"tel:\+?[0-9().-]+")


@dataclass(frozen=True, slots=True)
class Targets:
    """What pages may link to.

    ``generated`` are the pages that the playbook gives, by key, the same in
    every language. ``files`` are those of ``docs/`` by name from there, with
    those of the theme as the site has them. ``entries`` are the ids of entries
    with a page; of ``unreadable`` ones nobody can tell whether they have one.
    """

    generated: frozenset[str]
    files: frozenset[str]
    entries: frozenset[str]
    drafts: frozenset[str]
    unreadable: frozenset[str]


Pages = Mapping[tuple[Locale, str], RenderedPage]
_Found = tuple[Code, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a link stands, and what there is to link to."""

    locale: Locale
    name: str
    pages: Pages
    targets: Targets

    @property
    def folder(self) -> str:
        return posixpath.dirname(f"{self.locale}/{self.name}")


def links(pages: Pages, targets: Targets) -> Iterator[Diagnostic]:
    """Every link leads somewhere, and no image is fetched from another site."""
    for (locale, name), page in pages.items():
        place, here = page.places(), _Here(locale, name, pages, targets)
        for tag, link in page.links:
            for code, params in _judged(tag, link, here):
                pattern = re.escape(link).replace("&", "&(?:amp;)?")
                yield place(code, rf"(?<=[(<\s\"'=:]){pattern}(?=[)>\s\"'])", params)


def _judged(tag: str, link: str, here: _Here) -> Iterator[_Found]:
    """Yield what is wrong with one link of a page."""
    if link.startswith(ENTRY_SCHEME):
        yield from _entry(link, here.targets)
        return
    try:
        parts = urlsplit(link)
    except ValueError:
        yield codes.INVALID_URL, _address(link, GENERAL)
        return
    if parts.scheme or parts.netloc:
        if parts.scheme in SCHEMES and tag == "img":
            yield codes.FOREIGN_RESOURCE, {"link": link}
        elif parts.scheme in SCHEMES | {""} and not _TELEPHONE.fullmatch(link) and (advice := fault(link)):
            yield codes.INVALID_URL, _address(link, advice)  # Other schemes are told as unsafe markup.
    elif parts.path:
        yield from _inside(link, unquote(parts.path), unquote(parts.fragment), here)
    elif parts.fragment and unquote(parts.fragment) not in here.pages[here.locale, here.name].ids:
        yield codes.DEAD_ANCHOR, {"link": link, "anchor": unquote(parts.fragment)}
    elif not parts.fragment:
        yield codes.DEAD_LINK, {"link": link}


def _address(link: str, advice: Phrase) -> dict[str, str]:
    return {"value": link, "advice_sv": advice.sv, "advice_en": advice.en}


def _entry(link: str, targets: Targets) -> Iterator[_Found]:
    """Judge a link to an entry. Its place on the entry's page is left to the check of the built site."""
    entry = link.removeprefix(ENTRY_SCHEME).partition("#")[0]
    if entry in targets.drafts:
        yield codes.DEAD_LINK, {"link": link}
    elif entry not in targets.entries | targets.unreadable:
        params = {"id": entry, "of_kind_sv": "", "of_kind_en": "", **suggestion(entry, sorted(targets.entries))}
        yield codes.UNKNOWN_REFERENCE, params


def _inside(link: str, path: str, anchor: str, here: _Here) -> Iterator[_Found]:
    """Judge a link to a page or a file, as the way from the page's own file."""
    locale = here.locale
    target = posixpath.normpath(posixpath.join(here.folder, path))
    if target.endswith(".md") and not path.startswith("/"):
        first, _, key = target.removesuffix(".md").partition("/")
        page = here.pages.get((locale, key)) if first == locale else None
        if page is not None and anchor and anchor not in page.ids:
            yield codes.DEAD_ANCHOR, {"link": link, "anchor": anchor}
        elif page is None and (first != locale or key not in here.targets.generated):
            yield codes.DEAD_LINK, {"link": link}
    elif path.startswith("/") or "." not in posixpath.basename(target):  # A page's address, and not its file.
        yield codes.DEAD_LINK, {"link": link}
    elif not _has_file(target, locale, here.targets):
        up = "../" * (here.folder.count("/") + 1)
        yield codes.DEAD_FILE, {"link": link, "up": up, "name": posixpath.basename(target)}


def _has_file(target: str, locale: Locale, targets: Targets) -> bool:
    """Whether a file lies in the folder of the page's language, or in one that both languages share."""
    first, _, rest = target.partition("/")
    if first == locale:
        return target in targets.files or rest in targets.files
    return first not in LOCALES and target in targets.files
