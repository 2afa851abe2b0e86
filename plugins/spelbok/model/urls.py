# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
r"""Which addresses a text may link to.

Links from content lead to the web, to an e-mail address, or by ``id:NAME`` to
another entry. Everything else (``javascript:``, ``data:``, ``//host``,
``/\host``, relative paths) is refused; sanitisers let some of it pass.
"""

import re
from urllib.parse import urlsplit

_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")
ENTRY_SCHEME = "id:"


def is_web_address(url: str) -> bool:
    """Return whether ``url`` is an absolute http or https address with a host."""
    if not _WEB.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def is_allowed(url: str) -> bool:
    """Return whether a text may link to ``url``."""
    return url.startswith(ENTRY_SCHEME) or bool(_MAIL.fullmatch(url)) or is_web_address(url)
