# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts of a playbook for readers who are elsewhere: in a course, a feed, a spreadsheet.

There is no page to start from, so every link is a permanent public address.
"""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from spelbok.locales import Locale
from spelbok.model import Entry
from spelbok.model.duration import Duration
from spelbok.model.placeholders import fill
from spelbok.model.values import Choice, Line, Prose, Ref, Text
from spelbok.playbook import Playbook
from spelbok.site import markdown
from spelbok.site.plain_text import one_line, xml_text
from spelbok.site.routes import embed_url, kind_name, permanent_url

#: Templates of the exports; their labels are checked as those of pages are.
TEMPLATES = Path(__file__).parent / "templates"

#: Shared by all exports, so that a template is read and compiled once.
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


@dataclass(frozen=True)
class Texts:
    """The texts of a playbook in one language. ``site`` is the public address of its site."""

    playbook: Playbook
    locale: Locale
    site: str

    def label(self, name: str, /, **params: object) -> str:
        """Return one of the vocabulary's labels, on one line."""
        return fill(one_line(self.playbook.vocabulary.labels[name].shown(self.locale)[0]), params)

    def plain(self, text: Text) -> str:
        """Return the words of a text on one line, without markup."""
        words, _ = text.shown(self.locale)
        return one_line(markdown.plain(words) if isinstance(text, Line | Prose) else words)

    def html(self, text: Text) -> Markup:
        """Return a text as HTML; one that is not translated says its own language."""
        words, language = text.shown(self.locale)
        if isinstance(text, Prose):
            shown = Markup(markdown.scrollable(markdown.block(words, self._resolve), self.label("table")))  # noqa: S704 - is clean
        else:
            shown = markdown.inline(words, self._resolve) if isinstance(text, Line) else escape(words)
        if language == self.locale:
            return shown
        tag = "div" if isinstance(text, Prose) else "span"
        return Markup("<{tag} lang='{language}'>{shown}</{tag}>").format(tag=tag, language=language, shown=shown)

    def term(self, choice: Choice) -> str:
        """Return the word for a choice of the vocabulary."""
        return self.plain(self.playbook.vocabulary.terms(choice.vocabulary)[choice.id].label)

    def kind(self, kind: type[Entry], *, many: bool = False) -> str:
        """Return what a kind is called."""
        return one_line(kind_name(self.playbook, kind, self.locale, many=many))

    def duration(self, duration: Duration) -> str:
        """Return a duration in words."""
        return duration.said(self.locale)

    def url(self, target: Entry | Ref | str) -> str:
        """Return the permanent address of an entry, or of the entry of an id, in this language."""
        return self.site + permanent_url(target if isinstance(target, str) else target.id, self.locale)

    def embed(self, entry: Entry) -> str:
        """Return the address of a module without the site around it."""
        return self.site + embed_url(entry.id, self.locale)

    def render(self, template: str, **values: object) -> str:
        """Return a template of the exports, filled in: escaped, and without what XML does not allow."""
        return xml_text(
            ENVIRONMENT.get_template(template).render(
                texts=self, t=self.label, locale=self.locale, publisher=self.playbook.publisher, **values
            )
        )

    def _resolve(self, entry_id: str) -> str | None:
        entry = self.playbook.by_id.get(entry_id)
        return self.url(entry) if entry is not None and entry.is_published else None
