# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hostile text in every field of a whole project: no page of the built site has anything active of it."""

import json
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.site import configuration, small_project, spelbok
from tests.unit.test_hostile_text import with_text

HOSTILE = (
    "<meta data-evil http-equiv=refresh content=0;url=//evil.example>",
    "</title></script><script data-evil src=//evil.example></script>",
    "\"><form data-evil action=//evil.example>' data-evil=' onfocus='x()",
    "&lt;b data-evil&gt; ]](//evil.example) --> ]]> lt & amp nbsp; {{ 7 * 191 }}",
)


def _glossary(text):
    """Return terms whose names and forms are those of entities, elements and attributes."""
    names = ["lt", "gt", "amp", "quot", "nbsp", "div", "class", "href", "href=", "a", "34", "39", "b data-evil"]
    return {
        "terms": [
            {
                "id": f"term-{number}",
                "term": {"sv": name, "en": name},
                "definition": {"sv": text, "en": text},
                "forms": {"sv": [f"{name}a", text], "en": [f"{name}a"]},
            }
            for number, name in enumerate(names)
        ]
    }


@pytest.fixture(params=HOSTILE, ids=["meta", "script", "form", "entity"])
def site(request, tmp_path):
    text = request.param
    project = small_project(tmp_path / "project")
    settings = {
        "site_name": json.dumps(text),
        "site_description": json.dumps(text),
        "copyright": json.dumps(text),
        "site_url": "https://agency.example/playbook/",
        "repo_url": "https://git.example.org/agency/playbook",
        "edit_uri": "edit/main/docs/",
    }
    (project / "mkdocs.yml").write_text(configuration(settings, ["index.md", "principles/index.md", "glossary.md"]))
    for file in (project / "playbook").rglob("*.yml"):
        if "translations" in file.parts:
            continue
        content = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - builds texts alone
        hostile = _glossary(text) if file.name == "glossary.yml" else with_text(content, _within(file, text))
        if file.name == "publisher.yml":
            hostile["licence"]["name"] = hostile["hosting"]["name"] = text
        file.write_text(yaml.safe_dump(hostile, allow_unicode=True), "utf-8")
    run = spelbok(project, "build", "--no-paper")
    assert run.returncode == 0, (run.stdout + run.stderr)[-3000:]
    return project / "site"


def _within(file, text):
    """Return what a file of words may hold: labels have placeholders and no other braces."""
    return text.replace("{", "(").replace("}", ")") if file.name == "vocabulary.yml" else text


def test_no_page_has_an_active_element_of_a_text(site):
    pages = [*site.rglob("*.html")]
    assert len(pages) > 50
    for path in pages:
        name = path.relative_to(site).as_posix()
        tree = LexborHTMLParser(path.read_text("utf-8"))
        assert not tree.css("[data-evil]"), name
        for node in tree.css("*"):
            for key, value in node.attributes.items():
                assert not key.startswith("on"), f"{name}: {key}"
                assert key not in {"srcdoc", "style"}, f"{name}: {key}"
                if key in {"href", "src", "action", "formaction"}:
                    assert urlsplit(urljoin("//here/", value or "")).hostname != "evil.example", f"{name}: {value}"
        for node in tree.css("meta[http-equiv=refresh]"):
            assert "evil" not in node.attributes["content"], name
        assert "1337" not in tree.html, name
        for node in tree.css('script[type="application/ld+json"]'):
            json.loads(node.text())


def test_what_programs_read_keeps_its_form(site):
    for path in site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in [*site.rglob("*.xml"), *site.rglob("*.svg")]:
        ET.parse(path)  # noqa: S314 - raises if it is not well-formed
    for path in site.rglob("llms.txt"):
        for line in path.read_text("utf-8").splitlines():
            assert line == "" or line.startswith(("# ", "## ", "> ", "- [")), line
