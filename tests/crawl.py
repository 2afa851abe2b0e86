# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow every link of a served site and tell what is wrong, as a visitor would meet it."""

import http.client
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

#: Where a reader goes, and what a page needs: the second must come from the site itself.
_WAYS = {"a": "href", "form": "action"}
_NEEDS = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}


@dataclass
class Crawl:
    """What a crawl found. ``reached`` are addresses that links lead to from the start page."""

    reached: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def crawl(start):
    """Follow every link from ``start``, which ends with a slash, and from its sitemap.xml."""
    found = Crawl()
    connection = http.client.HTTPConnection(urlsplit(start).netloc, timeout=30)
    asked = {}
    try:
        _follow(start, start, connection, asked, found)
        found.reached = {address for address, status in asked.items() if status == 200}
        found.listed = _sitemap(start, connection, found)
        for address in sorted(found.listed - asked.keys()):
            _follow(address, start, connection, asked, found)
    finally:
        connection.close()
    return found


def _follow(first, start, connection, asked, found):
    """Ask for ``first`` and all that it leads to, each address once; note what goes wrong."""
    waiting = [(first, "the start")]
    while waiting:
        address, source = waiting.pop()
        if address in asked:
            continue
        asked[address], kind, body = _get(connection, address)
        if asked[address] != 200:
            found.faults.append(f"{source}: {address} answers {asked[address]}")
        elif kind.startswith("text/html"):
            for tag, link in _links(body):
                target = urldefrag(urljoin(address, link)).url
                fault = _fault(tag, target, start)
                if fault:
                    found.faults.append(f"{address}: {target} {fault}")
                elif target.startswith(start):
                    waiting.append((target, address))


def _fault(tag, target, start):
    """Tell what is wrong with where a link leads, before anyone asks for it."""
    url, home = urlsplit(target), urlsplit(start)
    if url.netloc == home.netloc and not target.startswith(start):
        return "leaves the site's path"
    if url.scheme not in {"http", "https", "mailto"}:
        return "is no web address"
    if tag in _NEEDS and url.netloc != home.netloc:
        return "comes from another host"
    return ""


def _links(body):
    tree = LexborHTMLParser(body)
    for tag, name in (_WAYS | _NEEDS).items():
        for node in tree.css(f"{tag}[{name}]"):
            yield tag, node.attributes[name] or ""


def _sitemap(start, connection, found):
    status, _, body = _get(connection, urljoin(start, "sitemap.xml"))
    listed = {node.text(strip=True) for node in LexborHTMLParser(body).css("loc")} if status == 200 else set()
    if not listed:
        found.faults.append(f"sitemap.xml answers {status} and lists nothing")
    strangers = {address for address in listed if not address.startswith(start)}
    found.faults += [f"sitemap.xml: {address} leaves the site's path" for address in sorted(strangers)]
    return listed - strangers


def _get(connection, address):
    url = urlsplit(address)
    connection.request("GET", url.path + (f"?{url.query}" if url.query else ""))
    response = connection.getresponse()
    return response.status, response.headers.get("Content-Type", ""), response.read()
