# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command as a user meets it: forms, languages, exit codes."""

import ast
import io
import json
import re
from importlib import metadata
from pathlib import Path

import click
import pytest
import yaml
from babel.messages import pofile

from commands import messages
from spelbok.cli import main
from tests.conftest import ROOT
from tests.unit.test_docs import parsed

PO = ROOT / "plugins" / "spelbok" / "cli" / "locale" / "sv" / "LC_MESSAGES" / "messages.po"
#: Texts of click for what our commands do not use.
NEVER_MET = {
    "(dynamic)",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "Could not determine name for option with declarations {decls!r}",
    "Could not open file {filename!r}: {message}",
    "Invalid start character for option ({option})",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "Name '{name}' defined twice",
    "Value must be an iterable.",
    "deprecated",
    "env var: {var}",
    "unknown error",
}


def spoil(small):
    entry = small / "practices" / "open-door.yml"
    entry.write_text(entry.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")


@pytest.mark.usefixtures("small")
def test_clean_is_0(capsys):
    assert main(["check", "--lang", "sv"]) == 0
    assert capsys.readouterr().out == "0 fel, 0 varningar\n"


def test_warnings_alone_are_0(small):
    entry = small / "practices" / "open-door.yml"
    entry.write_text(entry.read_text("utf-8").replace(", en: Questions come out.}", "}"), "utf-8")

    assert main(["check"]) == 0


def test_errors_are_1_in_every_form(small, capsys):
    spoil(small)
    for form in ("human", "concise", "json", "github"):
        assert main(["check", "--format", form]) == 1
    assert main(["check", "--format", "json", "--lang", "sv"]) == 1
    out = capsys.readouterr().out
    assert "okänt fält 'sumary'" in out


def test_json_is_a_list(small, capsys):
    spoil(small)
    main(["check", "--format", "json", "--lang", "en"])

    rows = json.loads(capsys.readouterr().out)

    assert {row["code"] for row in rows} == {"missing-field", "unknown-field"}


@pytest.mark.parametrize("arguments", [["chek"], ["check", "--format", "xml"], ["check", "--playbook", "nowhere"]])
@pytest.mark.usefixtures("small")
def test_wrong_usage_is_2(arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_the_bare_command_shows_help(capsys):
    assert main([]) == 0
    assert "Commands:" in capsys.readouterr().out
    assert main(["links"]) == 0
    assert "verify" in capsys.readouterr().out


def test_the_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"spelbok {metadata.version('spelbok')}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--help"], "Användning: spelbok"),
        (["check", "--help"], "Kontrollera spelbokens innehåll"),
    ],
)
def test_help_is_in_the_language_of_messages(arguments, told, capsys):
    assert main([*arguments, "--lang", "sv"]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "Kommandot 'chek' finns inte."),
        (["check", "--formt", "json"], "Flaggan '--formt' finns inte. Menade du '--format'?"),
        (["check", "--format", "xml"], "'xml' är inget av 'human'"),
        (["check", "--playbook", "nowhere"], "mappen 'nowhere' finns inte"),
        (["rename", "one"], "Argument saknas: 'NEW'."),
        (["links", "verify"], "Flagga saknas: '--against'."),
        (["serve", "--port"], "Flaggan '--port' kräver ett värde."),
        (["explain", "a", "b"], "Ett argument för mycket (b)"),
        (["due", "--on", "tomorrow"], "'tomorrow' är inget datum"),
    ],
)
@pytest.mark.usefixtures("small")
def test_wrong_usage_is_told_in_the_language_of_messages(arguments, told, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--lang", "sv", *arguments])
    assert stop.value.code == 2
    assert told in capsys.readouterr().err


def test_click_has_no_text_of_usage_that_is_not_translated():
    """The texts of click that a user of ours can meet; those for prompts and editors are never asked for."""
    package = Path(click.__file__).parent
    catalogue = pofile.read_po(io.BytesIO(PO.read_bytes()), "sv")
    texts = {
        ast.literal_eval(text)
        for name in ("core", "parser", "exceptions", "formatting")
        for text in re.findall(r'\b_\(\s*("[^"\n]*")\s*\)', (package / f"{name}.py").read_text("utf-8"))
    }
    missing = {text for text in texts if text not in catalogue}
    assert missing <= NEVER_MET


def test_the_compiled_texts_are_not_stale():
    assert messages.main(["--check"]) == 0


def test_check_tells_of_the_named_files_only(small, capsys):
    spoil(small)
    assert main(["check", "playbook/practices/open-door.yml"]) == 1
    assert main(["check", "playbook/practices"]) == 1
    capsys.readouterr()
    assert main(["check", "playbook/vocabulary.yml", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings\n"


def test_the_hooks_for_pre_commit_run_commands_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"] for hook in hooks} == {"spelbok-check", "spelbok-fmt"}
    for hook in hooks:
        files = re.compile(hook["files"])
        assert files.search("playbook/practices/retrospective.yml")
        assert not files.search("README.md")
        program, *words = hook["entry"].split()
        assert program == "spelbok"
        assert parsed([*words, "mkdocs.yml"])


@pytest.mark.parametrize(
    ("code", "told"), [("unknown-feild", "Did you mean unknown-field"), ("zzz", "there is no code 'zzz'.\n")]
)
def test_explain_suggests_codes(code, told, capsys):
    assert main(["explain", code, "--lang", "en"]) == 2
    assert told in capsys.readouterr().err


def test_explain(capsys):
    assert main(["explain", "unknown-field", "--lang", "en"]) == 0
    assert "misspelt" in capsys.readouterr().out


def test_schema_is_written_and_checked(small):
    assert main(["schema", "--check"]) == 1
    assert main(["schema"]) == 0
    assert main(["schema", "--check"]) == 0
    (small / "schema" / "practice.json").write_text("{}", "utf-8")
    assert main(["schema", "--check"]) == 1
