# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Placeholders of labels are names in braces and nothing else."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from spelbok.checks.labels import FROM_CODE
from spelbok.model.placeholders import fill, mistakes
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("in {time}", "in 5 min"),
        ("{time}{time} {other}", "5 min5 min {other}"),
        ("{time.__class__} {time!r} {time:>400000000} {0} {}", "{time.__class__} {time!r} {time:>400000000} {0} {}"),
        ("{ time } {{time}} } {", "{ time } {5 min} } {"),
    ],
)
def test_only_a_name_in_braces_is_filled_in(text, filled):
    assert fill(text, {"time": "5 min"}) == filled


def test_a_value_is_not_looked_into():
    assert fill("{a} {b}", {"a": "{b}", "b": "{a}"}) == "{b} {a}"


def test_markup_stays_markup_and_all_else_is_escaped():
    filled = fill("<b> {day} {name}", {"day": Markup("<time>1</time>"), "name": "<i>"})

    assert isinstance(filled, Markup)
    assert filled == "&lt;b&gt; <time>1</time> &lt;i&gt;"


@given(st.text(st.sampled_from("{}az0_.!:[]<& \n")), st.booleans())
def test_any_label_can_be_filled_in_and_mistakes_are_the_braces_that_stay(text, is_markup):
    values = {"a": Markup("x") if is_markup else "x"}
    filled = fill(text, values)

    assert ("{" in filled or "}" in filled) == any(True for _ in mistakes(text, values))


def test_labels_that_code_fills_in_are_known_to_the_check():
    """What a call of label() in the code names is listed for the check, which reads templates only."""
    found = {}
    for path in (ROOT / "plugins").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "label"
            if is_call and node.keywords and isinstance(node.args[0], ast.Constant):
                found[node.args[0].value] = [keyword.arg for keyword in node.keywords]

    assert found == FROM_CODE
