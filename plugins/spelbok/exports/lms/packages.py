# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every package for course systems, at addresses that derive from ids.

Packages are pure functions of the playbook and the site's address. A page that
tells their size and the export that writes them share them.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from spelbok.exports.lms import cartridge, gift, scorm
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES, Locale
from spelbok.model import Entry, LearningPath, TrainingModule
from spelbok.playbook import Playbook
from spelbok.site.entry_downloads import Download

#: The ending and the media type of each form's files.
_TYPES = {
    "cartridge-participants": ("imscc", "application/zip"),
    "cartridge-facilitators": ("imscc", "application/zip"),
    "scorm-offline": ("zip", "application/zip"),
    "scorm-live": ("zip", "application/zip"),
    "gift": ("txt", "text/plain"),
}
FORMS = tuple(_TYPES)


@dataclass(frozen=True)
class Package:
    """One package: of an entry, in a language and a form."""

    entry: Entry
    locale: Locale
    form: str
    content: bytes

    @property
    def url(self) -> str:
        """The address relative to the site's root; it never changes."""
        return f"packages/{self.entry.id}-{self.locale}-{self.form}.{_TYPES[self.form][0]}"

    @property
    def media_type(self) -> str:
        """The media type."""
        return _TYPES[self.form][1]

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@lru_cache(maxsize=1)
def packages_of(playbook: Playbook, site: str) -> "Packages":
    """Return the packages of a playbook, the same ones to everybody who asks: pages, catalogue and data."""
    return Packages(playbook, site)


class Packages:
    """The packages of a playbook whose site stands at ``site``, each made once."""

    def __init__(self, playbook: Playbook, site: str) -> None:
        self.playbook = playbook
        self._texts = {locale: Texts(playbook, locale, site) for locale in LOCALES}
        self._made: dict[tuple[str, Locale], tuple[Package, ...]] = {}

    def of(self, entry: Entry, locale: Locale) -> tuple[Package, ...]:
        """Return the packages of an entry in one language; entries that are no training have none."""
        key = (entry.id, locale)
        if key not in self._made:
            made = _contents(self._texts[locale], entry) if entry.is_published else ()
            self._made[key] = tuple(Package(entry, locale, form, content) for form, content in made)
        return self._made[key]

    def all(self) -> Iterator[Package]:
        """Yield every package, by entry and then by language."""
        for entry in self.playbook.entries:
            for locale in LOCALES:
                yield from self.of(entry, locale)

    def downloads(self, entry: Entry, locale: Locale) -> Sequence[Download]:
        """Return what the page of an entry offers."""
        return [Download(package.form, package.url, len(package.content)) for package in self.of(entry, locale)]


def _contents(texts: Texts, entry: Entry) -> Iterator[tuple[str, bytes]]:
    if isinstance(entry, LearningPath):
        for audience in cartridge.AUDIENCES:
            yield f"cartridge-{audience}", cartridge.of_path(texts, entry, audience)
    elif isinstance(entry, TrainingModule):
        for form in scorm.FORMS:
            yield f"scorm-{form}", scorm.package(texts, entry, form)
        yield "gift", gift.gift(texts, entry).encode()
