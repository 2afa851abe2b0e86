# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markdown of pages written by hand as HTML, by the same extensions as the built site.

``mkdocs.yml`` lists the same extensions; a test compares the two.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from markdown import Markdown

from spelbok.model.urls import ENTRY_SCHEME

#: Extensions with their options.
EXTENSIONS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "admonition": {},
        "attr_list": {},
        "def_list": {},
        "footnotes": {"BACKLINK_TITLE": "↑ {}"},  # One text for both languages.
        "md_in_html": {},
        "pymdownx.details": {},
        "pymdownx.highlight": {"use_pygments": False},
        "pymdownx.superfences": {},
        "tables": {},
        "toc": {"permalink": False},
    }
)
#: A link to an entry: the address in a link, or in the definition of one.
_ENTRY_LINK = re.compile(
    rf"(\]\(\s*<?|^ {{0,3}}\[[^\]\n]+\]:[ \t]*<?){ENTRY_SCHEME}([a-z0-9-]+)(?=[#\s)>]|$)", re.MULTILINE
)

#: So many brackets may be open at once: Python-Markdown looks for the end of each, in quadratic time.
_MAX_BRACKETS = 200
_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")


class UnreadableError(Exception):
    """Python-Markdown gave up on a text."""


def with_entry_links(text: str, resolve: Callable[[str], str | None]) -> str:
    """Replace the address of every link to an entry (``id:NAME``) by what its id resolves to, if anything."""

    def replaced(match: re.Match[str]) -> str:
        address = resolve(match[2])
        return match[0] if address is None else match[1] + address

    return _ENTRY_LINK.sub(replaced, text)


def converter() -> Callable[[str], str]:
    """Return a function from the Markdown of a page to its HTML.

    It raises UnreadableError for a text that is nested too deeply.
    """
    markdown = Markdown(extensions=list(EXTENSIONS), extension_configs={k: dict(v) for k, v in EXTENSIONS.items()})

    def html(text: str) -> str:
        if _depth(text) > _MAX_BRACKETS:
            raise UnreadableError("[[[ …")
        try:
            return str(markdown.reset().convert(text))
        except Exception as error:  # Extensions raise what they like.
            raise UnreadableError(type(error).__name__) from error

    return html


def _depth(text: str) -> int:
    """Return how many brackets are open at once in some paragraph."""
    deepest = depth = 0
    for sign in _BRACKET.finditer(text):
        depth = depth + 1 if sign[0] == "[" else max(depth - 1, 0) if sign[0] == "]" else 0
        deepest = max(deepest, depth)
    return deepest
