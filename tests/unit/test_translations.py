# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Translations are current, outdated, not compared or missing, and readers are told."""

import json
import subprocess

import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.playbook.translations import fingerprint, of_playbook
from spelbok.site.renderer import Renderer
from tests.conftest import ROOT


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
    found = of_playbook(check_folder(playbook).playbook)[entry]
    return {item.text.name: (item.locale, item.state) for item in found if item.state != "current"}


def page(playbook, key, locale):
    renderer = Renderer(check_folder(playbook).playbook, playbook / "templates")
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


def test_a_change_in_one_language_is_no_mistake(accepted, capsys):
    change(accepted / "practices" / "open-door.yml", "Öppna dörren.", "Öppna båda dörrarna.")
    assert set(states(accepted).values()) == {("en", "outdated")}
    capsys.readouterr()
    assert main(["check", "--lang", "en"]) == 0
    assert "open-door.yml" not in capsys.readouterr().out


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
    assert states(accepted) == {"use_when.0": ("en", "unconfirmed"), "use_when.1": ("en", "outdated")}
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
    texts = ("Öppna dörren.", "Öppna båda dörrarna.")
    old, new = (f"  - steps.open.text {fingerprint(text)} {fingerprint('Open the door.')}\n" for text in texts)
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

    assert [(item.file, item.code.name) for item in check_folder(accepted).diagnostics] == [
        (record.as_posix(), "wrong-type")
    ]


def git(folder, *arguments, check=True):
    identity = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", "-C", folder, *identity, *arguments], check=check, capture_output=True, text=True)


def test_both_languages_changed_together_are_not_called_outdated(accepted):
    door = accepted / "practices" / "open-door.yml"
    change(door, "Öppna dörren.", "Öppna båda dörrarna.")
    change(door, "Open the door.", "Open both doors.")
    change(door, "sv: Bjud in tre.", "sv: Bjud in fyra.")

    assert states(accepted) == {"steps.open.text": ("en", "unconfirmed"), "pitfalls.0.remedy": ("en", "outdated")}
    html = page(accepted, "practices/open-door", "en")
    assert html.count("(the translation is older than the original)") == 1
    assert main(["translations", "accept", "open-door"]) == 0
    assert states(accepted) == {}


def test_a_record_without_fingerprints_of_translations_is_read_as_before(accepted):
    record = accepted / "translations" / "open-door.yml"
    lines = record.read_text("utf-8").splitlines()
    record.write_text("".join(f"{line[:-9] if line.startswith('  - ') else line}\n" for line in lines), "utf-8")
    assert states(accepted) == {}
    door = accepted / "practices" / "open-door.yml"
    change(door, "Öppna dörren.", "Öppna båda dörrarna.")
    change(door, "Open the door.", "Open both doors.")
    assert states(accepted) == {"steps.open.text": ("en", "outdated")}


def test_a_placeholder_is_no_translation(accepted):
    change(accepted / "practices" / "open-door.yml", "en: Questions come out.", 'en: "..."')
    assert states(accepted) == {"why": ("en", "missing")}
    change(accepted / "practices" / "open-door.yml", "sv: Frågor kommer fram.", "sv: …")
    assert set(states(accepted)) == {"why"}


def test_a_changed_source_language_is_said_and_keeps_what_was_compared(accepted, capsys):
    door = accepted / "practices" / "open-door.yml"
    change(door, "status: published\n", "status: published\nsource: en\n")
    assert states(accepted) == {}
    change(door, "en: Answers.", "en: Good answers.")
    assert states(accepted) == {"outcomes.0": ("sv", "outdated")}
    capsys.readouterr()
    main(["translations", "--lang", "en"])
    told = "open-door: the source language has changed to 'en' since the translations were compared"
    assert told in capsys.readouterr().out
    main(["translations", "accept", "open-door"])
    main(["translations", "--lang", "en"])
    assert told not in capsys.readouterr().out


def test_a_text_is_marked_by_its_place_and_not_by_its_words(accepted):
    """Another text of the same words, which was compared, has no mark."""
    door = accepted / "practices" / "open-door.yml"
    change(door, "sv: Bjud in tre., en: Invite three.", "sv: Bjud in fyra., en: Answers.")
    main(["translations", "accept", "open-door"])
    change(door, "sv: Bjud in fyra.", "sv: Svar.")

    html = page(accepted, "practices/open-door", "en")
    assert states(accepted) == {"pitfalls.0.remedy": ("en", "outdated")}
    assert html.count("(the translation is older than the original)") == 1


@pytest.mark.parametrize("fields", [("title", "summary"), ("use_when", "avoid_when"), ("what", "what")])
def test_two_branches_that_accept_merge_without_a_conflict(fields, accepted):
    """Neighbouring lines, and even the same one: both are kept, and read as what stands now."""
    project = accepted.parent
    (project / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    door = accepted / "practices" / "open-door.yml"
    texts = {"title": "Öppen dörr", "summary": "En timme i veckan", "what": "En återkommande timme"}
    texts |= {"use_when": "Folk undrar", "avoid_when": "Ingen är"}
    texts["avoid_when"] = next(
        str(item["sv"]).rstrip(".")
        for item in check_folder(accepted).playbook.loaded_by_id["open-door"].document.values()["avoid_when"]
    )
    text = door.read_text("utf-8")
    for field in set(fields):
        text = text.replace(f"sv: {texts[field]}", f"sv: Nu: {texts[field].lower()}".replace("Nu: ", "Nu "))
    door.write_text(text, "utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "change")
    assert {name.partition(".")[0] for name in states(accepted)} == set(fields)
    git(project, "branch", "other")
    for branch, field in zip((None, "other"), fields, strict=True):
        if branch:
            git(project, "checkout", "-q", branch)
        assert main(["translations", "accept", "open-door", field]) == 0
        (project / f"{field}-{branch}").touch()
        git(project, "add", "-A")
        git(project, "commit", "-qm", f"accept {field}")

    git(project, "merge", "-q", "-m", "merge", "-")

    assert states(accepted) == {}
    assert [item for item in check_folder(accepted).diagnostics if "translations" in item.file] == []


def test_nothing_is_accepted_during_a_conflict(accepted, capsys):
    project, record = accepted.parent, accepted / "translations" / "open-door.yml"
    git(project, "branch", "other")
    for number, branch in enumerate((None, "other")):
        if branch:
            git(project, "checkout", "-q", branch)
        change(accepted / "practices" / "open-door.yml", "sv: En återkommande timme.", f"sv: {number} timmar.")
        git(project, "commit", "-qam", "change")
    assert git(project, "merge", "-", check=False).returncode != 0
    git(project, "checkout", "--ours", "playbook/practices/open-door.yml")  # Readable, and not resolved.
    before = record.read_bytes()

    assert main(["translations", "accept", "--all", "--lang", "en"]) == 2
    assert "playbook/practices/open-door.yml has a merge conflict" in capsys.readouterr().err
    assert record.read_bytes() == before


def test_nothing_is_accepted_into_a_record_that_cannot_be_read(accepted, capsys):
    record = accepted / "translations" / "open-door.yml"
    for damage, words in (("<<<<<<< HEAD\n", "merge conflict"), ("  - x: y\n", "cannot be read")):
        text = record.read_text("utf-8")
        record.write_text(text + damage, "utf-8")
        assert main(["translations", "accept", "open-door", "--lang", "en"]) == 2
        assert words in capsys.readouterr().err
        assert record.read_text("utf-8") == text + damage
        record.write_text(text, "utf-8")


# --- Words that pages share, and pages written by hand -------------------------


@pytest.fixture
def written(small):
    """The small playbook beside two pages written by hand, every translation found current, in a git repository."""
    for locale, name in (("sv", "Sida"), ("en", "Page")):
        folder = small.parent / "docs" / locale
        folder.mkdir(parents=True)
        text = f"---\ntitle: {name}\n---\n# {name}\n\n## {name} ett\n\nA.\n\n```\n## code\n```\n\n## {name} två\n\nB.\n"
        (folder / "about.md").write_text(text, "utf-8")
    assert main(["translations", "accept", "--all"]) == 0
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b", *command], check=True)
    return small


def test_glossary_vocabulary_and_publisher_are_followed_too(written):
    change(written / "glossary.yml", "Det som blir annorlunda.", "Det som blir bättre.")
    change(written / "vocabulary.yml", "skip: {sv: Gå till innehållet", "skip: {sv: Hoppa till innehållet")
    change(written / "publisher.yml", "sv: Vi skriver om dörrar.", "sv: Vi skriver bara om dörrar.")

    assert states(written, "shared/glossary") == {"terms.outcome.definition": ("en", "outdated")}
    assert states(written, "shared/vocabulary") == {"labels.skip": ("en", "outdated")}
    assert states(written, "shared/publisher") == {"about": ("en", "outdated")}
    assert 'class="sb-outdated"><p>We write about doors.' in page(written, "contact", "en")
    assert 'class="sb-outdated">What becomes different.' in page(written, "glossary", "en")
    assert "sb-outdated" not in page(written, "glossary", "sv")


def test_an_address_is_no_text(written):
    change(written / "vocabulary.yml", "slug: {sv: ordlista", "slug: {sv: ordlistan")
    assert states(written, "shared/vocabulary") == {}


def test_a_name_within_a_sentence_or_an_attribute_is_not_marked(written):
    publisher = written / "publisher.yml"
    publisher.write_text(publisher.read_text("utf-8").replace("service: {sv: ", "service: {sv: Nya "), "utf-8")
    assert states(written, "shared/publisher")["service"] == ("en", "outdated")
    for key in ("contact", "about-site", "accessibility", "plan"):
        assert "&lt;span" not in page(written, key, "en")


def test_a_page_written_by_hand_is_followed_section_by_section(written):
    about = written.parent / "docs" / "sv" / "about.md"
    change(about, "B.", "Bättre.")
    assert states(written, "pages/about") == {"sections.2": ("en", "outdated")}

    change(about, "Bättre.", "B.")
    change(about, "title: Sida", "title: Sidan")
    change(about, "## code", "## kod")
    assert states(written, "pages/about") == {"sections.0": ("en", "outdated"), "sections.1": ("en", "outdated")}


def test_a_section_more_in_one_language_lacks_its_translation(written):
    change(written.parent / "docs" / "sv" / "about.md", "B.\n", "B.\n\n## Sida tre\n\nC.\n")
    assert states(written, "pages/about") == {"sections.3": ("en", "missing")}


def test_the_old_wording_of_a_page_comes_from_git(written, capsys):
    change(written.parent / "docs" / "sv" / "about.md", "B.", "Bättre.")
    capsys.readouterr()
    assert main(["translations", "--entry", "pages/about", "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)[2]

    assert (row["file"], row["state"]) == ("docs/sv/about.md", "outdated")
    assert (row["old"], row["new"]) == ("## Sida två\n\nB.", "## Sida två\n\nBättre.")
    assert main(["translations", "--entry", "pages/about", "--lang", "en"]) == 0
    assert "sections.2: older than the original\n    - B.\n    + Bättre.\n" in capsys.readouterr().out


def test_a_page_in_one_language_is_missing_in_the_other(written):
    (written.parent / "docs" / "en" / "about.md").unlink()
    assert set(states(written, "pages/about").values()) == {("en", "missing")}


def test_accepting_a_page_or_a_shared_file_writes_its_record(written, capsys):
    change(written.parent / "docs" / "sv" / "about.md", "B.", "Bättre.")
    change(written / "glossary.yml", "Det som blir annorlunda.", "Det som blir bättre.")
    capsys.readouterr()

    assert main(["translations", "accept", "pages/about"]) == 0
    assert main(["translations", "accept", "shared/glossary", "terms.outcome"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "playbook/translations/pages/about.yml",
        "playbook/translations/shared/glossary.yml",
    ]
    assert states(written, "pages/about") == states(written, "shared/glossary") == {}


def test_the_status_page_tells_of_them(written):
    change(written.parent / "docs" / "sv" / "about.md", "B.", "Bättre.")
    html = page(written, "translations", "en")

    assert '<a href="../about/"><span>Page</span></a>' in html
    assert "<code>sections.2</code>: Older than the original" in html
    assert "The glossary&#39;s terms" in html


def test_readers_of_a_page_are_sent_to_the_original(written):
    change(written.parent / "docs" / "sv" / "about.md", "B.", "Bättre.")
    renderer = Renderer(check_folder(written).playbook, written / "templates")

    assert renderer.original_language("en/about.md", "en") == "sv"
    assert renderer.original_language("sv/about.md", "sv") is None
    assert renderer.original_language("en/practices/about.md", "en") is None
