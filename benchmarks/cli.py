# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line of ``python -m benchmarks``: measure, make a corpus, compare two versions."""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import comparison, corpus
from benchmarks.cost import CommandFailedError
from benchmarks.measure import Subject, Wanted, itself, measure
from benchmarks.table import record, table
from spelbok.cli.shared import ERRORS, OK, USAGE, Commands, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the generator.")
    commands = Commands.of(parser)
    run = commands.add(
        "run", _run, "Make playbooks of several sizes; check, build and preview them; print what it costs."
    )
    run.add_argument("--entries", type=_entries, nargs="+", default=[100, 1000], metavar="N", help="how many entries")
    run.add_argument("--runs", type=int, default=1, metavar="TIMES", help="how often; the median counts")
    run.add_argument("--saves", type=int, default=5, metavar="TIMES", help="saves of each kind in the preview, or 0")
    run.add_argument("--paper", action="store_true", help="measure the files for paper and the pictures too")
    run.add_argument("--json", type=Path, metavar="FILE", help="add a line with everything to this file")
    run.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="whose theme and templates to use")
    run.add_argument("--with", dest="command", metavar="COMMAND", help="the spelbok to measure, if not this one")

    make = commands.add("corpus", _corpus, "Make a project with a playbook of any size, to measure on.")
    make.add_argument("--entries", type=_entries, required=True, metavar="N", help="how many entries")
    make.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to make")

    compare = commands.add("compare", _compare, "Compare two versions that were measured side by side.")
    compare.add_argument("before", type=Path, metavar="BEFORE", help="what 'run --json' wrote of the one")
    compare.add_argument("now", type=Path, metavar="NOW", help="what it wrote of the other")
    compare.add_argument("--limit", type=float, default=comparison.LIMIT, metavar="TIMES", help="what is a regression")
    return parser


def _entries(text: str) -> int:
    number = int(text)
    if number < corpus.MIN_ENTRIES:
        raise argparse.ArgumentTypeError(f"at least {corpus.MIN_ENTRIES} entries are needed")
    return number


def _corpus(options: argparse.Namespace) -> int:
    try:
        corpus.write(Path.cwd(), options.out, options.entries)
    except FileExistsError:
        say(options, f"{options.out} är inte tom", f"{options.out} is not empty")
        return USAGE
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return USAGE
    return OK


def _run(options: argparse.Namespace) -> int:
    if not hasattr(os, "wait4"):
        say(options, "mätning kräver Linux eller macOS", "measuring needs Linux or macOS")
        return USAGE
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
        with options.json.open("a", encoding="utf-8") as file:
            file.write(record(measured, options.runs, dt.datetime.now(dt.UTC)) + "\n")
    return OK


def _compare(options: argparse.Namespace) -> int:
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
