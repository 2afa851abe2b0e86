# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files with the line ends of Windows, as Git for Windows checks them out by default, are the same files."""

import subprocess
import sys

import pytest

from spelbok.build.pipeline import ADDRESSES
from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.playbook import inventory
from spelbok.site.permalinks import promised
from tests.conftest import ROOT
from tests.copies import repository
from tests.site import bytes_of


def git(folder, *arguments):
    names = ("user.name=t", "user.email=t@example.org", "commit.gpgsign=false")
    settings = [part for name in names for part in ("-c", name)]
    return subprocess.run(["git", "-C", folder, *settings, *arguments], check=True, capture_output=True, text=True)


@pytest.fixture
def crlf(small):
    """A project that is complete and committed, then checked out with ``core.autocrlf=true``."""
    project = small.parent
    for locale, text in (("sv", "En dörr."), ("en", "A door.")):
        (project / "docs" / locale).mkdir(parents=True)
        written = f"---\ntitle: {text}\n---\n\n# {text}\n\n## {text}\n\n{text}\n"
        (project / "docs" / locale / "about.md").write_text(written, "utf-8")
    site = project / "site" / ADDRESSES
    site.parent.mkdir(parents=True)
    site.write_text(inventory.written(promised(check_folder(small).playbook)), "utf-8")
    for command in (["schema"], ["fmt"], ["translations", "accept", "--all"], ["links", "update"]):
        assert main(command) == 0
    git(project, "init", "--quiet")
    git(project, "add", "playbook", "docs")
    git(project, "commit", "--quiet", "--message", "x")
    git(project, "rm", "-r", "--quiet", "playbook", "docs")
    git(project, "-c", "core.autocrlf=true", "checkout", "--quiet", "HEAD", "--", ".")
    assert b"\r\n" in (small / "schema" / "practice.json").read_bytes()
    return project


def test_no_command_takes_them_for_a_change(crlf, capsys):
    before = bytes_of(crlf)
    capsys.readouterr()
    for command in (
        ["schema", "--check"],
        ["schema"],
        ["fmt", "--check"],
        ["fmt"],
        ["translations", "accept", "--all"],
        ["links", "update"],
        ["check", "--format", "concise"],
    ):
        assert main([*command, "--lang", "en"]) == 0, command
    assert [line for line in capsys.readouterr().out.splitlines() if "new addresses" not in line] == []
    assert bytes_of(crlf) == before
    assert main(["impact", "--base", "HEAD", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Readers see no difference.\n"
    assert main(["translations", "--lang", "en"]) == 0
    assert "0 older than the original" in capsys.readouterr().out


def test_a_change_is_the_only_one(crlf, capsys):
    entry = crlf / "playbook" / "practices" / "open-door.yml"
    data = entry.read_bytes()
    assert data.count("Öppna dörren.".encode()) == 1
    entry.write_bytes(data.replace("Öppna dörren.".encode(), "Öppna båda dörrarna.".encode()))
    capsys.readouterr()
    assert main(["impact", "--base", "HEAD", "--format", "markdown", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "+Öppna båda dörrarna." in told
    assert "Files to put in order" not in told
    assert main(["translations", "--entry", "open-door", "--lang", "en"]) == 0
    assert "- Öppna dörren." in capsys.readouterr().out


def test_the_architecture_page_is_not_stale(tmp_path):
    project = repository(tmp_path / "copy")
    page = project / "docs" / "dev" / "architecture.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    done = subprocess.run([sys.executable, "scripts/architecture.py", "--check"], cwd=project, check=False)
    assert done.returncode == 0


def test_git_checks_out_the_same_bytes_on_every_system():
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()
