# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Renaming changes two places of a file, and nothing else of it."""

import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import main

DOOR = "practices/open-door.yml"
FLOW = "slug: {sv: oppen-dorr, en: open-door}\n"


def rename(small, slug, old="oppen-dorr", new="dorr-pa-glant", *more):
    """Rename an entry whose file has ``slug`` in the place of its own; return what stands there then."""
    file = small / DOOR
    text = file.read_bytes().decode().replace(FLOW, slug)
    before, after = text.split(slug)
    file.write_bytes(text.encode())
    assert main(["rename", old, new, *more, "--lang", "en"]) == 0
    changed = file.read_bytes().decode()
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert check_folder(small).diagnostics == []
    return changed.removeprefix(before).removesuffix(after)


@pytest.mark.parametrize(
    ("slug", "changed"),
    [
        (FLOW, "slug: {sv: dorr-pa-glant, en: open-door}\nformer_slugs: {sv: [oppen-dorr]}\n"),
        (
            "slug:  # The address.\n  sv: 'oppen-dorr'  # Swedish.\n  en: open-door  # English.\n",
            (
                "slug:  # The address.\n  sv: 'dorr-pa-glant'  # Swedish.\n  en: open-door  # English.\n"
                "former_slugs: {sv: [oppen-dorr]}\n"
            ),
        ),
        (
            FLOW + "former_slugs: {sv: [dorr], en: [door]}  # Kept.\n",
            "slug: {sv: dorr-pa-glant, en: open-door}\nformer_slugs: {sv: [dorr, oppen-dorr], en: [door]}  # Kept.\n",
        ),
        (
            FLOW + "former_slugs: {en: [door]}\n",
            "slug: {sv: dorr-pa-glant, en: open-door}\nformer_slugs: {en: [door], sv: [oppen-dorr]}\n",
        ),
        (
            FLOW + "former_slugs: {}\n",
            "slug: {sv: dorr-pa-glant, en: open-door}\nformer_slugs: {sv: [oppen-dorr]}\n",
        ),
        (
            FLOW + "former_slugs:\n  en: [door]  # Once.\n",
            "slug: {sv: dorr-pa-glant, en: open-door}\nformer_slugs:\n  en: [door]  # Once.\n  sv: [oppen-dorr]\n",
        ),
        (
            FLOW + "former_slugs:\n  sv:\n    - dorr  # The first.\n  en: [door]\n",
            (
                "slug: {sv: dorr-pa-glant, en: open-door}\n"
                "former_slugs:\n  sv:\n    - dorr  # The first.\n    - oppen-dorr\n  en: [door]\n"
            ),
        ),
        (
            FLOW + "former_slugs:\n  sv:\n  - dorr\n",
            "slug: {sv: dorr-pa-glant, en: open-door}\nformer_slugs:\n  sv:\n  - dorr\n  - oppen-dorr\n",
        ),
    ],
    ids=["flow", "block", "a list", "another language", "empty", "a block", "a block list", "an outdented list"],
)
def test_however_the_file_is_written(small, slug, changed):
    assert rename(small, slug) == changed


def test_line_endings_stay(small):
    for file in small.glob("*/*.yml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    file = small / DOOR
    assert main(["rename", "oppen-dorr", "dorr"]) == 0
    text = file.read_bytes()
    assert b"slug: {sv: dorr, en: open-door}\r\nformer_slugs: {sv: [oppen-dorr]}\r\ntitle:" in text
    assert text.count(b"\n") == text.count(b"\r\n")


def test_an_earlier_slug_that_comes_back_changes_places(small):
    before = FLOW + "former_slugs: {sv: [port, dorr], en: [door]}\n"
    after = "slug: {sv: dorr, en: open-door}\nformer_slugs: {sv: [port, oppen-dorr], en: [door]}\n"
    assert rename(small, before, new="dorr") == after


def test_by_id_and_language(small):
    wanted = "slug: {sv: oppen-dorr, en: ajar}\nformer_slugs: {en: [open-door]}\n"
    assert rename(small, FLOW, "open-door", "ajar", "--of", "en") == wanted


def test_a_draft_was_never_anywhere(small):
    file = small / "measures" / "visits.yml"
    file.write_text(file.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    assert main(["rename", "besok", "gaster"]) == 0
    assert "former_slugs" not in file.read_text("utf-8")
    assert "slug: {sv: gaster, en: visits}" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "x-y"], "No entry has the slug"),
        (["oppen-dorr", "Dörr"], "cannot be a slug"),
        (["oppen-dorr", "index"], "cannot be a slug"),
        (["oppen-dorr", "oppen-dorr"], "already"),
        (["oppen-dorr", "stangd-dorr"], "practices/closed-door.yml"),
        (["oppen-dorr", "luckan"], "practices/closed-door.yml"),
        (["twin", "x-y"], "by its id"),
    ],
)
def test_what_cannot_be(small, capsys, arguments, said):
    door = (small / DOOR).read_text("utf-8")
    closed = door.replace("id: open-door", "id: closed-door").replace(FLOW, "slug: {sv: stangd-dorr, en: twin}\n")
    closed = closed.replace("title: {sv", "former_slugs: {sv: [luckan]}\ntitle: {sv", 1)
    (small / "practices" / "closed-door.yml").write_text(closed, "utf-8")
    measure = small / "measures" / "visits.yml"
    measure.write_text(measure.read_text("utf-8").replace("en: visits}", "en: twin}"), "utf-8")

    assert main(["rename", *arguments, "--lang", "en"]) == 1

    assert said in capsys.readouterr().err
    assert (small / DOOR).read_text("utf-8") == door
