# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written about Spelbok is true and complete."""

import re
import string
import subprocess
import sys

import click
import pytest

from spelbok.checks.folder import check_folder
from spelbok.cli import ABOUT, declare
from spelbok.cli.commands import tree
from spelbok.diagnostics import codes
from spelbok.locales import LOCALES
from spelbok.model import KINDS
from spelbok.site.renderer import Renderer
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "dev" / "commands.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
_LINK = re.compile(r"\]\((?!https?:|mailto:|id:)([^)\s]+)\)")
#: Paths of somebody's machine, and work that is not the reader's.
_PRIVATE = re.compile(r"/(?:home|root|Users|work|tmp|private|mnt)/|[A-Z]:\\Users|localhost:\d", re.IGNORECASE)
#: Params of a code that are told in the reader's language: name_sv in one, name_en in the other.
_LOCALISED = re.compile(r"_(?:sv|en)$")


def commands(group=None, before=""):
    """Every command by its name, those of a group with the group's name before."""
    found = {}
    for name, one in (group or tree(declare, "spelbok", ABOUT, "en")).commands.items():
        found |= commands(one, f"{before}{name} ") if isinstance(one, click.Group) else {f"{before}{name}": one}
    return found


def parsed(words):
    """Parse the words of a command line after ``spelbok``; raises click.UsageError for wrong usage."""
    known = commands()
    count = 2 if " ".join(words[:2]) in known else 1
    name = " ".join(words[:count])
    return known[name].make_context(name, list(words[count:]))


def document(path):
    return path.relative_to(ROOT).as_posix()


def params(text):
    return {_LOCALISED.sub("", name) for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_reference_of_commands_is_not_stale():
    command = [sys.executable, "scripts/reference.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", commands())
def test_every_command_is_in_the_reference_with_its_options(name):
    section = REFERENCE.partition(f"\n## spelbok {name}\n")[2].partition("\n## ")[0]
    assert section
    for param in commands()[name].params:
        for option in param.opts if isinstance(param, click.Option) and param.name != "lang" else ():
            assert f"`{option}" in section


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_explained_in_both_languages(name):
    swedish, english = (commands(tree(declare, "spelbok", ABOUT, locale))[name] for locale in LOCALES)
    assert swedish.help != english.help
    for one, two in zip(swedish.params, english.params, strict=True):
        assert one.help
        assert two.help
        assert one.help != two.help, one.name


def test_the_lock_commands_of_the_readme_names_the_files_that_exist():
    for lock in ("requirements.txt", "requirements-test.txt"):
        assert f"pyproject.toml -o {lock}\n" in README
        assert (ROOT / lock).is_file()


def test_every_code_is_explained_on_the_messages_page(small):
    result = check_folder(small)
    renderer = Renderer(result.playbook, small / "templates")
    for locale in LOCALES:
        page = next(page for page in renderer.pages(locale) if page.key == "messages")
        html = renderer.render(page).html
        assert re.findall(r'<h2 id="([^"]+)">', html) == list(codes.ALL)


@pytest.mark.parametrize("code", codes.ALL.values(), ids=codes.ALL)
def test_every_code_speaks_both_languages_and_of_the_same_things(code):
    for phrase in (code.message, code.hint, code.explanation):
        assert bool(phrase.sv) == bool(phrase.en)
        assert params(phrase.sv) == params(phrase.en)
    assert code.message.sv
    assert code.explanation.sv
    for text in (code.message.sv, code.hint.sv):
        assert "_en}" not in text
    for text in (code.message.en, code.hint.en):
        assert "_sv}" not in text
    assert params(code.explanation.sv) == set(), "an explanation stands without a file"


def test_every_field_has_help_in_both_languages():
    for kind in KINDS:
        for name, field in kind.model_fields.items():
            assert field.json_schema_extra["x-help"].keys() == {"sv", "en"}, f"{kind.kind}.{name}"


def test_decisions_are_numbered_without_a_gap():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_has_the_same_headings(path):
    text = path.read_text("utf-8")
    number = int(path.name[:4])
    assert re.match(rf"# {number}\. \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.split()) < 500, "one short page"


@pytest.mark.parametrize("path", DOCUMENTS, ids=document)
def test_no_document_names_a_machine(path):
    assert _PRIVATE.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path.parent.name not in LOCALES], ids=document)
def test_links_between_documents_lead_somewhere(path):
    text = path.read_text("utf-8")
    for link in _LINK.findall(text):
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), f"{link} leads nowhere"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in anchors, f"{link} leads to no heading"
