# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever texts hold, also what the check refuses, every file for programs keeps its form."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from spelbok.checks.folder import check_folder
from spelbok.exports import EXPORTS
from spelbok.exports.embed import embeds
from spelbok.exports.paper import epub
from spelbok.exports.paper.site_info import Masthead
from spelbok.model.values import Model, Text
from spelbok.playbook import Loaded
from spelbok.site.renderer import Renderer
from tests.conftest import ROOT, SMALL

SITE = "https://agency.example/"
HOSTILE = [
    "a\ufffeb\uffffc\x00d\x0be",
    "one\ntwo\r\n# three\n\n- four\u2028five\x85six\x0cseven",
    "=cmd|'/c calc'!A1",
    "@SUM(1)\n]](//evil.example)::x::{=a ~b}#c",
    "]]> --> <![CDATA[ </title><b>&bogus; \"'",
]


def with_text(value, text):
    """Return a value of the model in which every text in a language is another."""
    if isinstance(value, Text):
        return value.model_copy(update={"sv": text, "en": text})
    if isinstance(value, Model):
        names = type(value).model_fields
        return value.model_copy(update={name: with_text(getattr(value, name), text) for name in names})
    if isinstance(value, dict):
        return {key: with_text(item, text) for key, item in value.items()}
    return tuple(with_text(item, text) for item in value) if isinstance(value, tuple) else value


@pytest.fixture(scope="module", params=HOSTILE, ids=["noncharacters", "lines", "formula", "gift", "xml"])
def files(request):
    text, playbook = request.param, check_folder(SMALL).playbook
    publisher = with_text(playbook.publisher, text)
    licence = publisher.licence.model_copy(update={"name": text})
    hostile = replace(
        playbook,
        loaded=tuple(Loaded(with_text(item.entry, text), item.document) for item in playbook.loaded),
        vocabulary=with_text(playbook.vocabulary, text),
        glossary=with_text(playbook.glossary, text),
        publisher=publisher.model_copy(update={"licence": licence}),
    )
    renderer = Renderer(hostile, ROOT / "playbook" / "templates", address=SITE, with_paper=True)
    found = {file.url: file.content for export in EXPORTS for file in export(hostile, SITE)}
    found |= {file.url: file.content for file in embeds(renderer)}
    edition = epub.Edition(renderer, "sv", Masthead(text, text, text, SITE), "")
    found |= {f"book/{name}": content for name, content in epub.files(edition, SITE).items()}
    for url, content in list(found.items()):
        if url.endswith((".zip", ".imscc")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                found |= {f"{url}/{name}": archive.read(name) for name in archive.namelist()}
    return found


def test_all_xml_is_well_formed(files):
    xml = [name for name in files if name.endswith((".xml", ".svg", ".xhtml", ".opf"))]
    assert len(xml) > 50
    for name in xml:
        try:
            ET.fromstring(files[name])  # noqa: S314 - ours
        except ET.ParseError as error:
            pytest.fail(f"{name}: {error}")


def test_json_is_json(files):
    for name in files:
        if name.endswith(".json"):
            json.loads(files[name])


def test_no_cell_is_a_formula(files):
    tables = [name for name in files if name.endswith(".csv")]
    assert len(tables) == 10
    for name in tables:
        rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r\n"))], name


def test_a_line_is_a_line(files):
    for name in ("llms.txt", "en/llms.txt"):
        for line in files[name].decode().splitlines():
            assert line == "" or line.startswith(("# ", "## ", "> ", "- [")), (name, line)
    for name in (name for name in files if name.endswith("-gift.txt")):
        for line in files[name].decode().splitlines():
            assert line in ("", "}") or line.startswith(("// ", "$CATEGORY: $", "::", "  =", "  ~")), (name, line)
