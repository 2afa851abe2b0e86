# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A short run of the fuzzer on every test run, and faults that it finds."""

import time

import pytest

from spelbok.diagnostics import Diagnostic, Span

pytest.importorskip("resource", reason="Windows has no limits on memory and time of the kind")

from tests import fuzz as fuzzer


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
    def falling(*_):
        raise RecursionError

    monkeypatch.setattr(fuzzer, "SAMPLED", 1)
    monkeypatch.setattr(fuzzer, part, falling)
    assert "RecursionError" in fuzzer.fuzz(500, seed=1, most=1).failures[0]
