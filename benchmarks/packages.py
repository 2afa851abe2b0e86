# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cost of packages for course systems alone: ``python -m benchmarks.packages PLAYBOOK``.

A build makes them among other things. So they are made once more here, by
themselves, and the seconds of processor time are printed.
"""

import sys
import time
from pathlib import Path

from spelbok.checks.folder import check_folder
from spelbok.exports.lms.packages import Packages


def main(playbook: Path) -> int:
    """Make every package of a playbook, and print the seconds that it took."""
    found = check_folder(playbook).playbook
    if found is None:
        return 1
    started = time.process_time()
    count = sum(1 for _ in Packages(found, "https://example.org/").all())
    print(f"{time.process_time() - started:.3f} {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
