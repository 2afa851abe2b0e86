# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run every check and every test: ``python3 scripts/test.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.tests import main

if __name__ == "__main__":
    sys.exit(main())
