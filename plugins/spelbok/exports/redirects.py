# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Permanent addresses: pages that lead on to where an entry is today.

``/id/<id>/`` chooses by the reader's language, ``/id/<id>/<language>/`` and
every former address lead to one page. GitHub Pages has no rules of a server,
so a redirect is a page: a script that keeps what stands after ``?`` and ``#``,
a meta refresh for whom the script does not run, and a visible link.
"""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from spelbok.exports.files import File
from spelbok.exports.texts import ENVIRONMENT, Texts
from spelbok.locales import LOCALES, Locale
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.site.csp import HEAD
from spelbok.site.routes import (
    entry_url,
    former_named_urls,
    former_urls,
    named_url,
    permanent_url,
    relative,
    relative_asset,
)


def files(playbook: Playbook, address: str) -> Iterator[File]:
    """Yield the permanent addresses of every entry that has a page, and every former address."""
    pages = _Pages(playbook, address)
    for entry in playbook.entries:
        if not entry.is_published:
            continue
        yield pages.choice(entry)
        for locale in LOCALES:
            title, language = entry.title.shown(locale)
            target = entry_url(entry, locale)
            for url in (permanent_url(entry.id, locale), *former_urls(entry, locale)):
                yield pages.moved(url, target, locale, title, language)
    for name in playbook.vocabulary.pages:
        for locale in LOCALES:
            target = named_url(playbook, name, locale)
            for url in former_named_urls(playbook, name, locale):
                yield pages.moved(url, target, locale, address + target, locale)


class _Pages:
    """Writes pages that lead on, in the playbook's own words."""

    def __init__(self, playbook: Playbook, address: str) -> None:
        self._address = address
        texts = {locale: Texts(playbook, locale, address) for locale in LOCALES}
        self._shared = {
            "policy": Markup(HEAD),  # noqa: S704 - our own
            "t": lambda name, locale: texts[locale].label(name),
        }

    def choice(self, entry: Entry) -> File:
        """Return the page that chooses by the reader's language."""
        url = permanent_url(entry.id)
        ways = [
            {"locale": locale, "href": relative(entry_url(entry, locale), url), "title": title, "language": language}
            for locale in LOCALES
            for title, language in [entry.title.shown(locale)]
        ]
        return self._file("permanent.html", url, ways=ways)

    def moved(self, url: str, target: str, locale: Locale, title: str, language: Locale) -> File:
        """Return a page that leads from ``url`` to ``target``."""
        where = {"href": relative(target, url), "canonical": self._address and self._address + target}
        return self._file("moved.html", url, locale=locale, title=title, language=language, **where)

    def _file(self, template: str, url: str, **values: Any) -> File:  # noqa: ANN401 - as Jinja's own render
        values |= {**self._shared, "asset": lambda name: relative_asset(name, url)}
        html = ENVIRONMENT.get_template(template).render(values)
        return File(f"{url}index.html", html.encode())
