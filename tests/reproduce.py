# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the same content under different circumstances and compare the bytes: ``python -m tests.reproduce --times 10``.

Each build has a folder, time zone, locale, hash seed, umask and order of files
on disk of its own, and git's days on its pages. ``--real`` takes the repository's
own playbook instead of the small one. A last build, in a shallow clone, must
say why its pages lack those days, and differ in nothing else. The exit code is
1 if any two sites differ; the files that do are named.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import copies
from tests.site import bytes_of, small_project

_ZONES = ("UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati", "Europe/Stockholm")
_LOCALES = ("C", "C.UTF-8", "sv_SE.UTF-8", "tr_TR.UTF-8", "en_GB.ISO-8859-1")
#: What a page says of its last change.
_CHANGED = re.compile(rb"(?:Senast \xc3\xa4ndrad|Last changed) <time [^>]*>[^<]*</time>\.\s")
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
        _built(folder, variables, umask=_UMASKS[number % len(_UMASKS)])
        yield bytes_of(folder / "site")
        shutil.rmtree(folder)


def _built(folder, variables=(), umask=-1, options=()):
    """Build a project; return what the build said."""
    done = subprocess.run(
        [sys.executable, "-m", "spelbok", "build", "--lang", "en", *options],
        cwd=folder,
        env={**os.environ, **dict(variables)},
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def committed(project):
    """Make a project a repository with a history of two commits."""
    who = ["-c", "user.name=A", "-c", "user.email=a@agency.example", "-c", "commit.gpgsign=false"]
    dates = {"GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z"}
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("commit", "--quiet", "--message=one"),
        ("commit", "--quiet", "--allow-empty", "--message=two"),
    ):
        subprocess.run(["git", *who, *command], cwd=project, env={**os.environ, **dates}, check=True)
    return project


def shallow(project, place):
    """Build a repository and a shallow clone of it; return what the clone's build said, and the files that differ.

    The days of last changes are left out of the comparison, and what is made
    for paper, which has them too.
    """
    whole, clone = place / "whole", place / "clone"
    for target, options in ((whole, ()), (clone, ("--depth", "1"))):
        subprocess.run(["git", "clone", "--quiet", *options, project.as_uri(), target], check=True)
    said = [_built(folder, options=("--no-paper",)) for folder in (whole, clone)]
    assert "shallow" not in said[0]
    texts = [_without_days(folder / "site") for folder in (whole, clone)]
    return said[1], differences(texts)


def _without_days(site):
    """Return every file of a site by name, without the sentence that tells when a page last changed."""
    return {
        path.relative_to(site).as_posix(): _CHANGED.sub(b"", path.read_bytes())
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


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
        project = committed(copies.repository(source) if options.real else small_project(source))
        found = list(sites(project, range(options.times), Path(place)))
        said, lacking = shallow(project, Path(place))
    differing = differences(found)
    print(f"{len(found)} builds of {len(found[0])} files: {len(differing)} files differ", *differing, sep="\n")
    reason = next((line for line in said.splitlines() if "shallow" in line), "")
    print(f"a shallow clone says: {reason or 'nothing'}; beside the days of last changes {len(lacking)} files differ")
    print(*lacking, sep="\n", end="")
    return 1 if differing or lacking or not reason else 0


if __name__ == "__main__":
    sys.exit(main())
