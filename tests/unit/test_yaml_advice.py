# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of YAML that cannot be read, or that means something else than it seems: its place and cause."""

import random
import re
import time
from pathlib import Path

import pytest
import yaml

from spelbok.source import yaml_problems
from spelbok.source.parser import MAX_FOUND, parse
from tests import fuzz

#: What is written, the code, line and column, and a part of the advice in English.
BROKEN = [
    ("title: {sv: Steg 1: öppna, en: Step 1: open}\n", "yaml-syntax", 1, 19, "a colon followed by a space"),
    ("title: {sv: Steg 1: öppna,\n  en: x}\n", "yaml-syntax", 1, 19, "a colon followed by a space"),
    ("what:\n  sv: Steg 1: öppna\n", "yaml-syntax", 2, 13, "a colon followed by a space"),
    ("what:\n  sv: *Viktigt* att veta.\n", "yaml-syntax", 2, 7, "starts with * in"),
    ("what:\n  sv: **Viktigt** att veta.\n", "yaml-syntax", 2, 7, "starts with * in"),
    ("what:\n  sv: &nbsp; att veta.\n", "yaml-syntax", 2, 7, "starts with & in"),
    ("what:\n  sv: - en punkt\n", "yaml-syntax", 2, 7, "starts with - in"),
    ("what:\n  sv: @kanalen\n", "yaml-syntax", 2, 7, "starts with @ in"),
    ("what:\n  sv: `kod` först\n", "yaml-syntax", 2, 7, "starts with ` in"),
    ("what:\n  sv: %värde\n", "yaml-syntax", 2, 7, "starts with % in"),
    ("what:\n  sv: > mer\n", "yaml-syntax", 2, 9, "starts with > in"),
    ("what:\n  sv: | mer\n", "yaml-syntax", 2, 9, "starts with | in"),
    ("what:\n  sv: , mer\n", "yaml-syntax", 2, 7, "starts with , in"),
    ('what:\n  sv: "Öppna" dörren\n', "yaml-syntax", 2, 15, "goes on after the closing quote"),
    ("what:\n  sv: 'don't'\n", "yaml-syntax", 2, 12, "goes on after the closing quote"),
    ('what: {sv: "a" b, en: c}\n', "yaml-syntax", 1, 16, "goes on after the closing quote"),
    ("what:\n  sv: [x](https://example.org) mer\n", "yaml-syntax", 2, 10, "starts with [ or {"),
    ("what:\n  sv: {x} mer\n", "yaml-syntax", 2, 11, "starts with [ or {"),
    ('what:\n  sv: "C:\\path"\n', "yaml-syntax", 2, 10, "a backslash begins a code"),
    ("what:\n\tsv: x\n", "yaml-syntax", 2, 1, "spaces instead of tabs"),
    ("what:\n  sv: x\n\ten: y\n", "yaml-syntax", 3, 1, "spaces instead of tabs"),
    ("what: |\n\tx\n", "yaml-syntax", 2, 1, "spaces instead of tabs"),
    ("what:\t- x\n", "yaml-syntax", 1, 7, "spaces instead of tabs"),
    ("what:\n  sv:Text\n  en: y\n", "yaml-syntax", 3, 5, "a space after the colon"),
    ("id: x\nstatus published\nowner: y\n", "yaml-syntax", 2, 1, "lacks a colon"),
    ("id: x\n  owner: y\n", "yaml-syntax", 2, 8, "indented as much"),
    ("what:\n  sv: a\n    # b\n    c\n", "yaml-syntax", 4, 5, "after # is a comment"),
    ("what:\n  sv: x\n  a b #c: d\n", "comment-swallows-text", 3, 7, "whole text in"),
    ("tags: [a\nid: b\n", "yaml-syntax", 1, 7, "never closes"),
    ("id: a\n...\nowner: b\n", "yaml-syntax", 3, 1, "'...'"),
    ("%YAML 3.0\n---\nid: a\n", "yaml-syntax", 1, 1, "starts with %"),
    ("what:\n  sv:\u00a0Text\n  en: y\n", "odd-space", 2, 6, "ordinary space"),
    ("what:\n \u00a0sv: x\n", "odd-space", 2, 2, "ordinary space"),
    ("tags:\n  -\u00a0a\n", "odd-space", 2, 4, "ordinary space"),
    ("tags:\n  - \u202fa\n", "odd-space", 2, 5, "ordinary space"),
    ("what:\n  sv:\u3000Text\n", "odd-space", 2, 6, "ordinary space"),
    ("owner\u00a0: x\n", "odd-space", 1, 6, "ordinary space"),
    ("what: {sv: Fråga, lyssna, en: Ask}\n", "comma-splits-text", 1, 19, "whole text in"),
    ("what: {sv: Fråga, till exempel: hur, en: Ask}\n", "comma-splits-text", 1, 19, "whole text in"),
    ("id: x\n<<<<<<< HEAD\nowner: a\n", "conflict-marker", 2, 1, "keep one"),
    ("id: x\n=======\nowner: a\n", "conflict-marker", 2, 1, "keep one"),
    ("id: x\n||||||| 0a1b\nowner: a\n", "conflict-marker", 2, 1, "keep one"),
    ("id: x\r\n>>>>>>> other\r\nowner: a\r\n", "conflict-marker", 2, 1, "keep one"),
    ("what:\n  sv: |\n    Text.\n>>>>>>> other\n", "conflict-marker", 4, 1, "keep one"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "advice"), BROKEN)
def test_the_place_and_the_cause_are_told(text, code, line, column, advice):
    _, found = parse(text.encode(), "x.yml")

    assert [(item.code.name, item.span.line, item.span.column) for item in found] == [(code, line, column)]
    assert advice in found[0].hint("en")
    assert found[0].hint("sv")


#: Text that a comment swallows: what is written, and the comment.
SWALLOWED = [
    ("title: Öppen dörr #1\n", "#1"),
    ("title: Öppen dörr  #1\n", "#1"),
    ("title: Öppen dörr\t#1\n", "#1"),
    ("what: Skriv i kanalen #torget varje dag.\n", "#torget varje dag."),
    ("what: Se [x](https://e.org/a #b) där.\n", "#b) där."),
    ("what: Se [x](https://e.org/a  # b) där.\n", "# b) där."),
    ("what: Skriv `a  # b` där.\n", "# b` där."),
    ("what: Skriv **a  # b** där.\n", "# b** där."),
    ("what: Punkt nummer # 3 på listan\n", "# 3 på listan"),
    ("tag: #foo\n", "#foo"),
    ("tag: # foo\n", "# foo"),
    ("tags:\n  - #foo\n", "#foo"),
    ("tags: [a #b\n  , c]\n", "#b"),
    ("tags:\n  - a #b\n", "#b"),
    ("title: {sv: Öppen dörr #1, en: Open door #1}\n", "#1, en: Open door #1}"),
    ("title: {sv: Öppen dörr #1,\n  en: Open door}\n", "#1,"),
    ("title: {sv: a\n  #1\n  , en: b}\n", "#1"),
    ('title: "Öppen dörr" #1\n', "#1"),
    ("what: Skriv i kanalen\n  #torget.\n", "#torget."),
    ("what:\n  sv: |  #1\n    text\n", "#1"),
    ("steps:\n  - Skriv i kanalen\n    #torget.\n", "#torget."),
    ("what: Skriv i kanalen #torget\n  varje dag.\n", "#torget"),
]


@pytest.mark.parametrize(("text", "comment"), SWALLOWED)
def test_text_behind_a_number_sign_is_missed(text, comment):
    _, found = parse(text.encode(), "x.yml")

    lines = text.split("\n")
    shown = [
        lines[item.span.line - 1][item.span.column - 1 : item.span.end_column - 1]
        for item in found
        if item.code.name == "comment-swallows-text"
    ]
    assert shown == [comment]
    assert found[0].message("sv").startswith(f"'{comment}'")


@pytest.mark.parametrize(
    "text",
    [
        "# A remark.\nid: x\n",
        "id: x  # A remark.\n",
        "id:  # A remark.\n",
        "id: x # A remark.\n",
        "title: Öppen dörr  # A remark.\n",
        "title: Öppen dörr\t# A remark.\n",
        'title: "Öppen dörr" # A remark.\n',
        'title: "Öppen dörr #1"\n',
        "title: 'Öppen dörr #1'\n",
        'title: "Öppen dörr\n  #1"\n',
        "what: |\n  # Rubrik\n  Text #1\n",
        "what: >\n  Text #1\n",
        "what: |  # A remark.\n  Text\n",
        "what:  # A remark.\n  sv: x\n",
        "what: # A remark.\n  - x\n",
        "what: C#\n",
        "what: a#b\n",
        "what:\n  sv: Text text\n  #en: Text\n  # en: Text\nid: x\n",
        "what:\n  sv: Text text\n    # A remark.\nid: x\n",
        "tags:\n  - a b\n  #- c\n",
        "tags: [a, b]  # A remark.\n",
        "{a: x,  # A remark.\n b: y}\n",
    ],
)
def test_a_remark_is_a_comment(text):
    assert parse(text.encode(), "x.yml")[1] == []


def test_every_message_of_the_parser_has_swedish_words():
    library = Path(yaml._yaml.__file__).read_bytes()
    said = {text.decode() for text in re.findall(rb"(?<=\0)(?:while|did not|could not|found) [ -~]+(?=\0)", library)}
    said |= {
        text.decode()
        for text in re.findall(rb"(?<=\0)(?:mapping|block sequence) [a-z ]+ not allowed [ -~]+(?=\0)", library)
    }
    said = {text for text in said if "%s" not in text and "calling a Python" not in text}
    of_the_composer = {"found undefined alias", "found duplicate anchor; first occurrence", "found another document"}

    assert len(said) > 50
    assert said - of_the_composer <= {*yaml_problems._PROBLEMS, *yaml_problems._CONTEXTS}


ENGLISH = re.compile(r"\b(?:the|while|did|not|found|expected|could|that|with|this|where|is|are|character|key)\b")


def test_no_english_stands_in_swedish_messages():
    texts = fuzz.corpus()
    inputs = [fuzz.mutant(random.Random(f"words/{number}"), texts)[0] for number in range(1500)]  # noqa: S311 - repeatable
    shown = set()
    for data in [*inputs, *(row[0].encode() for row in BROKEN)]:
        for item in parse(data, "x.yml")[1]:
            if item.code.name == "yaml-syntax":
                shown.add(f"{item.message('sv')}; {item.hint('sv')}")
    assert len(shown) > 20
    assert [text for text in shown if ENGLISH.search(text)] == []


def test_an_unknown_message_is_told_in_general_words():
    mark = yaml.Mark("x", 0, 0, 0, None, 0)
    _, params = yaml_problems.explain(yaml.MarkedYAMLError("while dreaming", mark, "found a unicorn", mark), "x\n")
    assert params["problem_sv"] == "raden följer inte reglerna"
    assert params["problem_en"] == "found a unicorn while dreaming"


def test_conflict_markers_of_a_whole_file_are_limited():
    _, found = parse(b"<<<<<<< a\n" * 1000, "x.yml")
    assert len(found) == MAX_FOUND


@pytest.mark.parametrize(
    "text",
    [
        f"a: [{'a #b, ' * 30_000}]\n",
        f"a: [{chr(34)}{'a #b' * 30_000}{chr(34)}]\n",
        f"a: [{' #b, '.join(['c#d'] * 30_000)}]\n",
        f"a: [{', '.join(['c#d'] * 60_000)}] #x\n",
        "a: x\n" + "  #b\n" * 60_000,
        "a:\n" + "  - c #b\n" * 30_000,
        "\u00a0" * 100_000,
        "- " * 100_000 + "\u00a0",
        "<" * 200_000,
        '"' + "\\u202e" * 50_000 + '"',
        "a: 'b' c\n" * 20_000,
    ],
    ids=range(11),
)
def test_it_takes_linear_time(text):
    started = time.process_time()
    parse(text.encode(), "x.yml")
    assert time.process_time() - started < 4
