# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold for every input of the reader."""

from hypothesis import example, given
from hypothesis import strategies as st

from spelbok.model import Practice
from spelbok.model.validate import validate
from spelbok.source.document import Document
from spelbok.source.parser import parse
from tests.conftest import SMALL

PRACTICE = (SMALL / "practices" / "open-door.yml").read_text("utf-8")


def assert_inside(diagnostics, text):
    lines = text.split("\n")
    for item in diagnostics:
        span = item.span
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines) + 1
        assert span.column <= len(lines[span.line - 1] if span.line <= len(lines) else "") + 2


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"[" * 30_000)
@example(b"a: &x [*x]")
@example(b"? {a: b}\n: c")
@example(b"a: 0x" + b"1" * 5000)
def test_bytes_never_raise_and_spans_lie_inside(data):
    _, found = parse(data, "x.yml")

    assert_inside(found, data.decode("utf-8-sig", errors="replace"))


@st.composite
def mutants(draw):
    """The small practice with a passage cut, doubled or replaced."""
    start = draw(st.integers(0, len(PRACTICE)))
    end = draw(st.integers(start, min(len(PRACTICE), start + 40)))
    new = draw(st.one_of(st.just(""), st.text(max_size=12), st.just(PRACTICE[start:end] * 2)))
    return PRACTICE[:start] + new + PRACTICE[end:]


@given(mutants())
def test_a_mutant_gives_an_entry_or_diagnostics(text):
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return
    root, found = parse(data, "x.yml")
    entry = None
    if root is not None:
        entry, mistakes = validate(Document("x.yml", text, root), Practice)
        found += mistakes

    assert entry is not None or found
    assert_inside(found, text)


scalars = st.sampled_from(["No", "yes", "12:30", "1.10", "2026-02-30", "0o17", "1e5", "nul", "off", "0x1F", "1_000"])


@given(scalars)
def test_text_stays_text(word):
    root, found = parse(f"key: {word}\n".encode(), "x.yml")

    assert found == []
    assert Document("x.yml", "", root).values() == {"key": word}
