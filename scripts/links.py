# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep one issue on GitHub about links to other sites that are dead: ``python3 scripts/links.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.links import main

if __name__ == "__main__":
    sys.exit(main())
