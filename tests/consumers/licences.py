# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The FSFE's checker of licences, with its own arguments: ``python -m tests.consumers.licences lint``."""

import os
import subprocess
import sys

from tests.consumers import python_packages


def reuse(*arguments: str) -> int:
    """Run ``reuse`` in the current folder; return its exit code."""
    variables = {**os.environ, "PYTHONPATH": str(python_packages("reuse"))}
    return subprocess.run([sys.executable, "-P", "-m", "reuse", *arguments], env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(reuse(*sys.argv[1:]))
