# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""An edit gives what was meant and touches nothing else, whatever is written and however the file is laid out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelbok.source.characters import forbidden
from spelbok.source.document import Document
from spelbok.source.editor import put
from spelbok.source.emitter import reads_back, scalar
from spelbok.source.parser import Scalar, parse
from tests.conftest import SMALL

#: Texts that YAML is known to misread, and any other.
SIGNS = st.sampled_from(
    ["# a", "- a", "'", '"', "\\", "{x", "]", "a:", "?", "|", ">-", "---", "...", "%x", "@", "`", "&a", "*a", "!a"]
)
WORDS = st.sampled_from(["no", "12:30", "a: b", "a #b", "<<", "a, b", "\ta", " a", "a "])
LINES = st.sampled_from(["\n", "a\n", "a\nb", "a\n\nb\n\n", " a\nb"])
ANY = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30)
TEXTS = SIGNS | WORDS | LINES | ANY.filter(lambda text: not forbidden(text))
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc") | TEXTS.filter(bool), inner, max_size=3)
    ),
    max_leaves=5,
)

#: Ways in which a field can stand in a file: its value, and the text after its key.
FIELDS = (
    ("word", " word"),
    ("word", " word  # why"),
    ("two words", " two\n  words"),
    ("it's", " 'it''s'  # why"),
    ("a\tb", ' "a\\tb"'),
    ("one\ntwo\n", " |\n  one\n  two"),
    ("one\ntwo", " |-  # why\n  one\n  two"),
    ("one\n\n", " |+\n  one\n"),
    ("one two", " >-\n  one\n  two"),
    (None, ""),
    (None, "  # why"),
    ([], " []"),
    (["a", "b"], " [a, b]  # why"),
    (["a", None], "\n  # first\n  - a\n  # second\n  -"),
    (["a", "b"], "\n- a  # why\n\n- b"),
    ([{"a": "b", "c": ["d"]}], "\n  - a: b  # why\n    c:\n      - d"),
    ({"a": "b", "c": ""}, " {a: b, c: ''}"),
    ({"a": "b", "c": "d"}, " {\n  a: b,  # why\n  c: 'd'}  # why"),
    ({"a": {"b": "c\n"}}, "\n  # inner\n  a:\n    b: |\n      c"),
)
GAPS = st.sampled_from(["\n", "\n\n", "\n# about what follows\n", "\n\n  # deeper\n\n\n"])


def read(text):
    root, found = parse(text.encode(), "x.yml")
    assert (root is not None, found) == (True, [])
    return Document("x.yml", text, root)


def paths(value, path=()):
    if path:
        yield path
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for step, item in items:
        yield from paths(item, (*path, step))


def following(values, path, value):
    """The content with one value put in, by other means than the editor's own."""
    if not path:
        return value
    step, *rest = path
    if isinstance(values, list):
        return [
            *values[:step],
            following(values[step] if step < len(values) else None, rest, value),
            *values[step + 1 :],
        ]
    values = values or {}
    return {**values, step: following(values.get(step), rest, value)}


@st.composite
def files(draw):
    """A file, as its fields with what stands between them, and which of them to edit."""
    chosen = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4))
    gaps = ["\n" if "|+" in written else draw(GAPS) for _, written in chosen]  # Blank lines would be its text,
    gaps = [gap.replace("  #", " #") if "\n  " in text else gap for (_, text), gap in zip(chosen, gaps, strict=True)]
    parts = [(f"k{number}", *field, gap) for number, (field, gap) in enumerate(zip(chosen, gaps, strict=True))]
    return parts, draw(st.integers(0, len(parts) - 1)), draw(st.sampled_from(["\n", "\r\n"]))


@given(files(), VALUES, st.data())
def test_only_the_value_changes(file, new, data):
    parts, number, newline = file
    name, old, _, _ = parts[number]
    texts = [f"{key}:{written}{gap}" for key, _, written, gap in parts]
    text = "# The beginning\n\n" + "".join(texts)
    document = read(text.replace("\n", newline))
    values = {key: value for key, value, _, _ in parts}
    assert document.values() == values
    inner = data.draw(st.sampled_from([(), *paths(old)]))
    path = (name, *inner)

    edited = put(document, path, new)

    assert edited.values() == following(values, path, new)
    before = "# The beginning\n\n" + "".join(texts[:number]) + f"{name}:"
    after = parts[number][3] + "".join(texts[number + 1 :])
    assert edited.text.startswith(before.replace("\n", newline))
    assert edited.text.endswith(after.replace("\n", newline))
    if "\r\n" in edited.text:
        assert "\n" not in edited.text.replace("\r\n", "")


@given(files(), VALUES, st.data())
def test_what_is_added_leaves_the_rest(file, new, data):
    parts, number, newline = file
    text = "".join(f"{key}:{written}{gap}" for key, _, written, gap in parts).replace("\n", newline)
    document = read(text)
    values = document.values()
    name, old, _, _ = parts[number]
    inside = [path for path in [(), *paths(old)] if isinstance(document.node((name, *path)), Scalar) is False]
    parent = data.draw(st.sampled_from([(), *((name, *path) for path in inside)]))
    here = values
    for step in parent:
        here = here[step]
    path = (*parent, len(here) if isinstance(here, list) else "new")
    order = data.draw(st.sampled_from([(), ("new", "k0", "a"), ("k0", "a", "new", "k1")]))

    edited = put(document, path, new, order)

    assert edited.values() == following(values, path, new)
    rest = iter(edited.text)
    assert all(character in rest for character in text.rstrip()), "what stood there still stands, in its order"


def test_a_missing_parent_is_added():
    document = read("a: b\nc:\n")

    assert put(document, ("x", "y", "z"), "1").text == "a: b\nc:\nx:\n  y: {z: 1}\n"
    assert put(document, ("c", "d"), "1 2").text == "a: b\nc:\n  d: 1 2\n"


@pytest.mark.parametrize("path", [("a", "b"), ("c", 2), ("c", "x"), ("d", 0)])
def test_a_path_that_leads_nowhere_is_refused(path):
    with pytest.raises(KeyError):
        put(read("a: text\nc: [x]\nd: {e: f}\n"), path, "new")


@pytest.mark.parametrize("text", ["\ud800", "\x1f", "e\u200bx"])
def test_characters_that_the_reader_refuses_are_refused(text):
    with pytest.raises(ValueError, match="no file can hold"):
        put(read("a: b\n"), ("a",), text)


@given(TEXTS, st.integers(1, 9), st.booleans())
def test_a_text_reads_back(text, column, flow):
    way = scalar(text, column, flow=flow)

    assert reads_back(f"k: [{way}]\n" if flow else f"k: {way}\n", {"k": [text] if flow else text})


@pytest.mark.parametrize("file", sorted(SMALL.glob("*/*.yml")), ids=lambda file: file.stem)
def test_every_text_of_an_entry_can_be_changed_and_put_back(file):
    document = read(file.read_text("utf-8"))
    lines = document.text.split("\n")
    for path in paths(document.values()):
        node = document.node(path)
        if not isinstance(node, Scalar):
            continue
        edited = put(document, path, "något annat: nytt")
        assert put(edited, path, node.value).values() == document.values()
        first, last = node.span.line - 1, node.span.end_line - (node.style in {"|", ">"})
        new = edited.text.split("\n")
        assert new[:first] == lines[:first]
        assert new[len(new) - (len(lines) - last) :] == lines[last:]


def test_a_text_keeps_its_style():
    document = read("a: \"x\"\nb: >-\n  x\nc: |  # why\n  x\nd: x\ne: 'x'\n")
    for path in "abcde":
        document = put(document, (path,), "y" + "\n" * (path == "c"))

    assert document.text == "a: \"y\"\nb: >-\n  y\nc: |  # why\n  y\nd: y\ne: 'y'\n"
    assert json.dumps(document.values()) == '{"a": "y", "b": "y", "c": "y\\n", "d": "y", "e": "y"}'
