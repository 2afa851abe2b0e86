# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that follow edits: the same bytes as a whole build, or no page at all. At random: ``tests.incremental``."""

import os
import shutil
import subprocess
import weakref
from pathlib import Path

import pytest
from filelock import FileLock

from spelbok.build.pipeline import build
from spelbok.build.preview import http_server, server
from spelbok.build.preview.session import Live
from spelbok.build.preview.watcher import Watcher, changed, stamps
from spelbok.playbook.git import records
from tests.site import small_project

PAGE = "arbetssatt/oppen-dorr/"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("live")
    shutil.copytree(small_project(folder / "pristine"), folder / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "project")
        yield folder, whole(folder / "site").standing


@pytest.fixture
def project(built):
    """The project, as it was built."""
    folder, _ = built
    yield folder / "project"
    shutil.copytree(folder / "pristine", folder / "project", dirs_exist_ok=True)


@pytest.fixture
def live(built, project):
    return Live(project.resolve(), built[1])


def whole(site):
    outcome = build(Path(), Path("playbook"), site, lambda _: None, with_paper=False)
    assert outcome.ok, outcome
    return outcome


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
    return path.resolve()


@pytest.fixture
def entry(project):
    return project / "playbook" / "practices" / "open-door.yml"


def test_every_page_is_as_a_whole_build_makes_it(built, live, entry):
    assert live.follow([edit(entry, "sv: Öppen dörr", "sv: Stängd dörr")]).ok

    whole(built[0] / "other")
    files = [*(built[0] / "other").rglob("index.html")]
    urls = [f"{path.parent.relative_to(built[0] / 'other').as_posix()}/".removeprefix("./") for path in files]
    followed = {file: page for file, url in zip(files, urls, strict=True) if (page := live.page(url)) is not None}

    assert len(followed) > 40
    assert [file for file, page in followed.items() if page != file.read_bytes()] == []
    assert sum("Stängd dörr".encode() in page for page in followed.values()) > 3


#: Changes that are no edits of entries: file, what is replaced, by what.
CHANGES = (
    ("playbook/vocabulary.yml", "search: {sv: Sök, en: Search}", "search: {sv: Leta, en: Find}"),
    ("playbook/vocabulary.yml", "practices_of_measure: {sv: Arbetssätt som", "practices_of_measure: {sv: Vanor som"),
    ("playbook/glossary.yml", "sv: Det som blir", "sv: Allt som blir"),
    ("playbook/publisher.yml", "name: {sv: Redaktionen,", "name: {sv: Vi,"),
    ("playbook/templates/practice.html", '<dl class="sb-facts"', '<dl class="sb-facts new-in-template"'),
    ("docs/theme/main.html", "</body>", "<!-- theme --></body>"),
    ("docs/theme/partials/nav.html", "<nav", '<nav data-new="1"'),
    ("docs/theme/assets/spelbok.css", "", ".new-in-sheet { color: red }\n"),
    ("docs/theme/assets/menu.js", "", "// new in script\n"),
    ("docs/theme/assets/logo.svg", "</svg>", "<!-- new --></svg>"),
    ("docs/sv/about.md", "# about", "# Om detta\n\nNytt på sidan, se [dörren](id:open-door).\n\n## Mer"),
    ("docs/sv/about.md", "title: about", "title: Om dörrar"),
)


def test_every_other_change_shows_as_a_whole_build_makes_it(built, project, live):
    changed = {edit(project / file, old, new) for file, old, new in CHANGES}
    assert live.follow(live.concerned(changed)).ok

    site = built[0] / "changed"
    whole(site)
    followed = {}
    for path in site.rglob("*"):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        if path.is_file() and (made := live.page(url)) is not None:
            followed[url] = made == path.read_bytes()

    assert [url for url, same in followed.items() if not same] == []
    assert {"", "om/" if "om/" in followed else "about/", PAGE, "assets/site.css", "assets/site.js"} <= followed.keys()
    assert {"assets/spelbok.css", "assets/menu.js", "assets/logo.svg"} <= followed.keys()
    assert "Om dörrar".encode() in live.page(PAGE), "the menu of every page"
    assert b"new-in-sheet" in live.page("assets/site.css")


def test_what_no_page_shows_is_passed_over(project, live):
    note = project / "docs" / "dev" / "note.md"
    note.parent.mkdir(exist_ok=True)
    note.touch()
    assert live.concerned([note.resolve()]) == frozenset()
    assert live.concerned([(project / "docs" / "sv" / "about.md").resolve()]) != frozenset()


def test_a_broken_vocabulary_stays_out_until_it_is_mended(project, live, entry):
    path = project / "playbook" / "vocabulary.yml"
    good = path.read_text("utf-8")
    path.write_text(good + "\nnonsense: [", "utf-8")
    assert not live.follow([path.resolve()]).ok
    assert not live.follow([edit(entry, "sv: Öppen dörr", "sv: Dörr")]).ok
    path.write_text(good, "utf-8")
    assert live.follow([path.resolve()]).ok
    assert "Dörr".encode() in live.page(PAGE)


def test_a_new_commit_changes_the_days_at_once(project, live):
    def git(*arguments, day):
        moment = f"{day}T12:00:00Z"
        who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        subprocess.run(
            ["git", "-C", str(project), *arguments], check=True, capture_output=True, env={**os.environ, **who, **dates}
        )

    try:
        git("init", "-q", day="2026-01-02")
        git("add", "-A", day="2026-01-02")
        git("commit", "-qm", "one", day="2026-01-02")
        follower = Live(project.resolve(), live._standing)
        before = stamps(records(project))
        git("commit", "-q", "--amend", "--no-edit", "--date", "2026-03-04", day="2026-03-04")
        seen = follower.concerned(changed(before, stamps(records(project))))
        assert seen
        assert follower.follow(seen).ok
        assert b"2026-03-04" in follower.page(PAGE)
        assert follower.concerned(seen) == frozenset(), "the days are the same"
    finally:
        shutil.rmtree(project / ".git")


def test_before_any_edit_the_site_has_its_pages(live):
    assert live.page(PAGE) is None


def test_what_changes_more_than_pages_asks_for_a_whole_build(project, live, entry):
    slug = edit(entry, "sv: oppen-dorr", "sv: dorren")
    assert live.follow([slug]) is None
    edit(entry, "sv: dorren", "sv: oppen-dorr")
    assert live.follow([slug]).ok
    for path in ("mkdocs.yml", "docs/theme/404.html", "docs/sv/new.md", "docs/theme/assets/new.css"):
        (project / path).touch()
        assert live.follow([(project / path).resolve()]) is None, path
        (project / path).unlink()
    entry.unlink()
    assert live.follow([slug]) is None


def test_a_file_that_an_editor_made_and_took_away_is_none(live, entry):
    assert live.follow([entry.resolve(), entry.with_name("4913").resolve()]).ok


@pytest.mark.parametrize("wrong", ["\nsteps: [", "\nunknown: x", "\nstatus: draft"])
def test_a_mistake_stays_until_it_is_mended(live, entry, wrong):
    good = entry.read_text("utf-8")
    assert live.follow([edit(entry, "sv: Öppen dörr", "sv: Dörr")]).ok
    before = live.page(PAGE)
    entry.write_text(good + wrong, "utf-8")

    assert not live.follow([entry.resolve()]).ok
    assert not live.follow([entry.parents[1].resolve() / "measures" / "visits.yml"]).ok
    assert live.page(PAGE) == before

    entry.write_text(good, "utf-8")
    assert live.follow([entry.resolve()]).ok
    assert "Öppen dörr".encode() in live.page(PAGE)


def test_a_whole_build_lets_go_of_the_one_before(project, entry, monkeypatch):
    shown = []

    def whole_thrice(_):
        if len(shown) == 2:
            raise KeyboardInterrupt
        outcome = whole(project / "site")
        shown.append(weakref.ref(outcome.standing.renderer.playbook))
        return outcome

    def edited_and_seen(live, *_):
        assert live.follow([entry.resolve()]).ok
        assert live.page(PAGE)

    monkeypatch.setattr(server, "_follow", edited_and_seen)
    builds = server.Builds(whole_thrice, tuple, (), lambda *_: "", print, print)
    place = server.Workplace(project, FileLock(project / "lock"))
    with pytest.raises(KeyboardInterrupt):
        server.serve(project, place, http_server.listen(0), builds, Watcher(print))
    assert [playbook() is None for playbook in shown] == [True, False]
