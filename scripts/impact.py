# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell a pull request what readers will see of it: ``python3 scripts/impact.py --base REV``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.impact import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
