# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The preview's web server: the site's files and live pages, on this machine alone, as GitHub Pages answers.

Nothing that a client sends raises: what is no address of a site is 400 or 414.
A page of another site cannot read the preview under a name of its own (DNS
rebinding): only the names of this machine are answered.
"""

import mimetypes
import os
import re
import socket
import sys
import threading
from collections.abc import Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from spelbok.build.preview import waiting
from spelbok.locales import Locale, Phrase

#: The port that is tried first where none is named, and how many are tried after it.
FIRST_PORT, _TRIED = 8000, 100
#: How often a waiting browser hears that the server lives, in seconds.
_BEAT = 15
#: As long as an address may be, in bytes.
_LONGEST = 4096
_EVENTS = "/_spelbok/events"
#: The preview's own files, and the address below which they are served: a page's policy allows nothing inline.
_OWN = Path(__file__).with_name("assets")
_OWN_FILES = {f"/_spelbok/{name}": _OWN / name for name in ("reload.js", "problem.css")}
_HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d{1,5})?")
_NO_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Pages(Protocol):
    """Pages and files that are newer than those in the site's folder."""

    def page(self, url: str) -> bytes | None:
        """Return the page or file at an address relative to the site's root; None where the folder has it."""


class State:
    """The site as it is now: a version that grows with every change, what is wrong, and what is being built."""

    def __init__(self) -> None:
        self.version = 0
        self.problem = ""
        self.building: Phrase | None = None
        self.live: Pages | None = None
        self._changed = threading.Condition()

    def update(self, problem: str) -> None:
        """Note that there is something new to see, and wake everyone who waits."""
        with self._changed:
            self.version += 1
            self.problem = problem
            self._changed.notify_all()

    def builds(self, what: Phrase | None) -> None:
        """Note what is being built, None where nothing is."""
        with self._changed:
            self.building = what
            self._changed.notify_all()

    def wait(self, after: int, shown: Phrase | None, seconds: float) -> bool:
        """Wait until the version is above ``after`` or something else than ``shown`` is built; return whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self.version > after or self.building != shown, seconds)


class Server(ThreadingHTTPServer):
    """Listens on this machine. Raises OSError if the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # On Windows it would let two servers share a port.

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), BaseHTTPRequestHandler)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the library calls it so
        """Say what went wrong in one line; nothing where the browser merely went away."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError | TimeoutError):
            print(f"{type(error).__name__}: {error}", file=sys.stderr)

    def show(self, site: Path, state: State) -> None:
        """Serve a site from now on, in a thread of its own."""
        self.RequestHandlerClass = handler(site, state)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the site is found, ending with a slash."""
        return f"http://127.0.0.1:{self.server_port}/"


def listen(port: int | None) -> Server:
    """Listen on a port; without one on the first free of those from :data:`FIRST_PORT`.

    Raises OSError if the port that is named cannot be had, or none is free.
    """
    if port is not None:
        return Server(port)
    for candidate in range(FIRST_PORT, FIRST_PORT + _TRIED):
        try:
            return Server(candidate)
        except OSError:
            continue
    return Server(0)


def free_port(after: int) -> int:
    """Return a port that is free now, the next ones above ``after`` first."""
    for port in (*range(after + 1, min(after + _TRIED, 65536)), 0):
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(listener.getsockname()[1])
    return 0


def handler(site: Path, state: State) -> type[BaseHTTPRequestHandler]:
    """Return what answers requests for a site."""
    return type("Handler", (_Handler,), {"site": site, "state": state})


class _Handler(BaseHTTPRequestHandler):
    site: Path
    state: State

    def do_GET(self) -> None:
        refusal = _refused(self.headers.get_all("Host") or [])
        raw, _, query = self.path.partition("?")
        path = _path(raw)
        if refusal:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, refusal.encode(), "text/plain")
        elif len(self.path) > _LONGEST:
            self._send(HTTPStatus.REQUEST_URI_TOO_LONG, b"The address is too long.\n", "text/plain")
        elif path is None:
            self._send(HTTPStatus.BAD_REQUEST, b"This is no address of a page.\n", "text/plain")
        elif path == _EVENTS:
            self._events(query)
        else:
            self._file(path, query)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _events(self, query: str) -> None:
        after = query.removeprefix("after=") or "0"
        origin = self.headers.get("Origin")
        if not re.fullmatch(r"[0-9]{1,9}", after):
            self._send(HTTPStatus.BAD_REQUEST, b"after=NUMBER\n", "text/plain")
            return
        if origin is not None and _refused([origin.partition("://")[2]]):
            self._send(HTTPStatus.FORBIDDEN, b"Only the preview's own pages are told.\n", "text/plain")
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        building = self.state.building
        self.wfile.write(waiting.event(building))
        while self.state.version <= int(after):
            if not self.state.wait(int(after), building, _BEAT):
                self.wfile.write(b": alive\n\n")
            elif (now := self.state.building) != building:
                building = now
                self.wfile.write(waiting.event(building))
        self.wfile.write(b"data: reload\n\n")

    def _file(self, path: str, query: str) -> None:
        # The version is read first: a build that ends meanwhile reloads the page once more.
        version, problem, building = self.state.version, self.state.problem, self.state.building
        locale = waiting.spoken(self.headers.get("Accept-Language", ""))
        file = _OWN_FILES.get(path) or _inside(self.site, path)
        if file is not None and file.name == "index.html" and not path.endswith(("/", "/index.html")):
            address = quote("/" + path.lstrip("/")) + "/" + (f"?{query}" if query else "")
            self._send(HTTPStatus.FOUND, b"", "text/plain", ("Location", address))
            return
        status, body, file = self._found(path, file, version)
        if body is None:  # No build has made a page yet.
            status, file, body = HTTPStatus.SERVICE_UNAVAILABLE, None, waiting.page(locale, problem)
        kind = _kind(file)
        if kind == "text/html":
            body = waiting.with_signs(body, version, problem, building, _language(body))
        self._send(status, body, kind)

    def _found(self, path: str, file: Path | None, version: int) -> tuple[HTTPStatus, bytes | None, Path | None]:
        """Return the answer to a path and the file that it comes from; no body where no page has been made yet."""
        if path in _OWN_FILES:
            return HTTPStatus.OK, _read(_OWN_FILES[path]), file
        if version == 0:  # What stands there is left from an earlier preview.
            return HTTPStatus.OK, None, None
        url = path.lstrip("/").removesuffix("index.html")
        if self.state.live is not None and (body := self.state.live.page(url)) is not None:
            return HTTPStatus.OK, body, file
        if file is not None and (body := _read(file)) is not None:
            return HTTPStatus.OK, body, file
        return HTTPStatus.NOT_FOUND, _read(self.site / "404.html"), None

    def _send(self, status: HTTPStatus, body: bytes, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


def _refused(hosts: Iterable[str]) -> str:
    """Return why a request is not answered, from the names by which it asks for this machine; empty if it is."""
    for host in hosts:
        match = _HOST.fullmatch(host.strip().lower())
        if match is None or not (match[1] in _HERE or _is_forwarded(match[1])):
            return "The preview answers only as localhost, 127.0.0.1 or [::1]: another site may have sent you here.\n"
    return ""


def _is_forwarded(host: str) -> bool:
    """Return whether a name is one under which GitHub Codespaces forwards a port of this machine."""
    name, domain = (os.environ.get(key, "") for key in ("CODESPACE_NAME", "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN"))
    pattern = rf"{re.escape(name.lower())}-\d+\.{re.escape(domain.lower())}"
    return bool(name and domain) and re.fullmatch(pattern, host) is not None


def _path(raw: str) -> str | None:
    """Return the path that an address asks for, or None if it is none of a site."""
    if not raw.startswith("/") or _NO_PERCENT.search(raw):
        return None
    try:
        path = unquote(raw, errors="strict")
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(path) or "\\" in path or ".." in path.split("/") else path


def _inside(site: Path, path: str) -> Path | None:
    """Return the file that an address asks for, or None; never one outside the site."""
    try:
        file = (site / path.lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        return file if file.is_file() and site.resolve() in file.parents else None
    except (OSError, ValueError):  # A name that the file system does not take.
        return None


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:  # A new site is being put in its place.
        return None


def _kind(file: Path | None) -> str:
    return "text/html" if file is None else mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _language(body: bytes) -> Locale:
    """Return the language of a page."""
    return "en" if b'<html lang="en"' in body[:2000] else "sv"
