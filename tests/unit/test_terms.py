# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where on a page the terms of the glossary are explained."""

import re

import pytest

from spelbok.model import Glossary
from spelbok.site.glossary import Terms

TERMS = {"open-data": ["open data", "öppna data"], "facts": ["data"], "effect": ["effekt", "effekten", "µ-effekt"]}


@pytest.fixture(scope="module")
def terms():
    found = [
        {
            "id": name,
            "term": {"sv": first, "en": first},
            "definition": {"sv": "A <b>", "en": "B"},
            "forms": {"sv": more},
        }
        for name, (first, *more) in TERMS.items()
    ]
    return Terms(Glossary.model_validate({"terms": found}), "sv")


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Öppna data, och data.</p>", ["Öppna data", "data"]),
        ("<p>effekten, effekt</p><p>EFFEKT</p>", ["effekten"]),
        ("<p>data</p>", ["data"]),
        ("<p>metadata, data-set, dataset, open-data</p>", []),
        ('<p class="data effekt">data</p>', ["data"]),
        ('<p title=" data ">x</p>', []),
        ("<h2>data</h2><p>Data</p>", ["Data"]),
        ("<a href='x'><em>data</em> data</a> data", ["data"]),
        ('<div data-plain><div>data</div> data <img alt="data"> data</div><br>effekt', ["effekt"]),
        ('<span lang="en">data</span>data', ["data"]),
        ('<img src="x" lang="en">data', ["data"]),
        ("<nav>data <p>data", []),
        ("<article>data</article><abbr>effekt</abbr>", ["data", "effekt"]),
    ],
)
def test_a_term_is_explained_where_it_first_stands_in_running_text(terms, html, marked):
    explained = terms.explain(html, lambda term: f"g/#{term.id}")

    assert re.findall(r'<a class="sb-term"[^>]*>([^<]*)</a>', explained) == marked
    assert explained.count("popover") == len(marked)


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>a &lt; b &amp; c &quot;d&quot;&nbsp;&#39;e&#39; &#x27;</p>", []),
        ("<p>a &lt;lt&gt; and quot</p>", ["lt", "quot"]),
        ("<p>&amp;lt; &amp;amp;</p>", ["lt", "amp"]),
        ("<p>R&amp;D, R&D</p>", ["R&amp;D"]),
        ('<p>say "yes" and &#34;yes&#34;</p>', ['"yes"']),
        ("<p>&#34;yes&#34;</p>", ["&#34;yes&#34;"]),
        ('<img title="&lt;p&gt; lt "><br>nbsp', ["nbsp"]),
    ],
)
def test_no_entity_is_a_term_and_a_sign_that_is_escaped_is_part_of_one(html, marked):
    names = ["lt", "amp", "gt", "nbsp", "quot", "39", "x27", "34", "#39", "R&D", '"yes"']
    found = [
        {"id": f"t{number}", "term": {"sv": name, "en": name}, "definition": {"sv": "A", "en": "B"}}
        for number, name in enumerate(names)
    ]
    explained = Terms(Glossary.model_validate({"terms": found}), "sv").explain(html, lambda term: term.id)

    assert re.findall(r'<a class="sb-term"[^>]*>([^<]*)</a>', explained) == marked
    assert re.sub(r"<a[^>]*>|</a>|\n<div.*", "", explained, flags=re.DOTALL) == html


def test_the_explanation_stands_at_the_end_with_a_link_and_no_markup_of_its_own(terms):
    assert terms.explain("<p>Data</p>", lambda term: f"g/?a&b#{term.id}") == (
        '<p><a class="sb-term" href="g/?a&amp;b#facts" data-term="facts">Data</a></p>\n'
        '<div class="sb-definition" id="term-facts" popover data-plain>'
        '<p><a href="g/?a&amp;b#facts">data</a>: <span lang="sv">A &lt;b&gt;</span></p></div>'
    )
