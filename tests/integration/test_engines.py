# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same pages with another generator. For the real playbook: ``python -m tests.engines``."""

import os
import subprocess
import sys

from tests.engines import ENGINES, built
from tests.reproduce import differences
from tests.site import small_project


def test_both_engines_build_the_same_bytes_and_a_difference_is_seen(tmp_path):
    project = small_project(tmp_path / "project")
    one, two = (built(engine, project, tmp_path) for engine in ENGINES)
    assert differences([one, two]) == []
    assert "en/practices/open-door/index.html" in one

    assert 'content="mkdocs-ProperDocs ' in (tmp_path / "properdocs" / "index.html").read_text("utf-8")
    page = project / "docs" / "sv" / "about.md"
    page.write_text(page.read_text("utf-8") + "\nMer.\n", "utf-8")
    assert differences([two, built("mkdocs", project, tmp_path)]) != []


def test_a_generator_alone_says_once_what_is_missing(tmp_path):
    project = small_project(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (done.stdout + done.stderr).count("spelbok build") == 1
    assert not (tmp_path / "site" / "assets" / "search").exists()
