# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""MkDocs as the engine of "spelbok build": the core gives what pages show, MkDocs puts them on a site.

MkDocs runs in the same process, so that the playbook is read and checked once,
and every template compiled once.
"""

import logging
import os
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from click.exceptions import ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_spelbok.plugin import SpelbokPlugin, site_url
from spelbok.diagnostics.progress import Tick, silent
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page


class Engine:
    """A project as MkDocs builds it. ``variables`` are what ``mkdocs.yml`` and MkDocs read from the environment."""

    def __init__(self, project: Path, variables: Mapping[str, str]) -> None:
        self._file = project / "mkdocs.yml"
        self._variables = variables
        self._config: MkDocsConfig | None = None
        self.log = ""
        with self._watched():
            self._config = load_config(str(self._file), strict=True)

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
