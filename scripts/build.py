# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check the playbook and build the site into ``site/``: ``python3 scripts/build.py``."""

import sys

from environment import run

if __name__ == "__main__":
    sys.exit(run("spelbok", "build", *sys.argv[1:]))
