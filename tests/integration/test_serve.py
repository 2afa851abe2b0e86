# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The preview: reloads after a change, survives a mistake. With more cycles: ``python -m tests.preview``."""

import time

import pytest

from tests.preview import BREAKS, GOOD, PAGE, break_and_mend, page, running, wait_for
from tests.site import small_project


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    project = small_project(tmp_path_factory.mktemp("preview") / "project")
    with running(project) as address:
        wait_for(address, PAGE, GOOD)
        yield project, address


@pytest.mark.parametrize("how", BREAKS[:4], ids=lambda how: how.file.rpartition("/")[2])
def test_what_breaks_is_shown_and_what_is_mended_comes_back(preview, how):
    break_and_mend(*preview, how)


def test_an_edit_shows_and_the_rest_catches_up(preview):
    project, address = preview
    entry = project / "playbook" / "practices" / "open-door.yml"
    good = entry.read_text("utf-8")
    site = project / ".cache" / "serve" / "site"
    files = (path for path in (site / "assets" / "search" / "sv").iterdir() if "Öppen dörr" in path.read_text("utf-8"))
    titles = next(files).relative_to(site).as_posix()
    entry.write_text(good.replace("sv: Öppen dörr", "sv: Vid dörr"), "utf-8")
    try:
        wait_for(address, PAGE, "Vid dörr", seconds=5)
        wait_for(address, titles, "Vid dörr")
    finally:
        entry.write_text(good, "utf-8")
        wait_for(address, PAGE, "Öppen dörr")


def test_what_catches_up_ends_with_the_preview(tmp_path):
    project = small_project(tmp_path / "project")
    entry = project / "playbook" / "practices" / "open-door.yml"
    with running(project) as address:
        wait_for(address, PAGE, GOOD)
        entry.write_text(entry.read_text("utf-8").replace("sv: Öppen dörr", "sv: Vid dörr"), "utf-8")
        wait_for(address, PAGE, "Vid dörr")
        begun = project / ".cache" / "serve"
        for _ in range(200):  # The build that catches up has a folder of its own.
            if [*begun.glob(".site-new-*")]:
                break
            time.sleep(0.05)
        else:
            raise AssertionError("no build began")
    left = {path.name for path in begun.glob(".site-new-*")}
    time.sleep(3)
    assert {path.name for path in begun.glob(".site-new-*")} == left, "nobody goes on building"


def test_its_own_files_are_served_and_nothing_outside_the_site(preview):
    _, address = preview
    assert "EventSource" in page(address, "_spelbok/reload.js")
    assert ".spelbok-problem" in page(address, "_spelbok/problem.css")
    assert "site_name" not in page(address, "../../mkdocs.yml")


def test_it_starts_with_a_mistake_and_follows_the_folders_that_are_named(tmp_path):
    project = small_project(tmp_path / "project")
    (project / "playbook").rename(project / "innehall")
    (project / "docs" / "theme").rename(project / "look")
    configuration = (project / "mkdocs.yml").read_text("utf-8")
    (project / "base.yml").write_text(configuration.replace("docs/theme", "look"), "utf-8")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\n", "utf-8")
    entry = project / "innehall" / "practices" / "open-door.yml"
    good = entry.read_text("utf-8")
    entry.write_text(good.replace("summary:", "sumary:"), "utf-8")
    with running(project, "--playbook", "innehall") as address:
        wait_for(address, "", "unknown-field")
        entry.write_text(good, "utf-8")
        wait_for(address, PAGE, GOOD)
        entry.write_text(good.replace(GOOD, "Nu syns det"), "utf-8")
        wait_for(address, PAGE, "Nu syns det")
        with (project / "look" / "assets" / "spelbok.css").open("a", encoding="utf-8") as sheet:
            sheet.write(".new-rule { color: red }\n")
        wait_for(address, "assets/site.css", ".new-rule", seconds=20)
        (project / "base.yml").write_text(
            configuration.replace("docs/theme", "look").replace("Doors", "Gates"), "utf-8"
        )
        wait_for(address, PAGE, "Gates")
