# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure this version and the last release side by side: ``python3 scripts/bench.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.bench import main

if __name__ == "__main__":
    sys.exit(main())
