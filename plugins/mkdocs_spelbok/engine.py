# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""MkDocs as the engine of "spelbok build": the core gives what pages show, MkDocs puts them on a site.

MkDocs runs in the same process, so that the playbook is read and checked once,
and every template compiled once.
"""

import logging
import os
import traceback
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from click.exceptions import ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_spelbok import assets
from mkdocs_spelbok.frame import Frame
from mkdocs_spelbok.plugin import SpelbokPlugin, site_url
from mkdocs_spelbok.sources import sources
from spelbok.diagnostics.progress import Tick, silent
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page
from spelbok.site.template_errors import TemplateMistakeError, located


class Engine:
    """A project as MkDocs builds it. ``variables`` are what ``mkdocs.yml`` and MkDocs read from the environment."""

    def __init__(self, project: Path, variables: Mapping[str, str]) -> None:
        self._file = project / "mkdocs.yml"
        self._variables = variables
        self._config: MkDocsConfig | None = None
        self.log = ""
        #: Changed files by their address; None until a change is followed.
        self._static: dict[str, Path] | None = None
        self._joined: dict[str, str] = {}
        logging.getLogger("mkdocs").addHandler(logging.NullHandler())  # What pages by hand warn of, a build tells.
        with self._watched():
            self._config = load_config(str(self._file), strict=True)

    @staticmethod
    def sources(project: Path) -> frozenset[Path]:
        """Return the files and folders that the project's configuration names, itself among them."""
        return sources(project)

    @property
    def site_url(self) -> str:
        """The site's public address, ending with a slash; empty where it has none, or the project cannot be read."""
        return site_url(self._config) if self._config is not None else ""

    def write(self, renderer: Renderer, site: Path, tick: Tick = silent) -> None:
        """Write all pages and the theme's files to a folder. What went wrong, if anything, stands in ``log``.

        ``tick`` is told how many of the renderer's pages are written.
        """
        if (config := self._config) is None:
            return
        config.site_dir = str(site)
        plugin = self._plugin(config)
        plugin.renderer, plugin.tick = renderer, tick
        with self._watched():
            config.plugins.on_startup(command="build", dirty=False)
            try:
                with located(map(Path, config.theme.dirs), lambda: self._plugin(config).shown):
                    build(config)
            finally:
                config.plugins.on_shutdown()

    def page(self, page: Page, renderer: Renderer) -> bytes:
        """Return a page as :meth:`write` would write it with ``renderer``, whose pages have the same addresses.

        Raises whatever its templates raise.
        """
        assert self._config is not None, "write() comes first"
        plugin = self._plugin(self._config)
        if plugin.renderer is not renderer:
            plugin.follow(renderer)
        return plugin.frames[page.locale].page(page, renderer)

    def file(self, url: str, renderer: Renderer) -> bytes | None:
        """Return what is not made by the core, once a change of the theme or of pages by hand was followed.

        A page written by hand, the style sheet and the script of all pages, or
        a file that changed; None for all else. Raises whatever templates raise.
        """
        assert self._config is not None, "write() comes first"
        plugin = self._plugin(self._config)
        if plugin.renderer is not renderer:
            plugin.follow(renderer)
        for frame in plugin.frames.values():
            if (page := frame.by_hand.get(url)) is not None:
                return frame.page_by_hand(page)
        if self._static is None:
            return None
        if url in assets.JOINED:
            self._joined = self._joined or plugin.joined(self._config)
            return self._joined[url].encode()
        source = self._static.get(url)
        return source.read_bytes() if source is not None else None

    def follow(self, changed: Collection[Path]) -> bool:
        """Take over changed files of the theme and of the pages by hand; return False where only a build can.

        The 404 page and the site map are as old as the last build.
        """
        assert self._config is not None, "write() comes first"
        frames = self._plugin(self._config).frames.values()
        static: dict[str, Path] = {}
        pages: list[tuple[Frame, MkDocsPage]] = []
        for path in changed:
            found = [(frame, file) for frame in frames if (file := frame.source(path)) is not None]
            if found:
                pages += [(frame, file.page) for frame, file in found if file.page is not None]
                static |= {file.url: path for _, file in found if not file.is_documentation_page()}
            elif not self._is_template(path):
                return False
        self._static = (self._static or {}) | static
        self._joined = {}
        for frame in frames:
            (frame.env.cache or {}).clear()  # The theme's templates are compiled anew.
        for frame, page in pages:
            frame.read(page)
        return True

    def _is_template(self, path: Path) -> bool:
        """Return whether a file of the theme takes part in every page, and is no page itself."""
        assert self._config is not None, "write() comes first"
        theme = Path(self._config.theme.custom_dir or os.devnull)
        if theme not in path.parents or path.suffix != ".html":
            return False
        return path.relative_to(theme).as_posix() not in self._config.theme.static_templates

    def passes_over(self, path: Path) -> bool:
        """Return whether a file in the folder of pages has no part in the site: what ``exclude_docs`` names."""
        if (config := self._config) is None or config.exclude_docs is None:
            return False
        docs, theme = Path(config.docs_dir), Path(config.theme.custom_dir or os.devnull)
        if docs not in path.parents or theme in path.parents:
            return False
        return config.exclude_docs.match_file(path.relative_to(docs).as_posix())

    @staticmethod
    def _plugin(config: MkDocsConfig) -> SpelbokPlugin:
        return cast("SpelbokPlugin", config.plugins["spelbok"])

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Set the environment, and keep what MkDocs says in case it fails, in whatever way."""
        told = _Told()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(told)
        before = dict(os.environ)
        os.environ.update(self._variables)
        try:
            yield
        except TemplateMistakeError:
            raise
        except (ClickException, SystemExit) as error:
            self.log = "\n".join([*told.lines, *filter(None, [str(error)])])
        except OSError:  # The disk is full, or something may not be read or written: no fault of a plugin.
            raise
        except Exception:  # noqa: BLE001 - a plugin or a template may raise anything
            self.log = "\n".join([*told.lines, traceback.format_exc()])
        finally:
            os.environ.clear()
            os.environ.update(before)
            logger.removeHandler(told)


class _Told(logging.Handler):
    """Keeps warnings and errors as lines."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname}: {record.getMessage()}")
