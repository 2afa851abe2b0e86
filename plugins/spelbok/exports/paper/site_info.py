# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a site says of itself on its start page: its name, what it is about, its licence, its address.

The core knows no configuration of a site generator. So whatever is made after
the pages takes these words from the page that readers see.
"""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, slots=True)
class Masthead:
    """The name and words of a site in one language; ``address`` is that of the site's root."""

    name: str
    description: str
    licence: str
    address: str


def masthead(start_page: str, address: str) -> Masthead:
    """Read the masthead from the HTML of a language's start page."""
    tree = LexborHTMLParser(start_page)

    def content(selector: str) -> str:
        node = tree.css_first(selector)
        return (node.attributes.get("content") or "").strip() if node else ""

    licence = tree.css_first(".sb-copyright")
    return Masthead(
        name=content('meta[property="og:site_name"]'),
        description=content('meta[name="description"]'),
        licence=licence.text(strip=True) if licence else "",
        address=address,
    )
