# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok fmt``: lay out the files of entries."""

import sys
from pathlib import Path

import click

from spelbok.checks.folder import check_folder
from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import ERRORS, OK, USAGE, report, say
from spelbok.diagnostics import has_errors
from spelbok.locales import Phrase
from spelbok.playbook import Loaded
from spelbok.playbook.formatter import laid_out
from spelbok.playbook.loader import Result
from spelbok.source.save import save


def add(commands: Commands) -> None:
    """Declare the command."""
    commands.on_playbook(
        "fmt",
        _fmt,
        Phrase(
            "Ställ upp poster: fält i ordning, en mening per rad, kommentarer behålls.",
            "Lay out entries: fields in order, a sentence a line, comments kept.",
        ),
        commands.argument(
            "files",
            Phrase("posternas filer; alla poster om ingen nämns", "files of entries; all entries if none is named"),
            nargs=-1,
            type=click.Path(path_type=Path),
            metavar="[FILES]...",
        ),
        commands.option(
            "--check",
            Phrase("ändra inget, misslyckas om en fil skulle ändras", "change nothing, fail if a file would change"),
            is_flag=True,
        ),
        more=Phrase(
            "Inget ändras i betydelse. Skriver ut namnen på de filer som ändrades.",
            "Nothing changes in meaning. Prints the names of the files that it changed.",
        ),
        examples=("spelbok fmt", "spelbok fmt playbook/practices/retrospective.yml"),
    )


def _fmt(options: Options) -> int:
    result = check_folder(options.playbook)
    loaded = {} if result.playbook is None else {Path(item.document.file): item for item in result.playbook.loaded}
    chosen = [_found(file, loaded) for file in options.files] or list(loaded.values())
    unread = [file for file, item in zip(options.files, chosen, strict=False) if item is None]
    if unread or result.playbook is None:
        return _refuse(options, result, unread)
    stale = False
    for item in chosen:
        assert item is not None, "all were found"
        document = laid_out(item.document, item.entry)
        if document.text != item.document.text:
            stale = True
            print(document.file)
            if not options.check:
                _write(item, document.text)
    return ERRORS if stale and options.check else OK


def _write(item: Loaded, text: str) -> None:
    meant = item.document.values()
    save(item.document.file, text, lambda document: document.values() == meant)


def _found(file: Path, loaded: dict[Path, Loaded]) -> Loaded | None:
    return next((item for path, item in loaded.items() if path.absolute() == file.absolute()), None)


def _refuse(options: Options, result: Result, unread: list[Path]) -> int:
    """Tell why files cannot be laid out: they have mistakes, or are no entries."""
    names = {path.as_posix() for path in unread}
    mistakes = [item for item in result.diagnostics if item.file in names or result.playbook is None]
    if has_errors(mistakes):
        report(options, Result(result.playbook, mistakes, result.texts))
        return ERRORS
    for path in unread:
        say(options, f"{path.as_posix()} är ingen post i spelboken", f"{path.as_posix()} is no entry of the playbook")
    sys.stdout.flush()
    return USAGE
