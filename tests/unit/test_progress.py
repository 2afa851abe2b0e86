# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a build is: counted stage by stage, in place on a terminal, now and then in a log."""

import io

import pytest

from spelbok.build.pipeline import build
from spelbok.cli import main
from spelbok.cli.telling import Teller
from spelbok.diagnostics.progress import Progress
from spelbok.exports.paper import pdf
from spelbok.locales import Phrase
from tests.site import small_project

STAGE = Phrase("Gör filerna", "Making the files")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_one_line_that_is_taken_away_by_the_next_sentence():
    stream = Terminal()
    say = Teller("en", stream)
    for said in (Progress(STAGE, 9, 10, 7), Progress(STAGE, 10, 10), Phrase("Klart", "Done")):
        say(said)

    shown = stream.getvalue()
    assert "\rMaking the files: 9 of 10 (page 7) ..." in shown
    assert "\n" not in shown.partition("Done")[0]
    last = shown.rstrip("\n").split("\r")
    assert last[-1] == "Done"
    assert not last[-2].strip(), "the line in place is overwritten with blanks"
    assert len(last[-2]) >= len("Making the files: 10 of 10 ...")


def test_a_log_gets_a_line_every_ten_seconds():
    now = [0.0]
    stream = io.StringIO()
    say = Teller("sv", stream, lambda: now[0])
    for second in range(25):
        now[0] = float(second)
        say(Progress(STAGE, second, 25))

    assert stream.getvalue() == "Gör filerna: 10 av 25 ...\nGör filerna: 20 av 25 ...\n"


def test_every_stage_of_a_build_is_counted_to_its_end(tmp_path, monkeypatch):
    project = small_project(tmp_path / "project")
    monkeypatch.chdir(project)
    said = []

    assert build(project, project / "playbook", project / "site", said.append).ok

    begun = [item.en.removesuffix(" ...") for item in said if isinstance(item, Phrase)]
    counted = {item.stage.en: item for item in said if isinstance(item, Progress)}
    assert (
        begun
        == list(counted)
        == [
            "Checking the playbook",
            "Building the pages",
            "Making the files to download",
            "Checking the links",
        ]
    )
    for name, last in counted.items():
        steps = [item.done for item in said if isinstance(item, Progress) and item.stage.en == name]
        assert steps == sorted(steps)
        assert last.done == last.total > 1, name
    assert any(isinstance(item, Progress) and item.page > 1 for item in said), "a long PDF shows its pages"


def test_a_check_on_a_terminal_is_counted_and_leaves_nothing_behind(small, monkeypatch, capsys):
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)

    main(["check", "--playbook", str(small), "--lang", "sv"])

    assert "\rKontrollerar: 1 av " in stream.getvalue()
    assert not stream.getvalue().split("\r")[-1]
    assert "Kontrollerar" not in capsys.readouterr().out


@pytest.mark.parametrize("text", ["A", "<p>A</p>" * 500])
def test_pages_are_told_as_they_are_laid_out(text):
    pages = []
    with pdf.followed(pages.append):
        made = pdf.layout(pdf.Sheet(f'<html lang="en"><title>T</title>{text}</html>', "", {}))
    assert max(pages) == len(made.pages)
    pdf.layout(pdf.Sheet('<html lang="en"><title>T</title>A</html>', "", {}))
    assert max(pages) == len(made.pages), "nothing is told afterwards"
