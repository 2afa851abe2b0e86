# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages as Markdown, read back by Python-Markdown with every extension that Zensical has switched on by itself."""

import html
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import markdown as reader
import pytest
import tinyhtml5
from hypothesis import example, given
from hypothesis import strategies as st

from spelbok.site import markdown
from zensical_spelbok import convert

#: Zensical's own, but for typography (smartsymbols), and two that a site may add: snippets read files.
EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
)
HOSTILE = (
    "<script>alert(1)</script>",
    "\\<b>",
    "a <img src=x onerror=alert(1)> b",
    "<!-- -->",
    "&lt;b&gt; &amp;amp; &copy;",
    "{{ config }} {% raw %} {# no #}",
    "word { .class onclick=alert(1) }",
    "# heading {#id}",
    "!!! danger",
    '??? note "x"',
    "/// note",
    '=== "Tab"',
    "```python",
    "~~~",
    "    code",
    '--8<-- "/etc/passwd"',
    ';--8<-- "x"',
    "[^1]: note",
    "[^1]",
    "*[HTML]: x",
    "[a]: https://evil.example/",
    "[a](javascript:alert(1))",
    "![a](https://evil.example/x.png)",
    "<https://evil.example/>",
    "https://evil.example/ and www.evil.example",
    "who@evil.example",
    ":smile: :material-home: 12:30:15",
    "$x$ \\(x\\) \\[x\\] $$y$$",
    "^^a^^ ~~b~~ ==c== ++ctrl+c++ H~2~O",
    "`#!py x`",
    ": definition",
    "- [ ] item",
    "1. one",
    "2) two",
    "(3) three",
    "+ plus",
    "> quote",
    "| a | b |",
    "***",
    "---",
    "===",
    "%% comment %%",
    "::: module",
    "a\\",
    "\\",
    "_",
    "__init__ snake_case *a* **b**",
    "wzxhzdk:0 klzzwxh:0001",
)


READER = reader.Markdown(extensions=list(EXTENSIONS))


def read(text):
    """Return the HTML that a generator would make of Markdown, as a tree."""
    made = READER.reset().convert(text)
    return tinyhtml5.parse(made, namespace_html_elements=False).find("body")


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("page", ["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>", "<p>Before <em>it</em>: {}</p>"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text, page):
    """Nothing but the elements that were there, and every word of the text."""
    source = page.format(html.escape(text))
    wanted = tinyhtml5.parse(source, namespace_html_elements=False).find("body")
    made = read(convert.markdown(source, str, "sv"))
    assert [element.tag for element in made.iter()] == [element.tag for element in wanted.iter()]
    assert words("".join(made.itertext())) == words("".join(wanted.itertext()))


def test_no_template_and_no_snippet_is_left_for_what_reads_before_markdown():
    for text in HOSTILE:
        for element in ("p", "code", "pre"):
            source = f"<{element}>{html.escape(text)}</{element}>"
            made = convert.markdown(source, str, "sv")
            assert not any(mark in made for mark in ("{{", "{%", "{#", "--8<--")), (element, text)


ODD = st.text(st.sampled_from("ab 1.-+*_`~^=|:!?/\\<>&{}[]()#$@\"'%;,x"), max_size=30)


#: Control characters are refused where files are read.
ANY = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60)


@given(ANY | ODD)
@example("0.")
def test_any_text_in_a_paragraph_says_the_same(text):
    source = f"<p>{html.escape(text)}</p>"
    wanted = tinyhtml5.parse(source, namespace_html_elements=False).find("body")
    made = read(convert.markdown(source, str, "sv"))
    assert words("".join(made.itertext())) == words("".join(wanted.itertext()))
    assert {element.tag for element in made.iter()} <= {"body", "p"}


LINES = st.sampled_from(
    (
        "- item", "  - inner", "1. one", "2. two", "    deeper", "*em* and **strong**", "***both***", "*a **b** c*",
        "`code`", "`{{ x }}`", "> quote", "", "", "text", "more {.x}", "| a | b |", "|---|---|", "| 1 | `2` |",
        "[link](https://example.org/a_b_(c)?x=1&y=2)", "***", "a  ", "    indented {{ code }}", "*x*y**z**", "10. ten",
    )
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_a_text_of_an_entry_reads_back_as_it_was(text):
    """The same elements with the same words in the same order, whatever CommonMark the entry holds."""
    wanted = str(markdown.block(text, lambda _: None))
    assert shape(read(convert.markdown(wanted, str, "sv"))) == shape(
        tinyhtml5.parse(wanted, namespace_html_elements=False).find("body")
    )


def shape(body: ET.Element):
    """Return what a reader is given: every word with the elements around it that mean something."""
    found = []

    def walk(element, around):
        here = around
        if element.tag in ("ul", "ol", "li", "em", "strong", "blockquote", "a", "code", "th", "td"):
            here = (*around, element.tag + unquote(element.get("href", "")))
        found.extend((word, here) for word in (element.text or "").split())
        for child in element:
            walk(child, here)
            found.extend((word, here) for word in (child.tail or "").split())

    walk(body, ())
    return found
