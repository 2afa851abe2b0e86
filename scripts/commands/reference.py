# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the reference of commands from the command line's own help: ``python3 scripts/reference.py [--check]``."""

import sys

import environment

PAGE = environment.ROOT / "docs" / "dev" / "commands.md"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` only tell whether it is stale; return the exit code."""
    environment.ready()
    done = environment.captured(str(environment.PYTHON), "-m", "spelbok.cli.reference")
    if done.returncode:
        sys.exit(done.stderr)
    if arguments != ["--check"]:
        PAGE.write_text(done.stdout, "utf-8", newline="\n")
    elif not PAGE.is_file() or PAGE.read_text("utf-8") != done.stdout:
        print(f"{PAGE.relative_to(environment.ROOT).as_posix()}: stale, run: python3 scripts/reference.py")
        return 1
    return 0
