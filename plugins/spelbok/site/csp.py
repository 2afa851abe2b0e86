# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page may do in a reader's browser: the one home of its Content-Security-Policy.

A static host sends no headers of ours, so the policy stands in each page, as
the first thing after its encoding: a browser applies it to what follows. (A
policy in a page cannot say who may frame it; that takes a header.)
"""

from html import escape
from types import MappingProxyType

#: Directive to what it allows. Nothing is allowed that is not named, and nothing inline.
DIRECTIVES = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",  # Material's style sheets hold their icons as data.
        "connect-src": "'self'",  # The search index.
        "form-action": "'self'",  # The search form.
        "base-uri": "'none'",
        "object-src": "'none'",
    }
)

POLICY = "; ".join(f"{name} {sources}" for name, sources in DIRECTIVES.items())

#: What another site is told of the page that a reader comes from: nothing.
REFERRER = "no-referrer"

#: The elements that say both. Every page has them right after ``<meta charset="utf-8">``.
HEAD = (
    f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">\n'
    f'  <meta name="referrer" content="{REFERRER}">'
)
