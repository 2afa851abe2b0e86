# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The playbook as an e-book: a valid EPUB 3 with all that is published, and the same each time."""

import io
import xml.etree.ElementTree as ET
import zipfile

import pytest

from spelbok.exports.paper import epub
from spelbok.locales import LOCALES
from spelbok.storage.cache import Cache
from tests.paper import ADDRESS, check_epub, edition, file, written

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"


@pytest.fixture(scope="module", params=LOCALES)
def made(request):
    of = edition(request.param)
    return of, file(list(epub.printed(of, Cache(None))), ".epub")


@pytest.fixture
def package(made):
    with zipfile.ZipFile(io.BytesIO(made[1])) as opened:
        yield opened


def parsed(content):
    return ET.fromstring(content)  # noqa: S314 - written by ourselves


def test_epubcheck_finds_nothing(made, tmp_path):
    ok, said = check_epub(written(tmp_path, "book.epub", made[1]))
    assert ok, said


def test_epubcheck_finds_a_seeded_fault(made, tmp_path):
    of, _ = made
    files = epub.files(of, ADDRESS) | {"book/cover.png": b"no picture"}
    files["book/open-door.xhtml"] = files["book/open-door.xhtml"].replace(
        b"</body>", b'<a href="nowhere.xhtml">x</a></body>'
    )
    ok, said = check_epub(written(tmp_path, "book.epub", epub.packed(files)))
    assert not ok
    assert "RSC-007" in said, said


def test_it_says_what_it_is_before_all_else(made, package):
    first = package.infolist()[0]

    assert made[1][30:58] == b"mimetypeapplication/epub+zip"
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_it_tells_its_language_day_and_how_it_can_be_read(made, package):
    root = parsed(package.read("book/package.opf"))
    metadata = root.find(f"{OPF}metadata")
    properties = {item.get("property"): item.text for item in metadata.iter(f"{OPF}meta")}
    dublin = {item.tag.rpartition("}")[2]: item.text for item in metadata}

    assert dublin["language"] == made[0].locale
    assert dublin["title"] == "Doors"
    assert properties["dcterms:modified"] == f"{made[0].date.isoformat()}T00:00:00Z"
    assert {"accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"} <= {
        name.removeprefix("schema:") for name in properties
    }
    assert properties["schema:accessibilitySummary"]


def test_the_list_of_contents_names_every_entry_and_the_places_to_jump_to(made, package):
    root = parsed(package.read("book/contents.xhtml"))
    contents, landmarks = root.iter(f"{XHTML}nav")
    targets = [link.get("href") for link in contents.iter(f"{XHTML}a")]

    assert {f"{page.subject.id}.xhtml" for page in made[0].pages} < set(targets)
    assert "glossary.xhtml" in targets
    assert contents.get(f"{OPS}type") == "toc"
    assert {link.get(f"{OPS}type") for link in landmarks.iter(f"{XHTML}a")} == {
        "titlepage",
        "toc",
        "bodymatter",
        "glossary",
    }


def test_every_file_names_its_language_and_has_one_title(made, package):
    names = [name for name in package.namelist() if name.endswith(".xhtml")]
    for name in names:
        root = parsed(package.read(name))
        assert root.get("lang") == made[0].locale
        assert len(list(root.iter(f"{XHTML}h1"))) == 1, name
    assert len(names) > len(made[0].pages)


def test_nothing_that_needs_a_screen_is_in_it(package):
    text = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xhtml"))

    for word in (b"<script", b"<button", b"<input", b"<details", b"popover"):
        assert word not in text


def test_the_same_texts_give_the_same_bytes(made):
    assert file(list(epub.printed(edition(made[0].locale), Cache(None))), ".epub") == made[1]
