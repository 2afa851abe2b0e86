# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``python -m spelbok`` is the same command as ``spelbok``."""

import sys

from spelbok.cli import main

if __name__ == "__main__":
    sys.exit(main())
