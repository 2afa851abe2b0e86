# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command as a user meets it: forms, languages, exit codes."""

import json

import pytest

from spelbok.cli import main


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


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "--playbook", "nowhere"]])
@pytest.mark.usefixtures("small")
def test_wrong_usage_is_2(arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_explain(capsys):
    assert main(["explain", "unknown-field", "--lang", "en"]) == 0
    assert "misspelt" in capsys.readouterr().out


def test_schema_is_written_and_checked(small):
    assert main(["schema", "--check"]) == 1
    assert main(["schema"]) == 0
    assert main(["schema", "--check"]) == 0
    (small / "schema" / "practice.json").write_text("{}", "utf-8")
    assert main(["schema", "--check"]) == 1
