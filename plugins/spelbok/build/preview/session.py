# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that follow edits of entries: each is made anew when somebody asks for it, from the playbook as it is now.

Nothing works out which pages an edit touches, so none can be stale. What one
edit of an entry cannot change (which pages there are, what stands around them)
is taken from the last whole build; whatever else changes asks for a new one.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from threading import Lock

from spelbok.build.pipeline import Outcome, Standing
from spelbok.diagnostics import Diagnostic
from spelbok.locales import LOCALES
from spelbok.playbook import Loaded
from spelbok.playbook.loader import reread
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page


class Live:
    """The pages of a site that was built whole, and of every edit of an entry since."""

    def __init__(self, project: Path, standing: Standing) -> None:
        self._standing = standing
        self._pages = _pages(standing.renderer)
        #: Entries by their file.
        self._files = {project / item.document.file: item for item in standing.renderer.playbook.loaded}
        #: Files that were edited and could not be read.
        self._broken: frozenset[Path] = frozenset()
        self._edited = False
        self._made: dict[str, bytes] = {}
        #: The engine makes one page at a time.
        self._making = Lock()

    def follow(self, changed: Collection[Path]) -> Outcome | None:
        """Take over the edits of these files; return how that went, or None where only a whole build can."""
        edited = self._broken | {path for path in changed if path in self._files or path.exists()}
        if not edited <= self._files.keys():
            return None
        read = {path: reread(self._files[path]) for path in edited if path.exists()}
        if len(read) < len(edited):
            return None
        self._broken = frozenset(path for path, (item, _) in read.items() if item is None)
        if self._broken:
            results = [read[path][1] for path in sorted(self._broken)]
            found: list[Diagnostic] = [item for result in results for item in result.diagnostics]
            return Outcome(found, {name: text for result in results for name, text in result.texts.items()})
        return self._show({path: item for path, (item, _) in read.items() if item is not None})

    def _show(self, read: dict[Path, Loaded]) -> Outcome | None:
        """Show entries as they were read; None if that makes other pages than there are."""
        files = self._files | read
        standing = self._standing.after(replace(self._standing.renderer.playbook, loaded=tuple(files.values())))
        pages = _pages(standing.renderer)
        if {url: page.key for url, page in pages.items()} != {url: page.key for url, page in self._pages.items()}:
            return None
        with self._making:
            self._standing, self._pages, self._files, self._edited = standing, pages, files, True
            self._made.clear()
        return Outcome(pages=len(pages))

    def page(self, url: str) -> bytes | None:
        """Return the page at an address relative to the site's root; None where the site that was built has it.

        Raises whatever its templates raise.
        """
        with self._making:
            if not self._edited or url not in self._pages:
                return None
            if url not in self._made:
                self._made[url] = self._standing.page(self._pages[url])
            return self._made[url]


def _pages(renderer: Renderer) -> dict[str, Page]:
    return {page.url: page for locale in LOCALES for page in renderer.pages(locale)}
