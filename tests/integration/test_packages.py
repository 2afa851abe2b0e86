# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that the real site exports, in the hands of those who take it.

They are programs by others, or rules where there are none.
"""

import json
import re
from urllib.parse import urlsplit

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from spelbok.checks.folder import check_folder
from spelbok.exports.lms.gift import gift
from spelbok.exports.lms.scorm import FORMS, package
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES
from spelbok.model import LearningPath, TrainingModule
from tests import consumers
from tests.cartridge_rules import faults
from tests.conftest import ROOT
from tests.exports import SITE, contents, packages, small, spoiled
from tests.unit.test_feeds import read

MANIFEST = "imsmanifest.xml"


@pytest.fixture(scope="module")
def playbook():
    return check_folder(ROOT / "playbook").playbook


@pytest.fixture(scope="module")
def scorm(published):
    return packages(published.folder, ".zip")


@pytest.fixture(scope="module")
def sample():
    """A SCORM package of the small playbook, to spoil."""
    return package(Texts(small(), "en", SITE), small().of(TrainingModule)[0], "offline")


def names(playbook, kind, forms):
    entries = [entry.id for entry in playbook.of(kind) if entry.is_published]
    return {f"{entry}-{locale}-{form}" for entry in entries for locale in LOCALES for form in forms}


def test_every_module_and_path_has_its_packages(published, playbook):
    files = [path for path in (published.folder / "packages").iterdir() if path.is_file()]
    there = {path.name.partition(".")[0] for path in files}

    assert there == names(playbook, TrainingModule, [*(f"scorm-{form}" for form in FORMS), "gift"]) | names(
        playbook, LearningPath, ["cartridge-participants", "cartridge-facilitators"]
    )


def test_every_cartridge_keeps_the_rules(published):
    """What breaks a rule is seen in tests/unit/test_cartridge.py."""
    assert {name: faults(data) for name, data in packages(published.folder, ".imscc").items() if faults(data)} == {}


@pytest.fixture(scope="module")
def schema():
    return consumers.scorm_schema()


def test_every_scorm_manifest_is_valid(scorm, schema):
    for name, data in scorm.items():
        assert schema.validate(etree.fromstring(contents(data)[MANIFEST].encode())), (name, schema.error_log)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' identifier="sco-', ' id="sco-'),
        ("resources>", "sources>"),
        ('scormtype="sco"', 'scormtype="course"'),
        ("</metadata>", "<more/></metadata>"),
    ],
)
def test_a_spoiled_manifest_is_not_valid(sample, schema, old, new):
    text = contents(spoiled(sample, MANIFEST, old, new))[MANIFEST]

    assert not schema.validate(etree.fromstring(text.encode()))


def test_open_edx_takes_every_scorm_package(scorm, sample, tmp_path):
    other = {
        "without-a-manifest": sample.replace(b"imsmanifest", b"imsmanifist"),
        "with-a-broken-manifest": spoiled(sample, MANIFEST, "</manifest>", ""),
        "without-its-page": spoiled(sample, MANIFEST, 'href="index.html">', 'href="gone.html">'),
        "that-never-reports": silenced(sample),
    }
    for name, data in {**scorm, **other}.items():
        (tmp_path / name).write_bytes(data)
    found = consumers.scorm_xblock(*(tmp_path / name for name in (*scorm, *other)))

    good = {"errors": [], "warnings": [], "version": "SCORM_12", "page": "index.html"}
    assert {name: found[str(tmp_path / name)] for name in scorm if found[str(tmp_path / name)] != good} == {}
    assert all(found[str(tmp_path / name)] != good for name in other)


def silenced(data):
    for name in ("session.js", "offline.js"):
        data = spoiled(data, name, "lesson_status", "lesson_place")
    return data


def test_every_gift_file_can_be_read(published, playbook, tmp_path):
    files = sorted((published.folder / "packages").glob("*-gift.txt"))
    bad = tmp_path / "bad.txt"
    bad.write_text(gift(Texts(small(), "en", SITE), small().of(TrainingModule)[0]).replace("}\n", "\n", 1), "utf-8")
    found = consumers.node("gift.mjs", *map(str, files), str(bad))

    assert isinstance(found.pop(str(bad)), str)
    for file in files:
        module = playbook.by_id[file.name.rpartition("-gift")[0].rpartition("-")[0]]
        category, *questions = found[str(file)]
        assert category["type"] == "Category"
        assert [question["title"] for question in questions] == [f"{module.id}-{item.id}" for item in module.questions]
        for question, asked in zip(questions, module.questions, strict=True):
            assert question["type"] == "MC"
            assert [choice["isCorrect"] for choice in question["choices"]] == [item.correct for item in asked.options]
            assert all(choice["feedback"]["text"] for choice in question["choices"])


def test_awkward_characters_arrive_in_a_question_bank(tmp_path):
    module = small().of(TrainingModule)[0]
    text = module.questions[0].text.model_copy(update={"en": r"a~b=c#d{e}f: \ g // {=h ~i} 50%"})
    question = module.questions[0].model_copy(update={"text": text})
    file = tmp_path / "awkward.txt"
    awkward = module.model_copy(update={"questions": (question, module.questions[1])})
    file.write_text(gift(Texts(small(), "en", SITE), awkward), "utf-8")
    _, first, second = consumers.node("gift.mjs", str(file))[str(file)]

    assert first["stem"]["text"] == r"a~b=c#d{e}f: \ g // {=h ~i} 50%"
    assert len(first["choices"]) == len(second["choices"]) == 2


def linked_data(page):
    for node in LexborHTMLParser(page.read_bytes()).css('script[type="application/ld+json"]'):
        yield json.loads(node.text())


def judged(tmp_path, nodes):
    file = tmp_path / "nodes.json"
    file.write_text(json.dumps(nodes), "utf-8")
    return consumers.node("linked_data.mjs", str(file))


def test_all_linked_data_have_the_types_of_schema_org(published, tmp_path):
    nodes = [node for page in sorted(published.folder.rglob("index.html")) for node in linked_data(page)]

    assert {node["@type"] for node in nodes} <= {"Course", "LearningResource"}
    assert judged(tmp_path, nodes) == []


def test_linked_data_with_a_mistake_are_refused(tmp_path):
    good = {"@context": "https://schema.org", "@type": "Course", "name": "x", "teaches": ["y"]}
    bad = [
        {**good, "teeches": "y"},
        {**good, "isAccessibleForFree": 7},
        {**good, "hasPart": {"@type": "Curse"}},
    ]
    found = judged(tmp_path, [good, *bad])

    assert len([line for line in found if "error TS" in line]) == len(bad)


def test_every_feed_can_be_read(published):
    """What cannot be read is seen in tests/unit/test_feeds.py."""
    files = list((published.folder / "feeds").glob("*.xml"))
    assert files
    for file in files:
        read(file.read_bytes())


def addresses(published):
    """Yield every address of the site that an exported file names, with the file."""
    named = re.compile(re.escape(published.address) + r"[^\s\"'<>()\\,]*")
    for path in sorted(path for path in published.folder.rglob("*") if path.is_file()):
        name = path.relative_to(published.folder).as_posix()
        if name.startswith("packages/") and path.suffix in {".imscc", ".zip"}:
            text = "\n".join(contents(path.read_bytes()).values())
        elif name.startswith(("packages/", "data/", "feeds/")) or path.name == "llms.txt":
            text = path.read_text("utf-8")
        elif name.endswith("index.html"):
            text = json.dumps(list(linked_data(path)))
        else:
            continue
        for address in named.findall(text):
            yield address.rstrip(".,;:"), name


@pytest.fixture(scope="module")
def named(published):
    return dict(addresses(published))


def dead(published, named, *, permanent):
    mine = {address: file for address, file in named.items() if (f"{published.address}id/" in address) == permanent}
    assert mine
    return {address: file for address, file in mine.items() if not there(published, address)}


def test_every_exported_address_of_the_site_is_there(published, named):
    assert dead(published, named, permanent=False) == {}


def test_every_exported_permanent_address_is_there(published, named):
    assert dead(published, named, permanent=True) == {}


def there(published, address):
    path = urlsplit(address).path.removeprefix(urlsplit(published.address).path)
    file = published.folder / path
    return (file / "index.html").is_file() if path.endswith("/") or not path else file.is_file()


def test_a_dead_address_is_seen(published):
    assert not there(published, f"{published.address}id/gone/")
    assert not there(published, f"{published.address}packages/gone.zip")
    assert there(published, published.address)
