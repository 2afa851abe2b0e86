# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask the registry whether the locks install, wheels only, wherever we say so: ``python -m tests.platforms``.

uv resolves each lock for every Python and system, into an empty folder, with
hashes checked and nothing downloaded. Prints the table of the developer guide
(``docs/dev/platforms.md``); exits with 1 where one does not resolve.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import uv

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

import environment

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
#: Systems, and what uv calls them. macOS is 13 or newer.
_GLIBC = {
    "Linux x86-64, glibc 2.28": "x86_64-manylinux_2_28",
    "Linux aarch64, glibc 2.28": "aarch64-manylinux_2_28",
    "macOS, Intel": "x86_64-apple-darwin",
    "macOS, ARM": "aarch64-apple-darwin",
    "Windows x86-64": "x86_64-pc-windows-msvc",
}
_MUSL = {
    "Linux x86-64, musl 1.2": "x86_64-unknown-linux-musl",
    "Linux aarch64, musl 1.2": "aarch64-unknown-linux-musl",
}
#: What each lock must install on. Tests need Java, whose package has no wheel for musl.
LOCKS = {environment.SITE: {**_GLIBC, **_MUSL}, environment.TESTS: _GLIBC}

_UV = uv.find_uv_bin()
_OFFLINE = re.compile(r"Failed to fetch|error sending request|dns error|Connect|timed out", re.IGNORECASE)


class OfflineError(Exception):
    """The registry does not answer. The text is what uv says of it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A lock, a system by our name and by uv's, and a version of Python."""

    lock: str
    system: str
    platform: str
    python: str


def cases() -> list[Case]:
    """Return every combination that must install."""
    return [
        Case(lock, system, platform, python)
        for lock, systems in LOCKS.items()
        for system, platform in systems.items()
        for python in PYTHONS
    ]


def ask(wanted: Iterable[Case], root: Path = environment.ROOT) -> dict[Case, str]:
    """Return why each lock of a project does not install, or nothing where it does. Raises OfflineError."""
    wanted = list(wanted)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(wanted, pool.map(lambda case: _asked(case, root), wanted), strict=True))


def table(reasons: dict[Case, str]) -> str:
    """Return what was found as a table in Markdown, a row for each lock and system."""
    rows = [f"| Lock | System | {' | '.join(PYTHONS)} |", "| --- | --- |" + " --- |" * len(PYTHONS)]
    for (lock, system), of in groupby(reasons, lambda case: (case.lock, case.system)):
        rows.append(f"| `{lock}` | {system} | {' | '.join(reasons[case] or 'yes' for case in of)} |")
    return "\n".join(rows) + "\n"


def _asked(case: Case, root: Path) -> str:
    lock = (root / case.lock).read_text("utf-8")
    if case.system not in _MUSL:
        return _resolved(lock, case.python, case.platform)
    ours, plain = environment.without(lock, environment.PLAIN_PYTHON)
    glibc = f"{case.platform.partition('-')[0]}-manylinux_2_17"
    return _resolved(ours, case.python, case.platform, "--no-deps") or _resolved(plain, case.python, glibc, "--no-deps")


def _resolved(lock: str, python: str, platform: str, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lock.txt"
        file.write_text(lock, "utf-8")
        where = ["--python", sys.executable, "--target", str(Path(folder) / "empty")]
        which = ["--python-version", python, "--python-platform", platform, "--only-binary", ":all:"]
        command = [_UV, "pip", "install", "--dry-run", *where, *which, *options, "--require-hashes"]
        done = subprocess.run(
            [*command, "--requirement", str(file)], check=False, capture_output=True, text=True, encoding="utf-8"
        )
    if done.returncode and _OFFLINE.search(done.stderr):
        raise OfflineError(_reason(done.stderr))
    return _reason(done.stderr) if done.returncode else ""


def _reason(said: str) -> str:
    """Return the cause that uv names, on one line."""
    cause = next((line for line in said.splitlines() if "cause:" in line), said.strip().splitlines()[-1])
    return cause.partition("cause:")[2].partition(", we can conclude")[0].strip() or cause.strip()


def main() -> int:
    """Print the table; return 0 if every combination installs, 2 if nobody answers."""
    try:
        reasons = ask(cases())
    except OfflineError as error:
        print(f"The registry does not answer: {error}", file=sys.stderr)
        return 2
    print(table(reasons), end="")
    return int(any(reasons.values()))


if __name__ == "__main__":
    sys.exit(main())
