# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Load a playbook's folder and run every check on it: what commands, builds and the MkDocs plugin start from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spelbok.checks import by_hand, check
from spelbok.checks.contrast import contrast
from spelbok.checks.menu import without_page
from spelbok.checks.page_links import Targets
from spelbok.diagnostics import Diagnostic, in_order
from spelbok.diagnostics.progress import Tick, silent
from spelbok.locales import LOCALES
from spelbok.model import KINDS, Entry
from spelbok.model.values import Ref
from spelbok.playbook import Playbook, docs_folder
from spelbok.playbook.leftovers import is_leftover
from spelbok.playbook.loader import Result, is_plain, load
from spelbok.site.permalinks import lost
from spelbok.site.routes import pages
from spelbok.storage.cache import NOTHING, Cache

#: The generator's own templates, of packages for course systems.
_PACKAGES = Path(__file__).parents[1] / "exports" / "templates"


def check_folder(
    folder: Path, kinds: tuple[type[Entry], ...] = KINDS, cache: Cache = NOTHING, *, tick: Tick = silent
) -> Result:
    """Return the playbook of a folder, with the diagnostics of loading and of every check.

    ``cache`` keeps the results of reading and checking each file. ``tick`` is told how many
    files are checked.

    The templates' labels are checked too: those of the playbook, of packages,
    and of the site's theme where it lies beside the playbook. So are pages
    written by hand, in ``docs/sv`` and ``docs/en`` beside it.

    Raises NotADirectoryError if ``folder`` is none; nothing inside it raises.
    """
    loaded = load(folder, kinds, cache)
    playbook = loaded.playbook
    if playbook is None:
        return loaded
    theme = folder.parent / "docs" / "theme" / "assets" / "spelbok.css"
    style = theme.read_text("utf-8", errors="replace") if is_plain(theme) else ""
    found = [
        *loaded.diagnostics,
        *check(playbook, loaded.broken, _templates(folder), cache, tick),
        *lost(playbook, loaded.broken),
        *_of_docs(playbook, folder.parent, loaded.broken),
        *contrast(style, theme.as_posix()),
    ]
    return replace(loaded, diagnostics=in_order(found), texts={**loaded.texts, theme.as_posix(): style})


def _of_docs(playbook: Playbook, project: Path, broken: frozenset[Ref]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the pages written by hand, with the files beside them and with the menu."""
    docs, menu = project / "docs", project / "mkdocs.yml"
    names = frozenset(page.key for page in pages(playbook, LOCALES[0]))
    theme = frozenset(path.relative_to(docs / "theme").as_posix() for path in (docs / "theme").rglob("*"))
    published = frozenset(entry.id for entry in playbook.entries if entry.is_published)
    targets = Targets(
        generated=names,
        files=frozenset(docs_folder.files(docs)) | theme,
        entries=published,
        drafts=frozenset(playbook.by_id) - published,
        unreadable=frozenset(ref.id for ref in broken),
    )
    yield from docs_folder.check(docs)
    yield from by_hand.check(playbook.by_hand, targets)
    if is_plain(menu):
        text = menu.read_text("utf-8", errors="replace")
        yield from without_page(text, menu.as_posix(), names | playbook.by_hand.keys())


def _templates(folder: Path) -> tuple[str, ...]:
    """Return the texts of all templates that ask for labels."""
    paths = [*folder.glob("templates/**/*.*"), *folder.parent.glob("docs/theme/**/*.html"), *_PACKAGES.iterdir()]
    return tuple(path.read_text("utf-8", errors="replace") for path in sorted(paths) if _is_text(path))


def _is_text(template: Path) -> bool:
    return is_plain(template) and not is_leftover(template.name)
