# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever happens to a build, the site that stands is the old one or the new one; equal content gives equal bytes.

The same with more builds: ``python -m tests.kill`` and ``python -m tests.reproduce``.
"""

import os
import shutil
import subprocess
import sys

import pytest

from tests import kill
from tests.kill import kill_builds
from tests.reproduce import committed, differences, shallow, sites
from tests.site import bytes_of, small_project, spelbok

#: Far less than a site's largest file.
LITTLE = 20 * 1024
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows kills and limits in other ways")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = small_project(tmp_path_factory.mktemp("atomic") / "project")
    done = spelbok(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@posix
def test_killed_builds_leave_the_old_site_or_the_new(project):
    seen = kill_builds(project, times=4, seed=1)
    assert seen["neither"] == 0
    assert seen["old"] + seen["new"] == seen["killed"] + seen["done"] == 4
    assert seen["last step"] >= 1


@posix
def test_a_build_that_writes_in_place_is_found_out(project):
    """The seeded fault: a build that empties a page of the site that stands, and is not done yet."""
    careless = "import time, pathlib; pathlib.Path('site/index.html').write_text(''); print(flush=True); time.sleep(60)"
    honest = [kill.build_in, kill.build_in]

    def build(folder):
        if honest:
            return honest.pop()(folder)
        started = subprocess.Popen(
            [sys.executable, "-c", careless], cwd=folder, stdout=subprocess.PIPE, start_new_session=True
        )
        started.stdout.readline()
        return started

    assert kill_builds(project, times=1, seed=1, build=build)["neither"] == 1


def refused(project, *prefix, **options):
    """Run a build that cannot write; return what it says, when the site is as it was."""
    before = bytes_of(project / "site")
    command = [*prefix, sys.executable, "-m", "spelbok", "build", "--lang", "en"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 1
    assert bytes_of(project / "site") == before
    assert not list(project.glob(".site-new-*"))
    assert "Traceback" not in done.stderr
    return done.stderr


@posix
def test_a_full_disk_leaves_the_site_as_it_was(project):
    def little():
        import resource  # noqa: PLC0415 - Windows has none
        import signal  # noqa: PLC0415 - needed in the new process alone

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # So that writing fails, as on a full disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (LITTLE, LITTLE))

    assert "untouched" in refused(project, preexec_fn=little)


@posix
def test_a_read_only_target_leaves_the_site_as_it_was(project):
    prefix = ()
    if os.geteuid() == 0:  # An administrator writes anywhere, unless this right is taken away.
        if not shutil.which("setpriv"):
            pytest.skip("an administrator may write anywhere")
        prefix = ("setpriv", "--bounding-set=-dac_override")
    project.chmod(0o555)
    try:
        assert "untouched" in refused(project, *prefix)
    finally:
        project.chmod(0o755)


@posix
def test_of_two_builds_at_once_one_is_refused_and_circumstances_change_no_byte(project, tmp_path):
    command = [sys.executable, "-m", "spelbok", "build", "--site", "both"]
    builds = [subprocess.Popen(command, cwd=project, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert sorted(build.wait() for build in builds) == [0, 1]
    found = [bytes_of(project / "both"), *sites(project, [1], tmp_path)]
    assert differences(found) == []
    assert found[0]


def test_a_shallow_clone_gives_the_same_but_days_and_says_so(tmp_path):
    project = committed(small_project(tmp_path / "project"))
    said, differing = shallow(project, tmp_path)
    assert "This clone is shallow, so pages do not say when they last changed" in said
    assert differing == []
    page = "site/en/practices/open-door/index.html"
    assert "2 January 2026" in (tmp_path / "whole" / page).read_text("utf-8")
    assert "2 January 2026" not in (tmp_path / "clone" / page).read_text("utf-8")


def test_a_difference_is_named():
    assert differences([{"a": "1", "b": "2"}, {"a": "1", "b": "3"}, {"a": "1", "b": "2", "c": "4"}]) == ["b", "c"]
