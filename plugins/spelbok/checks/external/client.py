# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask web addresses whether they stand: addresses in, what each answers out.

Several sites are asked at once, each site one address at a time with a pause
between. An address is asked by HEAD, which sends no page; if that gives no
page, by GET, since some servers know nothing else. What may pass is asked
again after a while. Only public addresses are asked, at every step of a redirect.
"""

import enum
import socket
import ssl
import time
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit

from spelbok.checks.external import public_hosts
from spelbok.locales import Phrase

#: How long to wait for a server, in seconds, how often to ask, and how long to wait before asking again: this, then
#: twice as long. A server may ask for more, up to the most.
TIMEOUT, TRIES, WAIT, MOST = 20, 3, 2.0, 60.0
#: The pause between two questions to one site, in seconds, and how many sites are asked at once.
PAUSE, AT_ONCE = 1.0, 8
#: So many times may an address lead on to another.
HOPS = 10

_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
#: Answers that say something about the one who asks, not about the page.
_TO_PROGRAMS = {401, 402, 403, 405, 406, 407, 408, 409, 418, 421, 423, 425, 426, 428, 429, 431, 451}


class Verdict(enum.Enum):
    """What an answer means."""

    STANDS = enum.auto()
    #: It stands, and has a new address for good.
    MOVED = enum.auto()
    #: There is no such page, or no such site.
    DEAD = enum.auto()
    #: The site is down, or does not answer in time: perhaps today only.
    SILENT = enum.auto()
    #: The site answers, but not to a program.
    UNCLEAR = enum.auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, why, and what the server wishes us to wait before we ask again, in seconds."""

    verdict: Verdict
    params: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    #: Whether anybody answered at all.
    heard: bool = True

    @property
    def may_pass(self) -> bool:
        """Whether it is worth asking again."""
        return self.verdict is Verdict.SILENT or self.wait > 0


def ask_all(
    urls: Iterable[str], *, pause: float = PAUSE, wait: float = WAIT, timeout: float = TIMEOUT
) -> dict[str, Answer]:
    """Ask each address once; return the answers. Takes minutes, most of them spent waiting."""
    sites: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        sites.setdefault(urlsplit(url).netloc.lower(), []).append(url)

    def ask_site(asked: list[str]) -> list[tuple[str, Answer]]:
        answers = []
        for number, url in enumerate(asked):
            time.sleep(pause if number else 0)
            answers.append((url, ask(url, wait=wait, timeout=timeout)))
        return answers

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(answer for answers in pool.map(ask_site, sites.values()) for answer in answers)


def ask(
    url: str, *, wait: float = WAIT, timeout: float = TIMEOUT, sleep: Callable[[float], None] = time.sleep
) -> Answer:
    """Ask an address, and again if what stops it may pass."""
    for attempt in range(TRIES):
        answer = _answer(url, timeout)
        if not answer.may_pass or attempt == TRIES - 1:
            break
        sleep(min(MOST, max(answer.wait, wait * 2**attempt)))
    return answer


def _answer(url: str, timeout: float) -> Answer:
    """Ask for the head of a page, and for the page if that gives none: some servers know no other question."""
    for method in ("HEAD", "GET"):
        try:
            answer = _followed(url, method, timeout)
        except (OSError, HTTPException, ValueError) as error:
            answer = _fallen(error)
        if answer.verdict in (Verdict.STANDS, Verdict.MOVED) or answer.wait:
            break
    return answer


def _followed(url: str, method: str, timeout: float) -> Answer:
    """Ask an address, and those that it leads on to."""
    here, for_good = url, True
    for _ in range(HOPS + 1):
        with _opened(here, method, timeout) as response:
            status, headers = response.status, response.headers
        target = headers.get("Location", "")
        if status not in _REDIRECTS or not target:
            break
        here, for_good = urljoin(here, target), for_good and status in _FOR_GOOD
        if urlsplit(here).scheme not in ("http", "https"):
            return _unclear("leder till något annat än en webbsida", "leads to something that is no web page")
    else:
        return _unclear("leder runt i en cirkel", "leads round in a circle")
    return _judged(status, headers.get("Retry-After", ""), here if for_good and here != url else "")


def _judged(status: int, retry_after: str, moved: str) -> Answer:
    if status < 300:  # noqa: PLR2004 - the classes of HTTP
        return Answer(Verdict.MOVED, {"to": moved}) if moved else Answer(Verdict.STANDS)
    answers = Phrase(f"svarar {status}", f"answers {status}")
    params = {"reason_sv": answers.sv, "reason_en": answers.en}
    if 500 <= status < 600:  # noqa: PLR2004 - as above
        return Answer(Verdict.SILENT, params, _seconds(retry_after))
    if status in _TO_PROGRAMS or not 400 <= status < 500:  # noqa: PLR2004 - as above; some servers invent 999
        return Answer(Verdict.UNCLEAR, params, _seconds(retry_after) or float(status == 429))  # noqa: PLR2004
    return Answer(Verdict.DEAD, params)


def _seconds(retry_after: str) -> float:
    """Return what a server wishes us to wait; a date counts as not said."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0


def _fallen(error: Exception) -> Answer:
    """Return what an error says of a site."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, public_hosts.NotPublicError):
        return _unclear("har eller leder till en adress som inte är öppen för alla", "is or leads to no public address")
    if isinstance(reason, socket.gaierror) and reason.errno != socket.EAI_AGAIN:
        return _unheard(Verdict.DEAD, "finns inte som webbplats", "is no site that exists")
    if isinstance(reason, ssl.SSLError):
        return _unheard(Verdict.SILENT, "har ett certifikat som inte går att lita på", "has a certificate not to trust")
    if isinstance(reason, TimeoutError):
        return _unheard(Verdict.SILENT, "svarar inte i tid", "does not answer in time")
    if isinstance(reason, OSError):
        return _unheard(Verdict.SILENT, "tar inte emot någon förbindelse", "takes no connection")
    return _unclear("svarar något som inte går att läsa", "answers something that cannot be read")


def _unheard(verdict: Verdict, sv: str, en: str) -> Answer:
    return Answer(verdict, {"reason_sv": sv, "reason_en": en}, heard=False)


def _unclear(sv: str, en: str) -> Answer:
    return Answer(Verdict.UNCLEAR, {"reason_sv": sv, "reason_en": en})


def _opened(url: str, method: str, timeout: float) -> HTTPResponse:
    """Ask once, and follow nothing."""
    address = _in_ascii(url)
    headers = {"User-Agent": f"spelbok/{version('spelbok')} (looks for dead links)", "Accept": "*/*"}
    request = urllib.request.Request(address, headers=headers, method=method)  # noqa: S310 - of the web alone
    response: HTTPResponse = public_hosts.opener(address).open(request, timeout=timeout)
    return response


def _in_ascii(url: str) -> str:
    """Return an address as it is sent. Raises ValueError if it is none."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{parts.port}" if parts.port else host
    kept = "/%:@!$&'()*+,;=~?"
    return parts._replace(
        netloc=netloc, path=quote(parts.path or "/", kept), query=quote(parts.query, kept), fragment=""
    ).geturl()
