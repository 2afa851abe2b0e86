# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a built site on its own files: links, addresses, language pairs, policy.

Looks at files, not at what any generator says about them, so that nothing
depends on a generator's settings or verbosity. One check is one function from
the site to diagnostics.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from spelbok.diagnostics import Diagnostic
from spelbok.published import addresses, links, safety
from spelbok.published.facts import Site, read_site

#: Every check of a built site.
CHECKS: tuple[Callable[[Site], Iterator[Diagnostic]], ...] = (
    links.of_pages,
    links.of_files,
    links.of_packages,
    addresses.ids,
    addresses.collisions,
    addresses.pairs,
    addresses.canonicals,
    addresses.sitemap,
    safety.policies,
    safety.inline_code,
    safety.foreign_resources,
)


def check_site(folder: Path, site_url: str = "") -> list[Diagnostic]:
    """Return everything that is wrong with a built site.

    ``site_url`` is the public address of the site's root; links that begin
    with it, or with its path, are links within the site.
    """
    site = read_site(folder, site_url)
    return [found for check in CHECKS for found in check(site)]
