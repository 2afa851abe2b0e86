# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files in docs/: what is published, what is refused, and that nothing outside of the repository is read.

Mistakes in text files have golden cases in tests/cases/diagnostics.
"""

import os
import shutil
import socket
from pathlib import Path

import pytest
from PIL import Image

from spelbok.checks.folder import check_folder
from spelbok.playbook import docs_folder

PICTURES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
_ACTIVE = (
    "svg svgz html htm xhtml xht shtml xml xsl xslt rdf atom rss js mjs cjs jsx ts css wasm swf webmanifest manifest "
    "appcache php py cgi sh bat exe jar json map hta mht mhtml eml vbs pht htc ico bmp tiff ttf woff2 markdown "
    "mp4 zip"
)
#: What browsers, servers or plugins run, or take for a document; none of it may be published unseen.
ACTIVE = _ACTIVE.split()


@pytest.fixture
def docs(small):
    folder = small.parent / "docs"
    for locale in ("sv", "en"):
        (folder / locale).mkdir(parents=True)
    return folder


def found():
    return {(item.code.name, item.file) for item in check_folder(Path("playbook")).diagnostics}


@pytest.mark.parametrize("suffix", ACTIVE)
def test_active_files_are_refused(docs, suffix):
    for place in ("sv/x", "en/a/x", "shared/x", "x"):
        path = docs / f"{place}.{suffix}"
        path.parent.mkdir(exist_ok=True)
        path.write_text("<script>alert(1)</script>", "utf-8")
        assert not docs_folder.is_published(f"{place}.{suffix}")
    assert {file for code, file in found() if code == "file-kind"} == {
        f"docs/{place}.{suffix}" for place in ("sv/x", "en/a/x", "shared/x", "x")
    }


@pytest.mark.parametrize("suffix", PICTURES)
def test_pictures_are_published_if_they_are_pictures(docs, suffix):
    path = docs / "shared" / f"x.{suffix}"
    path.parent.mkdir()
    Image.new("RGB", (8, 8)).save(path, PICTURES[suffix])
    assert found() == set()
    path.write_text("<!doctype html><script>alert(1)</script>", "utf-8")
    assert found() == {("wrong-content", f"docs/shared/x.{suffix}")}


def test_a_large_file_is_told(docs):
    with (docs / "sv" / "x.pdf").open("wb") as file:
        file.write(b"%PDF-")
        file.truncate(docs_folder.MAX_BYTES + 1)
    assert found() == {("large-file", "docs/sv/x.pdf")}


def test_hidden_files_and_the_theme_are_no_content(docs):
    for name in (".git/x.js", "sv/.x.svg", "theme/x.js", "dev/x.html", "adr/x.svg"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("x", "utf-8")
    assert found() == set()
    assert list(docs_folder.files(docs)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("place", ["sv", "en/deep", "shared", "theme", "."])
def test_nothing_is_followed_out_of_docs(docs, place):
    folder = docs / place
    folder.mkdir(parents=True, exist_ok=True)
    outside = docs.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# secret\n", "utf-8")
    (folder / "a.md").symlink_to(outside / "secret.md")
    (folder / "b").symlink_to(outside)
    (folder / "c").symlink_to("c")
    (folder / "d").symlink_to("..")
    os.mkfifo(folder / "e.md")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.relpath(folder / "f.png"))
        result = check_folder(Path("playbook"))
    names = {os.path.normpath(f"docs/{place}/{name}") for name in ("a.md", "b", "c", "d", "e.md", "f.png")}
    assert {item.file for item in result.diagnostics if item.code.name == "unexpected-file"} == names
    assert result.playbook.by_hand == {}
    assert not any("secret" in text for text in result.texts.values())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_docs_that_are_a_link_are_not_followed(docs):
    shutil.move(docs, docs.parent / "elsewhere")
    (docs.parent / "elsewhere" / "sv" / "x.md").write_text("# secret\n", "utf-8")
    docs.symlink_to("elsewhere")
    result = check_folder(Path("playbook"))
    assert ("unexpected-file", "docs") in {(item.code.name, item.file) for item in result.diagnostics}
    assert result.playbook.by_hand == {}


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Ny sida.md", "ny-sida.md"),
        ("Åtgärder för öppenhet.PDF", "atgarder-for-oppenhet.pdf"),
        ("con.md", "con-1.md"),
        ("LPT1", "lpt1-1"),
        ("a%20b.md", "a-20b.md"),
        ("x?y#z.md", "x-y-z.md"),
        ("日本.md", "sida.md"),
        ("a..b.md", "a-b.md"),
        ("-x.md", "x.md"),
        ("x.md ", "x.md"),
    ],
)
def test_a_name_that_is_no_address_gets_a_better_one(docs, name, better):
    (docs / "sv" / name).write_text("x", "utf-8")
    told = [item for item in check_folder(Path("playbook")).diagnostics if item.code.name == "unsafe-file-name"]
    assert [item.params["suggestion"] for item in told] == [better]
    assert f"'{better}'" in told[0].hint("sv")


def test_a_page_that_is_nested_without_end_is_a_diagnostic(docs, monkeypatch):
    def fail(*_):
        raise RecursionError

    monkeypatch.setattr("markdown.Markdown.convert", fail)
    for locale in ("sv", "en"):
        (docs / locale / "x.md").write_text("# x\n", "utf-8")
    assert found() == {("unreadable-page", "docs/sv/x.md"), ("unreadable-page", "docs/en/x.md")}
