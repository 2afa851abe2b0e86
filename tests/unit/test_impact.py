# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What readers will see of a change, told to people, programs and GitHub."""

import json
import subprocess

import pytest

from spelbok.cli import main
from spelbok.playbook.diff import text_lines


def git(*arguments):
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b", *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(small):
    """The small playbook with its translations accepted, as a commit."""
    assert main(["translations", "accept", "--all"]) == 0
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    return small


def change(file, old, new):
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def told(capsys, form, lang="en"):
    capsys.readouterr()
    assert main(["impact", "--base", "HEAD", "--format", form, "--lang", lang]) == 0
    return capsys.readouterr().out


def test_no_change_is_said(committed, capsys):
    assert told(capsys, "human", "sv") == "Läsare ser ingen skillnad.\n"
    assert told(capsys, "github") == ""

    file = committed / "practices" / "open-door.yml"
    file.write_text(f"# A comment\n{file.read_text('utf-8')}", "utf-8")
    assert told(capsys, "human") == "Readers see no difference.\n"


def test_a_change_in_swedish_alone(committed, capsys):
    change(committed / "practices" / "open-door.yml", "Öppna dörren.", "Öppna båda dörrarna.")
    found = json.loads(told(capsys, "json"))

    pages = {(page["key"], page["locale"]): page for page in found["changed"]}
    assert pages["practices/open-door", "sv"]["lines"] == ["-Öppna dörren.", "+Öppna båda dörrarna."]
    assert pages["practices/open-door", "en"]["lines"][-1] == "+(the translation is older than the original)"
    assert found["reached"] == ["opening-doors", "to-openness"]
    assert [(lag["name"], lag["locale"], lag["state"]) for lag in found["lags"]] == [
        ("steps.open.text", "en", "outdated")
    ]
    line = found["lags"][0]["line"]
    file = committed / "practices" / "open-door.yml"
    assert "båda dörrarna" in file.read_text("utf-8").splitlines()[line - 1]
    notice = told(capsys, "github", "sv")
    assert notice.startswith(f"::notice file=playbook/practices/open-door.yml,line={line},title=")
    assert "en ändring på ett språk är välkommen" in notice


def test_what_lagged_before_is_not_told_again(committed, capsys):
    change(committed / "practices" / "open-door.yml", "Öppna dörren.", "Öppna båda dörrarna.")
    git("commit", "-qam", "second")
    change(committed / "practices" / "open-door.yml", "båda dörrarna", "alla dörrar")

    assert json.loads(told(capsys, "json"))["lags"] == []


def test_pages_that_come_go_and_move(committed, capsys):
    change(committed / "practices" / "open-door.yml", "en: open-door}", "en: open-doors}")
    change(committed / "measures" / "visits.yml", "status: published", "status: draft")
    main(["new", "principle", "--title-sv", "Mod"])
    change(committed / "principles" / "mod.yml", "status: draft", "status: published")
    found = json.loads(told(capsys, "json"))

    assert {page["key"] for page in found["added"]} == {"principles/mod"}
    assert {page["key"] for page in found["removed"]} == {"measures/visits"}
    moves = {(move["key"], move["locale"]): move["new"] for move in found["moved"]}
    assert moves["practices/open-door", "en"] == "en/practices/open-doors/"
    assert moves["measures/visits", "sv"] == ""
    assert "/en/practices/open-door/ -> /en/practices/open-doors/" in told(capsys, "human")


def test_a_summary_is_text_whatever_it_holds(committed, capsys):
    door = committed / "practices" / "open-door.yml"
    change(door, "Lyssna färdigt.", "'Hej @alla ```` <img src=x> ::error::'")
    out = told(capsys, "markdown", "sv")

    assert "<img" in out.partition("````diff")[2].partition("````")[0]
    assert out.count("````") % 2 == 0
    assert "```` <" not in out
    assert all(not line.startswith("::") for line in out.splitlines())


def test_a_page_that_the_base_cannot_render_is_said(committed, capsys):
    template = committed / "templates" / "measure.html"
    template.write_text("{{ no_such_thing() }}", "utf-8")
    git("commit", "-qam", "broken")
    template.write_text("<p>Ny</p>", "utf-8")
    found = json.loads(told(capsys, "json"))

    assert [page["lines"] for page in found["changed"] if page["key"] == "measures/visits"] == [["+Ny"], ["+Ny"]]


@pytest.mark.parametrize("base", ["nowhere", "--output=x", ""])
def test_a_base_that_git_does_not_know_is_wrong_usage(base, committed, capsys):
    assert main(["impact", f"--base={base}", "--lang", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert not (committed.parent / "x").exists()


def test_a_page_written_by_hand(committed, capsys):
    for locale in ("sv", "en"):
        folder = committed.parent / "docs" / locale
        folder.mkdir(parents=True)
        (folder / "about.md").write_text(f"---\ntitle: Om {locale}\n---\n# Om\n\nEtt.\n", "utf-8")
    main(["translations", "accept", "--all"])
    git("add", ".")
    git("commit", "-qm", "pages")
    change(committed.parent / "docs" / "sv" / "about.md", "Ett.", "Ett och två.")
    found = json.loads(told(capsys, "json"))

    pages = {(page["key"], page["locale"]): page for page in found["changed"]}
    assert pages["pages/about", "sv"] == {
        "key": "pages/about",
        "locale": "sv",
        "url": "om/",
        "title": "Om sv",
        "lines": ["-Ett.", "+Ett och två."],
    }
    assert {key for key, _ in pages} == {"pages/about"}
    assert [(lag["entry"], lag["file"], lag["line"], lag["name"]) for lag in found["lags"]] == [
        ("pages/about", "docs/sv/about.md", 1, "sections.0")
    ]


def test_words_that_pages_share(committed, capsys):
    change(committed / "glossary.yml", "Det som blir annorlunda.", "Det som blir bättre.")
    found = json.loads(told(capsys, "json"))

    assert "glossary" in {page["key"] for page in found["changed"]}
    assert [(lag["file"], lag["name"]) for lag in found["lags"]] == [
        ("playbook/glossary.yml", "terms.outcome.definition")
    ]


def test_a_file_with_mistakes_is_no_page_that_goes_away(committed, capsys):
    change(committed / "measures" / "visits.yml", "status: published", "sttus: published")
    found = json.loads(told(capsys, "json"))

    assert found["unread"] == ["playbook/measures/visits.yml"]
    assert found["removed"] == found["moved"] == found["changed"] == []
    assert told(capsys, "human").startswith("Files with mistakes, which cannot be compared")
    assert "Läsare ser ingen skillnad" not in told(capsys, "markdown", "sv")


def test_a_template_alone_changes_its_pages(committed, capsys):
    template = committed / "templates" / "measure.html"
    template.write_text(f"{template.read_text('utf-8')}<p>Nytt</p>\n", "utf-8")
    found = json.loads(told(capsys, "json"))

    assert {page["key"] for page in found["changed"]} == {"measures/visits"}


def test_a_file_that_is_not_laid_out_is_told_and_stops_nothing(committed, capsys):
    main(["fmt"])
    git("commit", "-qam", "laid out")
    door = committed / "practices" / "open-door.yml"
    door.write_text(door.read_text("utf-8").replace("status: published\n", "") + "status: published\n", "utf-8")

    assert json.loads(told(capsys, "json"))["untidy"] == ["playbook/practices/open-door.yml"]
    assert told(capsys, "github").startswith("::notice file=playbook/practices/open-door.yml,line=1,title=Files to put")
    out = told(capsys, "human", "sv")
    assert out.startswith("Läsare ser ingen skillnad.\nFiler att lägga i ordning (")
    assert "- `playbook/practices/open-door.yml`" in told(capsys, "markdown")


def test_the_summary_is_in_both_languages_and_not_too_long(committed, capsys, monkeypatch):
    change(committed / "practices" / "open-door.yml", "Öppna dörren.", "Öppna båda dörrarna.")
    summary = committed.parent / "summary.md"
    assert main(["impact", "--base", "HEAD", "--format", "github", "--summary", str(summary)]) == 0
    text = summary.read_text("utf-8")
    assert text == told(capsys, "markdown", "sv") + told(capsys, "markdown", "en")

    monkeypatch.setattr("spelbok.cli.impact._LIMIT", 300)
    assert main(["impact", "--base", "HEAD", "--summary", str(summary)]) == 0
    cut = summary.read_text("utf-8").removesuffix("\n\n…\n")
    assert len(cut.encode()) <= 300
    assert text.startswith(f"{cut}\n")


def test_the_text_of_a_page():
    lists = "<ul><li>one <a href='x'>two</a></li><li>three</li></ul>"
    html = f"<h1>A &amp; B</h1>\n{lists}<table><tr><td>a</td><td>b</td></tr></table>"
    assert text_lines(html) == ("A & B", "one two", "three", "a | b |")


def test_a_summary_replaces_summaries_alone(committed, capsys):
    mine = committed.parent / "README.md"
    mine.write_text("# Mine\n", "utf-8")
    for name in ("README.md", "playbook/glossary.yml", "playbook/new.md"):
        assert main(["impact", "--base", "HEAD", "--lang", "en", "--summary", str(committed.parent / name)]) == 2
        assert "Nothing was changed" in capsys.readouterr().err
    assert mine.read_text("utf-8") == "# Mine\n"
    assert not (committed / "new.md").exists()
