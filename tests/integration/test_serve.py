# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The preview: reloads after a change, survives a mistake."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.site import small_project


@pytest.fixture
def preview(tmp_path):
    project = small_project(tmp_path)
    run = subprocess.Popen(
        [sys.executable, "-m", "spelbok", "serve", "--port", "0"],
        cwd=project,
        env={**os.environ, "LANG": "en_GB.UTF-8"},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    address = re.search(r"http://\S+/", run.stderr.readline())[0]
    yield project, address
    run.terminate()
    run.wait(10)


def page(address, path):
    try:
        with urllib.request.urlopen(address + path, timeout=10) as response:  # noqa: S310 - our own preview
            return response.read().decode("utf-8")
    except urllib.error.HTTPError as error:  # A page that does not exist yet shows what is wrong, too.
        return error.read().decode("utf-8")


def wait_for(address, path, text, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            html = page(address, path)
        except OSError:
            html = ""
        if text in html:
            return html
        time.sleep(0.1)
    raise AssertionError(f"{text!r} did not come within {seconds} s")


def exchange(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_changes_show_and_mistakes_do_not_end_it(preview):
    project, address = preview
    entry = project / "playbook" / "practices" / "open-door.yml"
    path = "arbetssatt/oppen-dorr/"
    wait_for(address, path, "En timme i veckan")

    exchange(entry, "En timme i veckan", "Två timmar i veckan")
    wait_for(address, path, "Två timmar i veckan")

    exchange(entry, "summary:", "sumary:")
    html = wait_for(address, path, "unknown-field")
    assert "Två timmar i veckan" in html, "the last good page stays"

    exchange(entry, "sumary:", "summary:")
    html = wait_for(address, path, "Två timmar i veckan")
    template = project / "playbook" / "templates" / "practice.html"
    exchange(template, 't("steps")', 't("steps") ~ " nu"')
    wait_for(address, path, "Gör så här nu")

    style = project / "docs" / "theme" / "assets" / "spelbok.css"
    style.write_text(style.read_text("utf-8") + "/* changed */", "utf-8")
    wait_for(address, "assets/spelbok.css", "/* changed */")


def test_it_starts_with_a_mistake(tmp_path):
    project = small_project(tmp_path)
    exchange(project / "playbook" / "practices" / "open-door.yml", "summary:", "sumary:")
    run = subprocess.Popen(
        [sys.executable, "-m", "spelbok", "serve", "--port", "0"], cwd=project, stderr=subprocess.PIPE, text=True
    )
    try:
        address = re.search(r"http://\S+/", run.stderr.readline())[0]
        wait_for(address, "", "unknown-field")
        exchange(project / "playbook" / "practices" / "open-door.yml", "sumary:", "summary:")
        wait_for(address, "arbetssatt/oppen-dorr/", "En timme i veckan")
    finally:
        run.terminate()
        run.wait(10)
