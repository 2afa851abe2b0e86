# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Test the slow promises, and print the figures: ``python3 scripts/endure.py``.

What scripts/test.py does a little of, at full length: broken files by the
hundred thousand, builds that are killed, builds that are compared, a preview
that is broken and mended, other site generators. It takes hours.
"""

import argparse
import time

from environment import run

#: What each promise is tested by; {inputs} is a number that the user may choose.
PROMISES = (
    ("broken files do not stop the reader", ("tests.fuzz", "--inputs", "{inputs}", "--seed", "{seed}")),
    ("a killed build leaves the old site or the new", ("tests.kill", "--times", "200")),
    ("the same content gives the same bytes", ("tests.reproduce", "--times", "10")),
    ("planted faults are found on a built site", ("tests.faults",)),
    ("the preview survives mistakes", ("tests.preview", "--cycles", "50")),
    ("another generator gives the same pages", ("tests.engines",)),
    ("Zensical makes a working site of the same content", ("tests.zensical",)),
    ("nor do attacks act there", ("tests.zensical", "--hostile")),
    ("pages are as fast as can be on a phone", ("tests.phone",)),
    ("the tests pass in another organisation's copy", ("tests.fork",)),
)


def main() -> int:
    """Test each promise; return 0 if all are kept, else 1."""
    parser = argparse.ArgumentParser(description="Test the slow promises, and print the figures.")
    parser.add_argument("--inputs", type=int, default=1_000_000, help="broken files (default 1000000)")
    parser.add_argument("--seed", type=int, default=1, help="which broken files (default 1)")
    options = parser.parse_args()
    kept = True
    for promise, command in PROMISES:
        print(f"{promise} ...", flush=True)
        started = time.monotonic()
        words = [word.format(inputs=options.inputs, seed=options.seed) for word in command]
        ok = run("python", "-m", *words, tests=True) == 0
        print(f"  {'kept' if ok else 'BROKEN'} ({time.monotonic() - started:.0f} s)", flush=True)
        kept = kept and ok
    return 0 if kept else 1
