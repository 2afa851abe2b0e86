# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form opens each of our entries, and would write it as it stands."""

import json

from spelbok.model.validate import validate
from spelbok.playbook.formatter import laid_out
from spelbok.source.document import Document
from spelbok.source.parser import parse
from tests.conftest import ROOT
from tests.consumers import node

ASSETS = ROOT / "docs" / "theme" / "assets"


def ask(folder, questions):
    file = folder / "questions.json"
    file.write_text(json.dumps(questions), "utf-8")
    return node("entry_yaml.mjs", str(ASSETS), str(file))


def test_every_entry_is_read_as_it_is_and_kept_as_it_stands(playbook, tmp_path):
    sources = [item.document.text for item in playbook.loaded]
    wanted = [item.document.values() for item in playbook.loaded]
    found = ask(
        tmp_path,
        [
            *({"ask": "values", "source": source} for source in sources),
            *(
                {"ask": "changed", "source": source, "after": values}
                for source, values in zip(sources, wanted, strict=True)
            ),
        ],
    )
    assert found == [*wanted, *sources]


def test_every_entry_written_anew_is_laid_out_as_spelbok_fmt_does(playbook, tmp_path):
    loaded = playbook.loaded
    ordered = [
        {name: values[name] for name in type(item.entry).model_fields if name in values}
        for item in loaded
        for values in [item.document.values()]
    ]
    questions = [
        {"ask": "fresh", "kind": item.entry.kind, "value": value} for item, value in zip(loaded, ordered, strict=True)
    ]
    for item, value, text in zip(loaded, ordered, ask(tmp_path, questions), strict=True):
        root, found = parse(text.encode(), item.document.file)
        assert (root is not None, found) == (True, []), item.entry.id
        document = Document(item.document.file, text, root)
        entry, found = validate(document, type(item.entry))
        assert (document.values(), found) == (value, []), item.entry.id
        assert laid_out(document, entry).text == text, item.entry.id
