# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events of MkDocs, each answered by a call of the core."""

import logging
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, cast

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from mkdocs_spelbok import assets, licences
from mkdocs_spelbok.configuration import refuse
from mkdocs_spelbok.frame import Frame
from mkdocs_spelbok.page import EntryPage, source_uri
from spelbok.build import guard
from spelbok.checks.folder import check_folder
from spelbok.checks.page_html import violations
from spelbok.checks.page_markdown import with_entry_links
from spelbok.diagnostics import START, Diagnostic, codes, has_errors, reporters
from spelbok.diagnostics.progress import Tick, silent
from spelbok.exports.head import Head, head
from spelbok.exports.lms.packages import packages_of
from spelbok.locales import LOCALES, Locale
from spelbok.playbook import docs_folder
from spelbok.playbook.leftovers import is_leftover
from spelbok.site import csp, markdown
from spelbok.site.opengraph import preview
from spelbok.site.plain_text import xml_text
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page

#: Material's own scripts and style sheets: pages ask for neither.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/")
_POLICY = Markup(csp.HEAD)  # noqa: S704 - our own
_LANGUAGES = tuple(f"{locale}/" for locale in LOCALES)
#: MkDocs counts the warnings of its own loggers, and fails for them with --strict; this one is no fault of the content.
_LOG = logging.getLogger("spelbok.mkdocs")
_ALONE = (
    "spelbok: MkDocs builds the pages alone, without search, course packages, open data, feeds, redirects and files to "
    "print. 'spelbok build' builds the whole site, and 'spelbok serve' shows it."
)


def _label(core: Renderer, own: Locale, name: str, locale: Locale | None = None) -> str:
    """Return a label in the page's own language, or in the one that is named."""
    return core.label(name, locale or own)


def site_url(config: MkDocsConfig) -> str:
    """Return the site's public address, ending with a slash; empty where it has none."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def _id(page: MkDocsPage) -> str:
    """Return the name by which a page is known in both languages."""
    return PurePosixPath(page.file.src_uri).stem


def _in_docs(file: File, config: MkDocsConfig) -> str:
    """Return a file's name from ``docs_dir``; "" if it lies elsewhere, or in no file at all."""
    path = Path(file.abs_src_path or "")
    return path.relative_to(config.docs_dir).as_posix() if path.is_relative_to(config.docs_dir) else ""


class SpelbokConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in ``mkdocs.yml``."""

    playbook = config_options.Dir(exists=True, default="playbook")


class SpelbokPlugin(BasePlugin[SpelbokConfig]):  # type: ignore[no-untyped-call]
    """Adds the playbook's pages in each language to the site.

    The i18n plugin builds once for each language and keeps the files of one
    language a time (at priority -100). So every page is added before that, and
    gets its content after it.
    """

    def __init__(self) -> None:
        #: What pages show; whoever runs MkDocs may give it, else the plugin reads the playbook itself.
        self.renderer: Renderer | None = None
        #: What stands around the pages of each language that was built.
        self.frames: dict[Locale, Frame] = {}
        #: Told how many pages are written.
        self.tick: Tick = silent
        self._done = 0
        #: The file of the page that the theme shows.
        self.shown = ""
        self._nav: Navigation | None = None
        self._pages: dict[str, Page] = {}
        self._theme_files: list[File] = []
        #: Whether MkDocs had removed all but hidden files from the site's folder before the first language.
        self._was_emptied: bool | None = None
        #: The pages written by hand, as HTML.
        self._written: dict[str, str] = {}

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Load the playbook once for all languages; stop on errors."""
        if self._pages:
            return
        refuse(config)
        if self.renderer is None:
            _LOG.warning("%s", _ALONE)
            self.renderer = self._read(site_url(config))
        self.follow(self.renderer)

    def follow(self, renderer: Renderer) -> None:
        """Let pages show what a renderer gives."""
        self.renderer = renderer
        self._pages = {source_uri(page): page for locale in LOCALES for page in renderer.pages(locale)}
        for frame in self.frames.values():
            frame.name(self._pages)

    def _read(self, site: str) -> Renderer:
        playbook = Path(self.config.playbook)
        result = check_folder(playbook)
        if result.playbook is None or has_errors(result.diagnostics):
            raise PluginError(reporters.concise(result.diagnostics, LOCALES[0], {}))
        packages = packages_of(result.playbook, site)
        return Renderer(result.playbook, playbook / "templates", packages.downloads, site)

    @event_priority(50)
    def _add(self, files: Files, config: MkDocsConfig) -> None:
        if self._was_emptied is None:
            self._was_emptied = all(path.name.startswith(".") for path in Path(config.site_dir).glob("*"))
        # The i18n plugin takes every file below docs_dir for a page's own and
        # gives it a wrong source; the theme's files lie there too. Keep them from it.
        for file in [file for file in files if is_leftover(PurePosixPath(file.src_uri).name)]:
            files.remove(file)
        theme = Path(config.theme.custom_dir or "").resolve()
        self._theme_files = [
            file for file in files if file.abs_src_path and theme in Path(file.abs_src_path).resolve().parents
        ]
        self._theme_files += [file for file in files if self._is_shared(file, config)]
        unwanted = [file for file in files if file.src_uri.startswith(_UNUSED) or self._is_refused(file, config)]
        for file in (*self._theme_files, *unwanted):
            files.remove(file)
        for uri, page in self._pages.items():
            path = page.url.removeprefix(f"{page.locale}/")
            files.append(File(uri, config.docs_dir, config.site_dir, True, dest_uri=f"{page.locale}/{path}index.html"))  # noqa: FBT003 - MkDocs's own order
        for name, slug in self._core.playbook.vocabulary.pages.items():
            for locale in LOCALES:
                written = files.get_file_from_path(f"{locale}/{name}.md")
                if written is not None and written.src_uri not in self._pages:
                    written.dest_uri = f"{locale}/{slug.slug[locale]}/index.html"
        self._refuse_clashes(files)

    @event_priority(-200)
    def _fill(self, files: Files, config: MkDocsConfig) -> None:
        for file in self._theme_files:
            files.append(file)
        for file in files.documentation_pages():
            page = self._pages.get(file.src_uri)
            if page is not None:
                EntryPage(page, self._core, file, config)

    on_files = CombinedEvent(_add, _fill)

    @event_priority(-200)
    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:  # noqa: ANN401
        """Remember the navigation: the next event does not tell it."""
        self._nav = nav
        return nav

    @event_priority(-200)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape whatever a theme's template prints, and keep what stands around the pages.

        MkDocs itself escapes nothing. The event comes before the first template is compiled.
        """
        assert self._nav is not None, "on_nav comes first"
        env.autoescape = True
        self.frames[self._locale(config)] = Frame.of(config, files, self._nav, env)
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:  # noqa: ANN401
        """Turn ``id:NAME`` links of pages written by hand into links that MkDocs checks."""
        entries = self._core.playbook.by_id
        up = "../" * (page.file.src_uri.count("/") - 1)

        def path(name: str) -> str | None:
            entry = entries.get(name)
            return f"{up}{entry.folder}/{entry.id}.md" if entry else None

        return with_entry_links(markdown, path)

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:  # noqa: ANN401
        """Let tables of pages written by hand scroll as those of entries do; refuse what no page may hold.

        The check of the playbook has told of it already, unless other extensions of Markdown are set up.
        """
        if isinstance(page, EntryPage):
            return html
        unsafe = [
            Diagnostic(codes.UNSAFE_MARKUP, f"docs/{page.file.src_uri}", START, {"found": found})
            for found in violations(html)
        ]
        if unsafe:
            raise PluginError(reporters.concise(unsafe, LOCALES[0], {}))
        self._written[page.file.src_uri] = html
        return markdown.scrollable(html, self._core.label("table", self._locale(config)))

    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:  # noqa: ANN401
        """Forget what a page holds once it is put together: all of them take more memory than all else."""
        if isinstance(page, EntryPage):
            page.forget()
            self._done += 1
            self.tick(self._done, len(self._pages))
        return output

    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:  # noqa: ANN401
        """Write the style sheet, the script and the licences: after each language, the last knows all pages."""
        licences.write(config)
        assets.write(config, Path(self.config.playbook) / "templates", self._written.values())
        if self._was_emptied:  # So "spelbok build" may replace what is there.
            guard.mark_cleaned(Path(config.site_dir))

    def joined(self, config: MkDocsConfig) -> dict[str, str]:
        """Return the style sheet and the script of all pages as they are now, by their address in the site."""
        return assets.joined(config, Path(self.config.playbook) / "templates", self._written.values())

    def on_page_context(self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> None:  # noqa: ANN401
        """Give the theme the page's language, its pair and the site's labels."""
        locale = self._locale(config)
        own = isinstance(page, EntryPage) and page.core_page.source
        self.shown = (
            f"{Path(self.config.playbook).name}/{own}" if own else f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        )
        alternates = getattr(page.file, "alternates", {})
        mine = {
            "lang_of_page": locale,
            "head": self._head(page, config),
            "stylesheet": assets.STYLESHEET,
            "script": assets.SCRIPT,
            "policy": _POLICY,
            "t": partial(_label, self._core, locale),
            "feedback": self._core.feedback_url(
                _id(page), str(page.meta.get("title") or page.title), page.canonical_url or page.url
            ),
            "form": self._core.form(page.core_page) if isinstance(page, EntryPage) else ("", ""),
            "url_of": lambda name: self._core.named_url(name, locale),
            "original": self._core.original_language(page.file.src_uri, locale),
            "alternates": {name: file.url.removeprefix("./") for name, file in alternates.items()},
            "preview": preview(self._core.playbook, self._pages.get(page.file.src_uri), locale, config.site_name),
            "with_paper": self._core.with_paper,
        }
        cast("dict[str, Any]", context).update(mine)

    def on_post_template(self, output: str, *, template_name: str, **_: Any) -> str:  # noqa: ANN401
        """Let no character into an XML file that XML does not allow."""
        return xml_text(output) if template_name.endswith(".xml") else output

    def on_template_context(self, context: TemplateContext, /, **_: Any) -> None:  # noqa: ANN401
        """Give policy, labels and addresses to the pages that no source file stands for: the 404 page."""
        mine = {"policy": _POLICY, "t": self._core.label, "url_of": self._core.named_url}
        cast("dict[str, Any]", context).update(mine)

    def _head(self, page: MkDocsPage, config: MkDocsConfig) -> Head:
        return head(self._core.playbook, site_url(config), page.core_page) if isinstance(page, EntryPage) else Head()

    @staticmethod
    def _is_shared(file: File, config: MkDocsConfig) -> bool:
        """Whether a file of ``docs_dir`` belongs to no language: both show it, at one address."""
        name = _in_docs(file, config)
        return bool(name) and docs_folder.is_published(name) and not name.startswith(_LANGUAGES)

    @staticmethod
    def _is_refused(file: File, config: MkDocsConfig) -> bool:
        """Whether a file of ``docs_dir`` is of a kind that is not published, and is not the theme's."""
        name = _in_docs(file, config)
        return bool(name) and docs_folder.is_content(name) and not docs_folder.is_published(name)

    @staticmethod
    def _refuse_clashes(files: Files) -> None:
        """Stop when two pages have one address; MkDocs would let the last one win without a word."""
        seen: dict[str, str] = {}
        for file in files.documentation_pages():
            first = seen.setdefault(file.dest_uri.casefold(), file.src_uri)
            if first != file.src_uri:
                clash = Diagnostic(codes.COLLIDING_ADDRESS, f"docs/{file.src_uri}", START, {"file": f"docs/{first}"})
                raise PluginError(reporters.concise([clash], LOCALES[0], {}))

    @staticmethod
    def _locale(config: MkDocsConfig) -> Locale:
        return next(name for name in LOCALES if name == config.theme["language"])

    @property
    def _core(self) -> Renderer:
        assert self.renderer is not None, "on_config comes first"
        return self.renderer
