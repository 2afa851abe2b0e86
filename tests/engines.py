# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the pages with MkDocs and with ProperDocs, and compare the bytes: ``python -m tests.engines``.

``--small`` takes the small playbook. Nothing but the generator's own name in
the head of each page may differ. The exit code is 1 if anything else does.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.reproduce import differences
from tests.site import small_project

ENGINES = ("mkdocs", "properdocs")
_NAME = re.compile(rb'<meta name="generator" content="[^"]*">')


def built(engine, project, place):
    """Build a project's pages with an engine; return the digest of each file, the engine's name left out."""
    site = place / engine
    options = ("--strict", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", str(site))
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", *options],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(_NAME.sub(b"", path.read_bytes())).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Build the pages with two generators and compare them.")
    parser.add_argument("--small", action="store_true", help="build the small playbook")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        project = small_project(Path(place) / "project") if options.small else ROOT
        found = [built(engine, project, Path(place)) for engine in ENGINES]
    differing = differences(found)
    print(f"{' and '.join(ENGINES)}: {len(found[0])} files, {len(differing)} differ", *differing, sep="\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
