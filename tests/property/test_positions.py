# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A word of a text is found again in its file, however YAML folds, indents, quotes and escapes it."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from spelbok.language.words import read
from spelbok.source.document import Document
from spelbok.source.parser import Scalar, parse

# Words that every style of YAML can write as they are, but for quotes and backslashes.
LETTERS = "aåéß𐐷日1.!?'\"\\"
WORDS = st.lists(
    st.builds(lambda first, rest: first + rest, st.sampled_from("aå𐐷日"), st.text(LETTERS, max_size=6)), min_size=1
)
#: What stands between two words: a space, or a break of the line.
GAPS = st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=40, max_size=40)


def written(words, gaps, style, indent):
    """The words as a YAML scalar in one style."""
    margin = " " * indent
    if style == '"':
        words = [json.dumps(word, ensure_ascii=len(word) % 2 == 0)[1:-1] for word in words]
        words = [word.replace("\\ud801\\udc37", "\\U00010437") for word in words]
    if style == "'":
        words = [word.replace("'", "''") for word in words]
    text = words[0]
    for word, gap in zip(words[1:], gaps, strict=False):
        text += gap + (margin if gap != " " else "") + word
    if style in {"|", ">"}:
        return f"{style}-  # a remark\n{margin}{text}\n"
    return f"{style}{text}{style}\n"


@given(WORDS.filter(lambda words: len(words) <= 40), GAPS, st.sampled_from(["", "'", '"', "|", ">"]), st.integers(2, 6))
@example(["a", "b'c", 'd"e'], ["\n"] * 40, "'", 2)
@example(["å", "b\\n"], ["\n\n"] * 40, '"', 3)
def test_every_word_is_found_where_it_stands(words, gaps, style, indent):
    file = f"first: x\ntext:\n  sv: {written(words, gaps, style, indent + 2)}last: y\n"
    root, found = parse(file.encode(), "x.yml")
    assert (root, found) != (None, [])
    document = Document("x.yml", file, root)
    node = document.node(("text", "sv"))
    assert isinstance(node, Scalar)
    lines = file.split("\n")
    offset = 0
    for word in words:
        start = node.value.index(word, offset)
        offset = start + len(word)

        span = document.place(("text", "sv"), start, offset)

        assert span.line == span.end_line
        shown = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert unescaped(shown, style) == word


def unescaped(text, style):
    if style == '"':
        return json.loads(f'"{text}"'.replace("\\U00010437", "𐐷"))
    return text.replace("''", "'") if style == "'" else text


@given(st.text(max_size=200))
@example("1. Ett `kod` |två| (t.ex. tre).\n\n- Fyra: Fem… ”Sex?” Sju")
def test_words_stand_where_they_say_and_each_is_in_one_sentence(text):
    passage = read(text)

    assert len(passage.masked) == len(text)
    end = 0
    for sentence in passage.sentences:
        words = passage.words(sentence)
        assert words
        assert tuple(word.text for word in words) == sentence.words
        assert end <= sentence.start <= words[0].start < words[-1].end <= sentence.end
        assert all(text[word.start : word.end] == word.text for word in words)
        end = sentence.end


@given(st.text("ab \"'\\\n\t:#-x{}", max_size=40), st.data())
def test_a_place_lies_inside_its_scalar(text, data):
    file = f"key: {json.dumps(text)}\n"
    root, _ = parse(file.encode(), "x.yml")
    document = Document("x.yml", file, root)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    span = document.place(("key",), start, end)

    assert (1, 6) <= (span.line, span.column) <= (span.end_line, span.end_column) <= (1, len(file))
