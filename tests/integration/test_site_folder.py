# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a site is put: a folder of an earlier build, a link, a folder that something is mounted on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spelbok.build import pipeline as building
from spelbok.build.guard import SITE
from spelbok.cli import main
from spelbok.storage.cache import Cache
from tests.site import bytes_of, small_project, spelbok


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = small_project(tmp_path_factory.mktemp("place") / "project")
    done = spelbok(project, "build", "--no-paper")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def beside(project):
    return sorted(path.name for path in project.iterdir() if path.name.startswith(".site"))


def test_a_site_is_built_again_but_not_over_what_someone_put_there(project):
    assert spelbok(project, "build", "--no-paper").returncode == 0
    before = bytes_of(project / "site")
    (project / "site" / "CNAME").write_text("example.org", "utf-8")
    done = spelbok(project, "build", "--no-paper")
    assert done.returncode == 2
    assert "such as CNAME" in done.stderr
    (project / "site" / "CNAME").unlink()
    assert bytes_of(project / "site") == before
    (project / "site" / SITE).unlink()  # A site of a version without marks.
    assert spelbok(project, "build", "--no-paper").returncode == 0
    assert bytes_of(project / "site") == before


def test_a_file_that_comes_while_it_builds_stays(project, monkeypatch, capsys):
    monkeypatch.chdir(project)
    real = building.check_site

    def check(built):
        (project / "site" / "notes.txt").write_text("mine", "utf-8")
        return real(built)

    monkeypatch.setattr(building, "check_site", check)
    assert main(["build", "--no-paper", "--lang", "en"]) == 2
    assert "such as notes.txt" in capsys.readouterr().err
    assert (project / "site" / "notes.txt").read_text("utf-8") == "mine"
    (project / "site" / "notes.txt").unlink()


def test_what_fails_after_the_exchange_does_not_say_that_nothing_was_published(project, monkeypatch, capsys):
    monkeypatch.chdir(project)

    def fail(*_, **__):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "unlink", fail)
    monkeypatch.setattr(Path, "stat", fail)
    Cache(project / "cache").prune()
    monkeypatch.undo()
    monkeypatch.chdir(project)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    assert main(["build", "--no-paper", "--lang", "en"]) == 0
    said = capsys.readouterr().err
    assert "The old site could not be removed" in said
    assert "Done" in said
    monkeypatch.undo()
    assert spelbok(project, "build", "--no-paper").returncode == 0
    assert beside(project) == [".site-lock"], "the next build removes it"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_a_link_stays_and_leads_to_the_new_site(project, tmp_path):
    (tmp_path / "www").mkdir()
    (project / "linked").symlink_to(tmp_path / "www")
    for _ in range(2):
        done = spelbok(project, "build", "--no-paper", "--site", "linked")
        assert done.returncode == 0, done.stdout + done.stderr
        assert (project / "linked").is_symlink()
        assert bytes_of(tmp_path / "www") == bytes_of(project / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".www-lock", "www"]


def mount(project, script):
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux has them")
@pytest.mark.parametrize("kind", ["--bind volume mounted", "-t tmpfs none mounted"])
def test_a_mounted_folder_is_filled(project, tmp_path, kind):
    for name in ("volume", "mounted"):
        shutil.rmtree(project / name, ignore_errors=True)
        (project / name).mkdir()
    if mount(project, f"mount {kind}").returncode:
        pytest.skip("nothing may be mounted here")
    build = f"{sys.executable} -m spelbok build --no-paper --lang en --site mounted"
    script = f"mount {kind} && {build} && rm mounted/index.html && {build} && cp -a mounted {tmp_path}/copy"
    done = mount(project, script)
    assert done.returncode == 0, done.stdout + done.stderr
    found = bytes_of(tmp_path / "copy")
    found.pop(".spelbok-lock", None)
    assert found == bytes_of(project / "site")
    assert not [path.name for path in (tmp_path / "copy").glob(".spelbok-new-*")]


def test_a_site_that_mkdocs_built_may_be_replaced_but_not_what_it_left_there(project):
    for folder in ("site", "plain"):
        shutil.rmtree(project / folder, ignore_errors=True)
    (project / "plain").mkdir()
    (project / "plain" / ".env").write_text("mine", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    (project / "dirty").mkdir(exist_ok=True)
    (project / "dirty" / "notes.txt").write_text("mine", "utf-8")
    for folder, code in (("site", 0), ("plain", 2), ("dirty", 2)):
        subprocess.run(
            [*command, folder, *(["--dirty"] if folder == "dirty" else [])], cwd=project, env=variables, check=True
        )
        done = spelbok(project, "build", "--no-paper", "--site", folder)
        assert done.returncode == code, done.stdout + done.stderr
    assert (project / "dirty" / "notes.txt").read_text("utf-8") == "mine"
    assert (project / "plain" / ".env").read_text("utf-8") == "mine"
