# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preview the site: follow every change, reload the browser, survive mistakes.

An edit of an entry shows at once, on the pages that are asked for (``live``);
a whole build in a process of its own then catches up with search, data and
checks. Any other change is built whole before it shows. A change that cannot
be read or built leaves the last good pages in place, with its diagnostics on
top of each.
"""

import gc
import html
import mimetypes
import os
import queue
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from spelbok.build.pipeline import Outcome
from spelbok.build.preview.session import Live
from spelbok.site import csp

#: How long to wait for more changes of one save, in seconds.
_QUIET = 0.03
#: How long nobody has saved anything when the whole build begins to catch up, and how often it is looked after.
_REST, _LOOK = 1.0, 0.2
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
_NOTHING_YET = f'<!doctype html><head><meta charset="utf-8">{csp.HEAD}<title>...</title></head><body></body>'


@dataclass(frozen=True, slots=True)
class Builds:
    """How a preview builds, and to whom it tells how that went."""

    #: Builds the site whole, here.
    whole: Callable[[], Outcome]
    #: The command that does the same in a process of its own. Prints what is wrong to standard output.
    command: Sequence[str]
    #: Tell how a build or an edit went; return the words.
    report: Callable[[Outcome, float], str]
    #: Tell how the command went, from its exit code and what it printed.
    report_command: Callable[[int, str], None]


class State:
    """The site as it is now: a version that grows with every change, what is wrong, if anything, and its live pages."""

    def __init__(self) -> None:
        self.version = 0
        self.problem = ""
        self.live: Live | None = None
        self._changed = threading.Condition()

    def update(self, problem: str) -> None:
        """Note that there is something new to see, and wake everyone who waits."""
        with self._changed:
            self.version += 1
            self.problem = problem
            self._changed.notify_all()

    def wait(self, after: int, seconds: float) -> bool:
        """Wait until the version is above ``after``; return whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self.version > after, seconds)


def serve(project: Path, site: Path, port: int, builds: Builds, ready: Callable[[str], None]) -> None:
    """Serve ``site`` on this machine until interrupted.

    ``ready`` is told the address. Raises OSError if the port is taken.
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
    catching_up = _CatchingUp(builds.command, project)
    try:
        ready(f"http://127.0.0.1:{server.server_port}/")
        while True:
            started = time.monotonic()
            outcome = builds.whole()
            report = builds.report(outcome, time.monotonic() - started)
            live = Live(project, outcome.standing) if outcome.standing is not None else None
            state.live = live or state.live
            _settle()
            state.update("" if live else report)
            if live:
                _follow(live, state, changes, builds, catching_up)
            else:  # The pages of the last good build stay, and the next change builds whole.
                changes.wait(None)
    finally:
        catching_up.stop()
        observer.stop()
        server.shutdown()


def _settle() -> None:
    """Let go of what an earlier build made; what stands now need not be looked through after every edit."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _follow(live: Live, state: State, changes: "_Changes", builds: Builds, catching_up: "_CatchingUp") -> None:
    """Show edits of entries as they come, until something changes that only a whole build can show."""
    while True:
        if changed := changes.wait(catching_up.patience):
            catching_up.stop()
            started = time.monotonic()
            outcome = live.follow(changed)
            if outcome is None:
                return
            report = builds.report(outcome, time.monotonic() - started)
            state.update("" if outcome.ok else report)
            catching_up.wanted = outcome.ok
        elif ended := catching_up.look():
            code, report = ended
            builds.report_command(code, report)
            if code or state.problem:
                state.update(report if code else "")


class _CatchingUp:
    """A whole build in a process of its own, begun when nobody has saved anything for a while."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = command
        self._folder = folder
        self._running: subprocess.Popen[bytes] | None = None
        self._printed = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the preview lives
        self.wanted = False

    @property
    def patience(self) -> float | None:
        """How long to wait for a change before looking here, in seconds; None for as long as it takes."""
        if self._running is not None:
            return _LOOK
        return _REST if self.wanted else None

    def look(self) -> tuple[int, str] | None:
        """Begin what is wanted; return the exit code and what was printed when it has ended, else None."""
        if self._running is None:
            self._printed.truncate(0)
            self._printed.seek(0)
            self._running = subprocess.Popen(  # noqa: S603 - our own command
                self._command, cwd=self._folder, stdout=self._printed, stderr=subprocess.DEVNULL
            )
            return None
        code = self._running.poll()
        if code is None:
            return None
        self._running, self.wanted = None, False
        self._printed.seek(0)
        return code, self._printed.read().decode("utf-8", errors="replace")

    def stop(self) -> None:
        """End what is running: a newer change has come. The site that stands is not touched."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self._running = None


class _Changes(FileSystemEventHandler):
    """Gathers which files changed, and lets the builder wait for them."""

    def __init__(self) -> None:
        self._paths: queue.SimpleQueue[Path] = queue.SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in {"created", "modified", "deleted", "moved"}:
            return
        if event.is_directory and event.event_type == "modified":  # Some file in it has an event of its own.
            return
        for name in (event.src_path, event.dest_path):
            if name and not os.fsdecode(name).endswith(_IGNORED):
                self._paths.put(Path(os.fsdecode(name)))

    def wait(self, seconds: float | None) -> set[Path]:
        """Wait for a change, at most so long, and then until the saving is over; return the files, if any."""
        found: set[Path] = set()
        try:
            while True:
                found.add(self._paths.get(timeout=_QUIET if found else seconds))
        except queue.Empty:
            return found


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
            body = _live(state.live, path) or (file.read_bytes() if file.is_file() else _NOTHING_YET.encode())
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


def _live(live: Live | None, path: str) -> bytes | None:
    """Return a page as the last edits make it; None where there are none, or where its templates fail."""
    try:
        return live.page(path.lstrip("/").removesuffix("index.html")) if live is not None else None
    except Exception:  # noqa: BLE001 - a template may raise anything; the build that follows tells it
        return None


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
