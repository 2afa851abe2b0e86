# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML of pages written by hand: what is refused, what is not, and the same extensions as the built site."""

import pytest
import yaml

from spelbok.checks.page_html import scripted, violations
from spelbok.checks.page_markdown import EXTENSIONS, UnreadableError, converter
from tests.conftest import ROOT

#: Markdown that tries to run, fetch, restyle or end what is around it.
HOSTILE = [
    "<script>alert(1)</script>",
    "<script src='https://evil.example/x.js'></script>",
    "<SCRIPT\n>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p onclick='x'>a</p>",
    "<details ontoggle=alert(1) open>x</details>",
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><use href='x.svg#a'/></svg>",
    "<math><mtext></mtext></math>",
    "<iframe src='x'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='x'></object>",
    "<embed src='x'>",
    "<form action='x'><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<button>x</button>",
    "<textarea>x</textarea>",
    "<select><option>x</option></select>",
    "<meta http-equiv='refresh' content='0;url=x'>",
    "<base href='https://evil.example/'>",
    "<link rel='stylesheet' href='x.css'>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<table><tr><td style='text-align: left; position: fixed'>x</td></tr></table>",
    "<body onload=alert(1)>",
    "<html manifest='x'>",
    "<frameset><frame src='x'></frameset>",
    "<video src='x'></video>",
    "<audio src='x'></audio>",
    "<template><script>x</script></template>",
    "<noscript>x</noscript>",
    "<plaintext>",
    "<xmp>x</xmp>",
    "<marquee>x</marquee>",
    "<title>x</title>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='blob:x'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a name='x'>x</a>",
    "<a href='x' target='_blank'>x</a>",
    "<a href='x' ping='https://evil.example/'>x</a>",
    "<img src='data:image/svg+xml,x' alt=''>",
    "<img srcset='x 2x' src='x' alt=''>",
    "<p data-copy='x'>x</p>",
    "<p tabindex='1'>x</p>",
    "<p hidden>x</p>",
    "<p contenteditable>x</p>",
    "<p is='x-y'>x</p>",
    "<my-element>x</my-element>",
    "[x](javascript:alert(1))",
    "[x](<java script:alert(1)>)\n\n[y]\n\n[y]: javascript:alert(1)",
    "[x](java&#115;cript:alert(1))",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "# x { onclick=alert(1) }",
    "x\n{: style='color: red' }",
    "*x*{ data-x=y }",
    "![x](x.png){ onerror=alert(1) }",
    "| a { onclick=x } |\n| - |\n| b |",
    '!!! note "<script>alert(1)</script>"\n    x',
    '??? note "<img src=x onerror=alert(1)>"\n    x',
    "a[^1]\n\n[^1]: <script>alert(1)</script>",
    "x\n: <script>alert(1)</script>",
    "</div>",
    "</main></body></html>",
    "<div>",
    "<p>x",
    "a </article> b",
    "<b>a</b></b>",
    "<?php echo 1 ?>",
    "<!doctype html>",
]  # fmt: skip
#: What pages may hold.
HARMLESS = [
    "# x { #anchor .sb-x }",
    "<div class='x' markdown>\n\n## x\n\n</div>",
    "<section aria-labelledby='x' markdown>\n\n## x {#x}\n\n</section>",
    "| a | b |\n| :-: | -: |\n| c | d |",
    '!!! note "Obs"\n    Text.',
    '??? note "Mer"\n    Text.',
    '???+ note "Mer"\n    Text.',
    "a[^1]\n\n[^1]: b",
    "ord\n: förklaring",
    "<details><summary>Mer</summary>Text.</details>",
    "<figure><img src='x.png' alt='x'><figcaption>y</figcaption></figure>",
    "<abbr title='x'>y</abbr> <kbd>Ctrl</kbd> <mark>x</mark> H<sub>2</sub>O <br> <br/>",
    "<span lang='en'>x</span>",
    "<!-- a note -->",
    "```html\n<script>alert(1)</script>\n```",
    '- a\n\n    ```python hl_lines="1" title="x"\n    x = 1\n    ```',
    "`<script>` and &lt;script&gt; and 1 < 2 & 3 > 2",
    "[x](https://agency.example/?a=1&b=2) <https://agency.example/> <me@agency.example> [y](tel:+468123)",
    "1. a\n2. b\n\n* c\n    * d\n\n> e\n\n---\n",
]  # fmt: skip


@pytest.fixture(scope="module")
def html():
    return converter()


@pytest.mark.parametrize("text", HOSTILE)
def test_what_could_run_or_break_out_is_refused(html, text):
    assert list(violations(html(text)))


@pytest.mark.parametrize("text", HARMLESS)
def test_text_lists_tables_and_images_are_not(html, text):
    assert list(violations(html(text))) == []


@pytest.mark.parametrize("text", ["```mermaid\nx\n```", "```math\nx\n```", "x\n{ .annotate }"])
def test_what_needs_a_script_is_found(html, text):
    assert list(scripted(html(text)))


@pytest.mark.parametrize("text", ["[" * 60_000, "[a " * 20_000, "[" * 30_000 + "]" * 30_000])
def test_brackets_without_end_are_refused_at_once(html, text):
    with pytest.raises(UnreadableError):
        html(text)
    assert html("[" * 100 + "\n\n" + "[] " * 1000)


def test_the_check_reads_pages_as_the_site_does():
    class Tolerant(yaml.SafeLoader):
        pass

    Tolerant.add_multi_constructor("!", lambda *_: None)
    listed = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=Tolerant)["markdown_extensions"]  # noqa: S506
    found = {}
    for item in listed:
        found |= item if isinstance(item, dict) else {item: {}}
    assert found == {name: dict(options) for name, options in EXTENSIONS.items()}
