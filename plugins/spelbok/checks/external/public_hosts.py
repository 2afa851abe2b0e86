# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections to the public internet alone: no address of this machine, its network or its cloud.

A host name is resolved once, every address that it has is judged, and the
connection goes to the address that was judged. So neither a redirect nor a name
server that answers otherwise the second time leads inside (SSRF, DNS rebinding).
"""

import contextlib
import http.client
import socket
import urllib.request
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit

#: The prefix that IPv6 networks translate to IPv4 (NAT64, RFC 6052).
_NAT64 = IPv6Address("64:ff9b::")
_NAT64_BITS = 96


class NotPublicError(OSError):
    """A host has an address that is not public."""


def is_public(address: str) -> bool:
    """Return whether an IP address is a public unicast one, also where IPv6 carries an IPv4 address."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or _translated(found)
        if inner is not None:
            return is_public(str(inner))
        if found.is_site_local or found.teredo is not None:
            return False
    return found.is_global and not (
        found.is_multicast or found.is_reserved or found.is_loopback or found.is_link_local or found.is_unspecified
    )


def _translated(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that NAT64, or the old form ``::a.b.c.d``, carries."""
    prefix = int(address) >> (128 - _NAT64_BITS)
    low = int(address) & 0xFFFFFFFF
    return IPv4Address(low) if prefix in (int(_NAT64) >> (128 - _NAT64_BITS), 0) else None


def resolve(host: str, port: int) -> list[tuple[Any, ...]]:
    """Return the addresses of a host as ``getaddrinfo`` does. Raises NotPublicError if one is not public, or OSError.

    Forms such as ``2130706433`` and ``0x7f.1`` are addresses to the resolver, so they are judged as what they become.
    """
    found: list[tuple[Any, ...]] = list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    if not found or not all(is_public(str(info[4][0])) for info in found):
        raise NotPublicError(host)
    return found


def connect(address: tuple[str, int], timeout: float, *_: object) -> socket.socket:
    """Return a connection to a host and port, as ``socket.create_connection``. Raises NotPublicError, or OSError."""
    failed: OSError | None = None
    for family, kind, protocol, _name, place in resolve(*address):
        reached = socket.socket(family, kind, protocol)
        try:
            reached.settimeout(timeout)
            reached.connect(place)
        except OSError as error:
            reached.close()
            failed = error
        else:
            return reached
    raise failed or OSError("no address")


class _Http(http.client.HTTPConnection):
    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - as the base class
        super().__init__(*arguments, **options)
        self._create_connection = connect


class _Https(http.client.HTTPSConnection):
    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - as the base class
        super().__init__(*arguments, **options)
        self._create_connection = connect


class _HttpHandler(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Http, request)


class _HttpsHandler(urllib.request.HTTPSHandler):
    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Https, request)


def opener(url: str) -> urllib.request.OpenerDirector:
    """Return what opens ``url`` once: it follows nothing, raises for no status and opens no files.

    Behind a proxy of the network the proxy connects, so the host is judged before
    it is asked, as far as this machine can resolve it. Raises NotPublicError then.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    is_proxied = parts.scheme in urllib.request.getproxies() and not urllib.request.proxy_bypass(host)
    made = urllib.request.OpenerDirector()
    if is_proxied:
        with contextlib.suppress(socket.gaierror):  # Only the proxy may know the names of the internet.
            resolve(host, parts.port or 443)
        handlers = (urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler())
    else:
        handlers = (urllib.request.ProxyHandler({}), _HttpHandler(), _HttpsHandler())
    for handler in handlers:
        made.add_handler(handler)
    return made
