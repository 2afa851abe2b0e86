# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile the Swedish texts of the command line: ``python3 scripts/messages.py [--check]``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from commands.messages import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
