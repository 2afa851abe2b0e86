# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok pages``: the site as Markdown, for another site generator."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from spelbok.build import guard
from spelbok.build.pipeline import ADDRESSES
from spelbok.build.swap import aside, exchange
from spelbok.checks.folder import check_folder
from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import ERRORS, OK, USAGE, report, say
from spelbok.diagnostics import has_errors
from spelbok.exports import EXPORTS, File
from spelbok.exports.embed import embeds
from spelbok.exports.lms.packages import packages_of
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.playbook import Playbook, docs_folder, inventory
from spelbok.playbook.leftovers import is_leftover
from spelbok.site.renderer import Renderer
from spelbok.site.routes import root
from zensical_spelbok.project import LEFT_OUT, Project, Written

_SITE_URL = re.compile(r"^site_url:.*?(https?://[^\s\"'\]]+)", re.MULTILINE)


def add(commands: Commands) -> None:
    """Declare the command."""
    commands.on_playbook(
        "pages",
        _run,
        Phrase(
            "Skriv sajten som Markdown, som Zensical eller MkDocs kan bygga.",
            "Write the site as Markdown that Zensical, or MkDocs, can build.",
        ),
        commands.option(
            "--out",
            Phrase("mappen att skriva, som ersätts", "the folder to write, which is replaced"),
            required=True,
            type=click.Path(path_type=Path),
            metavar="DIR",
        ),
        commands.option(
            "--address",
            Phrase(
                "sajtens publika adress; annars SITE_URL:s eller mkdocs.yml:s",
                "the site's public address; else that of SITE_URL, mkdocs.yml",
            ),
            metavar="URL",
        ),
        more=Phrase(
            "Ersätter en mapp som det skrev förut, aldrig någon annans. docs/dev/other-generators.md säger vad "
            "som följer med.",
            "Replaces a folder that it wrote before, never one of somebody else. docs/dev/other-generators.md "
            "says what comes along.",
        ),
        examples=("spelbok pages --out ../moved",),
    )


def _run(options: Options) -> int:
    out = guard.folder_to_replace(options.out, guard.PAGES, Path.cwd(), options.playbook)
    address = options.address or _address(Path.cwd())
    if not address:
        say(
            options,
            "Sajtens adress saknas. Ange den med --address.",
            "The site's address is missing. Give it with --address.",
        )
        return USAGE
    result = check_folder(options.playbook)
    if result.playbook is None or has_errors(result.diagnostics):
        report(options, result)
        return ERRORS
    site = f"{address.rstrip('/')}/"
    renderer = Renderer(
        result.playbook, options.playbook / "templates", packages_of(result.playbook, site).downloads, site
    )
    project = Project(renderer, {locale: _by_hand(Path.cwd() / "docs" / locale) for locale in LOCALES})
    files = [*project.files(), *map(_in_project, _beside(renderer, site))]
    with aside(out, guard.PAGES) as new:
        _fill(new, files)
        _copy(Path.cwd() / "docs", new / "docs")
        (new / guard.PAGES).write_bytes(b"Written by: spelbok pages\n")
        new.chmod(0o755)  # mkdtemp keeps others out.
        guard.folder_to_replace(out, guard.PAGES, Path.cwd(), options.playbook)  # It may have been filled meanwhile.
        exchange(new, out, guard.PAGES)
    _tell(options, project, len(files))
    return OK


def _address(project: Path) -> str:
    """Return the site's public address as the environment or the configuration of MkDocs tells it, or nothing."""
    path = project / "mkdocs.yml"
    match = _SITE_URL.search(path.read_text("utf-8")) if path.is_file() else None
    return os.environ.get("SITE_URL") or (match[1] if match else "")


def _by_hand(folder: Path) -> list[Written]:
    """Return the pages written by hand in one language."""
    return [
        Written.read(path.relative_to(folder).with_suffix("").as_posix(), path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.md"))
        if not is_leftover(path.name)
    ]


def _beside(renderer: Renderer, site: str) -> Iterator[File]:
    """Yield what stands beside the pages of our site at addresses that are promised: exports and pages for frames."""
    playbook: Playbook = renderer.playbook
    for export in EXPORTS:
        yield from export(playbook, site)
    yield from embeds(renderer)
    yield File(ADDRESSES, inventory.written(playbook.inventory.promises).encode())


def _in_project(file: File) -> File:
    """Return a file of our site at its place in the project: in the folder of the language whose address it has."""
    locale: Locale = next(locale for locale in reversed(LOCALES) if file.url.startswith(root(locale)))
    return File(f"docs/{locale}/{file.url.removeprefix(root(locale))}", file.content)


def _fill(folder: Path, files: list[File]) -> None:
    for file in files:
        path = folder / file.url
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as new:  # Two files never have one place.
            new.write(file.content)


def _copy(docs: Path, to: Path) -> None:
    """Copy files that lie beside the pages written by hand, and what the pages for frames need of the theme."""
    for name in (name for name in docs_folder.files(docs) if not name.endswith(".md")):
        is_shared = name.partition("/")[0] not in LOCALES
        for place in [to / locale / name for locale in LOCALES] if is_shared else [to / name]:
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(docs / name, place)
    if (docs / "theme" / "assets").is_dir():
        without = lambda _, names: [name for name in names if is_leftover(name)]  # noqa: E731
        shutil.copytree(docs / "theme" / "assets", to / LOCALES[0] / "assets", ignore=without, dirs_exist_ok=True)


def _tell(options: Options, project: Project, files: int) -> None:
    count = project.count
    left = ", ".join(sorted(LEFT_OUT))
    say(
        options,
        f"{count} sidor som Markdown och {files - count} filer till i {options.out}/. Utelämnade sidor: {left}.\n"
        f"Bygg sajten där med: zensical-i18n build",
        f"{count} pages as Markdown and {files - count} other files in {options.out}/. Pages left out: {left}.\n"
        f"Build the site there with: zensical-i18n build",
    )
