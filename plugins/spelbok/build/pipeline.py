# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the site: check, render aside, check the result, exchange.

Nothing touches the site that stands until the new one is complete and clean.
"""

import datetime as dt
import gc
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from spelbok.build import guard
from spelbok.build.swap import aside, exchange, lock_of
from spelbok.checks.folder import check_folder
from spelbok.checks.site import Site, check_site, read_site
from spelbok.diagnostics import START, Diagnostic, codes, has_errors
from spelbok.diagnostics.progress import Say, Tick, silent, stage
from spelbok.exports import EXPORTS, File, paper
from spelbok.exports.embed import embeds
from spelbok.exports.lms.packages import packages_of
from spelbok.exports.paper import pdf
from spelbok.exports.paper.edition import Edition
from spelbok.exports.paper.kept import kept_in
from spelbok.exports.paper.site_info import masthead
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.playbook import Playbook, inventory
from spelbok.playbook.loader import Result
from spelbok.site import downloads, permalinks, search
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page, named_url, pages, root
from spelbok.site.template_errors import TemplateMistakeError, parse
from spelbok.storage import atomic
from spelbok.storage.cache import NOTHING, Cache

#: Where a site publishes what it promises.
ADDRESSES = guard.ADDRESSES


#: The module that knows the site generator. Named, not imported: the core knows none.
ENGINE = "mkdocs_spelbok.engine"


class Engine(Protocol):
    """A site generator with a project: what it puts around the pages, and the pages written by hand."""

    #: What went wrong, in the generator's words; empty when nothing did.
    log: str

    def __init__(self, project: Path, variables: Mapping[str, str]) -> None: ...

    @staticmethod
    def sources(project: Path) -> frozenset[Path]:
        """Return the files and folders that the project's configuration names, itself among them."""

    @property
    def site_url(self) -> str:
        """The site's public address, ending with a slash."""

    def write(self, renderer: Renderer, site: Path, tick: Tick = silent) -> None:
        """Write all pages and the theme's files to a folder; ``tick`` is told how many pages are written."""

    def page(self, page: Page, renderer: Renderer) -> bytes:
        """Return a page as ``write`` would write it with a renderer of the same pages."""

    def file(self, url: str, renderer: Renderer) -> bytes | None:
        """Return a page written by hand or a file as ``write`` would; None where no change touches it."""

    def follow(self, changed: Collection[Path]) -> bool:
        """Take over changed files of the theme and of the pages by hand; return False where only ``write`` can."""

    def passes_over(self, path: Path) -> bool:
        """Return whether a file in the folder of pages has no part in the site."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the site that stands was made by, so that pages can be made anew after an edit."""

    engine: Engine
    renderer: Renderer
    #: The playbook's folder, with its templates.
    folder: Path

    @classmethod
    def of(cls, playbook: Playbook, folder: Path, engine: Engine, *, with_paper: bool) -> "Standing":
        """Return what makes the pages of a playbook."""
        address = engine.site_url
        downloads = packages_of(playbook, address).downloads
        renderer = Renderer(playbook, folder / "templates", downloads, address, with_paper=with_paper)
        return cls(engine, renderer, folder)

    def after(self, playbook: Playbook) -> "Standing":
        """Return the same with the playbook as it is after an edit."""
        return self.of(playbook, self.folder, self.engine, with_paper=self.renderer.with_paper)

    def page(self, page: Page) -> bytes:
        """Return a whole page. Raises whatever its templates raise."""
        return self.engine.page(page, self.renderer)

    def file(self, url: str) -> bytes | None:
        """Return what the core does not make, if it changed: a page written by hand, a file of the theme."""
        return self.engine.file(url, self.renderer)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went.

    ``log`` is what the site generator printed, where it failed; ``standing``
    is what made the site, where it now stands.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    log: str = ""
    pages: int = 0
    standing: Standing | None = None

    @property
    def ok(self) -> bool:
        """Whether the new site stands."""
        return not self.log and not has_errors(self.diagnostics)


def sources(project: Path, playbook: Path) -> frozenset[Path]:
    """Return the files and folders that a build reads; some need not exist."""
    own = {project / playbook, (project / playbook).parent / "docs"}
    return frozenset(own | import_module(ENGINE).Engine.sources(project))


def try_templates(playbook: Playbook, folder: Path) -> Outcome:
    """Return the first mistake in templates and theme that shows without a build; a playbook may have neither."""
    templates = folder / "templates"
    try:
        parse(folder.parent / "docs" / "theme")
        if templates.is_dir():
            Renderer(playbook, templates).try_templates()
    except TemplateMistakeError as mistake:
        return Outcome([mistake.diagnostic], mistake.texts)
    return Outcome()


def build(
    project: Path, playbook: Path, site: Path, say: Say, cache: Cache = NOTHING, *, with_paper: bool = True
) -> Outcome:
    """Build ``project`` with the entries of ``playbook`` into ``site``.

    ``cache`` keeps what reading and checking the files gave.
    ``with_paper`` says whether the costly files are made too: those for paper
    and reading devices, and the pictures that links show. Without them the
    pages do not offer them.

    A disk that is full or may not be written is an outcome as any other.
    Raises filelock.Timeout if another build of the same site runs, and
    guard.RefusedError if the folder of the site may not be replaced.
    """
    try:
        place = guard.folder_to_replace(site, guard.SITE, project, playbook)
        with FileLock(lock_of(place), timeout=0):
            outcome = _build(project, playbook, place, say, cache, with_paper=with_paper)
    except Timeout:
        raise
    except TemplateMistakeError as mistake:
        return Outcome([mistake.diagnostic], mistake.texts)
    except OSError as error:
        return Outcome(log=atomic.reason(error))
    if outcome.ok:
        cache.prune()
    return outcome


def _build(project: Path, playbook: Path, site: Path, say: Say, cache: Cache, *, with_paper: bool) -> Outcome:
    result = _read(playbook, cache, stage(say, "Kontrollerar spelboken", "Checking the playbook"))
    if result.playbook is None or has_errors(result.diagnostics):
        return Outcome(result.diagnostics, result.texts)
    with aside(site, guard.SITE) as new:
        building = stage(say, "Bygger sidorna", "Building the pages")
        engine: Engine = import_module(ENGINE).Engine(project, _variables(playbook, result.playbook))
        standing = Standing.of(result.playbook, playbook, engine, with_paper=with_paper)
        renderer, address = standing.renderer, engine.site_url
        engine.write(renderer, new, building)
        if engine.log:
            return Outcome(result.diagnostics, result.texts, engine.log)
        _index(new, result.playbook)
        written, occupied = _export(new, renderer, address)
        if with_paper:
            printing = stage(say, "Gör filerna att ladda ner", "Making the files to download")
            occupied += _put_on_paper(project, new, renderer, address, printing)
            if has_errors(occupied):
                return Outcome([*result.diagnostics, *occupied], result.texts)
        built = read_site(new, address, stage(say, "Kontrollerar länkarna", "Checking the links"))
        found = [*result.diagnostics, *occupied, *check_site(built), *_keep(new, result.playbook, built, written)]
        count = sum(page.listed for page in built.pages.values())
        if has_errors(found):
            return Outcome(found, result.texts)
        new.chmod(0o755)  # mkdtemp keeps others out; a published folder does not.
        (new / guard.SITE).write_bytes(guard.marked(new))
        guard.folder_to_replace(site, guard.SITE, project, playbook)  # It may have been filled meanwhile.
        if not exchange(new, site, guard.SITE):
            say(Phrase(f"Den gamla sajten kunde inte tas bort: {new}", f"The old site could not be removed: {new}"))
        return Outcome(found, result.texts, pages=count, standing=standing)


def _read(playbook: Path, cache: Cache, tick: Tick) -> Result:
    """Read the playbook, and let Python look no further for circles among what was read: there are none to find.

    Looking through it again and again takes a third of the time of a large
    playbook. What the pages leave behind is looked through, or it would stay.
    """
    gc.disable()
    try:
        return check_folder(playbook, cache=cache, tick=tick)
    finally:
        gc.freeze()
        gc.enable()


def _index(site: Path, playbook: Playbook) -> None:
    """Write the search index of each language, from the playbook and the pages that it does not give."""
    made = {page.url for locale in LOCALES for page in pages(playbook, locale)}
    written: dict[Locale, dict[str, str]] = {locale: {} for locale in LOCALES}
    for path in site.rglob("index.html"):
        url = path.parent.relative_to(site).as_posix().removeprefix(".")
        locale = next(locale for locale in reversed(LOCALES) if f"{url}/".startswith(root(locale)))
        if (address := f"{url}/" if url else "") not in made:
            written[locale][address] = path.read_text("utf-8")
    for locale in LOCALES:
        folder = site / "assets" / "search" / locale
        folder.mkdir(parents=True)
        for name, content in search.index(playbook, locale, search.records(playbook, locale, written[locale])).items():
            (folder / name).write_bytes(content)


def _export(site: Path, renderer: Renderer, address: str) -> tuple[list[str], list[Diagnostic]]:
    """Write every export, never over something that stands there already; return the addresses, and what was there."""
    written: list[str] = []
    occupied: list[Diagnostic] = []
    for export in EXPORTS:
        _write(site, export(renderer.playbook, address), written, occupied)
    _write(site, embeds(renderer), written, occupied)
    return written, occupied


def _write(site: Path, files: Iterable[File], written: list[str], occupied: list[Diagnostic]) -> None:
    """Write files; add their addresses to ``written``, and to ``occupied`` where something stood."""
    for file in files:
        path = site / file.url
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as new:
                new.write(file.content)
        except FileExistsError:
            occupied.append(Diagnostic(codes.OCCUPIED_ADDRESS, f"/{file.url}", START))
        written.append(f"/{file.url}".removesuffix("index.html"))


def _put_on_paper(project: Path, site: Path, renderer: Renderer, address: str, tick: Tick) -> list[Diagnostic]:
    """Make the files for paper and reading devices; tell their sizes on the page that offers them.

    Returns what is wrong where a file cannot be made. The files are no promise:
    a build without paper has none.
    """
    theme = project / "docs" / "theme" / "assets" / "spelbok.css"
    style = theme.read_text("utf-8") if theme.is_file() else ""
    cache = kept_in(project / ".cache" / "paper")
    problems: list[Diagnostic] = []
    sizes: dict[str, int] = {}
    starts = {locale: (site / root(locale) / "index.html").read_text("utf-8") for locale in LOCALES}
    editions = [Edition(renderer, locale, masthead(start, address), style) for locale, start in starts.items()]
    for made in _counted([paper.files(edition, cache) for edition in editions], sum(map(paper.count, editions)), tick):
        problems += [item for item in made if isinstance(item, Diagnostic)]
        files = [item for item in made if isinstance(item, File)]
        _write(site, files, [], problems)
        sizes |= {file.url: len(file.content) for file in files}
    cache.prune()
    for locale in LOCALES if not problems else ():
        page = site / named_url(renderer.playbook, "downloads", locale) / "index.html"
        page.write_text(downloads.with_sizes(page.read_text("utf-8"), sizes, locale), "utf-8", newline="\n")
    return problems


def _counted(editions: list[Iterator[File | Diagnostic]], total: int, tick: Tick) -> Iterator[list[File | Diagnostic]]:
    """Yield what each edition gives, and tell how many files are made, and the page that is laid out."""
    done = 0
    with pdf.followed(lambda page: tick(done, total, page)):
        for edition in editions:
            made: list[File | Diagnostic] = []
            for item in edition:
                made.append(item)
                done += 1
                tick(done, total)
            yield made


def _keep(folder: Path, playbook: Playbook, site: Site, written: list[str]) -> list[Diagnostic]:
    """Write what the site promises into it; return what it breaks of what was promised before."""
    readers = [url for url, page in site.pages.items() if page.listed]
    now = permalinks.standing(playbook, site.reached, readers, [*written, f"/{ADDRESSES}"])
    path = folder / ADDRESSES
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(inventory.written(now | playbook.inventory.promises), "utf-8", newline="\n")
    reached = {**site.reached, f"/{ADDRESSES}": frozenset[str]()}
    return [*permalinks.broken(playbook.inventory, reached, now), *permalinks.unlisted(playbook.inventory, now)]


def _variables(folder: Path, playbook: Playbook) -> dict[str, str]:
    """Return the environment of a build: the playbook's folder, and a date that is the content's, not the clock's."""
    newest = max((entry.reviewed for entry in playbook.entries), default=dt.date(2026, 1, 1))
    epoch = int(dt.datetime(newest.year, newest.month, newest.day, tzinfo=dt.UTC).timestamp())
    mine = {"SPELBOK_PLAYBOOK": str(folder.absolute()), "NO_MKDOCS_2_WARNING": "1"}
    return {"SOURCE_DATE_EPOCH": str(epoch), **os.environ, **mine}
