# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok impact``: what readers will see of a change."""

import sys
import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import click

from spelbok.build import guard
from spelbok.cli.commands import Commands, Options
from spelbok.cli.impact_report import FORMS, is_summary, markdown
from spelbok.cli.shared import OK, USAGE, report, say
from spelbok.diagnostics import codes
from spelbok.locales import LOCALES, Phrase
from spelbok.playbook import Playbook
from spelbok.playbook.diff import Pages, Shown, impact, is_same, text_lines
from spelbok.playbook.formatter import laid_out
from spelbok.playbook.git import files_in
from spelbok.playbook.loader import Result, load
from spelbok.playbook.translations import BY_HAND
from spelbok.site.renderer import Renderer
from spelbok.site.routes import by_hand_url
from spelbok.site.template_errors import TemplateMistakeError
from spelbok.storage import atomic

#: GitHub takes a megabyte, in bytes.
_LIMIT = 1_000_000


def add(commands: Commands) -> None:
    """Declare the command."""
    commands.on_playbook(
        "impact",
        _run,
        Phrase(
            "Berätta vad läsarna ser av ändringarna sedan en commit.",
            "Tell what readers will see of the changes since a commit.",
        ),
        commands.option(
            "--base",
            Phrase("commit att jämföra med, till exempel main", "the commit to compare with, such as main"),
            required=True,
            metavar="REV",
        ),
        commands.option(
            "--format", Phrase("hur det skrivs ut", "how to tell"), type=click.Choice(list(FORMS)), default="human"
        ),
        commands.option(
            "--summary",
            Phrase("skriv det som Markdown på båda språken också", "write it as Markdown in both languages too"),
            type=click.Path(path_type=Path),
            metavar="FILE",
        ),
        more=Phrase(
            "Sidor med de rader som skiljer, adresser, moduler, vägar och paket som berörs, översättningar som "
            "släpar. Ett arbetsflöde kör det på varje pull request.",
            "Pages with the lines that differ, addresses, modules, paths and packages reached, translations "
            "that lag. A workflow runs it on every pull request.",
        ),
        examples=("spelbok impact --base main", "spelbok impact --base HEAD~3 --format markdown"),
    )


def _run(options: Options) -> int:
    if options.summary:
        guard.file_to_replace(options.summary, Path.cwd(), is_summary)
    result = load(options.playbook)
    after = result.playbook
    if after is None:
        report(options, result)
        return USAGE
    with tempfile.TemporaryDirectory() as name:
        folder = _checked_out(options.base, options.playbook, Path(name))
        before = load(folder).playbook if folder is not None else None
        if folder is None or before is None:
            silent = [item for item in result.diagnostics if item.code is codes.UNREADABLE_HISTORY]
            if silent:
                report(options, Result(after, silent, result.texts))
            say(
                options,
                f"spelboken kan inte läsas i '{options.base}'",
                f"the playbook cannot be read in '{options.base}'",
            )
            return USAGE
        unread = tuple(dict.fromkeys(item.file for item in result.diagnostics if item.severity == "error"))
        before = _without(before, unread)
        same = is_same(before, after) and _files(folder / "templates") == _files(options.playbook / "templates")
        shown = ({}, {}) if same else (_pages(before, folder), _pages(after, options.playbook))
        found = replace(impact(before, after, *shown), unread=unread, untidy=_untidy(before, after))
    sys.stdout.write("".join(f"{line}\n" for line in FORMS[options.format](found, options.lang)))
    if options.summary:
        lines = [line for lang in LOCALES for line in markdown(found, lang)]
        atomic.write_bytes(options.summary, _cut("".join(f"{line}\n" for line in lines).encode()))
    return OK


def _checked_out(revision: str, folder: Path, place: Path) -> Path | None:
    """Write a playbook's folder and the pages beside it, as a commit has them, into ``place``.

    Returns the folder, or None if git has none.
    """
    target = place / "playbook"
    if not _extracted(revision, folder, target):
        return None
    for locale in LOCALES:
        _extracted(revision, folder.absolute().parent / "docs" / locale, place / "docs" / locale)
    return target


def _extracted(revision: str, folder: Path, target: Path) -> bool:
    """Write a folder, as a commit has it, to ``target``; return whether git has it."""
    files = files_in(revision, folder)
    for name, content in (files or {}).items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return files is not None


def _without(before: Playbook, unread: Collection[str]) -> Playbook:
    """Return a playbook without the entries whose files cannot be read now: their pages do not go away."""
    ids = {Path(file).stem for file in unread}
    return replace(before, loaded=tuple(item for item in before.loaded if item.entry.id not in ids))


def _untidy(before: Playbook, after: Playbook) -> tuple[str, ...]:
    """Return the files of entries that have changed and that "spelbok fmt" would lay out."""
    old = {item.entry.id: _with_plain_ends(item.document.text) for item in before.loaded}
    changed = [item for item in after.loaded if old.get(item.entry.id) != _with_plain_ends(item.document.text)]
    return tuple(
        item.document.file for item in changed if laid_out(item.document, item.entry).text != item.document.text
    )


def _with_plain_ends(text: str) -> str:
    """Return a text with the line ends that git keeps: Git for Windows checks out files with others."""
    return text.replace("\r\n", "\n")


def _files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().replace(b"\r\n", b"\n") for path in found}


def _cut(summary: bytes) -> bytes:
    """Return as much of a summary as GitHub takes, cut at the end of a line."""
    return summary if len(summary) <= _LIMIT else summary[:_LIMIT].rpartition(b"\n")[0] + "\n\n…\n".encode()


def _pages(found: Playbook, folder: Path) -> Pages:
    """Return every page; one that cannot be rendered, by templates that ask for what is no more, has no text."""
    # The day of the last commit to a file, which pages tell, is no change of content.
    renderer = Renderer(replace(found, changed={}), folder / "templates")
    shown = {}
    for locale in LOCALES:
        for page in renderer.pages(locale):
            if page.key == "translations":  # What lags is told line by line.
                continue
            try:
                lines = text_lines(renderer.render(page).html)
            except TemplateMistakeError:
                lines = None
            shown[page.key, locale] = Shown(page.url, page.title, lines)
        for name, versions in found.by_hand.items():
            if written := versions.get(locale):  # Markdown reads well as it is.
                lines = tuple(line for line in written.body.splitlines() if line.strip())
                shown[f"{BY_HAND}{name}", locale] = Shown(by_hand_url(found, name, locale), written.title, lines)
    return shown
