# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line of ``python -m benchmarks``: measure, make a corpus, compare two versions."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks import comparison, corpus
from benchmarks.cost import CommandFailedError
from benchmarks.measure import Subject, Wanted, itself, measure
from benchmarks.table import is_record, record, table
from spelbok.build import guard
from spelbok.cli.commands import Commands, Options, run
from spelbok.cli.shared import ERRORS, OK, USAGE, say
from spelbok.locales import Phrase
from spelbok.storage import atomic


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code. Raises SystemExit with 2 for wrong usage."""
    about = Phrase("Mät generatorn.", "Measure the generator.")
    return run(_declare, "python -m benchmarks", about, sys.argv[1:] if arguments is None else arguments, "")


def _declare(commands: Commands) -> None:
    entries = Phrase("hur många poster", "how many entries")
    number = commands.value(_entries)
    file, folder = click.Path(dir_okay=False, path_type=Path), click.Path(file_okay=False, path_type=Path)
    commands.add(
        "run",
        _run,
        Phrase(
            "Gör spelböcker av flera storlekar; kontrollera, bygg och förhandsvisa dem; skriv ut vad det kostar.",
            "Make playbooks of several sizes; check, build and preview them; print what it costs.",
        ),
        commands.argument("entries", entries, type=number, nargs=-1, default=(100, 1000), metavar="[N]..."),
        commands.option(
            "--runs", Phrase("hur många gånger; medianen räknas", "how often; the median counts"), type=int, default=1
        ),
        commands.option(
            "--saves",
            Phrase("sparningar av varje slag i förhandsvisningen, eller 0", "saves of each kind in the preview, or 0"),
            type=int,
            default=5,
        ),
        commands.option(
            "--paper",
            Phrase("mät filerna för papper och bilderna också", "measure the files for paper and the pictures too"),
            is_flag=True,
        ),
        commands.option(
            "--json",
            Phrase("lägg en rad med allt i den här filen", "add a line with everything to this file"),
            type=file,
            metavar="FILE",
        ),
        commands.option(
            "--project",
            Phrase("vems tema och mallar som används", "whose theme and templates to use"),
            type=folder,
            default=".",
            metavar="DIR",
        ),
        commands.option(
            "--command",
            Phrase("den spelbok som mäts, om inte den här", "the spelbok to measure, if not this one"),
            metavar="COMMAND",
        ),
        examples=("python -m benchmarks run 100 1000 3000 --runs 3",),
    )
    commands.add(
        "corpus",
        _corpus,
        Phrase(
            "Gör ett projekt med en spelbok av valfri storlek att mäta på.",
            "Make a project with a playbook of any size, to measure on.",
        ),
        commands.option("--entries", entries, type=number, required=True, metavar="N"),
        commands.option(
            "--out", Phrase("mappen att göra", "the folder to make"), type=folder, required=True, metavar="DIR"
        ),
    )
    record = click.Path(path_type=Path)
    commands.add(
        "compare",
        _compare,
        Phrase(
            "Jämför två versioner som mätts sida vid sida.", "Compare two versions that were measured side by side."
        ),
        commands.argument(
            "before", Phrase("det som 'run --json' skrev om den ena", "what 'run --json' wrote of the one"), type=record
        ),
        commands.argument("now", Phrase("det som den skrev om den andra", "what it wrote of the other"), type=record),
        commands.option(
            "--limit", Phrase("vad som är en försämring", "what is a regression"), type=float, default=comparison.LIMIT
        ),
    )


def _entries(text: str) -> int | Phrase:
    least = corpus.MIN_ENTRIES
    if text.isdecimal() and int(text) >= least:
        return int(text)
    return Phrase(f"minst {least} poster behövs", f"at least {least} entries are needed")


def _corpus(options: Options) -> int:
    guard.outside_of_sources(options.out, Path.cwd(), Path("playbook"))
    try:
        corpus.write(Path.cwd(), options.out, options.entries)
    except FileExistsError:
        say(options, f"{options.out} är inte tom", f"{options.out} is not empty")
        return USAGE
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return USAGE
    return OK


def _run(options: Options) -> int:
    if not hasattr(os, "wait4"):
        say(options, "mätning kräver Linux eller macOS", "measuring needs Linux or macOS")
        return USAGE
    if options.json:
        guard.file_to_replace(options.json, Path.cwd(), is_record)
    subject = Subject((options.command,) if options.command else itself(), options.project.absolute())
    wanted = Wanted(options.runs, options.saves, options.paper)
    try:
        measured = [
            measure(subject, entries, wanted, lambda text: say(options, text, text))
            for entries in sorted(options.entries)
        ]
    except (CommandFailedError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return ERRORS
    print(table(measured, options.lang), end="")
    if options.json:
        before = options.json.read_text("utf-8") if options.json.is_file() else ""
        atomic.write_text(options.json, f"{before}{record(measured, options.runs, dt.datetime.now(dt.UTC))}\n")
    return OK


def _compare(options: Options) -> int:
    try:
        ratios = comparison.ratios(options.before.read_text("utf-8"), options.now.read_text("utf-8"))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return USAGE
    except comparison.NothingMeasuredError:
        say(options, "inget är mätt i båda filerna", "nothing was measured in both files")
        return USAGE
    for ratio in ratios:
        mark = " <-- !" if ratio.is_regression(options.limit) else ""
        print(f"{ratio.entries:6} {ratio.what:16} {ratio.times:5.2f}{mark}")
    worse = [ratio for ratio in ratios if ratio.is_regression(options.limit)]
    if worse and os.environ.get("GITHUB_ACTIONS"):
        told = ", ".join(f"{ratio.what} at {ratio.entries} entries {ratio.times:.2f} times" for ratio in worse)
        print(f"::warning title=Slower than the last release::{told}")
    return ERRORS if worse else OK
