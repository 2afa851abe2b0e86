# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas: valid, what the entries follow, and as strict as the model."""

import json
import re
from typing import ClassVar

import jsonschema
import pytest
import yaml

from spelbok.checks.folder import check_folder
from spelbok.model import KINDS
from spelbok.model.json_schema import schemas
from tests.conftest import ROOT

SCHEMAS = ROOT / "playbook" / "schema"


class Text(yaml.SafeLoader):
    """Reads YAML as an editor does, but leaves dates as text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def schema(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


def files():
    folder = ROOT / "playbook"
    entries = [(kind.kind, path) for kind in KINDS for path in sorted((folder / kind.folder).glob("*.yml"))]
    return [
        *entries,
        ("glossary", folder / "glossary.yml"),
        ("vocabulary", folder / "vocabulary.yml"),
        ("publisher", folder / "publisher.yml"),
    ]


@pytest.mark.parametrize("name", [kind.kind for kind in KINDS] + ["glossary", "vocabulary"])
def test_the_schema_is_a_schema(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("kind", "path"), files(), ids=lambda value: getattr(value, "stem", value))
def test_every_file_follows_its_schema(kind, path):
    jsonschema.validate(yaml.load(path.read_text("utf-8"), Text), schema(kind))  # noqa: S506 - a safe loader


@pytest.mark.parametrize(
    "spoiled",
    [
        {"difficulty": "terrible"},
        {"nonsense": 1},
        {"reviewed": "yesterday"},
        {"title": "no languages"},
        {"principles": []},
        {"evidence": None},
        {"duration": {"preparation": "1 hour", "session": "PT1H", "elapsed": "P1W"}},
    ],
    ids=str,
)
def test_mistakes_are_refused(small, spoiled):
    text = (small / "practices" / "open-door.yml").read_text("utf-8")
    entry = yaml.load(text, Text)  # noqa: S506 - a safe loader
    strict = json.loads(schemas(KINDS, check_folder(small).playbook.vocabulary)["practice.json"])

    jsonschema.validate(entry, strict)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**entry, **spoiled}, strict)


def lists(node):
    """Every description of a list inside a schema."""
    if isinstance(node, dict):
        if node.get("type") == "array":
            yield node
        for value in node.values():
            yield from lists(value)
    elif isinstance(node, list):
        for value in node:
            yield from lists(value)


@pytest.mark.parametrize("name", [path.stem for path in sorted(SCHEMAS.glob("*.json"))])
def test_no_list_is_endless(name):
    assert [node for node in lists(schema(name)) if not node.get("maxItems")] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner: team", f"owner: team\ntags: [{', '.join(['nonsense'] * 10_000)}]"),
        ("audience: [leader]", f"audience: [{', '.join(['nonsense'] * 10_000)}]"),
        ("principles: [openness]", f"principles: [{', '.join(['UNKNOWN'] * 10_000)}]"),
        ("evidence: experience", "evidence: experience\nmaterials:" + "\n  - {sv: x}" * 10_000),
    ],
)
def test_a_list_of_ten_thousand_gives_one_message(small, old, new):
    file = small / "practices" / "open-door.yml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    found = [item for item in check_folder(small).diagnostics if item.file.endswith("open-door.yml")]
    assert [item.code.name for item in found] == ["wrong-length"]
    assert "10000" in found[0].message("sv")


def test_bounds_of_numbers_reach_editors_and_the_form():
    """JSON Schema's own words: an editor and the form know "minimum", and nothing of pydantic's "ge"."""
    for kind in KINDS:
        text = (ROOT / "playbook" / "schema" / f"{kind.kind}.json").read_text("utf-8")
        assert re.findall(r'"(?:ge|gt|le|lt)":', text) == []
    size = json.loads((ROOT / "playbook" / "schema" / "practice.json").read_text("utf-8"))["$defs"]["GroupSize"]
    assert [size["properties"][name][bound] for name in ("min", "max") for bound in ("minimum", "maximum")] == [
        1,
        1000,
    ] * 2
