# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Render pages through Jinja: a :class:`Page` in, HTML and its headings out.

Templates hold loops and conditions only. What they need is given to them as
filters, each bound to one language and one page:

====================  ========================================================
``text``              a text in the page's language; marked if untranslated
``plain``             the same without marks, for attributes and names
``term``              the word for a choice from the vocabulary
``link``, ``href``    to an entry or the entry behind a reference
``duration``, ``date``  in words of the page's language
====================  ========================================================
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property, partial
from html import unescape as html_unescape
from pathlib import Path
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from spelbok.diagnostics import codes
from spelbok.locales import LOCALES, Locale, other
from spelbok.model import Entry, field_reference
from spelbok.model.duration import Duration
from spelbok.model.values import Ref
from spelbok.model.vocabulary import GlossaryTerm
from spelbok.playbook import Playbook, review
from spelbok.playbook.translations import BY_HAND
from spelbok.site import csp, facets, teaching
from spelbok.site import entry_downloads as no_downloads
from spelbok.site.context import Words
from spelbok.site.downloads import DOWNLOADS
from spelbok.site.entry_downloads import Downloads
from spelbok.site.glossary import Terms
from spelbok.site.routes import Page, embed_url, named_url, pages, relative
from spelbok.site.template_errors import located

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ID = re.compile(r' id="([^"]+)"')
_TAGS = re.compile(r"<[^>]+>")
#: As many pages are shown beside an entry's at most: a page does not grow with the playbook.
NEAREST = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level (2 or 3), anchor and text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a page became: its content as HTML, and its headings in order."""

    html: str
    headings: tuple[Heading, ...]

    @property
    def anchors(self) -> set[str]:
        """Every id in the content, as links may name them."""
        return set(_ID.findall(self.html))


def _named(template: str) -> str:
    return f"templates/{template}"


class _Compiled(BytecodeCache):
    """Compiled templates by their name and text: each is compiled once for all languages and playbooks of a run."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - wherever the file lies
        return name


_COMPILED = _Compiled()


class Renderer:
    """Renders the pages of one playbook with the templates of one folder.

    ``address`` is the site's public address, ending with a slash, where it is
    known. ``with_paper`` says whether pages offer the files that are made after
    them.
    """

    def __init__(
        self,
        playbook: Playbook,
        templates: Path,
        downloads: Downloads = no_downloads.none,
        address: str = "",
        *,
        with_paper: bool = False,
    ) -> None:
        self.playbook = playbook
        self._folder = templates
        self.with_paper = with_paper
        self._terms = {locale: Terms(playbook.glossary, locale) for locale in LOCALES}
        #: The playbook in the words of each language.
        self.words = {locale: Words(playbook, locale, downloads, address) for locale in LOCALES}
        self._environments = {locale: self._environment(locale, templates) for locale in LOCALES}
        self._templates = frozenset(self._environments[LOCALES[0]].list_templates())

    def pages(self, locale: Locale) -> list[Page]:
        """Return every page in one language."""
        return self._pages[locale]

    @cached_property
    def _pages(self) -> dict[Locale, list[Page]]:
        return {locale: list(pages(self.playbook, locale)) for locale in LOCALES}

    def render(self, page: Page) -> Rendered:
        """Render one page. Raises TemplateMistakeError for a mistake in a template."""
        with located([self._folder], lambda: self._shown(page)):
            template = self._environments[page.locale].select_template(page.templates)
            html = template.render(page=page, subject=page.subject)
        html = self._terms[page.locale].explain(html, lambda term: self._term_href(term, page))
        headings = tuple(
            Heading(int(level), anchor, " ".join(html_unescape(_TAGS.sub("", text)).split()))
            for level, anchor, text in _HEADING.findall(html)
        )
        return Rendered(html, headings)

    def draw(self, template: str, page: Page, subject: object) -> str:
        """Render a template that is no page of the site: ``subject`` is what it shows, ``page`` where it stands."""
        with located([self._folder], partial(_named, template)):
            return self._environments[page.locale].get_template(template).render(page=page, subject=subject)

    def try_templates(self) -> None:
        """Compile every template, and render one page with each. Raises TemplateMistakeError for the first mistake."""
        for name in sorted(self._templates):
            with located([self._folder], partial(_named, name)):
                self._environments[LOCALES[0]].get_template(name)
        sample = {page.templates: page for page in reversed(self.pages(LOCALES[0]))}
        for page in sample.values():
            self.render(page)
        published = [entry for entry in self.playbook.entries if entry.id in self._page_of[LOCALES[0]]]
        for entry in {entry.kind: entry for entry in published}.values():
            self.render_embedded(entry, LOCALES[0])

    def _shown(self, page: Page) -> str:
        """Return the file that a page shows, or the name of its template."""
        return (self._folder.parent / page.source).as_posix() if page.source else _named(page.templates[-1])

    def render_embedded(self, entry: Entry, locale: Locale) -> str | None:
        """Render an entry as a page of its own, for a frame; None if no template ``embed-KIND.html`` says how."""
        name = f"embed-{entry.kind}.html"
        environment = self._environments[locale]
        if name not in self._templates:
            return None
        own = self._page_of[locale][entry.id]
        page = replace(own, url=embed_url(entry.id, locale), templates=(name,))
        public = self.words[locale].site_url + own.url
        with located([self._folder], lambda: self._shown(own)):
            return environment.get_template(name).render(page=page, subject=entry, public=public)

    def label(self, name: str, locale: Locale) -> str:
        """Return one of the vocabulary's labels, for what the theme draws around a page."""
        return self.words[locale].label(name)

    def named_url(self, name: str, locale: Locale) -> str:
        """Return the address of a page that the vocabulary names, or nothing if it does not."""
        return named_url(self.playbook, name, locale) if name in self.playbook.vocabulary.pages else ""

    def original_language(self, file: str, locale: Locale) -> Locale | None:
        """Return in which language to read a page written by hand whose translation to ``locale`` is older, else None.

        ``file`` is the page's, below the folder ``docs``.
        """
        name = file.removeprefix(f"{locale}/").removesuffix(".md")
        return other(locale) if self.words[locale].is_outdated(f"{BY_HAND}{name}") else None

    def form(self, page: Page) -> tuple[str, str]:
        """Return the label and address of the form for an entry, or for a new one of a kind; else nothing."""
        address = self.named_url("write", page.locale)
        if isinstance(page.subject, Entry):
            return self.label("write_this", page.locale), f"{address}?id={page.subject.id}"
        return (
            (self.label("write_one", page.locale), f"{address}?kind={page.subject.kind}") if page.subject else ("", "")
        )

    def feedback_url(self, page_id: str, title: str, address: str) -> str:
        """Return where to comment on a page, or nothing if the publisher takes no comments."""
        url = self.playbook.publisher.feedback or ""
        for name, value in (("id", page_id), ("title", title), ("page", address)):
            url = url.replace(f"{{{name}}}", quote(value, safe=""))
        return url

    def neighbours(self, page: Page) -> list[Page]:
        """Return the nearest pages beside an entry's, of those that share its first principle, else its kind."""
        group = self._neighbourhoods[page.locale].get(self._group(page), [])
        place = next((number for number, other in enumerate(group) if other.key == page.key), 0)
        first = max(0, min(place - NEAREST // 2, len(group) - NEAREST))
        return group[first : first + NEAREST]

    @cached_property
    def _page_of(self) -> dict[Locale, dict[str, Page]]:
        """The page of each published entry, by id."""
        return {
            locale: {page.subject.id: page for page in self.pages(locale) if isinstance(page.subject, Entry)}
            for locale in LOCALES
        }

    @cached_property
    def _neighbourhoods(self) -> dict[Locale, dict[tuple[str, str], list[Page]]]:
        """The pages of entries that are kept up, in the order of readers, by what they have in common."""
        found: dict[Locale, dict[tuple[str, str], list[Page]]] = {locale: {} for locale in LOCALES}
        for locale, groups in found.items():
            for entry in self.playbook.in_order(self.playbook.entries, locale):
                page = self._page_of[locale].get(entry.id)
                if page is not None and entry.is_current:
                    groups.setdefault(self._group(page), []).append(page)
        return found

    @staticmethod
    def _group(page: Page) -> tuple[str, str]:
        subject = page.subject
        if not isinstance(subject, Entry):
            return ("", "")
        principles: tuple[Ref, ...] = getattr(subject, "principles", ())
        first = principles[0].id if principles and subject.kind == "practice" else ""
        return (subject.kind, first)

    def _term_href(self, term: GlossaryTerm, page: Page) -> str:
        return relative(f"{named_url(self.playbook, 'glossary', page.locale)}#{term.id}", page.url)

    def _environment(self, locale: Locale, templates: Path) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
            auto_reload=False,
            optimized=False,  # What Jinja works out while it compiles would be said in one language for all.
        )
        words = self.words[locale]
        environment.filters |= {
            "text": words.text,
            "plain": words.plain,
            "term": words.term,
            "href": words.href,
            "link": words.link,
            "duration": words.duration,
            "date": words.date,
            "frequency": words.frequency,
            "digest": words.digest,
            "index_href": words.index_href,
            "current": words.current,
            "permanent": words.permanent,
        }
        environment.globals |= {
            "t": words.label,
            "locale": locale,
            "published": words.published,
            "referring": words.referring,
            "relations": words.relations,
            "by_principle": words.by_principle,
            "address": words.site_url,
            "page_href": words.page_href,
            "asset": words.asset,
            "changed": words.changed,
            "history_url": words.history_url,
            "paper_href": words.paper_href,
            "on_paper": DOWNLOADS,
            "with_paper": self.with_paper,
            "data_href": words.data_href,
            "downloads": words.downloads,
            "feed_href": words.feed_href,
            "llms_href": words.llms_href,
            "translation_counts": words.translation_counts,
            "translation_totals": words.translation_totals,
            "translation_lags": words.translation_lags,
            "translated_to": lambda entry: other(entry.source),
            "translated_beside": words.translated_beside,
            "is_outdated": words.is_outdated,
            "original_href": words.original_href,
            "review_plan": words.review_plan,
            "due_day": review.due_day,
            "facets": words.facets,
            "facet_values": facets.values,
            "overview": words.overview,
            "public_address": words.public_address,
            "embed_address": words.embed_address,
            "qr": words.qr,
            "qr_href": words.qr_href,
            "course_text": words.course_text,
            "run_sheet": teaching.run_sheet,
            "alignment": teaching.alignment,
            "locales": LOCALES,
            "policy": Markup(csp.HEAD),  # noqa: S704 - is ours
            "by_id": self.playbook.by_id,
            "module_minutes": words.module_minutes,
            "minutes": Duration.of_minutes,
            "glossary": self.playbook.glossary,
            "publisher": self.playbook.publisher,
            "vocabulary": self.playbook.vocabulary,
            "kinds": self.playbook.kinds,
            "kind_name": words.kind_name,
            "kind_names": {kind.kind: words.kind_name(kind, many=True) for kind in self.playbook.kinds},
            "fields": field_reference.fields,
            "codes": codes.ALL,
        }
        return environment
