# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cost of packages for course systems alone: ``python -m spelbok.bench.packages PLAYBOOK``.

A build makes them among other things. So they are made once more here, by
themselves, and the seconds of processor time are printed.
"""

import sys
import time
from pathlib import Path

from spelbok.exports.packages import Packages
from spelbok.load import load


def main(playbook: Path) -> int:
    """Make every package of a playbook, and print the seconds that it took."""
    found = load(playbook).playbook
    if found is None:
        return 1
    started = time.process_time()
    count = sum(1 for _ in Packages(found, "https://example.org/").all())
    print(f"{time.process_time() - started:.3f} {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
