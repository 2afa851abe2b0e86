# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell a pull request what readers will see of it: ``python3 scripts/impact.py --base REV``.

Prints notices for GitHub, and writes the summary of the run where GitHub says.
"""

import os
import subprocess

import environment


def main(arguments: list[str]) -> int:
    """Run the command; return its exit code."""
    environment.ready()
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    how = ["--format", "github", "--summary", place] if place else ["--format", "markdown"]
    command = [str(environment.program("spelbok")), "impact", *arguments, *how]
    return subprocess.run(command, env=environment.variables(), check=False).returncode
