# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compare a built site with a published inventory: what was promised there, and is it kept here?

The playbook is not asked, only the site as it lies in its folder. So a site
that another generator built, or that was changed afterwards, is judged alike.
"""

import urllib.request
from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

from spelbok.checks.site import read_site
from spelbok.diagnostics import Diagnostic, codes
from spelbok.locales import Phrase
from spelbok.playbook import inventory
from spelbok.site import permalinks

#: How long to wait for an answer, in seconds, and the largest inventory that is read, in bytes.
TIMEOUT, MAX_BYTES = 30, 20 * 1024 * 1024
_SCHEMES = ("http", "https")


class UnreadableError(Exception):
    """An inventory or a site that cannot be read; says why in both languages.

    ``is_missing`` says that the web answers 404: nothing is published there.
    """

    def __init__(self, sv: str, en: str, *, is_missing: bool = False) -> None:
        super().__init__(en)
        self.words = Phrase(sv, en)
        self.is_missing = is_missing


def verify(text: str, where: str, site: Path, addresses: str) -> list[Diagnostic]:
    """Return what the inventory ``text``, read from ``where``, promises and the site in a folder does not keep.

    ``addresses`` is the site's own inventory in its folder. A line of ``text``
    that cannot be read is a warning, for nobody can change what is published
    but by publishing; if no line can be read, each is an error. Raises
    UnreadableError if the folder holds no site that tells its addresses.
    """
    own = site / addresses
    if not own.is_file():
        raise UnreadableError(
            f"Det finns ingen sajt med {addresses} i {site}/. Kör 'spelbok build' först.",
            f"There is no site with {addresses} in {site}/. Run 'spelbok build' first.",
        )
    old, found = inventory.parse(text, where)
    if not old.promises and not found:
        raise UnreadableError(f"{where} lovar ingenting.", f"{where} promises nothing.")
    if old.promises:  # Lines that cannot be read, in a file that only a new publication can mend.
        found = [replace(item, code=codes.SKIPPED_PROMISE) for item in found]
    now, _ = inventory.parse(own.read_text("utf-8"), own.as_posix())
    return [*found, *permalinks.broken(old, read_site(site).reached, now.promises)]


def read(where: str) -> str:
    """Return the inventory at a web address or in a file. Raises UnreadableError."""
    try:
        if urlsplit(where).scheme in _SCHEMES:
            data = _fetched(where)
        else:
            with Path(where).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        missing = isinstance(error, HTTPError) and error.code == HTTPStatus.NOT_FOUND
        words = f"{where} går inte att läsa: {error}", f"{where} cannot be read: {error}"
        raise UnreadableError(*words, is_missing=missing) from None
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024**2
        raise UnreadableError(f"{where} är större än {limit} MB.", f"{where} is larger than {limit} MB.")
    return data.decode("utf-8-sig", errors="replace")


def _fetched(url: str) -> bytes:
    opener = urllib.request.OpenerDirector()  # Web addresses alone: build_opener would open files too.
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    with opener.open(url, timeout=TIMEOUT) as answer:
        data: bytes = answer.read(MAX_BYTES + 1)
        return data
