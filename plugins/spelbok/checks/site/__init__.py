# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a built site on its own files: links, addresses, language pairs, policy.

Looks at files, not at what any generator says about them, so that nothing
depends on a generator's settings or verbosity. One check is one function from
the site to diagnostics.
"""

from collections.abc import Callable, Iterator

from spelbok.checks.site import addresses, links, security
from spelbok.checks.site.facts import Site, read_site
from spelbok.diagnostics import Diagnostic

__all__ = ["CHECKS", "Site", "check_site", "read_site"]

#: Every check of a built site.
CHECKS: tuple[Callable[[Site], Iterator[Diagnostic]], ...] = (
    links.of_pages,
    links.of_files,
    links.of_packages,
    addresses.ids,
    addresses.collisions,
    addresses.pairs,
    addresses.canonicals,
    addresses.redirects,
    addresses.sitemap,
    security.policies,
    security.inline_code,
    security.foreign_resources,
)


def check_site(site: Site) -> list[Diagnostic]:
    """Return everything that is wrong with a built site."""
    return [found for check in CHECKS for found in check(site)]
