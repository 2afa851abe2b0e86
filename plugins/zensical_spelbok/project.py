# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project that another site generator builds: pages as Markdown, and its configuration.

A page lies where its address is, one folder for each language, so that the
site that is built from it has the addresses of ours. The pages of the two
languages have different names; so each names its other language itself.
"""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from spelbok.exports.files import File
from spelbok.exports.texts import TEMPLATES
from spelbok.locales import LOCALES, Locale
from spelbok.model import Entry
from spelbok.model.urls import ENTRY_SCHEME
from spelbok.site import facets
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page, entry_url, named_url, permanent_url, relative, root
from zensical_spelbok.configuration import SHEET, Item, configuration
from zensical_spelbok.convert import markdown
from zensical_spelbok.text import for_theme

#: Pages whose work is done by what our site alone has: scripts, and files for paper.
TOOLS = frozenset({"search", "self-assessment", "plan", "check-course", "write", "downloads"})
#: Pages that say how our site behaves, which would not be true of another.
STATEMENTS = frozenset({"accessibility", "privacy", "about-site", "promises"})
LEFT_OUT = TOOLS | STATEMENTS

_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<to>[^()\s]+)\)")
#: What YAML takes for a line break or does not take at all, though JSON does.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Written:
    """A page written by hand: its name (``about``, ``index``), its front matter's lines, and its Markdown."""

    name: str
    matter: str
    body: str

    @classmethod
    def read(cls, name: str, text: str) -> "Written":
        """Take a file apart."""
        if not text.startswith("---\n"):
            return cls(name, "", text)
        matter, _, body = text.removeprefix("---\n").partition("\n---\n")
        return cls(name, matter, body)


class Project:
    """The project of one playbook. ``written`` holds its pages that are written by hand."""

    def __init__(self, renderer: Renderer, written: Mapping[Locale, list[Written]]) -> None:
        self._renderer = renderer
        self._written = {locale: [page for page in written[locale] if page.name not in LEFT_OUT] for locale in LOCALES}
        self.pages = {
            locale: [page for page in renderer.pages(locale) if page.key not in LEFT_OUT] for locale in LOCALES
        }
        self._site = renderer.words[LOCALES[0]].site_url
        named = LEFT_OUT & renderer.playbook.vocabulary.pages.keys()
        self._left_out = {named_url(renderer.playbook, name, locale) for name in named for locale in LOCALES}
        #: The address of every page, by language and name.
        self._urls = {
            locale: {page.key: page.url for page in self.pages[locale]}
            | {page.name: self._written_url(page.name, locale) for page in self._written[locale]}
            for locale in LOCALES
        }

    def files(self) -> Iterator[File]:
        """Yield the files of the project by their place in it."""
        for locale in LOCALES:
            for page in self.pages[locale]:
                yield File(_source(page.url, locale), self._page(page).encode())
            for written in self._written[locale]:
                url = self._urls[locale][written.name]
                yield File(_source(url, locale), self._by_hand(written, url, locale).encode())
        menus = {locale: list(self._menu(locale)) for locale in LOCALES}
        yield File("mkdocs.yml", configuration(self._renderer.playbook, self._site, menus).encode())
        yield File("overrides/partials/alternate.html", (TEMPLATES / "language-switch.html").read_bytes())
        yield File(f"docs/{SHEET}", (TEMPLATES / "language-switch.css").read_bytes())

    @property
    def count(self) -> int:
        """How many pages there are, in all languages together."""
        return sum(map(len, self._urls.values()))

    def _page(self, page: Page) -> str:
        html = self._renderer.render(page).html
        text = markdown(html, partial(self._located, url=page.url, locale=page.locale), page.locale)
        return f"---\n{self._matter(page)}---\n\n{text}"

    def _matter(self, page: Page) -> str:
        values: dict[str, object] = {
            "title": for_theme(page.title),
            "description": for_theme(page.description),
            "language": page.locale,
        }
        if isinstance(page.subject, Entry):
            entry, words = page.subject, self._renderer.words[page.locale]
            values |= {
                "id": entry.id,
                "kind": entry.kind,
                "permanent": self._site + permanent_url(entry.id),
                "reviewed": entry.reviewed.isoformat(),
                "tags": [str(words.term(tag)) for tag in entry.tags],
            }
            found = facets.values(entry)
            if found:
                values["facets"] = {name: [str(value) for value in some] for name, some in found.items()}
        return _matter(values | self._other_languages(page.key, page.url))

    def _other_languages(self, name: str, url: str) -> dict[str, object]:
        """Return where a page is in each language, from the page itself."""
        there = {locale: self._urls[locale].get(name) for locale in LOCALES}
        return {"translations": {locale: relative(to, url) for locale, to in there.items() if to is not None}}

    def _by_hand(self, page: Written, url: str, locale: Locale) -> str:
        """Return a page written by hand with its links as this project has them."""

        def link(match: re.Match[str]) -> str:
            to = self._by_name(match["to"], page.name, url, locale)
            return match["words"] if to is None else f"[{match['words']}]({to})"

        body = _LINK.sub(link, page.body)
        matter = f"{page.matter}\n" if page.matter else ""
        values: dict[str, object] = {"language": locale, **self._other_languages(page.name, url)}
        return f"---\n{matter}{_matter(values)}---\n{body}"

    def _by_name(self, to: str, name: str, url: str, locale: Locale) -> str | None:
        """Return the target of a link on a page written by hand: to an entry (``id:NAME``), a page, a file, the web."""
        address, mark, anchor = to.partition("#")
        if to.startswith(ENTRY_SCHEME):
            entry = self._renderer.playbook.by_id.get(address.removeprefix(ENTRY_SCHEME))
            return self._located(f"/{entry_url(entry, locale)}{mark}{anchor}", url, locale) if entry else None
        if urlsplit(to).scheme or not address:
            return to
        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        there = there.removeprefix("../")  # A file of both languages: each gets its own copy.
        if not there.endswith(".md"):
            return posixpath.relpath(f"docs/{locale}/{there}", posixpath.dirname(_source(url, locale))) + mark + anchor
        page = self._urls[locale].get(there.removesuffix(".md"))
        return None if page is None else self._located(f"/{page}{mark}{anchor}", url, locale)

    def _located(self, href: str, url: str, locale: Locale) -> str | None:
        """Return the target of a link on the page at ``url``: a file of the project, else a public address."""
        parts = urlsplit(href)
        if parts.scheme or not parts.path:
            return href
        path = urljoin(f"/{url}", parts.path).lstrip("/")
        if path in self._left_out:
            return None
        mark = f"#{parts.fragment}" if parts.fragment else ""
        if path in self._urls[locale].values():
            return posixpath.relpath(_source(path, locale), posixpath.dirname(_source(url, locale))) + mark
        return self._site + path + mark

    def _written_url(self, name: str, locale: Locale) -> str:
        if name in self._renderer.playbook.vocabulary.pages:
            return named_url(self._renderer.playbook, name, locale)
        folder = "" if name == "index" else f"{name.removesuffix('/index')}/"
        return root(locale) + folder

    def _menu(self, locale: Locale) -> Iterator[Item]:
        """Yield what a site's menu shows: the start page, every kind with its entries, then the other pages."""
        renderer, urls = self._renderer, dict(self._urls[locale])

        def place(name: str) -> str:
            return _source(urls.pop(name), locale).removeprefix(f"docs/{locale}/")

        if "index" in urls:
            yield place("index")
        for kind in renderer.playbook.kinds:
            entries = renderer.words[locale].published(kind.kind)
            names = (f"{kind.folder}/index", *(f"{kind.folder}/{entry.id}" for entry in entries))
            yield {for_theme(renderer.words[locale].kind_name(kind, many=True)): [place(name) for name in names]}
        for name in renderer.playbook.vocabulary.pages:
            if name in urls:
                yield place(name)


def _source(url: str, locale: Locale) -> str:
    """Return where the page of an address lies in the project."""
    path = url.removeprefix(root(locale))
    is_index = not path or path.count("/") == 1
    return f"docs/{locale}/{path}index.md" if is_index else f"docs/{locale}/{path.removesuffix('/')}.md"


def _matter(values: Mapping[str, object]) -> str:
    """Return values as lines of front matter, each in JSON, which YAML can read."""
    return "".join(f"{name}: {_in_yaml(value)}\n" for name, value in values.items())


def _in_yaml(value: object) -> str:
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
