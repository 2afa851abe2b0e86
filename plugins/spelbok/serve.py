# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preview the site: build on every change, reload the browser, survive mistakes.

A change that cannot be built leaves the last good site in place and shows its
diagnostics on top of every page.
"""

import html
import mimetypes
import os
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from spelbok import policy
from spelbok.build import Outcome

#: How long to wait for more changes of one save, in seconds.
_QUIET = 0.05
#: How often a waiting browser hears that the server lives, in seconds.
_BEAT = 15
_EVENTS = "/_spelbok/events"
_WATCHED = ("mkdocs.yml", "docs", "playbook")
_IGNORED = (".swp", ".tmp", "~")

#: The preview's own files, and the address below which they are served: a page's policy allows nothing inline.
_OWN = Path(__file__).with_name("preview")
_OWN_FILES = {f"/_spelbok/{name}": _OWN / name for name in ("reload.js", "problem.css")}
_SCRIPT = '<script src="/_spelbok/reload.js" data-after="%d"></script>'
_STYLE = '<link rel="stylesheet" href="/_spelbok/problem.css">'
_PROBLEM = f'{_STYLE}<div class="spelbok-problem" role="alert" tabindex="0">%s</div>'
#: Shown until the first build has made a page.
_NOTHING_YET = f'<!doctype html><head><meta charset="utf-8">{policy.HEAD}<title>...</title></head><body></body>'


class State:
    """The site as it is now: a version that grows with every build, and what is wrong, if anything."""

    def __init__(self) -> None:
        self.version = 0
        self.problem = ""
        self._changed = threading.Condition()

    def update(self, problem: str) -> None:
        """Note that a build has ended, and wake everyone who waits."""
        with self._changed:
            self.version += 1
            self.problem = problem
            self._changed.notify_all()

    def wait(self, after: int, seconds: float) -> bool:
        """Wait until the version is above ``after``; return whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self.version > after, seconds)


def serve(
    project: Path, site: Path, port: int, rebuild: Callable[[], tuple[Outcome, str]], ready: Callable[[str], None]
) -> None:
    """Serve ``site`` on this machine until interrupted.

    ``rebuild`` builds it and returns the outcome with its report; ``ready`` is
    told the address. Raises OSError if the port is taken.
    """
    state = State()
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(site, state))
    server.daemon_threads = True
    changes = _Changes()
    observer = Observer()
    for name in _WATCHED:
        path = project / name
        if path.exists():
            observer.schedule(changes, str(path), recursive=True)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        ready(f"http://127.0.0.1:{server.server_port}/")
        while True:
            outcome, report = rebuild()
            state.update("" if outcome.ok else report)
            changes.wait()
    finally:
        observer.stop()
        server.shutdown()


class _Changes(FileSystemEventHandler):
    """Remembers that a file changed, and lets the builder wait for it."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = os.fsdecode(event.dest_path or event.src_path)
        if event.event_type in {"created", "modified", "deleted", "moved"} and not name.endswith(_IGNORED):
            self._changed.set()

    def wait(self) -> None:
        """Wait for a change, and then until the saving is over."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            time.sleep(_QUIET)


def _handler(site: Path, state: State) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == _EVENTS:
                self._events(int(urlsplit(self.path).query.rpartition("=")[2] or 0))
            else:
                self._file(path)

        def _events(self, after: int) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            try:
                while not state.wait(after, _BEAT):
                    self.wfile.write(b": alive\n\n")
                self.wfile.write(b"data: reload\n\n")
            except OSError:
                pass  # The browser went away.

        def _file(self, path: str) -> None:
            # The version is read first: a build that ends meanwhile reloads the page once more.
            version, problem = state.version, state.problem
            file = _OWN_FILES.get(path) or _inside(site, path)
            status = HTTPStatus.OK
            if file is None:
                status, file = HTTPStatus.NOT_FOUND, site / "404.html"
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            body = file.read_bytes() if file.is_file() else _NOTHING_YET.encode()
            if kind == "text/html":
                body = _with_script(body, version, problem)
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _inside(site: Path, path: str) -> Path | None:
    """Return the file that an address asks for, or None; never one outside the site."""
    file = (site / path.lstrip("/")).resolve()
    if file.is_dir():
        file /= "index.html"
    return file if file.is_file() and site.resolve() in file.parents else None


def _with_script(body: bytes, version: int, problem: str) -> bytes:
    extra = _SCRIPT % version + (_PROBLEM % html.escape(problem) if problem else "")
    head, end, tail = body.rpartition(b"</body>")
    return head + extra.encode() + end + tail if end else body + extra.encode()
