# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is written in an entry stands on its pages as text: nothing of it runs, loads or leads on."""

import html
from pathlib import Path

import pytest
import yaml

from spelbok.checks.folder import check_folder
from spelbok.checks.site.facts import facts
from spelbok.diagnostics import has_errors
from spelbok.locales import LOCALES
from spelbok.model import KINDS
from spelbok.site.renderer import Renderer

HOSTILE = [
    "<script>x()</script>",
    "<img src=x onerror=x()>",
    '"><svg/onload=x()>',
    "' onfocus='x()' autofocus='",
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    "<style>*{display:none}</style><p style=color:red>",
    '<base href="//evil.example/"><iframe srcdoc=x></iframe>',
    "{{ 7 * 191 }}{% raise %}{# x #}",
    "${{ github.token }} %(x)s {0.__class__}",
    "&lt;script&gt;x()&lt;/script&gt;&#x3c;script>",
    "</title></textarea></script><script>x()</script>",
]


def with_text(node, text):
    """Return content with every text in a language exchanged; addresses and choices stay."""
    if isinstance(node, dict):
        return {
            key: text
            if key in LOCALES and isinstance(value, str)
            else value
            if key == "slug"
            else with_text(value, text)
            for key, value in node.items()
        }
    return [with_text(item, text) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_written_is_shown_and_nothing_of_it_acts(small, text):
    for kind in KINDS:
        for file in (small / kind.folder).glob("*.yml"):
            content = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - builds texts alone
            file.write_text(yaml.safe_dump(with_text(content, text), allow_unicode=True), "utf-8")
    result = check_folder(Path("playbook"))
    assert not has_errors(result.diagnostics), [str(item.code.name) for item in result.diagnostics]

    renderer = Renderer(result.playbook, small / "templates")
    for page in renderer.pages("sv"):
        if page.source and page.subject is not None:
            rendered = renderer.render(page).html
            seen = facts(f"/{page.url}", f"<body>{rendered}</body>".encode())
            assert seen.inline == ()
            assert not [link for link in (*seen.links, *seen.fetched) if "evil" in link]
            assert html.escape(text, quote=False).split("&", 1)[0] in rendered
            assert str(7 * 191) not in rendered
