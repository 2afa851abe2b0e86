# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the site: check, render aside, check the result, exchange.

Nothing touches the site that stands until the new one is complete and clean.
"""

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from spelbok import codes, on_paper, search
from spelbok.diagnostics import START, Diagnostic, has_errors
from spelbok.exchange import exchange
from spelbok.exports import EXPORTS, File, paper
from spelbok.exports.paper.cache import Cache
from spelbok.exports.paper.edition import Edition
from spelbok.load import load
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.masthead import masthead
from spelbok.pages import named_url, pages, root
from spelbok.playbook import Playbook
from spelbok.published import check_site
from spelbok.render import Renderer

Say = Callable[[Phrase], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went. ``log`` is what the site generator printed, where it failed."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    log: str = ""
    pages: int = 0

    @property
    def ok(self) -> bool:
        """Whether the new site stands."""
        return not self.log and not has_errors(self.diagnostics)


def build(project: Path, playbook: Path, site: Path, say: Say, *, with_paper: bool = True) -> Outcome:
    """Build ``project`` with the entries of ``playbook`` into ``site``.

    ``with_paper`` says whether the costly files are made too: those for paper
    and reading devices, and the pictures that links show. Without them the
    pages do not offer them.

    Raises filelock.Timeout if another build of the same site runs.
    """
    with FileLock(site.with_name(f".{site.name}-lock"), timeout=0):
        for left in site.parent.glob(f".{site.name}-new-*"):  # What a killed build left behind.
            shutil.rmtree(left, ignore_errors=True)
        say(Phrase("Kontrollerar spelboken ...", "Checking the playbook ..."))
        result = load(playbook)
        if result.playbook is None or has_errors(result.diagnostics):
            return Outcome(result.diagnostics, result.texts)
        aside = Path(tempfile.mkdtemp(prefix=f".{site.name}-new-", dir=site.parent))
        try:
            say(Phrase("Bygger sidorna ...", "Building the pages ..."))
            if log := _render(project, aside, result.playbook, with_paper=with_paper):
                return Outcome(result.diagnostics, result.texts, log)
            _index(aside, result.playbook)
            occupied = _export(aside, result.playbook)
            if with_paper:
                say(Phrase("Gör filerna att ladda ned ...", "Making the files to download ..."))
                renderer = Renderer(result.playbook, playbook / "templates", with_paper=True)
                if problems := _put_on_paper(project, aside, renderer):
                    return Outcome([*result.diagnostics, *problems], result.texts)
            say(Phrase("Kontrollerar länkarna ...", "Checking the links ..."))
            found = [*result.diagnostics, *occupied, *check_site(aside, site_url(aside))]
            count = sum(1 for _ in aside.rglob("*.html"))
            if not has_errors(found):
                aside.chmod(0o755)  # mkdtemp keeps others out; a published folder does not.
                exchange(aside, site)
            return Outcome(found, result.texts, pages=count)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _render(project: Path, aside: Path, playbook: Playbook, *, with_paper: bool) -> str:
    """Run the site generator; return what it printed if it failed, else nothing."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(aside)]
    run = subprocess.run(
        command,
        cwd=project,
        env={**_variables(playbook), "SPELBOK_PAPER": str(with_paper).lower()},
        check=False,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return (run.stdout or str(run.returncode)) if run.returncode else ""


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


def _export(site: Path, playbook: Playbook) -> list[Diagnostic]:
    """Write every export; never over something that stands there already."""
    address = site_url(site)
    occupied: list[Diagnostic] = []
    for export in EXPORTS:
        for file in export(playbook, address):
            occupied += _write(site, file)
    return occupied


def _write(site: Path, file: File) -> Iterator[Diagnostic]:
    """Write a file, unless something stands there already."""
    path = site / file.url
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as new:
            new.write(file.content)
    except FileExistsError:
        yield Diagnostic(codes.OCCUPIED_ADDRESS, f"/{file.url}", START)


def _put_on_paper(project: Path, site: Path, renderer: Renderer) -> list[Diagnostic]:
    """Make the files for paper and reading devices; tell their sizes on the page that offers them.

    Returns what is wrong where a file cannot be made.
    """
    address = site_url(site)
    theme = project / "docs" / "theme" / "assets" / "spelbok.css"
    style = theme.read_text("utf-8") if theme.is_file() else ""
    cache = Cache(project / ".cache" / "paper")
    problems: list[Diagnostic] = []
    sizes: dict[str, int] = {}
    for locale in LOCALES:
        start = (site / root(locale) / "index.html").read_text("utf-8")
        for made in paper.files(Edition(renderer, locale, masthead(start, address), style), cache):
            if isinstance(made, Diagnostic):
                problems.append(made)
                continue
            problems += _write(site, made)
            sizes[made.url] = len(made.content)
    cache.prune()
    for locale in LOCALES if not problems else ():
        page = site / named_url(renderer.playbook, "downloads", locale) / "index.html"
        page.write_text(on_paper.with_sizes(page.read_text("utf-8"), sizes, locale), "utf-8", newline="\n")
    return problems


def _variables(playbook: Playbook) -> dict[str, str]:
    """Return the environment of a build: its date is the content's, not the clock's."""
    newest = max((entry.reviewed for entry in playbook.entries), default=dt.date(2026, 1, 1))
    epoch = int(dt.datetime(newest.year, newest.month, newest.day, tzinfo=dt.UTC).timestamp())
    return {"SOURCE_DATE_EPOCH": str(epoch), **os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def site_url(folder: Path) -> str:
    """Return the public address of a built site, as its start page tells it, or nothing."""
    start = (folder / "index.html").read_text("utf-8")
    _, _, rest = start.partition('<link rel="canonical" href="')
    return rest.partition('"')[0]
