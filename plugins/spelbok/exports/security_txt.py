# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""security.txt: where to report a vulnerability in confidence (RFC 9116)."""

import datetime as dt
from collections.abc import Iterator

from spelbok.exports.files import File
from spelbok.locales import LOCALES
from spelbok.playbook import Playbook
from spelbok.site.plain_text import one_line

ADDRESS = ".well-known/security.txt"
#: How long what the file says may be trusted; the standard recommends less than a year.
_TRUSTED = dt.timedelta(days=364)


def files(playbook: Playbook, site: str) -> Iterator[File]:
    """Yield the file, if the publisher names a place to report to.

    It expires a year after the day on which an entry was last read through: a
    date of the content, so that builds agree, and one that passes if nobody
    looks after the site any more.
    """
    contact = playbook.publisher.security
    if contact is None or not playbook.entries:
        return
    newest = max(entry.reviewed for entry in playbook.entries)
    lines = (
        f"Contact: {contact}",
        f"Expires: {newest + _TRUSTED}T00:00:00Z",
        f"Preferred-Languages: {', '.join(LOCALES)}",
        f"Canonical: {site}{ADDRESS}",
    )
    yield File(ADDRESS, "".join(f"{one_line(line)}\n" for line in lines).encode())
