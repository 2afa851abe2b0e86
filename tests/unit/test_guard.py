# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which folders and files may be replaced: never what no earlier run of the command wrote."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from benchmarks.cli import main as benchmarks
from benchmarks.table import is_record
from spelbok.build import guard
from spelbok.build.guard import PAGES, SITE, RefusedError, file_to_replace, folder_to_replace, marked
from spelbok.cli import main
from spelbok.playbook import inventory
from tests.site import bytes_of, small_project


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = tmp_path / "home" / "work" / "project"
    for name in ("docs/sv", "docs/theme", "playbook/practices", "plugins", ".git/objects", ".github"):
        (folder / name).mkdir(parents=True)
        (folder / name / "file").write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.chdir(folder)
    return folder


def built(folder, **more):
    """Fill a folder as a build does."""
    for name in ("index.html", "en/index.html", guard.ADDRESSES, *more):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(inventory.written(()) if name == guard.ADDRESSES else "x")
    return folder


def ours(folder):
    built(folder)
    (folder / SITE).write_bytes(marked(folder))
    return folder


def allowed(folder, mark=SITE):
    return folder_to_replace(Path(folder), mark, Path.cwd(), Path("playbook"))


@pytest.mark.parametrize(
    "name",
    [".", "./", "docs", "docs/sv", "docs/new", "docs/sv/../new", "playbook", "playbook/new", "plugins", "plugins/new",
     ".git", ".git/new", ".GIT/new", ".github", "..", "../..", "/", "../project", "../project/docs/new", ""],
)  # fmt: skip
@pytest.mark.parametrize("mark", [SITE, PAGES])
@pytest.mark.usefixtures("project")
def test_no_source_is_replaced_whatever_it_carries(name, mark):
    if Path(name).is_dir() and name != "/" and "home" in str(Path(name).resolve()):
        (Path(name) / mark).write_bytes(marked(Path(name)))
    with pytest.raises(RefusedError, match="which no command wrote"):
        allowed(name, mark)


def test_a_source_is_known_through_links(project, tmp_path):
    shutil.move(project / "docs", tmp_path / "pages")
    (project / "docs").symlink_to(tmp_path / "pages")
    (tmp_path / "link").symlink_to(project)
    (project / "a").symlink_to("b")
    (project / "b").symlink_to("a")
    for name in (tmp_path / "pages", tmp_path / "pages" / "new", tmp_path / "link", tmp_path / "link" / "docs" / "new"):
        with pytest.raises(RefusedError, match="which no command wrote"):
            allowed(name)
    with pytest.raises(RefusedError, match="leads nowhere"):
        allowed("a")


def test_a_source_is_known_in_another_case_where_the_system_makes_no_difference(project, monkeypatch):
    (project / "DOCS").symlink_to("docs")  # As a file system does it that ignores case.
    monkeypatch.setattr(guard, "_real", Path.absolute)
    for name in ("DOCS", "DOCS/new"):
        with pytest.raises(RefusedError, match="which no command wrote"):
            allowed(name)


@pytest.mark.parametrize("name", ["site", "public/site", "../elsewhere", ".cache/serve/site"])
def test_a_folder_that_is_new_empty_or_ours_may_be_replaced(project, name):
    place = (project / name).resolve()
    assert allowed(name) == place
    place.mkdir(parents=True)
    assert allowed(name) == place
    (place / ".DS_Store").write_text("x")
    ours(place)
    assert allowed(name) == place
    (place / "en" / "index.html").unlink()
    assert allowed(name) == place


@pytest.mark.parametrize("name", ["notes.txt", "CNAME", ".env", "en/notes.txt", "å", "docs/.spelbok-x", "index.html~"])
def test_a_file_that_no_build_wrote_is_named(project, name):
    place = ours(project / "site")
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_text("mine")
    with pytest.raises(RefusedError) as refused:
        allowed("site")
    assert name in refused.value.words.sv
    assert name in refused.value.words.en


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_checkout_is_never_replaced(project, kind):
    place = project / "public"
    place.mkdir()
    (place / ".git").mkdir() if kind == "folder" else (place / ".git").write_text("gitdir: x")
    with pytest.raises(RefusedError, match=r"\.git"):
        allowed("public")
    ours(place)
    with pytest.raises(RefusedError, match=r"\.git"):
        allowed("public")


def test_a_link_in_the_site_is_not_ours_nor_a_file_in_its_place(project):
    place = ours(project / "site")
    (place / "en" / "more").symlink_to(project / "docs")
    with pytest.raises(RefusedError, match="en/more"):
        allowed("site")
    (project / "file").write_text("x")
    with pytest.raises(RefusedError, match="not a folder"):
        allowed("file")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the time of creation")
def test_a_site_of_an_earlier_version_is_known_unless_something_came_later(project, monkeypatch):
    built(project / "site")
    assert allowed("site")
    monkeypatch.setattr(guard, "_LAST", 1_000_000)
    time.sleep(0.05)
    (project / "site" / "notes.txt").write_text("mine")
    with pytest.raises(RefusedError, match=r"notes\.txt"):
        allowed("site")
    (project / "site" / "notes.txt").unlink()
    (project / "site" / guard.ADDRESSES).write_text("Other addresses\n")
    with pytest.raises(RefusedError):
        allowed("site")


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b"[1]\n\xff", b"null"])
def test_a_mark_that_cannot_be_read_is_none(project, content):
    ours(project / "site")
    (project / "site" / SITE).write_bytes(content)
    with pytest.raises(RefusedError):
        allowed("site")


def test_the_folder_of_one_command_is_not_that_of_another(project):
    ours(project / "site")
    with pytest.raises(RefusedError, match="spelbok pages"):
        allowed("site", PAGES)


def test_files_are_written_where_nothing_is_lost(project):
    def check(name):
        file_to_replace(Path(name), project, lambda content: content.startswith(b"ours"))

    for name, content in {"new": None, "empty": "", "old": "ours 1"}.items():
        if content is not None:
            (project / name).write_text(content)
        check(name)
    check(os.devnull)
    (project / "mine").write_text("mine")
    (project / "link").symlink_to("mine")
    for name in ("mine", "link", "docs", "docs/new.json", ".git/new", "."):
        with pytest.raises(RefusedError):
            check(name)


@pytest.mark.parametrize(
    "arguments",
    [["build", "--no-paper", "--site"], ["pages", "--out"], ["corpus", "--entries", "25", "--out"]],
)
@pytest.mark.parametrize("name", [".", "docs", "docs/new", "..", "public"])
def test_commands_refuse_before_they_do_anything(tmp_path, monkeypatch, capsys, arguments, name):
    project = small_project(tmp_path / "project")
    (project / "public").mkdir()
    (project / "public" / "CNAME").write_text("mine")
    monkeypatch.chdir(project)
    before = bytes_of(tmp_path)
    command = benchmarks if arguments[0] == "corpus" else main
    assert command([*arguments, name, "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "Checking the playbook" not in said
    assert len(said.splitlines()) == 1
    assert bytes_of(tmp_path) == before


def test_measurements_are_added_to_measurements_alone(tmp_path, monkeypatch, capsys):
    project = small_project(tmp_path / "project")
    monkeypatch.chdir(project)
    before = bytes_of(project)
    for name in ("mkdocs.yml", "docs/sv/about.md", "docs/new.json"):
        assert benchmarks(["run", "--json", name, "--lang", "en"]) == 2
        assert "Nothing was changed" in capsys.readouterr().err
    assert bytes_of(project) == before
    assert is_record(b'{"when": "x", "measured": []}\n')
    assert not is_record(b'{"name": "package"}\n')
