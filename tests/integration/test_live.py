# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that follow edits: the same bytes as a whole build, or no page at all. At random: ``tests.incremental``."""

import shutil
import weakref
from pathlib import Path

import pytest

from spelbok.build.pipeline import build
from spelbok.build.preview import server
from spelbok.build.preview.session import Live
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
    path.write_text(text.replace(old, new), "utf-8")
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


def test_before_any_edit_the_site_has_its_pages(live):
    assert live.page(PAGE) is None


def test_what_changes_more_than_pages_asks_for_a_whole_build(project, live, entry):
    slug = edit(entry, "sv: oppen-dorr", "sv: dorren")
    assert live.follow([slug]) is None
    edit(entry, "sv: dorren", "sv: oppen-dorr")
    assert live.follow([slug]).ok
    assert live.follow([edit(project / "playbook" / "templates" / "practice.html", "<", "<")]) is None
    assert live.follow([(project / "playbook" / "vocabulary.yml").resolve()]) is None
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

    def whole_thrice():
        if len(shown) == 2:
            raise KeyboardInterrupt
        outcome = whole(project / "site")
        shown.append(weakref.ref(outcome.standing.renderer.playbook))
        return outcome

    def edited_and_seen(live, *_):
        assert live.follow([entry.resolve()]).ok
        assert live.page(PAGE)

    monkeypatch.setattr(server, "_follow", edited_and_seen)
    with pytest.raises(KeyboardInterrupt):
        server.serve(
            project, project / "site", 0, server.Builds(whole_thrice, (), lambda *_: "", print), lambda _: None
        )
    assert [playbook() is None for playbook in shown] == [True, False]
