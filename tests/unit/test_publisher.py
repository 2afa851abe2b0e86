# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a public site owes its readers: the statement, the privacy page, ways to comment and to see what changed."""

import datetime as dt
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from spelbok.build import pipeline
from spelbok.checks.dates import future_dates
from spelbok.checks.folder import check_folder
from spelbok.checks.statement import old_assessment
from spelbok.playbook.git import last_changes
from spelbok.site.renderer import Renderer
from tests.conftest import ROOT

ASSETS = ROOT / "docs" / "theme" / "assets"
KEY = re.compile(r"""["'`](spelbok[:-][a-z-]+)""")


@pytest.fixture
def playbook(small):
    return check_folder(small).playbook


def page(playbook, small, key, locale="sv"):
    renderer = Renderer(playbook, small / "templates")
    return renderer.render(next(page for page in renderer.pages(locale) if page.key == key)).html


def test_an_assessment_holds_for_a_year(playbook):
    assessed = dt.date(2026, 11, 23)
    old = playbook.publisher.accessibility.model_copy(update={"assessed": assessed})
    playbook = dataclass_with(playbook, old)
    assert list(old_assessment(playbook, assessed + dt.timedelta(days=365))) == []
    found = list(old_assessment(playbook, assessed + dt.timedelta(days=366)))
    assert [item.code.name for item in found] == ["old-assessment"]


def dataclass_with(playbook, accessibility):
    publisher = playbook.publisher.model_copy(update={"accessibility": accessibility})
    object.__setattr__(playbook, "publisher", publisher)
    return playbook


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_a_public_body_names_the_law_and_a_defect_its_dates(playbook, small, locale):
    text = (small / "publisher.yml").read_text("utf-8")
    defect = """  defects:
    - what: {sv: Dörren syns inte., en: The door is not seen.}
      basis: not-met
      reason: {sv: Vi har inte hunnit., en: We have not had time.}
      criterion: 1.4.3
      known_since: 2026-10-01
      mended_by: 2027-03-01
hosting:"""
    (small / "publisher.yml").write_text(
        text.replace("compliance: full", "compliance: partial").replace("hosting:", defect), "utf-8"
    )
    html = page(check_folder(small).playbook, small, "accessibility", locale)
    label = playbook.vocabulary.labels
    for name in ("statement_public", "statement_supervision_public", "defect_not-met"):
        assert label[name][locale] in html
    assert "https://www.digg.se/tdosanmalan" in html
    assert "1.4.3" in html
    assert {"sv": "1 mars 2027", "en": "1 March 2027"}[locale] in html
    assert label["compliance_partial"][locale].replace("{service}", {"sv": "Dörrar", "en": "Doors"}[locale]) in html


def test_the_privacy_page_lists_every_key_that_scripts_use(playbook, small):
    html = page(playbook, small, "privacy")
    scripts = [path.read_text("utf-8") for path in ASSETS.glob("*.js") if "localStorage" in path.read_text("utf-8")]
    keys = {key for text in scripts for key in KEY.findall(text)}
    assert len(keys) >= 3, "the pattern finds them"
    assert {key for key in keys if key not in html} == set()


def test_a_comment_tells_its_page(playbook, small):
    renderer = Renderer(playbook, small / "templates")
    url = renderer.feedback_url("open-door", "Öppen dörr & mer", "arbetssatt/oppen-dorr/")
    assert url.endswith("title=%C3%96ppen%20d%C3%B6rr%20%26%20mer&entry=open-door&page=arbetssatt%2Foppen-dorr%2F")


def git(folder, *arguments):
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder, day):
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "x", f"--date={day}T12:00:00Z")


@pytest.mark.parametrize(("epoch", "is_old"), [("1796083200", False), ("1893456000", True)])
def test_a_check_can_be_repeated_as_of_another_day(epoch, is_old, small, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)  # 1 December 2026, and 1 January 2030.
    file = small / "publisher.yml"
    file.write_text(file.read_text("utf-8").replace("9999-01-01", "2026-11-01"), "utf-8")
    assert ("old-assessment" in {item.code.name for item in check_folder(small).diagnostics}) == is_old


def test_a_build_has_the_contents_own_date_or_the_one_that_is_told(small, playbook, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    newest = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    assert pipeline._variables(small, playbook)["SOURCE_DATE_EPOCH"] == str(int(newest.timestamp()))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert pipeline._variables(small, playbook)["SOURCE_DATE_EPOCH"] == "1"


def test_git_tells_when_a_file_last_changed(small, monkeypatch):
    project = small.parent
    git(project, "init", "--quiet")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-02T12:00:00Z")
    commit(project, "2026-01-02")
    assert last_changes(small).of["practices/open-door.yml"] == dt.date(2026, 1, 2)

    (small / "practices" / "open-door.yml").open("a").write("# more\n")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-03T12:00:00Z")
    commit(project, "2026-02-03")
    found = last_changes(small).of
    assert found["practices/open-door.yml"] == dt.date(2026, 2, 3)
    assert found["glossary.yml"] == dt.date(2026, 1, 2)
    assert "3 februari 2026" in page(check_folder(small).playbook, small, "practices/open-door")


def test_a_shallow_clone_and_no_repository_tell_nothing(small, tmp_path_factory):
    assert last_changes(small) == ({}, None)
    project = small.parent
    git(project, "init", "--quiet")
    commit(project, "2026-01-02")
    commit_again = small / "new.txt"
    commit_again.write_text("x", "utf-8")
    commit(project, "2026-02-03")
    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    git(project, "clone", "--quiet", "--depth=1", f"file://{project}", str(shallow))
    assert last_changes(shallow / "playbook") == ({}, None)


def test_what_was_done_in_the_future_is_told(small):
    file = small / "practices" / "open-door.yml"
    day = dt.date(2026, 11, 1)
    playbook = check_folder(Path("playbook")).playbook
    told = list(future_dates(playbook, day - dt.timedelta(days=2)))
    assert "playbook/practices/open-door.yml" in {item.file for item in told}
    assert {item.code.name for item in told} == {"future-date"}
    assert list(future_dates(playbook, day - dt.timedelta(days=1))) == [], "today, in any time zone"
    assert list(future_dates(replace(playbook, changed={file.name: day}), day - dt.timedelta(days=9))) == []
