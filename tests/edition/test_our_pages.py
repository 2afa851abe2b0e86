# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our edition on its pages: facets in our order, nothing alone on the map, guides that name what exists."""

import re

import pytest

from spelbok.site.facets import options, values
from spelbok.site.map import KINDS, overview
from tests.conftest import ROOT


def named(playbook, kind):
    return [entry for entry in playbook.entries if entry.kind == kind]


@pytest.mark.parametrize("kind", ["practice", "module"])
def test_every_card_is_found_under_every_facet(playbook, kind):
    offered = options(playbook, named(playbook, kind))

    assert {"principle", "audience", "time", "group"} <= offered.keys()
    for entry in named(playbook, kind):
        mine = values(entry)
        assert all(set(mine[name]) & set(choices) for name, choices in offered.items())


def test_choices_come_in_the_order_of_readers(playbook):
    offered = options(playbook, named(playbook, "practice"))

    assert [str(choice) for choice in offered["time"]] == ["up_to_30", "up_to_60", "up_to_120", "over_120"]
    assert [str(choice) for choice in offered["difficulty"]] == ["introductory", "intermediate", "advanced"]
    assert str(offered["principle"][0]) == "leadership-and-vision"


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_no_entry_stands_alone_on_the_map(playbook, locale):
    diagram = overview(playbook, locale)

    shown = {entry.id for entry in playbook.entries if entry.is_current and isinstance(entry, KINDS)}
    assert all(diagram.related[entry] for entry in shown)
    assert "impact-mapping" in diagram.related["product-vision"]


def test_relations_are_shown_from_both_ends(published):
    principle = (published.folder / "principer" / "kontinuerligt-larande" / "index.html").read_text("utf-8")
    practice = (published.folder / "arbetssatt" / "retrospektiv" / "index.html").read_text("utf-8")

    assert 'href="../../arbetssatt/retrospektiv/"' in principle
    assert 'href="../../principer/kontinuerligt-larande/"' in practice
    assert 'href="../../utbildningsmoduler/agila-metoder/"' in practice


def test_every_file_names_its_schema(playbook):
    """So that editors complete it."""
    folder = ROOT / "playbook"
    entries = [(folder / kind.folder, kind.kind) for kind in playbook.kinds]
    files = [(path, name) for place, name in entries for path in sorted(place.glob("*.yml"))]
    for path, name in [*files, *((folder / f"{name}.yml", name) for name in ("glossary", "vocabulary"))]:
        first = path.read_text("utf-8").split("\n", 1)[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.partition("=")[2]).resolve() == folder / "schema" / f"{name}.json"


def test_the_guide_to_adding_a_kind_points_to_an_entry_and_an_owner_of_ours(playbook):
    guide = (ROOT / "docs" / "dev" / "adding-a-kind.md").read_text("utf-8")
    assert re.findall(r"^owner: (.+)$", guide, re.MULTILINE) == list(playbook.vocabulary.owners)
    assert re.findall(r"^principles: \[(.+)\]$", guide, re.MULTILINE)[0] in playbook.by_id


def test_the_entries_that_the_contributor_guide_names_exist():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for name in set(re.findall(r"`((?:playbook|docs)/[\w./-]+)`", text)):
        assert (ROOT / name).exists() or name == "docs/bilder", name  # A folder that an author makes.
