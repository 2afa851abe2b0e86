# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remove our edition from a copy that becomes another playbook: ``python3 scripts/empty.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.empty import main

if __name__ == "__main__":
    sys.exit(main())
