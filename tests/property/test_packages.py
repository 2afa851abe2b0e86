# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for packages of every playbook: they depend on the playbook alone, and identifiers on ids alone."""

import re
from dataclasses import fields, replace
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from spelbok.exports.lms.gift import escaped
from spelbok.model import LearningPath, TrainingModule
from spelbok.playbook import Playbook
from tests.exports import contents, exported, small

#: Text that XML can hold: what the reader of YAML lets through.
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=40)
TITLES = TEXT.filter(str.strip)


def edited(playbook, **changed):
    """Return the playbook with entries in the place of those of the same id."""
    known = {field.name: getattr(playbook, field.name) for field in fields(playbook) if field.init}
    loaded = tuple(replace(item, entry=changed.get(item.entry.kind, item.entry)) for item in playbook.loaded)
    return Playbook(**{**known, "loaded": loaded})


def identifiers(files):
    """Return every identifier that an LMS keeps, by the package and file that it stands in."""
    found = {}
    for url, package in files.items():
        if url.endswith((".imscc", ".zip")):
            for name, text in contents(package).items():
                if name.endswith(".xml"):
                    root = ET.fromstring(text)  # noqa: S314 - made by us
                    found[url, name] = {node.get("identifier") or node.get("ident") for node in root.iter()} - {None}
        elif url.endswith("-gift.txt"):
            found[url, ""] = set(re.findall(r"^(?:::.*?::|\$CATEGORY.*)", package.decode(), re.MULTILINE))
    return found


@settings(max_examples=15)
@given(title=TITLES, slug=st.from_regex(r"[a-z]{3,20}", fullmatch=True), text=TITLES, turned=st.booleans())
def test_identifiers_survive_every_edit(title, slug, text, turned):
    playbook = small()
    module, path = playbook.of(TrainingModule)[0], playbook.of(LearningPath)[0]
    order = slice(None, None, -1 if turned else 1)
    new = {
        "title": module.title.model_copy(update={"sv": title, "en": title}),
        "slug": module.slug.model_copy(update={"sv": slug, "en": slug}),
        "about": module.about.model_copy(update={"sv": text, "en": text}),
        "activities": module.activities[order],
        "questions": module.questions[order],
        "outcomes": module.outcomes[order],
        "version": "9.0",
    }
    other = edited(
        playbook,
        module=module.model_copy(update=new),
        path=path.model_copy(update={"title": new["title"], "slug": new["slug"]}),
    )

    before, after = exported(playbook), exported(other)
    assert sorted(before) == sorted(after)
    assert identifiers(before) == identifiers(after)


def test_a_retired_module_keeps_its_packages():
    playbook = small()
    module = playbook.of(TrainingModule)[0]
    retired = replace(module.status, id="archived")
    files = exported(edited(playbook, module=module.model_copy(update={"status": retired})))

    assert identifiers(files) == identifiers(exported(playbook))


def test_an_identifier_that_follows_the_title_is_seen():
    files = exported(small())
    url = "packages/opening-doors-sv-scorm-live.zip"
    texts = contents(files[url])
    moved = texts["imsmanifest.xml"].replace("sco-opening-doors", "sco-oppna-dorrar")

    assert "sco-oppna-dorrar" in moved
    assert identifiers({url: files[url]}) == {
        (url, "imsmanifest.xml"): {f"{part}-opening-doors" for part in ("manifest", "organization", "sco", "resource")}
    }


def test_one_module_has_one_sco_identifier_in_every_language_and_form():
    found = {
        ET.fromstring(contents(package)["imsmanifest.xml"]).find(".//{*}item").get("identifier")  # noqa: S314
        for url, package in exported(small()).items()
        if url.endswith(".zip")
    }

    assert found == {"sco-opening-doors"}


def test_two_exports_give_the_same_bytes():
    assert exported(small()) == exported(small())


@given(text=TEXT)
def test_an_escaped_text_has_no_bare_character_of_gift(text):
    assert not re.search(r"(?<!\\)(?:\\\\)*[~=#{}:]", escaped(text))
    assert "\n" not in escaped(text)
