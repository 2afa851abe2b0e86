# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serve a built site the way GitHub Pages serves a project's site, below ``/spelbok/``."""

import contextlib
import gzip
import mimetypes
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

SUB_PATH = "/spelbok/"
#: What is sent compressed beside text.
_COMPRESSED = frozenset({"application/javascript", "application/json", "application/xml", "image/svg+xml"})


@dataclass(frozen=True)
class Published:
    """A site that is served: the folder it lies in, and the address of its start page."""

    folder: Path
    address: str


@contextlib.contextmanager
def serving(folder, *, as_sent=False):
    """Serve ``folder``, which may still be empty, until the block ends.

    ``as_sent`` compresses what is sent and lets browsers keep it, as Pages does;
    tests that change a site want neither.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(folder, as_sent))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Published(folder, f"http://127.0.0.1:{server.server_port}{SUB_PATH}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(folder, path):
    """Return what Pages answers to a path: the status, a file or None, and where it redirects to."""
    if path == SUB_PATH.rstrip("/"):
        return HTTPStatus.MOVED_PERMANENTLY, None, SUB_PATH
    if not path.startswith(SUB_PATH):
        return HTTPStatus.NOT_FOUND, None, ""  # Another project's site.
    asked = folder / path.removeprefix(SUB_PATH)
    if folder.resolve() not in (asked.resolve(), *asked.resolve().parents):
        return HTTPStatus.NOT_FOUND, None, ""
    index, bare = asked / "index.html", asked.with_name(f"{asked.name}.html")
    choices = [index] if path.endswith("/") else [asked, bare]
    found = next((file for file in choices if file.is_file()), None)
    if found is None and index.is_file():
        return HTTPStatus.MOVED_PERMANENTLY, None, f"{quote(path)}/"
    return (HTTPStatus.OK, found, "") if found else (HTTPStatus.NOT_FOUND, folder / "404.html", "")


def _handler(folder, as_sent):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            status, file, location = answer(folder, unquote(urlsplit(self.path).path))
            there = file is not None and file.is_file()
            body = file.read_bytes() if there else status.phrase.encode()
            kind = (mimetypes.guess_type(file.name)[0] or "application/octet-stream") if there else "text/plain"
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if as_sent:
                self.send_header("Cache-Control", "max-age=600")
                if kind.startswith("text/") or kind in _COMPRESSED:
                    body = gzip.compress(body, 6)
                    self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                with contextlib.suppress(ConnectionError):  # The reader went on before it was all there.
                    self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815 - the name that http.server asks for

        def log_message(self, *_):
            pass

    return Handler
