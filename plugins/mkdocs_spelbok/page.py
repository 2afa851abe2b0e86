# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A MkDocs page whose content comes from the core instead of a Markdown file."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_spelbok.configuration import edit_url
from spelbok.model import Entry
from spelbok.site import routes
from spelbok.site.renderer import Heading, Renderer


def source_uri(page: routes.Page) -> str:
    """Return the name of the Markdown file that MkDocs takes a page to come from."""
    return f"{page.locale}/{page.key}.md"


class EntryPage(Page):
    """A generated page. MkDocs keeps a page that is set on its file.

    MkDocs renders all pages before it writes the first. Until then each waits
    in as little memory as it can: its content as UTF-8, its anchors as one text.
    """

    _encoded: bytes | None = None
    _anchors: str | None = None

    def __init__(self, page: routes.Page, renderer: Renderer, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.show(page, renderer, config)

    def show(self, page: routes.Page, renderer: Renderer, config: MkDocsConfig) -> None:
        """Take title, description and neighbours from the core; of the same page as before, if any, after an edit."""
        self.title = page.title
        self.core_page = page
        self._renderer = renderer
        self.meta = {"title": page.title, "description": page.description}
        if isinstance(page.subject, Entry):
            self.meta["reviewed"] = page.subject.reviewed.isoformat()
            self.kind_url = routes.index_url(type(page.subject), page.locale)
        self.neighbours = renderer.neighbours(page)
        if page.source and config.repo_url and config.edit_uri:
            self.edit_url = edit_url(config.repo_url, config.edit_uri, page.source)
        else:
            self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Read nothing: there is no Markdown file."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take content and table of contents from the core."""
        rendered = self._renderer.render(self.core_page)
        self.content = rendered.html
        self.toc = TableOfContents(_tree(rendered.headings))
        self.present_anchor_ids = rendered.anchors

    @property
    def content(self) -> str | None:
        """The content as HTML."""
        return self._encoded.decode() if self._encoded is not None else None

    @content.setter
    def content(self, html: str | None) -> None:
        self._encoded = html.encode() if html is not None else None

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """Every id in the content; pages written by hand may link to them."""
        return set(self._anchors.split()) if self._anchors is not None else None

    @present_anchor_ids.setter
    def present_anchor_ids(self, ids: set[str] | None) -> None:
        self._anchors = " ".join(ids) if ids is not None else None

    def forget(self) -> None:
        """Let go of all that only the page itself shows, once it is written."""
        self.content = None
        self.toc = TableOfContents([])

    @property
    def is_index(self) -> bool:
        """Whether the page is the index of a kind."""
        return self.core_page.key.endswith("/index")


def _tree(headings: tuple[Heading, ...]) -> list[AnchorLink]:
    """Return the headings of level 2 with those of level 3 below them."""
    roots: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        (roots[-1].children if heading.level > 2 and roots else roots).append(link)  # noqa: PLR2004 - h2
    return roots
