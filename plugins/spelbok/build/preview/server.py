# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preview the site: follow every change, reload the browser, survive mistakes.

Most changes show at once, on the pages and files that are asked for (``live``);
a whole build in a process of its own then catches up with search, data and
checks. Any other change is built whole before it shows. A change that cannot
be read or built leaves the last good pages in place, with its diagnostics on
top of each.
"""

import gc
import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from spelbok.build.pipeline import Outcome
from spelbok.build.preview.http_server import Server, State
from spelbok.build.preview.session import Live
from spelbok.build.preview.waiting import BUILDING
from spelbok.build.preview.watcher import Watcher
from spelbok.diagnostics.progress import Say
from spelbok.locales import Phrase
from spelbok.playbook.git import records
from spelbok.storage.cache import NOTHING, Cache

#: How long nobody has saved anything when the whole build begins to catch up, and how often it is looked after.
_REST, _LOOK = 1.0, 0.2

_CATCHING_UP = Phrase("Bygger sök och data, kontrollerar ...", "Building search and data, checking ...")
_OTHER_BUILDS = Phrase(
    "En annan förhandsvisning bygger i samma mapp. Väntar tills den är klar ...",
    "Another preview is building in the same folder. Waiting until it is done ...",
)


@dataclass(frozen=True, slots=True)
class Builds:
    """How a preview builds, and to whom it tells how that went."""

    #: Builds the site whole, here, and says what it is doing.
    whole: Callable[[Say], Outcome]
    #: Returns the files and folders that a build reads.
    sources: Callable[[], Collection[Path]]
    #: The command that does the same in a process of its own. Prints what is wrong to standard output.
    command: Sequence[str]
    #: Tell how a build or an edit went; return the words.
    report: Callable[[Outcome, float], str]
    #: Tell how the command went, from its exit code and what it printed.
    report_command: Callable[[int, str], None]
    #: Tell the user something in a line.
    say: Say
    #: Keeps what reading the playbook's files gave.
    cache: Cache = NOTHING


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a preview builds: a folder of its own, and the lock by which previews of a project build in turn."""

    folder: Path
    turn: FileLock


@contextmanager
def workplace(project: Path) -> Iterator[Workplace]:
    """Give a preview its workplace: below ``.cache/serve``, or in a temporary folder where that may not be written."""
    base = project / ".cache" / "serve"
    try:
        folder, lock = _own_folder(base)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="spelbok-", ignore_cleanup_errors=True) as temporary:
            yield Workplace(Path(temporary), FileLock(Path(temporary, "build.lock")))
        return
    with lock:
        yield Workplace(folder, FileLock(base / "build.lock"))


def _own_folder(base: Path) -> tuple[Path, FileLock]:
    """Return a folder that no other preview uses, with the lock that says so. Raises OSError."""
    number = 1
    while True:
        folder = base if number == 1 else base / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "preview.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            number += 1
        else:
            return folder, lock


def serve(
    project: Path,
    place: Workplace,
    server: Server,
    builds: Builds,
    watcher: Watcher,
) -> None:
    """Serve the site of ``project`` until interrupted, built below ``place``."""
    state = State()
    state.builds(BUILDING)
    server.show(place.folder / "site", state)
    catching_up = _CatchingUp(builds.command, project, place.turn, state)
    try:
        while True:
            watcher.watch({*builds.sources(), *records(project)})
            if live := _build(project, place.turn, builds, state):
                _follow(live, state, watcher, builds, catching_up)
            else:  # The pages of the last good build stay, and the next change builds whole.
                watcher.wait(None)
            del live  # Or the next build's memory would be settled with this one's in it.
    finally:
        catching_up.stop()
        watcher.stop()
        server.shutdown()
        server.server_close()


def _build(project: Path, turn: FileLock, builds: Builds, state: State) -> Live | None:
    """Build the site whole, when no other preview does; return its live pages, or None where it cannot be built."""
    state.builds(BUILDING)
    with _in_turn(turn, builds, state):
        started = time.monotonic()
        outcome = builds.whole(lambda said: state.builds(said) if isinstance(said, Phrase) else None)
    report = builds.report(outcome, time.monotonic() - started)
    live = _Quiet(project, outcome.standing, builds.cache) if outcome.standing is not None else None
    state.live = live or state.live
    _settle()
    state.builds(None)
    state.update("" if live else report)
    return live


class _Quiet(Live):
    """Live pages for the server: whatever fails is left to the build that follows, which tells why."""

    def follow(self, changed: Collection[Path]) -> Outcome | None:
        try:
            return super().follow(changed)
        except OSError:  # A file went away while it was read.
            return None

    def page(self, url: str) -> bytes | None:
        try:
            return super().page(url)
        except Exception:  # noqa: BLE001 - a template may raise anything
            return None


@contextmanager
def _in_turn(turn: FileLock, builds: Builds, state: State) -> Iterator[None]:
    try:
        turn.acquire(timeout=0)
    except Timeout:
        builds.say(_OTHER_BUILDS)
        state.builds(_OTHER_BUILDS)
        turn.acquire()
    try:
        yield
    finally:
        turn.release()


def _settle() -> None:
    """Collect the garbage of earlier builds, and freeze what the present one holds: no edit need look through it."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _follow(live: Live, state: State, watcher: Watcher, builds: Builds, catching_up: "_CatchingUp") -> None:
    """Show changes as they come, until one that only a whole build can show."""
    while True:
        if changed := live.concerned(watcher.wait(catching_up.patience)):
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

    def __init__(self, command: Sequence[str], folder: Path, turn: FileLock, state: State) -> None:
        self._command = command
        self._folder = folder
        self._turn = turn
        self._state = state
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
            if self.wanted:
                self._begin()
            return None
        code = self._running.poll()
        if code is None:
            return None
        self._running, self.wanted = None, False
        self._end()
        self._printed.seek(0)
        return code, self._printed.read().decode("utf-8", errors="replace")

    def _begin(self) -> None:
        try:
            self._turn.acquire(timeout=0)
        except Timeout:  # Another preview builds: at the next look.
            return
        self._printed.truncate(0)
        self._printed.seek(0)
        self._running = subprocess.Popen(  # noqa: S603 - our own command
            self._command, cwd=self._folder, stdout=self._printed, stderr=subprocess.DEVNULL
        )
        self._state.builds(_CATCHING_UP)

    def _end(self) -> None:
        self._turn.release()
        self._state.builds(None)

    def stop(self) -> None:
        """End what is running: a newer change has come. The site that stands is not touched."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self._running = None
            self._end()
