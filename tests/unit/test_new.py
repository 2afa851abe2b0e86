# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok new``: what it writes is complete, explained and a valid draft."""

import json
import shutil

import jsonschema
import pytest
import yaml

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.locales import LOCALES
from spelbok.model import KINDS, scaffold
from spelbok.model.scaffold import slug
from tests.conftest import ROOT


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_it_passes_the_checks_as_a_draft_and_explains_every_field(kind, locale, small, capsys):
    assert main(["new", kind.kind, "--title-sv", "Nytt: och #bra", "--title-en", "New and good", "--lang", locale]) == 0

    file = small / kind.folder / "new-and-good.yml"
    assert capsys.readouterr().out == f"playbook/{kind.folder}/new-and-good.yml\n"
    result = check_folder(small)
    assert [item for item in result.diagnostics if item.file.endswith(file.name) and item.severity == "error"] == []
    entry = result.playbook.by_id["new-and-good"]
    assert (entry.title.sv, entry.slug.sv, str(entry.status)) == ("Nytt: och #bra", "nytt-och-bra", "draft")
    text = " ".join(file.read_text("utf-8").replace("#", "").split())
    for field in kind.model_fields.values():
        assert field.json_schema_extra["x-help"][locale] in text
    assert main(["fmt", "--check", str(file)]) == 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_it_follows_the_schema_by_which_editors_judge(kind, small):
    """Editors know YAML's types: a version 1.0 without quotes is a number to them."""
    assert main(["new", kind.kind, "--title-sv", "Ny", "--title-en", "New"]) == 0

    schema = json.loads((ROOT / "playbook" / "schema" / f"{kind.kind}.json").read_text("utf-8"))
    schema["properties"]["owner"] = {}  # The small playbook has one of its own.
    text = (small / kind.folder / "new.yml").read_text("utf-8")
    entry = json.loads(json.dumps(yaml.safe_load(text), default=str))  # Dates as text.
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(entry)] == []


def test_it_never_overwrites(small, capsys):
    file = small / "practices" / "open-door.yml"
    before = file.read_bytes()

    assert main(["new", "practice", "--title-en", "Open door", "--lang", "en"]) == 2
    assert main(["new", "measure", "--title-en", "Open door", "--lang", "en"]) == 2
    assert file.read_bytes() == before
    assert "'open-door' exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--title-sv"),
        (["--title-sv", "Ny", "--id", "Ny Post"], "kan inte vara ett id"),
        (["--title-sv", "123"], "kan inte vara ett id"),
        (["--title-sv", "Ny", "--owner", "ingen"], "ägaren 'ingen' finns inte"),
    ],
)
@pytest.mark.usefixtures("small")
def test_what_is_missing_or_wrong_is_said(arguments, words, capsys):
    assert main(["new", "measure", *arguments, "--lang", "sv"]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_an_empty_playbook_can_be_begun_with_any_kind(kind, small, capsys):
    """What the entry must point to is written later: the check says so, and publishing waits for it."""
    for one in KINDS:
        shutil.rmtree(small / one.folder)

    assert main(["new", kind.kind, "--title-sv", "Något nytt", "--title-en", "Something new"]) == 0
    assert main(["check", "--lang", "en", "--format", "concise"]) == 0
    told = capsys.readouterr().out
    assert "warning[unwritten-draft]" in told
    assert "warning[missing-target]" in told  # Every kind must point to another one.

    file = small / kind.folder / "something-new.yml"
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    assert main(["check", "--lang", "en", "--format", "concise"]) == 1
    told = capsys.readouterr().out
    assert "error[placeholder-text] 'summary.sv' is only" in told
    assert "unwritten-draft" not in told
    assert "missing-target" not in told


def on_terminal(monkeypatch, *answers):
    """Answer the questions; a call too many ends the input."""
    waiting = iter(answers)

    def answer(_):
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)


def test_it_asks_on_a_terminal(small, monkeypatch):
    on_terminal(monkeypatch, "Ny vana", "")

    assert main(["new", "practice"]) == 0
    assert check_folder(small).playbook.by_id["ny-vana"].title.en is None


def test_it_asks_again_with_the_reason(small, monkeypatch, capsys):
    too_long = "Very long title " * 7
    on_terminal(monkeypatch, "", "", "", too_long, "", "", "Search", "", "", "Search", "search-well")

    assert main(["new", "practice", "--lang", "en"]) == 2  # The input ended before the fourth title.
    told = capsys.readouterr().err
    assert "give --title-sv" not in told
    assert "write a title in one of the languages" in told
    assert "'title.en' has 111 characters, at most 80; shorten the text" in told
    assert "'search' cannot be an id" in told
    on_terminal(monkeypatch, "", "Search", "search-well", "", "Search")
    assert main(["new", "practice", "--lang", "en"]) == 0
    assert check_folder(small).playbook.by_id["search-well"].slug.en == "search-well"


#: Titles that cannot make an entry, or that need care: what the command says, or None where it writes a file.
TITLES = {
    "Search": "cannot be an id",
    "index": "cannot be an id",
    "x": "cannot be an id",
    "Open door": "exists already",
    "Very long title " * 7: "at most 80",
    "???": "cannot be an id",
    "Ελληνικά": "cannot be an id",
    "فارسی": "cannot be an id",
    "📦": "cannot be an id",
    "A\x00B": "characters",
    "A\u202eB": "characters",
    "A \ud800 B": "characters",
    "Quotes \"and\" 'others'": None,
    "Colon: and #hash": None,
    "Line\nbreak": None,
    "- dash": None,
    "# hash": None,
    "{braces} [brackets] & *star* !tag %d @at `tick`": None,
    "yes": None,
    "null": None,
    "~": "cannot be an id",
}


@pytest.mark.parametrize(("title", "words"), TITLES.items(), ids=ascii)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_title_is_refused_with_advice_or_makes_a_draft_that_passes(locale, title, words, small, capsys):
    before = contents(small)
    code = main(["new", "practice", f"--title-{locale}={title}", "--lang", "en"])
    told = capsys.readouterr().err
    if words:
        assert (code, words in told, contents(small)) == (2, True, before), told
    else:
        assert code == 0, told
        assert [item for item in check_folder(small).diagnostics if item.severity == "error"] == []


def test_an_id_helps_where_the_title_makes_none(small):
    for title, name in (("Search", "search-well"), ("???", "questions"), ("Ελληνικά", "greek"), ("x", "the-x")):
        assert main(["new", "practice", f"--title-en={title}", "--id", name]) == 0
    found = check_folder(small)
    assert [item for item in found.diagnostics if item.severity == "error"] == []
    assert found.playbook.by_id["greek"].slug.sv == "greek"


def test_a_taken_slug_gives_way_to_a_free_one(small):
    assert main(["new", "practice", "--title-sv", "Öppen dörr", "--title-en", "Another look"]) == 0
    result = check_folder(small)
    assert [item for item in result.diagnostics if item.severity == "error"] == []
    assert result.playbook.by_id["another-look"].slug.sv == "another-look"


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_slug_is_plain_letters():
    assert slug("Öppen dörr & Æble, 2 gånger!") == "oppen-dorr-aeble-2-ganger"
    assert slug("2 + 2") == ""
    assert len(slug("ord " * 40)) <= scaffold.MAX_ID
