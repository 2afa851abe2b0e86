# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell a pull request what readers will see of it: ``python3 scripts/impact.py --base REV``.

Prints notices for GitHub, and writes the summary of the run where GitHub says.
"""

import os
import subprocess
import sys
from pathlib import Path

import environment

#: GitHub takes a megabyte; what is longer is cut at the end of a line.
LIMIT = 1_000_000


def main(arguments: list[str]) -> int:
    """Run the command twice; return the first exit code that is not 0."""
    environment.ready()
    command = [str(environment.program("spelbok")), "impact", *arguments]
    notices = subprocess.run([*command, "--format", "github"], env=environment.variables(), check=False)
    if notices.returncode:
        return notices.returncode
    texts = [_output([*command, "--format", "markdown", "--lang", lang]) for lang in ("sv", "en")]
    summary = "\n".join(texts).encode()
    if len(summary) > LIMIT:
        summary = summary[:LIMIT].rpartition(b"\n")[0] + "\n\n…\n".encode()
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        Path(place).write_bytes(summary)
    else:
        sys.stdout.buffer.write(summary)
    return 0


def _output(command: list[str]) -> str:
    done = subprocess.run(command, env=environment.variables(), check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
