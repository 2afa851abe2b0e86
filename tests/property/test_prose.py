# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text from strangers is data: whatever it is, no active markup comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelbok.model.urls import is_allowed
from spelbok.site import markdown

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\evil.example)",
    "[x](https:evil.example)",
    "[x](https://user@evil.example)",
    "[x](vbscript:msgbox)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '<meta http-equiv="refresh" content="0;url=//evil">',
    "{{ config }} {% include 'x' %} ${{ secrets.X }}",
    "[x](id:../../etc)",
    "# heading\n\n<h1>x</h1>",
    '[x](https://a.example "onmouseover=alert(1)")',
    "<svg/onload=alert(1)>",
]
_TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>", re.IGNORECASE)


def resolve(entry):
    return "../x/" if re.fullmatch(r"[a-z-]+", entry) else None


def assert_harmless(html):
    for _, name, attributes in _TAG.findall(html):
        assert name in markdown.TAGS
        for attribute in re.findall(r'([\w-]+)="', attributes):
            assert attribute in {"href", "start", "align"}
    for address in re.findall(r'href="([^"]*)"', html):
        assert address == "../x/" or is_allowed(address.replace("&amp;", "&"))


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks(text):
    assert_harmless(markdown.block(text, resolve))
    assert_harmless(markdown.inline(text, resolve))


@given(st.text(alphabet=st.sampled_from(list("<>[]()!/\\:\"'`*_{}%$&# \n\tjavscriptdathonek=;.")), max_size=80))
def test_any_text(text):
    assert_harmless(markdown.block(text, resolve))
    assert_harmless(markdown.inline(text, resolve))


@given(st.text(max_size=200))
def test_links_are_what_the_page_links_to_or_refuses(text):
    rendered = set(re.findall(r'href="([^"]*)"', markdown.block(text, resolve)))

    assert len(rendered) <= len(markdown.links(text))


SIGNS = [*"abåÄ1 .,:;-+=|~#>\"'()\n–\xa0\ufeff\x01\x7f\u2028😀", "\n\n", "A a", "- ", "1. ", "|-|-|\n", "---"]


@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_words_alone_are_written_as_the_parser_and_the_sanitiser_would(text):
    tokens = markdown._MARKDOWN.parse(text)

    assert markdown.block(text, resolve) == markdown._html(tokens)
    assert markdown.plain(text) == markdown._plain(tokens)


def test_an_entry_is_linked():
    assert markdown.block("See [that](id:open-door).", resolve) == '<p>See <a href="../x/">that</a>.</p>'


def test_what_markdown_can_say():
    text = "One *two* **three** `four`.\n\n- a\n- b\n\n3. c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |\n"
    assert markdown.block(text, resolve).replace("\n", "") == (
        "<p>One <em>two</em> <strong>three</strong> <code>four</code>.</p>"
        '<ul><li>a</li><li>b</li></ul><ol start="3"><li>c</li></ol><blockquote><p>d</p></blockquote>'
        "<table><thead><tr><th>e</th><th>f</th></tr></thead><tbody><tr><td>g</td><td>h</td></tr></tbody></table>"
    )
