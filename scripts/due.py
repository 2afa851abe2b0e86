# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Open an issue on GitHub for each owner of entries that are due: ``python3 scripts/due.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.due import main

if __name__ == "__main__":
    sys.exit(main())
