# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preview the site with live reload: ``python3 scripts/serve.py``."""

import sys

from environment import run

if __name__ == "__main__":
    sys.exit(run("spelbok", "serve", *sys.argv[1:]))
