# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``python -m benchmarks``: measure the generator, make a playbook to measure on, compare two versions."""

import sys

from benchmarks.cli import main

if __name__ == "__main__":
    sys.exit(main())
