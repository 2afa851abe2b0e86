# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok new``: what it writes is complete, explained and a valid draft."""

import shutil

import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.locales import LOCALES
from spelbok.model import KINDS, scaffold
from spelbok.model.scaffold import slug


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


def test_it_says_what_to_write_first(small, capsys):
    for folder in ("practices", "modules", "paths", "principles", "measures"):
        shutil.rmtree(small / folder)

    assert main(["new", "measure", "--title-sv", "Nytt mått", "--lang", "sv"]) == 2
    assert "skriv först: princip ('spelbok new principle')" in capsys.readouterr().err


def test_it_asks_on_a_terminal(small, monkeypatch):
    answers = iter(["Ny vana", ""])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))

    assert main(["new", "practice"]) == 0
    assert check_folder(small).playbook.by_id["ny-vana"].title.en is None


def test_a_slug_is_plain_letters():
    assert slug("Öppen dörr & Æble, 2 gånger!") == "oppen-dorr-aeble-2-ganger"
    assert slug("2 + 2") == ""
    assert len(slug("ord " * 40)) <= scaffold.MAX_ID
