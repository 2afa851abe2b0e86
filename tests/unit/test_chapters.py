# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of the site as a chapter of a longer document."""

from spelbok.exports.paper.chapters import Place, as_html, as_xml, chapter, links, web_address
from spelbok.site.routes import Page

PAGE = Page("practices/a", "en", "en/practices/a/", (), "A", "", None, "")
NAMES = {"en/practices/a/": "a", "en/practices/b/": "b", "en/glossary/": "glossary"}


def place(*, level=2, tell=False):
    def locate(name, part):
        return f"#{name}.{part}" if part else f"#{name}"

    return Place("a", level, NAMES, locate, "https://site.example/", tell)


def html(text, **options):
    return str(as_html(chapter(text, PAGE, place(**options))))


def test_what_is_closed_is_open():
    made = html('<details><summary data-opened="Answer">Show</summary><p>Yes.</p></details>')

    assert made.startswith('<section class="chapter chapter-a"><div><p class="opened">Answer</p><p>Yes.</p></div>')


def test_what_can_only_be_clicked_is_left_out_and_the_text_after_it_stays():
    made = html('<p>One <button>x</button>two<script>y</script> three</p><div class="sb-definition" popover>z</div>')

    assert "<p>One two three</p>" in made
    assert not {"x", "y", "z"} & set(made.replace("class", "").replace("section", "").split())


def test_a_checklist_keeps_its_words():
    made = html('<li><input type="checkbox" id="c"> <label for="c">Done</label></li>')

    assert "<li> <span>Done</span></li>" in made


def test_headings_come_below_the_part_and_ids_are_of_the_chapter():
    made = html('<h1>A</h1><section aria-labelledby="what"><h2 id="what">What</h2><h3 id="x">X</h3></section>')

    assert '<h2 id="a">A</h2><section><h3 id="a.what">What</h3><h4 id="a.x">X</h4>' in made


def test_links_lead_to_a_chapter_or_to_the_site():
    made = html(
        '<a href="#what">1</a><a href="../b/">2</a><a href="../../glossary/#team">3</a>'
        '<a href="../../find/?q=x">4</a><a href="https://else.example/" hreflang="sv">5</a>'
    )

    assert '<a href="#a.what">1</a><a href="#b">2</a><a href="#glossary.team">3</a>' in made
    assert '<a href="https://site.example/en/find/?q=x">4</a><a href="https://else.example/">5</a>' in made


def test_paper_tells_where_a_link_leads():
    text = '<p><a href="https://www.else.example/page/">It</a>, really</p><p><a href="../b/">B</a></p>'

    assert 'It</a><span class="address"> (else.example/page)</span>, really' in html(text, tell=True)
    assert html(text, tell=True).count("address") == 1
    assert "address" not in html(text)


def test_a_cited_title_is_in_its_own_language():
    made = chapter('<a href="https://else.example/"><cite lang="en">The title</cite></a>', PAGE, place())

    assert list(links(made)) == [("https://else.example/", "The title", "en")]


def test_groups_in_a_list_of_terms_are_opened_up():
    made = html("<dl><div><dt>A</dt><dd>1</dd></div><div><dt>B</dt><dd>2</dd></div></dl>")

    assert "<dl><dt>A</dt><dd>1</dd><dt>B</dt><dd>2</dd></dl>" in made


def test_the_same_chapter_can_be_written_as_xml():
    made = chapter("<p>Å<br>ä &amp; ö</p>", PAGE, place())

    assert "<p>Å<br />ä &amp; ö</p>" in str(as_xml(made))
    assert "<p>Å<br>ä &amp; ö</p>" in str(as_html(made))


def test_an_address_is_written_as_people_do():
    assert web_address("https://www.a.example/b/?c=d") == "a.example/b/?c=d"
    assert web_address("https://a.example/") == "a.example"
