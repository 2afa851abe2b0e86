# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever happens while a command writes, a file is the old one or the new one, and the command says which."""

import os
import shutil
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path

import pytest

from spelbok.build.pipeline import ADDRESSES
from spelbok.checks.folder import check_folder
from spelbok.cli import links, main
from spelbok.playbook import inventory
from spelbok.site.permalinks import promised
from spelbok.source.save import save, save_new
from spelbok.storage import atomic
from spelbok.storage.atomic import UnwritableError, create, write_bytes, write_text
from tests.site import bytes_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other modes, limits and users")
DOOR = "playbook/practices/open-door.yml"
#: Commands that write, each of which changes something in the project below.
COMMANDS = [
    ["fmt", DOOR],
    ["translations", "accept", "open-door"],
    ["schema"],
    ["new", "practice", "--title-en", "Another", "--title-sv", "En annan"],
    ["links", "update"],
    ["rename", "open-door", "open-hour", "--of", "en"],
]


@pytest.fixture
def project(small):
    """A project in which every command has something to write."""
    entry = small / "practices" / "open-door.yml"
    entry.write_text(entry.read_text("utf-8") + "\n\n# " + "More than a small limit. " * 400 + "\n", "utf-8")
    (small / "schema").mkdir(exist_ok=True)
    for name in ("practice.json", "module.json"):
        (small / "schema" / name).write_text("{}", "utf-8")
    record = small / "translations" / "open-door.yml"
    record.parent.mkdir(exist_ok=True)
    record.write_text("texts: []\n", "utf-8")
    site = small.parent / "site" / ADDRESSES
    site.parent.mkdir(parents=True)
    site.write_text(inventory.written(promised(check_folder(small).playbook)), "utf-8")
    return small.parent


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


# --- The functions ------------------------------------------------------------


@pytest.mark.parametrize("where", [(os, "fsync"), (Path, "replace")], ids=["writing", "renaming"])
@pytest.mark.parametrize("old", [b"old", None])
def test_a_disk_that_fills_up_leaves_the_old_bytes(tmp_path, monkeypatch, where, old):
    file = tmp_path / "file"
    if old is not None:
        file.write_bytes(old)

    def full(*_):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(*where, full)
    with pytest.raises(UnwritableError, match="as before: No space left"):
        write_bytes(file, b"new")
    if where[0] is os and old is None:
        with pytest.raises(UnwritableError, match="as before: No space left"):
            create(file, b"new")
    monkeypatch.undo()
    assert (file.read_bytes() if file.exists() else None) == old
    assert names(tmp_path) == ({"file"} if old is not None else set())


def test_a_file_that_does_not_read_back_does_not_count(tmp_path):
    file = tmp_path / "file.yml"
    file.write_bytes(b"old: 1\n")
    with pytest.raises(UnwritableError, match="cannot be read"):
        write_text(file, "new", lambda _: False)
    with pytest.raises(UnwritableError, match="cannot be read"):
        save(str(file), "a: [\n", lambda _: True)
    with pytest.raises(UnwritableError, match="cannot be read"):
        save(str(file), "a: b\n", lambda document: document.values() == {"a": "c"})
    with pytest.raises(UnwritableError, match="cannot be read"):
        save_new(str(tmp_path / "new.yml"), "a: [\n", lambda _: True)
    assert file.read_bytes() == b"old: 1\n"
    assert names(tmp_path) == {"file.yml"}


def test_a_byte_order_mark_stays(tmp_path):
    file = tmp_path / "file.yml"
    file.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    save(str(file), "a: c\r\n", lambda document: document.values() == {"a": "c"})
    assert file.read_bytes() == b"\xef\xbb\xbfa: c\r\n"


@posix
def test_mode_and_links_stay_and_new_files_have_the_mode_of_others(tmp_path):
    file, link, plain = tmp_path / "file", tmp_path / "link", tmp_path / "plain"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to("file")
    write_text(link, "new\n")
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new\n", 0o640)
    plain.write_bytes(b"")
    for name, write in (("made", write_bytes), ("created", create)):
        write(tmp_path / "in" / name, b"x")
        assert (tmp_path / "in" / name).stat().st_mode == plain.stat().st_mode
    dangling = tmp_path / "dangling"
    dangling.symlink_to("made")
    write_text(dangling, "x")
    assert (tmp_path / "made").read_bytes() == b"x"


@posix
def test_an_owner_keeps_the_file_that_an_administrator_writes(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only an administrator can give a file to somebody")
    file = tmp_path / "file"
    file.write_bytes(b"old")
    os.chown(file, 65534, 65534)
    write_text(file, "new")
    assert (file.stat().st_uid, file.stat().st_gid) == (65534, 65534)


def test_nothing_is_created_over_something(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        create(file, b"new")

    def none(*_):
        raise OSError(1, "no hard links here")

    monkeypatch.setattr(os, "link", none)
    with pytest.raises(FileExistsError):
        create(file, b"new")
    create(tmp_path / "other", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file": b"old", "other": b"new"}


# --- The commands -------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_writes_something_here(project, command):
    before = bytes_of(project)
    assert main(command) == 0
    assert bytes_of(project) != before


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_changes_nothing(project, command, monkeypatch, capsys):
    def full(_):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = bytes_of(project)
    assert main([*command, "--lang", "sv"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert bytes_of(project) == before
    assert len(said) == 1
    assert "kunde inte skrivas, och är som förut: No space left on device" in said[0]


@posix
@pytest.mark.parametrize("command", [["fmt", DOOR], ["rename", "open-door", "open-hour", "--of", "en"], ["schema"]])
def test_a_file_that_grows_too_large_is_as_it_was(project, command):
    def little():
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    before = bytes_of(project)
    run = [sys.executable, "-m", "spelbok", *command, "--lang", "en"]
    done = subprocess.run(
        run, cwd=project, preexec_fn=little, capture_output=True, text=True, check=False,
        env={**os.environ, "SPELBOK_CACHE": ""},
    )  # fmt: skip
    assert done.returncode == 1
    assert "could not be written, and is as before" in done.stderr
    assert "Traceback" not in done.stderr
    changed = {name for name, digest in bytes_of(project).items() if before.get(name) != digest}
    assert not {name for name in changed if not name.startswith("playbook/schema/")}


@posix
@pytest.mark.parametrize("command", [*COMMANDS, ["build", "--no-paper"]], ids=" ".join)
@pytest.mark.parametrize("of", ["folders", "files"])
def test_a_checkout_that_may_not_be_written_is_said_in_one_line(project, command, of):
    prefix = []
    if os.geteuid() == 0:  # An administrator writes anywhere, unless this right is taken away.
        if not shutil.which("setpriv"):
            pytest.skip("an administrator may write anywhere")
        prefix = ["setpriv", "--bounding-set=-dac_override"]
    if of == "files" and command[0] in {"build", "new", "links", "schema"}:
        pytest.skip("writes new files")
    paths = [project, *project.rglob("*")]
    for path in paths:
        if path.is_dir() == (of == "folders"):
            path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        before = bytes_of(project)
        run = [*prefix, sys.executable, "-m", "spelbok", *command, "--lang", "en"]
        done = subprocess.run(run, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "Permission denied" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        assert bytes_of(project) == before
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_what_cannot_be_read_is_said_in_one_line(project, monkeypatch, capsys):
    def fail(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("spelbok.playbook.loader._Reader.model", lambda _, path, __: fail(path))
    assert main(["check"]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert said.endswith(": Permission denied")
    assert "playbook" in said
    assert project.is_dir()


def test_a_schema_that_is_somebody_elses_stays(project):
    mine = project / "playbook" / "schema" / "mine.json"
    mine.write_text('{"$schema": "https://json-schema.org/draft/2020-12/schema"}', "utf-8")
    gone = project / "playbook" / "schema" / "gone.json"
    gone.write_text('{"properties": {"id": {"x-help": {}}}}', "utf-8")
    assert main(["schema"]) == 0
    assert mine.exists()
    assert not gone.exists()
    assert main(["schema", "--check"]) == 0


def test_what_is_written_is_what_was_meant(project, monkeypatch, capsys):
    before = bytes_of(project)
    monkeypatch.setattr(links, "renamed", lambda document, *_: document.text)
    assert main(["rename", "open-door", "open-hour", "--of", "en", "--lang", "en"]) == 1
    monkeypatch.setattr(inventory, "written", lambda *_: "one two three four\n")
    assert main(["links", "update", "--lang", "en"]) == 1
    assert capsys.readouterr().err.count("cannot be read") == 2
    assert bytes_of(project) == before
    assert atomic.reason(OSError("words alone")) == "words alone"
