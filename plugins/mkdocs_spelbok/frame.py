# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What MkDocs puts around the pages of one language, kept after a build so that one page can be made anew."""

import copy
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from mkdocs_spelbok.page import EntryPage, source_uri
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page


@dataclass(frozen=True, slots=True)
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
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            output = self.config.plugins.on_post_page(template.render(context), page=page, config=self.config)
            return output.encode("utf-8", errors="xmlcharrefreplace")
        finally:
            page.active = False
