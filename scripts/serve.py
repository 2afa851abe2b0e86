# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preview the site with live reload: ``python3 scripts/serve.py``."""

import sys

import python_version  # noqa: F401 - ends with a sentence where Python is too old for the next line
from environment import run

if __name__ == "__main__":
    sys.exit(run("spelbok", "serve", *sys.argv[1:]))
