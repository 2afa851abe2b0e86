# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Translations are current, outdated, not compared or missing, and readers are told."""

import json
import subprocess

import pytest

from spelbok.cli import main
from spelbok.load import load
from spelbok.render import Renderer
from spelbok.translations import fingerprint, of_playbook


@pytest.fixture
def accepted(small):
    """The small playbook, every translation found current, in a git repository."""
    assert main(["translations", "accept", "--all"]) == 0
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b", *command], check=True)
    return small


def change(file, old, new):
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def states(playbook, entry="open-door"):
    """What lags in an entry, by the name of the text."""
    found = of_playbook(load(playbook).playbook)[entry]
    return {item.text.name: (item.locale, item.state) for item in found if item.state != "current"}


def page(playbook, key, locale):
    renderer = Renderer(load(playbook).playbook, playbook / "templates")
    return renderer.render(next(page for page in renderer.pages(locale) if page.key == key)).html


def test_nothing_is_said_of_texts_that_nobody_compared(small):
    assert {state for _, state in states(small).values()} == {"unconfirmed"}
    assert "sb-outdated" not in page(small, "practices/open-door", "en")


def test_a_changed_original_makes_its_translation_outdated(accepted):
    door = accepted / "practices" / "open-door.yml"
    change(door, "Öppna dörren.", "Öppna båda dörrarna.")
    change(door, "sv: Bjud in tre.", "sv: Bjud in fyra.")
    change(door, ", en: Questions come out.}", "}")

    assert states(accepted) == {
        "why": ("en", "missing"),
        "steps.open.text": ("en", "outdated"),
        "pitfalls.0.remedy": ("en", "outdated"),
    }


def test_a_translation_alone_or_line_breaks_change_nothing(accepted):
    door = accepted / "practices" / "open-door.yml"
    change(door, "Open the door.", "Open the door wide.")
    change(door, "  sv: En återkommande timme. Se", "  sv: >-\n    En återkommande timme.\n    Se")

    assert states(accepted) == {}


def test_an_item_more_says_nothing_of_the_others(accepted):
    door = accepted / "practices" / "open-door.yml"
    change(door, "use_when:\n", "use_when:\n  - {sv: Folk gissar., en: People guess.}\n")
    assert states(accepted) == {"use_when.0": ("en", "unconfirmed")}

    change(door, "sv: Folk undrar.", "sv: Många undrar.")
    assert states(accepted) == {"use_when.0": ("en", "outdated"), "use_when.1": ("en", "outdated")}
    assert main(["translations", "accept", "open-door", "use_when.0"]) == 0
    assert states(accepted) == {"use_when.1": ("en", "outdated")}


def test_english_can_be_the_original(accepted):
    door = accepted / "practices" / "open-door.yml"
    change(door, "status: published\n", "status: published\nsource: en\n")
    assert main(["translations", "accept", "open-door"]) == 0
    change(door, "en: Answers.", "en: Good answers.")

    assert states(accepted) == {"outcomes.0": ("sv", "outdated")}
    assert 'class="sb-outdated">Svar.' in page(accepted, "practices/open-door", "sv")
    assert "sb-outdated" not in page(accepted, "practices/open-door", "en")


def test_readers_are_told_in_words(accepted):
    door = accepted / "practices" / "open-door.yml"
    change(door, "sv: En återkommande timme.", "sv: En timme i veckan.")
    change(door, "sv: Bjud in tre.", "sv: Bjud in fyra.")
    html = page(accepted, "practices/open-door", "en")

    assert html.count("(the translation is older than the original)") == 2
    assert "A recurring hour." in html
    assert '<a href="../../../arbetssatt/oppen-dorr/" hreflang="sv">Read the original</a>' in html
    assert "sb-outdated" not in page(accepted, "practices/open-door", "sv")
    assert "<code>pitfalls.0.remedy</code>: Older than the original" in page(accepted, "translations", "en")
    assert "Äldre än originalet" in page(accepted, "translations", "sv")


def test_the_list_has_the_old_and_the_new_wording(accepted, capsys):
    door = accepted / "practices" / "open-door.yml"
    change(door, "Öppna dörren.", "Öppna båda dörrarna.")
    change(door, "sv: Bjud in tre.", "sv: Bjud in fyra.")

    assert main(["translations", "--lang", "sv"]) == 0
    out = capsys.readouterr().out
    assert "  en steps.open.text: äldre än originalet\n    - Öppna dörren.\n    + Öppna båda dörrarna.\n" in out
    assert "    - Bjud in tre.\n    + Bjud in fyra.\n" in out
    assert "2 äldre än originalet" in out.splitlines()[-1]

    assert main(["translations", "--format", "json", "--entry", "open-door"]) == 0
    rows = {row["field"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["steps.open.text"]["old"] == "Öppna dörren."
    assert rows["title"]["state"] == "current"


def test_without_history_the_list_says_so(small, capsys):
    main(["translations", "accept", "open-door"])
    change(small / "practices" / "open-door.yml", "Öppna dörren.", "Öppna båda dörrarna.")
    capsys.readouterr()

    assert main(["translations", "--lang", "en"]) == 0
    assert "    - (git does not have the earlier wording)\n    + Öppna båda" in capsys.readouterr().out


def test_accepting_writes_one_file_and_no_entry(accepted, capsys):
    door = accepted / "practices" / "open-door.yml"
    change(door, "Öppna dörren.", "Öppna båda dörrarna.")
    before = {path: path.read_bytes() for path in accepted.rglob("*.yml")}
    capsys.readouterr()

    assert main(["translations", "accept", "open-door", "steps"]) == 0

    assert capsys.readouterr().out == "playbook/translations/open-door.yml\n"
    record = accepted / "translations" / "open-door.yml"
    assert {path for path, data in before.items() if path.read_bytes() != data} == {record}
    old, new = (f"  - steps.open.text {fingerprint(text)}\n" for text in ("Öppna dörren.", "Öppna båda dörrarna."))
    assert record.read_text("utf-8") == before[record].decode().replace(old, new)
    assert states(accepted) == {}


@pytest.mark.parametrize(
    "arguments",
    [["accept"], ["remove", "open-door"], ["accept", "nobody"], ["accept", "open-door", "step"], ["--entry", "nobody"]],
)
def test_wrong_usage_is_2(arguments, accepted):
    before = {path: path.read_bytes() for path in accepted.rglob("*.yml")}
    assert main(["translations", *arguments]) == 2
    assert before == {path: path.read_bytes() for path in accepted.rglob("*.yml")}


def test_a_record_that_was_damaged_is_reported(accepted):
    record = accepted / "translations" / "open-door.yml"
    record.write_text(record.read_text("utf-8").replace("  - title ", "  - title: "), "utf-8")

    assert [(item.file, item.code.name) for item in load(accepted).diagnostics] == [(record.as_posix(), "wrong-type")]
