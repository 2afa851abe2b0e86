# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: the small playbook, and golden files."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.pages_server import serving

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "data" / "small"

# Commands keep what they found out outside of the project: here for as long as the tests run.
os.environ["SPELBOK_CACHE"] = tempfile.mkdtemp(prefix="spelbok-cache-")
atexit.register(shutil.rmtree, os.environ["SPELBOK_CACHE"], ignore_errors=True)

settings.register_profile("spelbok", deadline=None)  # How long an example takes tells how busy the machine is.
settings.load_profile("spelbok")


def pytest_addoption(parser):
    parser.addoption("--every-mode", action="store_true", help="scan every page in every width and colour scheme")
    parser.addoption("--update-golden", action="store_true", help="rewrite expected files; review the difference")


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A copy of the small playbook in ``playbook/`` of an empty folder, which is the current one."""
    shutil.copytree(SMALL, tmp_path / "playbook")
    shutil.copytree(ROOT / "playbook" / "templates", tmp_path / "playbook" / "templates")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "playbook"


@pytest.fixture
def golden(request):
    """Compare a text with a committed file, or rewrite the file with --update-golden."""

    def compare(file, text):
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert file.exists(), f"{file} is missing: run pytest with --update-golden and review it"
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """The small playbook's site, built for the address at which it is then served."""
    from tests.site import small_project, spelbok  # noqa: PLC0415 - tests.site needs this module

    project = small_project(tmp_path_factory.mktemp("small") / "project")
    with serving(project / "site") as site:
        run = spelbok(project, "build", SITE_URL=site.address)
        assert run.returncode == 0, run.stdout + run.stderr
        yield site


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The real site, built for the address at which it is then served, as the publishing workflow does.

    Without what is made for paper: it takes minutes, and has tests of its own.
    """
    folder = tmp_path_factory.mktemp("published") / "site"
    with serving(folder) as site:
        command = [sys.executable, "-m", "spelbok", "build", "--no-paper", "--site", str(folder)]
        variables = {**os.environ, "SITE_URL": site.address}
        run = subprocess.run(command, cwd=ROOT, env=variables, check=False, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr
        yield site
