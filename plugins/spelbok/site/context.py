# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A playbook in the words of one language, as templates see it."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from babel.dates import format_date
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from spelbok import locales
from spelbok.locales import Locale
from spelbok.model import Entry, LearningPath, Practice, TrainingModule
from spelbok.model.duration import Duration
from spelbok.model.placeholders import fill
from spelbok.model.values import Choice, Line, Prose, Ref, Text
from spelbok.model.walk import walk
from spelbok.playbook import Playbook
from spelbok.playbook.review import by_owner
from spelbok.playbook.translations import (
    BY_HAND,
    SHARED,
    STATES,
    Bilingual,
    State,
    Tally,
    Translation,
    bilinguals,
    tallies,
)
from spelbok.site import entry_downloads as no_downloads
from spelbok.site import facets as facet_values
from spelbok.site import markdown, qr, teaching
from spelbok.site.downloads import DOWNLOADS
from spelbok.site.entry_downloads import Download, Downloads
from spelbok.site.map import overview
from spelbok.site.map_layout import Diagram
from spelbok.site.routes import (
    DATA,
    Page,
    by_hand_url,
    embed_url,
    entry_url,
    feed_url,
    index_url,
    kind_name,
    named_url,
    permanent_url,
    qr_url,
    relative,
    relative_asset,
    relative_file,
    root,
    source_of,
)
from spelbok.source.document import Path

# A text that is not translated is shown in its own language, and marked.
_MARKED_INLINE = Markup(
    '<span class="sb-untranslated" lang="{language}">{html} <small lang="{locale}">({mark})</small></span>'
)
# A translation that is older than the original is shown all the same, and marked.
_OLDER_INLINE = Markup('<span class="sb-outdated">{html} <small>({mark})</small></span>')
_OLDER_BLOCK = Markup('<div class="sb-outdated">{html}<p><small>({mark})</small></p></div>')
_MARKED_BLOCK = Markup(
    '<div class="sb-untranslated" lang="{language}">{html}<p lang="{locale}"><small>({mark})</small></p></div>'
)


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by: its name in addresses, its title, and each value with its words."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is translated beside the entries: its name as the command calls it, its title, its page if there is one."""

    name: str
    title: str
    href: str
    #: The language of the title.
    language: Locale
    #: The language that it is translated to.
    target: Locale


class Words:
    """The playbook in one language, as templates see it: what their filters and functions call."""

    def __init__(
        self, playbook: Playbook, locale: Locale, downloads: Downloads = no_downloads.none, site_url: str = ""
    ) -> None:
        self.playbook = playbook
        self.locale = locale
        self._downloads = downloads
        #: The site's public address, ending with a slash; empty where it has none.
        self.site_url = site_url
        self._labels: dict[str, str] = {}

    def label(self, name: str, /, **params: object) -> str:
        """Return one of the generator's own words, as the vocabulary has it."""
        if name not in self._labels:  # A page asks for a hundred labels, most of them on every page.
            self._labels[name] = self.playbook.vocabulary.labels[name].shown(self.locale)[0]
        return fill(self._labels[name], params)

    def kind_name(self, kind: type[Entry], *, many: bool = False) -> str:
        """Return what a kind is called."""
        return kind_name(self.playbook, kind, self.locale, many=many)

    def _said(self, text: Text, how: str, page: Page) -> Markup:
        words, language = text.shown(self.locale)

        def resolve(entry_id: str) -> str | None:
            entry = self.playbook.by_id.get(entry_id)
            if entry is None or not entry.is_published:
                return None
            return relative(entry_url(entry, self.locale), page.url)

        if how == "block":
            html = Markup(markdown.scrollable(markdown.block(words, resolve), self.label("table")))  # noqa: S704 - is clean
        else:
            html = markdown.inline(words, resolve) if how == "inline" else escape(words)
        if language == self.locale:
            return html
        marked = _MARKED_BLOCK if how == "block" else _MARKED_INLINE
        mark = self.label(f"untranslated_{language}")
        return marked.format(language=language, html=html, locale=self.locale, mark=mark)

    @pass_context
    def text(self, context: Context, text: Text) -> Markup:
        """Render a text as its class says: plain, inline or block."""
        how = "block" if isinstance(text, Prose) else "inline" if isinstance(text, Line) else "plain"
        html = self._said(text, how, context["page"])
        if id(text) not in self._outdated:
            return html
        return (_OLDER_BLOCK if how == "block" else _OLDER_INLINE).format(html=html, mark=self.label("outdated_text"))

    def plain(self, text: Text) -> str:
        """Return a text as it is, without marks: for attributes, and names within sentences."""
        return text.shown(self.locale)[0]

    @cached_property
    def _tallies(self) -> dict[str, Tally]:
        return tallies(self.playbook)

    @cached_property
    def _outdated(self) -> frozenset[int]:
        """The identities of the playbook's texts whose translation to this language is older than the original."""
        models: dict[str, Iterable[tuple[Path, object]]] = {
            f"{SHARED}{name}": walk(model)
            for name, model in (
                ("glossary", self.playbook.glossary),
                ("publisher", self.playbook.publisher),
                ("vocabulary", self.playbook.vocabulary),
            )
        }
        found: set[int] = set()
        for name, tally in self._tallies.items():
            behind = {
                item.text.path for item in tally.behind if item.state == "outdated" and item.locale == self.locale
            }
            if behind and not name.startswith(BY_HAND):
                entry = self.playbook.loaded_by_id.get(name)
                values = entry.values if entry else models[name]
                found |= {id(value) for path, value in values if isinstance(value, Text) and path in behind}
        return frozenset(found)

    def translation_counts(self, name: str) -> Mapping[State, int]:
        """Return how many texts of an entry, a shared file or a page are in each state of translation."""
        return self._tallies[name].counts

    def translation_totals(self) -> dict[State, int]:
        """Return how many texts are in each state of translation, of all that readers are offered."""
        hidden = {entry.id for entry in self.playbook.entries if not entry.is_current}
        counts = [tally.counts for name, tally in self._tallies.items() if name not in hidden]
        return {state: sum(count[state] for count in counts) for state in STATES}

    def translation_lags(self, name: str) -> list[Translation]:
        """Return the texts that are to be translated, or translated again."""
        return [item for item in self._tallies[name].behind if item.state in ("outdated", "missing")]

    def is_outdated(self, name: str) -> bool:
        """Whether a text of an entry, a shared file or a page is older in this language than in the original."""
        behind = self._tallies[name].behind if name in self._tallies else ()
        return any(item.state == "outdated" and item.locale == self.locale for item in behind)

    @pass_context
    def translated_beside(self, context: Context) -> list[Beside]:
        """Return what is translated beside the entries: the words that pages share, and the pages written by hand."""
        names = {"glossary": "glossary", "publisher": "about-site"}

        def row(item: Bilingual) -> Beside:
            name = item.name.removeprefix(SHARED).removeprefix(BY_HAND)
            if item.name.startswith(BY_HAND):
                versions = self.playbook.by_hand[name]
                shown = versions.get(self.locale) or versions[locales.other(self.locale)]
                title, language = shown.title or name, shown.locale
                href = relative(by_hand_url(self.playbook, name, self.locale), context["page"].url)
            else:
                title, language = self.label(f"translated_{name}"), self.locale
                href = self.page_href(context, names[name]) if name in names else ""
            return Beside(item.name, title, href, language, locales.other(item.source))

        return [row(item) for item in bilinguals(self.playbook) if "/" in item.name]

    @pass_context
    def original_href(self, context: Context, entry: Entry) -> str:
        """Return the relative address of an entry's page in the language that it was written in."""
        return relative(entry_url(entry, entry.source), context["page"].url)

    def review_plan(self) -> dict[str, list[Entry]]:
        """Return for each owner the entries to read again, the most urgent first."""
        return by_owner(self.playbook)

    @staticmethod
    def digest(text: Text) -> str:
        """Return what a text is known by in every language, until it is worded anew."""
        return hashlib.sha256(text.shown("sv")[0].encode()).hexdigest()[:8]

    def term(self, choice: Choice) -> Markup:
        """Return the word for a choice."""
        term = self.playbook.vocabulary.terms(choice.vocabulary)[choice.id]
        return escape(term.label.shown(self.locale)[0])

    def relations(self, practice: Practice) -> dict[str, list[Entry]]:
        """Return related practices by the word for their relation, whichever end names it."""
        pairs = [(item.relation, self.playbook.get(item.practice)) for item in practice.related]
        for other in self.referring(practice, "practice", "related"):
            assert isinstance(other, Practice)
            here = [item.relation for item in other.related if item.practice.id == practice.id]
            pairs += [(self._inverse(relation), other) for relation in here]
        terms = self.playbook.vocabulary.practice_relations
        found: dict[str, dict[str, Entry]] = {self.term(Choice("practice_relations", name)): {} for name in terms}
        for relation, entry in pairs:
            if entry is not None and not any(entry.id in entries for entries in found.values()):
                found[self.term(relation)][entry.id] = entry
        return {word: list(entries.values()) for word, entries in found.items() if entries}

    def _inverse(self, relation: Choice) -> Choice:
        """Return a relation as seen from its other end."""
        term = self.playbook.vocabulary.terms(relation.vocabulary)[relation.id]
        return Choice(relation.vocabulary, term.inverse or relation.id)

    def _entry(self, target: Entry | Ref) -> Entry | None:
        return self.playbook.get(target) if isinstance(target, Ref) else target

    @pass_context
    def href(self, context: Context, target: Entry | Ref) -> str:
        """Return the relative address of an entry, from the page that is rendered."""
        entry = self._entry(target)
        return relative(entry_url(entry, self.locale), context["page"].url) if entry else ""

    @pass_context
    def link(self, context: Context, target: Entry | Ref) -> Markup:
        """Return a link with the entry's title; the title alone where there is no page to link to."""
        entry = self._entry(target)
        if entry is None:
            return escape(str(target))
        title = self._said(entry.title, "plain", context["page"])
        if not entry.is_published:
            return title
        href = relative(entry_url(entry, self.locale), context["page"].url)
        mark = f" ({self.label('archived_mark')})" if entry.is_retired else ""
        return Markup('<a href="%s">%s</a>%s') % (href, title, mark)

    def current(self, refs: Iterable[Ref]) -> list[Ref]:
        """Return the references that lead to what is still kept up, or is a draft."""
        entries = ((ref, self.playbook.get(ref)) for ref in refs)
        return [ref for ref, entry in entries if entry is None or not entry.is_retired]

    def by_principle(self, entries: Iterable[Entry]) -> list[tuple[Entry | None, list[Entry]]]:
        """Return ``entries`` below the first principle that each serves and that is offered; the rest below None."""
        heads: dict[str, Entry | None] = {principle.id: principle for principle in self.published("principle")}
        found: dict[str, list[Entry]] = {name: [] for name in (*heads, "")}
        for entry in entries:
            serves: tuple[Ref, ...] = getattr(entry, "principles", ())
            found[next((ref.id for ref in serves if ref.id in heads), "")].append(entry)
        return [(heads.get(name), own) for name, own in found.items() if own]

    @pass_context
    def index_href(self, context: Context, kind: type[Entry]) -> str:
        """Return the relative address of the index of a kind."""
        return relative(index_url(kind, self.locale), context["page"].url)

    @pass_context
    def permanent(self, context: Context, entry: Entry) -> str:
        """Return the relative address of an entry that never changes, in no language."""
        return relative(permanent_url(entry.id), context["page"].url)

    @pass_context
    def page_href(self, context: Context, name: str) -> str:
        """Return the relative address of a page that the vocabulary names."""
        return relative(named_url(self.playbook, name, self.locale), context["page"].url)

    @pass_context
    def asset(self, context: Context, name: str) -> str:
        """Return the relative address of a file of the theme's assets."""
        return relative_asset(name, context["page"].url)

    def changed(self, entry: Entry) -> dt.date | None:
        """Return the day on which an entry's file last changed, where git can tell."""
        return self.playbook.changed.get(source_of(entry))

    def history_url(self, entry: Entry) -> str:
        """Return where all changes of an entry can be read, or nothing."""
        address = self.playbook.publisher.history or ""
        return address.replace("{file}", f"playbook/{source_of(entry)}")

    @pass_context
    def paper_href(self, context: Context, name: str) -> str:
        """Return the relative address of a file to take along."""
        return relative_file(DOWNLOADS[name].url(self.locale), context["page"].url)

    @pass_context
    def data_href(self, context: Context, name: str) -> str:
        """Return the relative address of a file of the open data."""
        return relative_file(DATA + name, context["page"].url)

    @pass_context
    def llms_href(self, context: Context) -> str:
        """Return the relative address of the list of contents for language models."""
        return relative_file(f"{root(self.locale)}llms.txt", context["page"].url)

    @pass_context
    def feed_href(self, context: Context, subject: Entry | type[Entry]) -> str:
        """Return the relative address of the feed of an entry or a kind."""
        return relative_file(feed_url(subject, self.locale), context["page"].url)

    @pass_context
    def downloads(self, context: Context, entry: Entry) -> list[Download]:
        """Return the files of an entry by relative address."""
        page = context["page"].url
        return [replace(file, url=relative_file(file.url, page)) for file in self._downloads(entry, self.locale)]

    def public_address(self, entry: Entry, locale: Locale | None = None) -> str:
        """Return the public address of an entry that never changes, in the page's language or another."""
        return self.site_url + permanent_url(entry.id, locale or self.locale)

    def embed_address(self, entry: Entry) -> str:
        """Return the public address of an entry without the site around it."""
        return self.site_url + embed_url(entry.id, self.locale)

    def qr(self, entry: Entry) -> Markup:
        """Return the QR code of an entry's permanent address."""
        title = self.label("qr_of", title=entry.title.shown(self.locale)[0])
        return qr.svg(self.public_address(entry), title)

    @pass_context
    def qr_href(self, context: Context, entry: Entry) -> str:
        """Return the relative address of the file with an entry's QR code."""
        return relative_file(qr_url(entry.id, self.locale), context["page"].url)

    def course_text(self, entry: TrainingModule | LearningPath, locale: Locale) -> str:
        """Return a text about an entry for a course page, in any language."""
        return teaching.course_text(self.playbook, entry, locale, self.public_address(entry, locale))

    def facets(self, entries: list[Entry]) -> list[Facet]:
        """Return what ``entries`` can be filtered by."""
        found = facet_values.options(self.playbook, entries)
        return [
            Facet(
                name, self.label(facet_values.LABELS[name]), tuple((str(value), self._named(value)) for value in values)
            )
            for name, values in found.items()
        ]

    def _named(self, value: facet_values.Value) -> str:
        if isinstance(value, Choice):
            return self.playbook.vocabulary.terms(value.vocabulary)[value.id].label.shown(self.locale)[0]
        if isinstance(value, Ref):
            title, language = self.playbook.by_id[value.id].title.shown(self.locale)
            return title if language == self.locale else Markup('<span lang="{}">{}</span>').format(language, title)
        return self.label(value.id)

    def overview(self) -> Diagram:
        """Return the map of the playbook."""
        return overview(self.playbook, self.locale)

    def published(self, kind: str) -> list[Entry]:
        """Return the entries of a kind that readers are offered, in order: neither drafts nor archived ones."""
        return list(self._published.get(kind, ()))

    @cached_property
    def _published(self) -> dict[str, list[Entry]]:
        """The entries of each kind that readers are offered, in order."""
        found: dict[str, list[Entry]] = {}
        for entry in self.playbook.in_order(self.playbook.entries, self.locale):
            if entry.is_current:
                found.setdefault(entry.kind, []).append(entry)
        return found

    def referring(self, target: Entry, kind: str, field: str | None = None) -> list[Entry]:
        """Return the entries of a kind that readers are offered and that point to ``target``."""
        entries = (entry for entry in self.playbook.referring(target, kind, field) if entry.is_current)
        return self.playbook.in_order(entries, self.locale)

    def module_minutes(self) -> dict[str, int]:
        """Return the minutes of every entry that has one duration, by id."""
        return self._minutes

    @cached_property
    def _minutes(self) -> dict[str, int]:
        """The minutes, worked out once: each path asks for all of them."""
        return {
            entry.id: duration.minutes
            for entry in self.playbook.entries
            if isinstance(duration := getattr(entry, "duration", None), Duration)
        }

    def duration(self, duration: Duration) -> str:
        """Return a duration in words."""
        return duration.said(self.locale)

    def frequency(self, duration: Duration) -> str:
        """Return how often something recurs, in words: ``every quarter``."""
        name = f"every_{duration}".lower()
        if name in self.playbook.vocabulary.labels:
            return self.label(name)
        return self.label("every", time=duration.said(self.locale))

    def date(self, date: dt.date) -> Markup:
        """Return a date in words."""
        return _date(date, self.locale)


@lru_cache(maxsize=4096)
def _date(date: dt.date, locale: Locale) -> Markup:
    """Return a date in words. A playbook has few, each on many pages."""
    said = format_date(date, "long", locale="sv" if locale == "sv" else "en_GB")
    return Markup('<time datetime="%s">%s</time>') % (date.isoformat(), said)
