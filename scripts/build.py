# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check the playbook and build the site into ``site/``: ``python3 scripts/build.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from environment import run

if __name__ == "__main__":
    sys.exit(run("spelbok", "build", *sys.argv[1:]))
