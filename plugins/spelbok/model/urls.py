# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
r"""Which addresses a text may link to.

Links from content lead to the web, to an e-mail address, or by ``id:NAME`` to
another entry. Everything else (``javascript:``, ``data:``, ``//host``,
``/\host``, relative paths) is refused; sanitisers let some of it pass. So are
hosts that only this machine or network knows, and names in letters that look
like others.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from spelbok.locales import Phrase

_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@([A-Za-z0-9.-]+)")
ENTRY_SCHEME = "id:"

#: A part of a host name: letters, digits and hyphens inside (RFC 5891); some hosts have an underscore.
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
#: The last part of a host name: no number, which would make it an IP address.
_TOP = re.compile(r"[^\W\d_]{2,63}|xn--[a-z0-9-]{1,59}")
#: What browsers read as a part of an IP address: decimal, octal or hexadecimal.
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_LONGEST = 253
#: Names that no other network resolves (RFC 6761, 6762, 8375; ICANN's list of private use), but those for examples.
_PRIVATE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "onion")
#: Letters of Latin-1 and Latin Extended-A that look like others: dotless i, long s, kra, letters with dots or marks.
_LOOKALIKES = frozenset("\u0131\u017f\u0138\u013f\u0140\u0149")
_LATIN = re.compile(r"[a-z0-9_.\u00df-\u00f6\u00f8-\u017f-]+")

GENERAL = Phrase(
    "skriv hela adressen med https://, mailto: eller id: följt av en posts id",
    "write the whole address with https://, mailto: or id: followed by an entry's id",
)
_ACCOUNT = Phrase(
    "ta bort namn och lösenord före @: adressen blir offentlig",
    "remove the name and password before the @: the address becomes public",
)
_NUMBERS = Phrase("skriv värdens namn i stället för dess nummer", "write the host's name instead of its number")
_ONE_NAME = Phrase(
    "skriv hela namnet, som www.example.org: andra når inte ett namn utan punkt",
    "write the whole name, such as www.example.org: others cannot reach a name without a dot",
)
_NEAR = Phrase(
    "länka till en adress som alla når: den här finns bara på den egna datorn eller i det egna nätet",
    "link to an address that everyone can reach: this one exists on one's own machine or network only",
)
_ALIKE = Phrase(
    "namnet har bokstäver som ser ut som andra: skriv av namnet för hand från webbplatsen",
    "the name has letters that look like others: type the name by hand from the site",
)
_HOST = Phrase("rätta namnet mellan // och nästa /", "mend the name between // and the next /")
_PORT = Phrase("rätta portens nummer efter kolonet", "mend the number of the port after the colon")


def is_allowed(url: str) -> bool:
    """Return whether a text may link to ``url``."""
    return fault(url) is None


def fault(url: str) -> Phrase | None:
    """Return what to do about an address that a text may not link to; None for one that it may."""
    if url.startswith(ENTRY_SCHEME):
        return None
    if mail := _MAIL.fullmatch(url):
        return host_fault(mail[1])
    return web_fault(url)


def web_fault(url: str) -> Phrase | None:
    """Return what to do about an address that is not one of the public web; None for one that is."""
    if not _WEB.fullmatch(url):
        return GENERAL
    try:
        parts = urlsplit(url)
    except ValueError:
        return _HOST
    if "@" in parts.netloc:
        return _ACCOUNT
    try:
        if parts.port == 0:
            return _PORT
    except ValueError:
        return _PORT
    return host_fault(parts.hostname or "")


@lru_cache(maxsize=4096)
def host_fault(host: str) -> Phrase | None:
    """Return what to do about the name of a host; None for one that everyone can reach and read."""
    host = host.casefold().removesuffix(".")
    labels = host.split(".")
    if not host:
        return GENERAL
    if ":" in host or _NUMBER.fullmatch(labels[-1]):
        return _NUMBERS
    if any(host == name or host.endswith(f".{name}") for name in _PRIVATE):
        return _NEAR
    return _ONE_NAME if len(labels) == 1 else _name_fault(host, labels)


def _name_fault(host: str, labels: list[str]) -> Phrase | None:
    try:
        shown = ".".join(map(_shown, labels))
    except UnicodeError:
        return _HOST
    if not shown.isascii() and not _is_plain(shown):
        return _ALIKE
    is_name = len(host) <= _LONGEST and all(map(_LABEL.fullmatch, labels)) and _TOP.fullmatch(labels[-1])
    return None if is_name else _HOST


def _shown(label: str) -> str:
    """Return a part of a host name as a browser may show it: ``xn--rksmrgs-5wao1o`` as ``räksmörgås``."""
    return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label


def _is_plain(host: str) -> bool:
    """Whether a name is written in Latin letters that nobody takes for others, or in the script of its last part."""
    if unicodedata.normalize("NFKC", host) != host:
        return False
    if _LATIN.fullmatch(host) and _LOOKALIKES.isdisjoint(host):
        return True
    scripts = {_script(character) for character in host if character.isalpha()}
    last = {_script(character) for character in host.rpartition(".")[2] if character.isalpha()}
    return len(scripts) == 1 and scripts == last and scripts != {"LATIN"}


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
