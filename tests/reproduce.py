# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the same content under different circumstances and compare the bytes: ``python -m tests.reproduce --times 10``.

Each build has a folder, time zone, locale, hash seed, umask and order of files
on disk of its own. ``--real`` takes the repository's own playbook instead of
the small one. The exit code is 1 if any two sites differ; the files that do
are named.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import copies
from tests.site import bytes_of, small_project

_ZONES = ("UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati", "Europe/Stockholm")
_LOCALES = ("C", "C.UTF-8", "sv_SE.UTF-8", "tr_TR.UTF-8", "en_GB.ISO-8859-1")
_UMASKS = (0o022, 0o077, 0o002, 0o027)


def sites(project, numbers, place):
    """Build ``project`` below ``place`` under the circumstances of each number; yield the digests of each site."""
    for number in numbers:
        folder = place / ("x" * number + str(number)) / "project"
        _copy(project, folder, number)
        variables = {
            "TZ": _ZONES[number % len(_ZONES)],
            "LC_ALL": _LOCALES[number % len(_LOCALES)],
            "PYTHONHASHSEED": str(number),
        }
        done = subprocess.run(
            [sys.executable, "-m", "spelbok", "build", "--lang", "en"],
            cwd=folder,
            env={**os.environ, **variables},
            umask=_UMASKS[number % len(_UMASKS)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        yield bytes_of(folder / "site")
        shutil.rmtree(folder)


def _copy(project, folder, seed):
    """Copy a project with its files in another order: that is the order in which some disks list them."""
    files = sorted(path for path in project.rglob("*") if path.is_file())
    random.Random(seed).shuffle(files)  # noqa: S311 - repeatable is what it must be
    for path in files:
        target = folder / path.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def differences(found):
    """Return the names of the files that are not the same in all sites."""
    names = {name for site in found for name in site}
    return sorted(name for name in names if len({site.get(name) for site in found}) > 1)


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Build the same content and compare the bytes.")
    parser.add_argument("--times", type=int, default=10, help="how often (default 10)")
    parser.add_argument("--real", action="store_true", help="build the repository's own playbook")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "source"
        project = copies.repository(source) if options.real else small_project(source)
        found = list(sites(project, range(options.times), Path(place)))
    differing = differences(found)
    print(f"{len(found)} builds of {len(found[0])} files: {len(differing)} files differ", *differing, sep="\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
