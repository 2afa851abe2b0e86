# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok bench``: measure the generator on playbooks of several sizes."""

import argparse
from pathlib import Path

from spelbok.bench import corpus
from spelbok.cli.shared import OK, USAGE, Commands, say


def add(commands: Commands) -> None:
    """Declare the commands."""
    family = commands.group("bench", "Measure how fast the generator is.")
    make = family.add("corpus", _corpus, "Make a project with a playbook of any size, to measure on.")
    make.add_argument("--entries", type=int, default=1000, metavar="N", help="how many entries")
    make.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to make")


def _corpus(options: argparse.Namespace) -> int:
    try:
        corpus.write(Path.cwd(), options.out, options.entries)
    except FileExistsError:
        say(options, f"{options.out} är inte tom", f"{options.out} is not empty")
        return USAGE
    except ValueError:
        least = corpus.MIN_ENTRIES
        say(options, f"minst {least} poster behövs", f"at least {least} entries are needed")
        return USAGE
    return OK
