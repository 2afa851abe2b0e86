# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What MkDocs puts around the pages of one language, kept after a build so that one page can be made anew."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_spelbok.page import EntryPage, source_uri
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page


@dataclass(frozen=True)
class Frame:
    """The configuration, files, navigation and theme of a build in one language."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    @classmethod
    def of(cls, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> "Frame":
        """Keep the configuration as it is now: the i18n plugin sets the same one for the next language."""
        own = copy.copy(config)
        own["theme"] = copy.deepcopy(config.theme)
        return cls(own, files, nav, env)

    @cached_property
    def by_hand(self) -> dict[str, MkDocsPage]:
        """The pages written by hand in this language, by their address relative to the site's root."""
        pages = [file.page for file in self.files.documentation_pages() if self._is_own(file)]
        return {_url(page.file): page for page in pages if page is not None and not isinstance(page, EntryPage)}

    @cached_property
    def _sources(self) -> dict[Path, File]:
        return {
            Path(file.abs_src_path): file
            for file in self.files
            if file.abs_src_path and file.inclusion != InclusionLevel.EXCLUDED and not isinstance(file.page, EntryPage)
            if file.page is None or self._is_own(file)
        }

    def _is_own(self, file: File) -> bool:
        return file.src_uri.startswith(f"{self.config.theme['language']}/")

    def source(self, path: Path) -> File | None:
        """Return the file of the site that comes from a path, if there is one in this language."""
        return self._sources.get(path)

    def name(self, pages: Mapping[str, Page]) -> None:
        """Give the core's pages their titles as they are now: the navigation of every page shows some."""
        for uri, shown in pages.items():
            file = self.files.get_file_from_path(uri)
            if file is not None and isinstance(file.page, EntryPage):
                file.page.title = shown.title

    def read(self, page: MkDocsPage) -> None:
        """Read a page written by hand anew, by the steps in which MkDocs itself does."""
        plugins = self.config.plugins
        page = plugins.on_pre_page(page, config=self.config, files=self.files)
        page.read_source(self.config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=self.config, files=self.files)
        page.render(self.config, self.files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=self.config, files=self.files)

    def page_by_hand(self, page: MkDocsPage) -> bytes:
        """Return a page written by hand as it is now."""
        self.read(page)
        return self._around(page)

    def page(self, shown: Page, renderer: Renderer) -> bytes:
        """Return a page of the build as it is now, by the steps in which MkDocs itself writes one."""
        file = self.files.get_file_from_path(source_uri(shown))
        assert file is not None, "the build had this page"
        page = file.page
        assert isinstance(page, EntryPage), "it came from the core"
        page.show(shown, renderer, self.config)
        page.render(self.config, self.files)
        page.content = self.config.plugins.on_page_content(
            page.content or "", page=page, config=self.config, files=self.files
        )
        return self._around(page)

    def _around(self, page: MkDocsPage) -> bytes:
        """Return a page with what stands around it."""
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            output = self.config.plugins.on_post_page(template.render(context), page=page, config=self.config)
            return output.encode("utf-8", errors="xmlcharrefreplace")
        finally:
            page.active = False


def _url(file: File) -> str:
    """Return a page's address relative to the site's root; MkDocs names the root itself ``./``."""
    return file.url.removeprefix("./")
