# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is due to be read again, by owner: command, page and issues."""

import datetime as dt
import json
import os
import subprocess
import sys

import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.model.duration import Duration
from spelbok.playbook.review import after
from spelbok.site.renderer import Renderer
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("day", "interval", "due"),
    [
        ("2026-11-01", "P12M", "2027-11-01"),
        ("2026-11-30", "P3M", "2027-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-12-31", "P1M", "2027-01-31"),
        ("2026-11-23", "P2W", "2026-12-07"),
        ("2026-11-23", "P1Y1M10D", "2028-01-02"),
    ],
)
def test_an_interval_later(day, interval, due):
    assert after(dt.date.fromisoformat(day), Duration.parse(interval)) == dt.date.fromisoformat(due)


@pytest.mark.usefixtures("small")
def test_nothing_is_due_before_its_day(capsys):
    assert main(["due", "--on", "2027-10-31", "--lang", "sv"]) == 0
    assert capsys.readouterr().out == "Ingenting behöver läsas om.\n"


def test_the_most_urgent_comes_first_and_drafts_never(small, capsys):
    for name, old, new in (("openness", "P12M", "P6M"), ("openness", "published", "archived")):
        file = small / "principles" / f"{name}.yml"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    door = small / "practices" / "open-door.yml"
    door.write_text(door.read_text("utf-8").replace("P12M", "P11M"), "utf-8")

    assert main(["due", "--on", "2027-11-01", "--lang", "sv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Redaktionen (team)", "  2027-10-01 playbook/practices/open-door.yml: Öppen dörr"]
    assert len(lines) == 5

    assert main(["due", "--on", "2027-11-01", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "owner": "team",
        "entry": "open-door",
        "file": "playbook/practices/open-door.yml",
        "title": rows[0]["title"],
        "reviewed": "2026-11-01",
        "due": "2027-10-01",
    }


def test_an_issue_mentions_nobody(small, capsys):
    door = small / "practices" / "open-door.yml"
    door.write_text(door.read_text("utf-8").replace("sv: Öppen dörr", "sv: '@ni [x](y)'"), "utf-8")

    assert main(["due", "--on", "2027-11-01", "--owner", "team", "--format", "markdown", "--lang", "sv"]) == 0
    assert r"- [ ] 2027-11-01 \@ni \[x\]\(y\) (`playbook/practices/open-door.yml`)" in capsys.readouterr().out


@pytest.mark.usefixtures("small")
def test_wrong_usage_is_2(capsys):
    assert main(["due", "--owner", "nobody"]) == 2
    with pytest.raises(SystemExit) as stop:
        main(["due", "--on", "tomorrow"])
    assert stop.value.code == 2
    assert "nobody" in capsys.readouterr().err


def test_the_page_shows_every_day(small):
    renderer = Renderer(check_folder(small).playbook, small / "templates")
    page = next(page for page in renderer.pages("sv") if page.key == "review")
    html = renderer.render(page).html

    assert html.count('<time datetime="2027-11-01">1 november 2027</time>') == len(renderer.playbook.entries)


@pytest.mark.skipif(os.name == "nt", reason="stands in for gh with a script of Unix")
def test_the_script_opens_and_updates_issues(tmp_path):
    """With commands that stand in for spelbok and gh, and tell what they were asked."""
    log = tmp_path / "log"
    row = '[{"owner": "a"}, {"owner": "b"}, {"owner": "a"}]'
    titles = '[{"number": 7, "title": "Att läsa om / To be read again: b"}]'
    answers = {
        "spelbok": f"""case "$*" in *json*) echo '{row}';; *) echo "body $*";; esac""",
        "gh": f"""echo "$*" >> {log}; case "$*" in *list*) echo '{titles}';; esac""",
    }
    for name, answer in answers.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    code = (
        "import sys, pathlib, environment; environment.ready = lambda: None\n"
        "environment.program = lambda name: pathlib.Path(sys.argv[1], name)\nfrom commands import due; due.main()"
    )
    variables = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path], env=variables, check=False, capture_output=True, text=True
    )

    assert run.returncode == 0, run.stderr
    asked = log.read_text("utf-8")
    assert "issue create --title Att läsa om / To be read again: a --label review --body body due --owner a" in asked
    assert "issue edit 7 --body body due --owner b" in asked
    assert asked.count("issue create") == asked.count("issue edit") == 1
