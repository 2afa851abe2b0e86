# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that follow edits: each is made anew when somebody asks for it, from the project as it is now.

Nothing works out which pages an edit touches, so none can be stale. What an
edit cannot change (which pages there are, the configuration) is taken from the
last whole build; whatever else changes asks for a new one.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from threading import Lock

from spelbok.build.pipeline import Outcome, Standing, try_templates
from spelbok.diagnostics import Diagnostic, has_errors
from spelbok.locales import LOCALES
from spelbok.playbook import Loaded, Playbook
from spelbok.playbook.git import last_changes, records
from spelbok.playbook.loader import load, reread
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page
from spelbok.storage.cache import NOTHING, Cache


class Live:
    """The pages of a site that was built whole, and of every edit since. ``cache`` keeps what reading files gave."""

    def __init__(self, project: Path, standing: Standing, cache: Cache = NOTHING) -> None:
        self._project = project
        self._standing = standing
        self._cache = cache
        self._pages = _pages(standing.renderer)
        #: Entries by their file.
        self._files = self._by_file(standing.renderer.playbook)
        #: Where git notes what changes the pages' days.
        self._records = records(project)
        #: Files that were edited and could not be read.
        self._broken: frozenset[Path] = frozenset()
        self._edited = False
        self._made: dict[str, bytes | None] = {}
        #: The engine makes one page at a time.
        self._making = Lock()

    def concerned(self, changed: Collection[Path]) -> frozenset[Path]:
        """Return those of the changed files that a build reads, and git's own only if the pages' days change."""
        own = {path for path in changed if self._is_record(path)}
        days = bool(own) and last_changes(self._standing.folder).of != self._standing.renderer.playbook.changed
        files = {path for path in changed if path not in own and not self._standing.engine.passes_over(path)}
        return frozenset(files | own if days else files)

    def follow(self, changed: Collection[Path]) -> Outcome | None:
        """Take over the edits of these files; return how that went, or None where only a whole build can."""
        edited = self._broken | {path for path in changed if path in self._files or path.exists()}
        if not edited <= self._files.keys():
            return self._reload(edited)
        read = {path: reread(self._files[path]) for path in edited if path.exists()}
        if len(read) < len(edited):
            return None
        self._broken = frozenset(path for path, (item, _) in read.items() if item is None)
        if self._broken:
            results = [read[path][1] for path in sorted(self._broken)]
            found: list[Diagnostic] = [item for result in results for item in result.diagnostics]
            return Outcome(found, {name: text for result in results for name, text in result.texts.items()})
        entries = self._files | {path: item for path, (item, _) in read.items() if item is not None}
        return self._show(replace(self._standing.renderer.playbook, loaded=tuple(entries.values())))

    def _reload(self, edited: frozenset[Path]) -> Outcome | None:
        """Take over edits of whatever the playbook's folder holds, of the theme and of pages written by hand."""
        folder = (self._project / self._standing.folder).absolute()
        others = {path for path in edited if folder not in path.absolute().parents and not self._is_record(path)}
        with self._making:
            if not all(path.exists() for path in edited) or not self._standing.engine.follow(others):
                return None
        result = load(self._standing.folder, cache=self._cache)
        if result.playbook is None or has_errors(result.diagnostics):
            self._broken = edited
            return Outcome(result.diagnostics, result.texts)
        if any(folder / "templates" in path.absolute().parents for path in edited):
            tried = try_templates(result.playbook, self._standing.folder)
            if not tried.ok:
                self._broken = edited
                return tried
        self._broken = frozenset()
        return self._show(result.playbook)

    def _show(self, playbook: Playbook) -> Outcome | None:
        """Show a playbook; None if that makes other pages than there are."""
        before = self._standing.renderer.playbook
        standing = self._standing.after(playbook)
        pages = _pages(standing.renderer)
        if {url: page.key for url, page in pages.items()} != {url: page.key for url, page in self._pages.items()}:
            return None
        if playbook.vocabulary.pages != before.vocabulary.pages or playbook.by_hand.keys() != before.by_hand.keys():
            return None
        with self._making:
            self._standing, self._pages, self._files, self._edited = standing, pages, self._by_file(playbook), True
            self._made.clear()
        return Outcome(pages=len(pages))

    def page(self, url: str) -> bytes | None:
        """Return the page or file at an address relative to the site's root; None where the site's folder has it.

        Raises whatever its templates raise.
        """
        with self._making:
            if not self._edited:
                return None
            if url not in self._made:
                page = self._pages.get(url)
                self._made[url] = self._standing.page(page) if page else self._standing.file(url)
            return self._made[url]

    def _by_file(self, playbook: Playbook) -> dict[Path, Loaded]:
        return {self._project / item.document.file: item for item in playbook.loaded}

    def _is_record(self, path: Path) -> bool:
        return not self._records.isdisjoint({path, *path.parents})


def _pages(renderer: Renderer) -> dict[str, Page]:
    return {page.url: page for locale in LOCALES for page in renderer.pages(locale)}
