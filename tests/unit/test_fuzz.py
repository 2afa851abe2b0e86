# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A short run of the fuzzer on every test run, and faults that it finds."""

import re
import time

import pytest

from spelbok.checks import by_hand
from spelbok.diagnostics import Diagnostic, Span
from spelbok.model import Glossary, Vocabulary, placeholders
from spelbok.playbook.markdown_pages import Handwritten
from spelbok.site import context, glossary

pytest.importorskip("resource", reason="Windows has no limits on memory and time of the kind")

from tests import fuzz as fuzzer
from tests import long_texts


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    """Keep failing inputs of the tests out of the repository."""
    monkeypatch.setattr(fuzzer, "KEPT", tmp_path / "fuzz")
    return tmp_path / "fuzz"


def test_a_short_run_finds_nothing():
    figures = fuzzer.fuzz(1000, seed=20261123)
    assert figures.failures == []
    assert figures.inputs == 1000
    assert figures.accepted > 50
    assert len(figures.codes) >= 15


def test_the_same_seed_gives_the_same_inputs():
    texts = fuzzer.corpus()
    one, two = ([fuzzer.mutant(fuzzer.random.Random(f"1/{n}"), texts) for n in range(50)] for _ in range(2))
    assert one == two


def planted(fault):
    """Judge as always, and fall over what ``fault`` says of an input."""

    def judging(data, kind, figures):
        fuzzer.judge(data, kind, figures)
        fault(data)

    return judging


def crash(data):
    if b"{{" in data:
        raise RecursionError


def silence(data):
    if b"<script" in data:
        raise fuzzer.Failure("renders as markup")


def delay(data):
    if b"::error" in data:
        time.sleep(5)


@pytest.mark.parametrize("fault", [crash, silence, delay])
def test_a_planted_fault_is_found_and_kept(fault, kept, monkeypatch):
    monkeypatch.setattr(fuzzer, "MAX_SECONDS", 1)
    figures = fuzzer.fuzz(1500, seed=1, judging=planted(fault), most=1)
    assert len(figures.failures) == 1
    assert len(list(kept.iterdir())) == 1


def test_a_reader_that_lies_about_places_is_found(monkeypatch):
    honest = fuzzer.parse

    def lying(data, file):
        root, found = honest(data, file)
        return root, [Diagnostic(item.code, file, Span(9999, 1, 9999, 2), item.params) for item in found]

    monkeypatch.setattr(fuzzer, "parse", lying)
    assert "outside the file" in fuzzer.fuzz(200, seed=1, most=1).failures[0]


def test_a_renderer_that_lets_markup_through_is_found(monkeypatch):
    monkeypatch.setattr(fuzzer.markdown, "block", lambda text, _: f"<p>{text}</p>")
    assert "renders as" in fuzzer.fuzz(3000, seed=1, most=1).failures[0]


@pytest.mark.parametrize("part", ["check", "Renderer"])
def test_a_fault_of_the_whole_playbook_is_found(part, monkeypatch):
    def falling(*_, **__):
        raise RecursionError

    monkeypatch.setattr(fuzzer, "SAMPLED", 1)
    monkeypatch.setattr(fuzzer, part, falling)
    assert "RecursionError" in fuzzer.fuzz(500, seed=1, most=1).failures[0]


def only(kind, monkeypatch):
    """Let the inputs be of one kind, and each that is accepted be rendered."""
    texts = [item for item in fuzzer.corpus() if item[1] is kind]
    monkeypatch.setattr(fuzzer, "corpus", lambda: texts)
    monkeypatch.setattr(fuzzer, "SAMPLED", 1)
    monkeypatch.setattr(fuzzer, "_MUTATIONS", (fuzzer._words,))


def test_labels_that_are_formats_are_found(monkeypatch):
    only(Vocabulary, monkeypatch)
    monkeypatch.setattr(placeholders, "mistakes", lambda *_: ())
    monkeypatch.setattr(context, "fill", lambda text, values: text.format(**values))

    assert re.search(
        "KeyError|IndexError|ValueError|AttributeError|TemplateMistakeError",
        fuzzer.fuzz(300, seed=1, most=1).failures[0],
    )


def test_terms_that_break_entities_are_found(monkeypatch):
    only(Glossary, monkeypatch)
    monkeypatch.setattr(glossary.Terms, "explain", lambda _, html, __: f"{html}<p>&<a>lt</a>;</p>")

    assert "broken entity" in fuzzer.fuzz(60, seed=1, most=1).failures[0]


def test_pages_that_stop_their_reader_are_found(monkeypatch):
    only(Handwritten, monkeypatch)
    monkeypatch.setattr(fuzzer, "_MUTATIONS", (lambda _, text, __: text + "\n\n" + "1. " * 2000,))
    assert fuzzer.fuzz(3, seed=1).failures == []
    monkeypatch.setattr(by_hand.page_limits, "MAX_DEPTH", 10**9)
    monkeypatch.setitem(by_hand.page_limits._MOST, "depth", 10**9)

    found = fuzzer.fuzz(3, seed=1)
    assert found.failures == []
    assert found.codes["unreadable-page"] == 3, "what the limit does not catch, the reader's own end does"


def test_long_texts_are_of_every_kind():
    """How long they take is measured by ``python -m tests.fuzz --slow``, not here; that they can be read is."""
    found = list(long_texts.measure(size=300))

    assert {reader for reader, _, _ in found} == {"entry", "page"}
    assert len(found) == 2 * len(long_texts.texts())
    assert max(map(len, long_texts.texts().values())) >= long_texts.SIZE


def test_a_text_that_takes_long_is_told(monkeypatch, capsys):
    monkeypatch.setattr(long_texts, "measure", lambda: [("entry", "a", 1.0), ("page", "b", 2.5)])

    assert long_texts.main() == 1
    assert "page b: 2.5 s" in capsys.readouterr().out
