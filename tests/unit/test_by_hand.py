# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages written by hand: right ones are accepted, however they were saved.

Wrong ones have golden cases in tests/cases/diagnostics.
"""

from pathlib import Path

import pytest
from PIL import Image

from spelbok.checks.folder import check_folder

HEAD = '---\ntitle: "Om oss: vi"\ndescription: Om dörrar.\n---\n\n'
#: Texts that hold what is refused elsewhere, and are right.
RIGHT = {
    "code that shows markup": "`<script>` och `{{ x }}` och `:ikon:`\n\n"
    "```html\n<iframe src='x'></iframe>\n=== \"Flik\"\n```",
    "an underlined heading": "Rubrik\n=======\n\nText.",
    "a rule after the front matter": "Text.\n\n---\n\nMer: text.",
    "a box and a fold": '!!! note "Obs"\n    Text.\n\n??? note "Mer"\n    Text.',
    "footnotes": "Text.[^1]\n\n[^1]: Not.",
    "code in a list": "- En\n\n    ```sh\n    a ~~b~~\n    ```",
    "times and ratios": "Kl. 10:30:15, 3 == 3, ~1 och C++ eller a_b_c.",
    "an emoji of several parts": "Familj \U0001f469\u200d\U0001f467.",
    "an entry": '[Dörren](id:open-door) och [steget](id:open-door#nowhere) och [den](id:open-door "titel").',
    "pages": "[Ordlistan](glossary.md#x), [arbetssätten](practices/index.md), [sidan](about.md#om), [hit](#om).",
    "files": "![x](../bilder/a.png) ![y](b.png) [z](../bilder/a.png)",
    "addresses": "<https://agency.example/> <me@agency.example> [ring](tel:+46-8-123) [x](https://agency.example/?a=1&b=2)",
}  # fmt: skip


#: What is said of a text because it stands in both languages.
TWICE = frozenset({"same-text", "wrong-language"})


@pytest.fixture
def docs(small):
    folder = small.parent / "docs"
    for place in ("sv", "en", "bilder"):
        (folder / place).mkdir(parents=True)
    for name in ("sv/b.png", "en/b.png", "bilder/a.png"):
        Image.new("RGB", (8, 8)).save(folder / name)
    return folder


def found(docs, text):
    """Return what is said of a page that is the same in both languages, but for that."""
    for locale in ("sv", "en"):
        (docs / locale / "about.md").write_bytes(text)
    diagnostics = check_folder(Path("playbook")).diagnostics
    return [(item.code.name, item.message("en")) for item in diagnostics if item.code.name not in TWICE]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_right_text_is_accepted(docs, text):
    assert found(docs, f"{HEAD}# Om\n\n{text}\n".encode()) == []


@pytest.mark.parametrize(("encoding", "end"), [("utf-8", "\n"), ("utf-8", "\r\n"), ("utf-8-sig", "\r\n")])
def test_every_way_of_saving_is_read(docs, encoding, end):
    assert found(docs, f"{HEAD}# Om\n\nText.\n".replace("\n", end).encode(encoding)) == []
    page = check_folder(Path("playbook")).playbook.by_hand["about"]["sv"]
    assert page.title == "Om oss: vi"
    assert page.body == "\n# Om\n\nText.\n"


def test_a_place_is_told_as_it_is_in_files_of_windows(docs):
    text = "---\r\ntitle: a: b\r\n---\r\n\r\n# Om\r\n\r\n<script>\r\n"
    assert [code for code, _ in found(docs, text.encode())] == ["yaml-syntax", "unsafe-markup"] * 2
    places = {(item.code.name, item.span.line) for item in check_folder(Path("playbook")).diagnostics}
    assert places >= {("yaml-syntax", 2), ("unsafe-markup", 7)}
