# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first edition holds what was promised: enough of each kind, every claim of the source, no orphans."""

import re
from pathlib import Path

import pytest
import yaml

from spelbok.checks.external import links
from spelbok.locales import LOCALES
from spelbok.model import LearningPath, Measure, Practice, Principle, TrainingModule
from spelbok.model.values import Text
from spelbok.model.walk import walk
from tests.conftest import ROOT

SOURCE = "https://www.kruso.se/insights/transforming-the-way-government-works-by-shifting-from-projects-to-products"
MAP = yaml.safe_load(Path(__file__).with_name("claims.yml").read_text("utf-8"))
PRACTICES = [(number, entry) for number, named in MAP["practices"].items() for entry in named.values()]
PAGES = {"index", "about"}


def page(name, locale):
    return (ROOT / "docs" / locale / f"{name}.md").read_text("utf-8")


def bare(text):
    """The words of a text: without the targets of links, emphasis and line breaks."""
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "").split())


def texts(playbook, name, locale):
    """The texts of an entry, or of a page written by hand."""
    if name in PAGES:
        return [bare(page(name, locale))]
    return [bare(value[locale] or "") for _, value in walk(playbook.by_id[name]) if isinstance(value, Text)]


def ids(refs):
    return {ref.id for ref in refs}


@pytest.mark.parametrize(
    ("kind", "fewest", "most"),
    [(Principle, 7, 7), (Practice, 36, 99), (TrainingModule, 12, 99), (LearningPath, 4, 4), (Measure, 8, 99)],
)
def test_there_are_enough_of_each_kind(playbook, kind, fewest, most):
    assert fewest <= len([entry for entry in playbook.of(kind) if entry.is_current]) <= most


@pytest.mark.parametrize(("kind", "fewest"), [(Practice, 5), (TrainingModule, 1)])
def test_every_principle_comes_first_for_enough(playbook, kind, fewest):
    first = [entry.principles[0].id for entry in playbook.of(kind)]

    assert [entry.id for entry in playbook.of(Principle) if first.count(entry.id) < fewest] == []


def test_there_is_a_path_for_each_role(playbook):
    first = sorted(str(path.audience[0]) for path in playbook.of(LearningPath))
    everyone = {str(role) for path in playbook.of(LearningPath) for role in path.audience}

    assert len(first) == len(set(first))
    assert {"leader", "team", "support-function", "training-lead"} <= everyone


@pytest.mark.parametrize("claim", MAP["claims"], ids=lambda claim: f"{claim['principle']}: {claim['claim']}")
def test_every_claim_stands_in_its_entry(playbook, claim):
    where = claim["entry"]
    number = "frame" if where in PAGES else playbook.by_id[where].number
    assert claim["principle"] == number
    for locale in LOCALES:
        passage = bare(claim[locale])
        assert 5 <= len(passage.split()) <= 20
        assert any(passage in text for text in texts(playbook, where, locale)), f"{locale}: {passage}"


def test_the_claims_cover_every_principle_and_the_frame():
    assert {claim["principle"] for claim in MAP["claims"]} == {*range(1, 8), "frame"}
    for key in ("claim", *LOCALES):
        found = [(claim["principle"], claim[key]) for claim in MAP["claims"]]
        assert len(found) == len(set(found)), key


@pytest.mark.parametrize(("number", "name"), PRACTICES)
def test_every_practice_that_the_map_names(playbook, number, name):
    practice = playbook.by_id[name]
    principle = next(entry for entry in playbook.of(Principle) if entry.number == number)

    assert isinstance(practice, Practice)
    assert principle.id in ids(practice.principles)


def test_every_module_and_measure_that_the_source_names(playbook):
    assert set(MAP["modules"].values()) <= {entry.id for entry in playbook.of(TrainingModule)}
    assert set(MAP["measures"].values()) <= {entry.id for entry in playbook.of(Measure)}


def test_there_are_no_orphans(playbook):
    practices, modules = playbook.of(Practice), playbook.of(TrainingModule)
    taught = {ref.id for module in modules for ref in module.practices}
    related = {item.practice.id for practice in practices for item in practice.related}
    assessed = {ref.id for entry in playbook.of(Principle) for part in entry.self_assessment for ref in part.practices}
    measured = {ref.id for practice in practices for ref in practice.measures}
    on_paths = {part.module.id for path in playbook.of(LearningPath) for s in path.sections for part in s.modules}

    assert [entry.id for entry in practices if not entry.principles] == []
    assert [entry.id for entry in modules if not entry.practices] == []
    assert {entry.id for entry in practices} - taught - related - assessed == set()
    assert {entry.id for entry in playbook.of(Measure)} - measured == set()
    assert {entry.id for entry in modules} - on_paths == set()


def test_every_example_has_a_source_that_was_read(playbook):
    for practice in playbook.of(Practice):
        for example in practice.examples:
            source = example.source
            assert source.url, practice.id
            assert source.title, practice.id
            assert source.language, practice.id
            assert source.accessed, f"{practice.id}: {source.url}"


def test_the_source_is_cited(playbook):
    for locale in LOCALES:
        assert f"]({SOURCE})" in page("about", locale)
    for principle in playbook.of(Principle):
        assert SOURCE in {item.url for item in principle.references}, principle.id


def test_the_walks_of_contributing_name_entries_that_stand():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    names = re.findall(r"playbook/[a-z]+/[a-z-]+\.yml", text)
    assert names
    assert [name for name in names if not (ROOT / name).is_file()] == []


def test_addresses_of_other_sites_are_found_to_be_asked():
    texts = links.texts(ROOT, ROOT / "playbook")
    urls = {place.url for file, text in texts.items() for place in links.places(file, text)}
    assert len(urls) > 100
    assert not [url for url in urls if "127.0.0.1" in url or "{" in url]
