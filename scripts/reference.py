# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the reference of commands from the command line's own help: ``python3 scripts/reference.py [--check]``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.reference import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
