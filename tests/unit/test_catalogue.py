# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The open data are what their schemas say, and say what the playbook says."""

import csv
import hashlib
import io
import json
import shutil

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from spelbok.checks.folder import check_folder
from spelbok.exports.data.content import table
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES
from spelbok.model import KINDS, TrainingModule
from tests.conftest import SMALL
from tests.exports import SITE, exported, small

RETIRED = """status: archived
retired:
  date: 2026-11-01
  reason: {sv: Vägen räcker., en: The path is enough.}
  successor: to-openness"""


@pytest.fixture(scope="module")
def files():
    return exported(small())


@pytest.fixture(scope="module")
def data(files):
    return {
        url: json.loads(content) for url, content in files.items() if url.startswith("data/") and url.endswith(".json")
    }


@pytest.fixture(scope="module")
def registry(data):
    schemas = {url: schema for url, schema in data.items() if "/schema/" in url}
    for url, schema in schemas.items():
        assert schema["$id"] == SITE + url
        Draft202012Validator.check_schema(schema)
    return Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas.values())


def mistakes(registry, value):
    validator = Draft202012Validator({"$ref": value["$schema"]}, registry=registry)
    return [error.message for error in validator.iter_errors(value)]


def test_every_file_is_what_the_schema_that_it_names_says(data, registry):
    described = [value for url, value in data.items() if "/schema/" not in url]

    assert len(described) == 3 + len(small().entries)
    assert [mistake for value in described for mistake in mistakes(registry, value)] == []


@pytest.mark.parametrize(
    ("url", "path", "value"),
    [
        ("data/v1/catalog.json", ("entries", 0, "id"), "Not An Id"),
        ("data/v1/catalog.json", ("entries", 2, "packages", 0, "sha256"), "123"),
        ("data/v1/catalog.json", ("format",), "2.0"),
        ("data/v1/catalog.json", ("more",), "x"),
        ("data/v1/entries/open-door.json", ("content", "steps"), []),
        ("data/v1/entries/open-door.json", ("status",), "draft"),
    ],
)
def test_spoiled_data_are_refused(data, registry, url, path, value):
    spoiled = json.loads(json.dumps(data[url]))
    inner = spoiled
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value

    assert mistakes(registry, spoiled)


def test_the_catalogue_lists_every_package_as_it_is(files, data):
    listed = [package for entry in data["data/v1/catalog.json"]["entries"] for package in entry["packages"]]

    offered = [url for url in files if url.startswith("packages/") and not url.startswith("packages/parts/")]
    assert sorted(item["url"] for item in listed) == sorted(SITE + url for url in offered)
    for item in listed:
        content = files[item["url"].removeprefix(SITE)]
        assert (item["bytes"], item["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_an_entry_holds_the_fields_of_its_file(data):
    content = data["data/v1/entries/opening-doors.json"]["content"]

    assert content["duration"] == "PT30M"
    assert content["questions"][0]["options"][0] == {
        "text": {"sv": "Öppnar", "en": "Open"},
        "correct": True,
        "feedback": {"sv": "Ja.", "en": "Yes."},
    }
    assert "exceptions" not in content


def test_a_change_log_dates_an_entry(data):
    module = next(item for item in data["data/v1/catalog.json"]["entries"] if item["kind"] == "module")

    assert (module["version"], module["changed"]) == ("1.0", "2026-11-01")


def test_former_addresses_and_a_successor_are_told(tmp_path):
    """So that a program that knows an old address finds what is there today."""
    shutil.copytree(SMALL, tmp_path / "playbook")
    file = tmp_path / "playbook" / "modules" / "opening-doors.yml"
    text = file.read_text("utf-8").replace("status: published", RETIRED, 1)
    file.write_text(text.replace("title:", "former_slugs: {sv: [portar]}\ntitle:", 1), "utf-8")
    playbook = check_folder(tmp_path / "playbook").playbook
    entries = json.loads(exported(playbook)["data/v1/catalog.json"])["entries"]
    module = next(entry for entry in entries if entry["id"] == "opening-doors")

    assert module["successor"] == f"{SITE}id/to-openness/"
    assert module["languages"]["sv"]["former"] == [f"{SITE}utbildningsmoduler/portar/"]
    assert module["languages"]["en"].get("former", []) == []
    assert all("successor" not in entry for entry in entries if entry is not module)


def test_tables_have_a_row_for_each_entry(files):
    for kind in KINDS:
        for locale in LOCALES:
            content = files[f"data/v1/csv/{kind.folder}.{locale}.csv"]
            rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
            assert [row["id"] for row in rows] == [entry.id for entry in small().of(kind)]
            assert rows[0]["address"] == f"{SITE}id/{rows[0]['id']}/{locale}/"


def test_a_table_holds_fields_inside_fields_and_lists(files):
    text = files["data/v1/csv/modules.en.csv"].decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))

    assert (row["group_size_min"], row["practices"], row["task_title"]) == ("4", "open-door", "Your door")
    assert "activities" not in row
    assert files["data/v1/csv/modules.en.csv"].startswith(b"\xef\xbb\xbf")


def test_a_comma_stays_in_its_cell_and_a_line_break_is_a_space():
    playbook = small()
    module = playbook.of(TrainingModule)[0]
    summary = module.summary.model_copy(update={"en": 'A, "b"\nc'})
    content = table(Texts(playbook, "en", SITE), [module.model_copy(update={"summary": summary})])

    assert next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))["summary"] == 'A, "b" c'


def test_drafts_are_nowhere(files):
    playbook = small()
    draft = playbook.by_id["opening-doors"]
    assert any("opening-doors" in url for url in files)
    status = draft.status.__class__(draft.status.vocabulary, "draft")
    loaded = tuple(
        item.__class__(item.entry.model_copy(update={"status": status}), item.document)
        if item.entry.id == draft.id
        else item
        for item in playbook.loaded
    )
    hidden = exported(playbook.__class__(**{**fields(playbook), "loaded": loaded}))

    assert not [url for url in hidden if "opening-doors" in url]
    assert "opening-doors" not in hidden["data/v1/catalog.json"].decode()
    assert "opening-doors" not in hidden["llms.txt"].decode()


def fields(playbook):
    return {name: getattr(playbook, name) for name in playbook.__dataclass_fields__ if not name.startswith("_")}


def test_contents_for_language_models(files):
    text = files["en/llms.txt"].decode()

    assert text.startswith("# Doors\n\n> ")
    assert f"- [Open door]({SITE}id/open-door/en/): " in text
    assert f"({SITE}en/open-data/)" in text
