# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Watch files: compare their stamps, at once when the system reports an event and every so often without one.

Events alone are not enough: none arrive from Docker's shared folders, WSL and
network drives, and a system may have no inotify instance left. What has changed
is always told by the files' stamps, so an event only says when to look.
"""

import os
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from spelbok.playbook.leftovers import is_leftover

#: Modification time, change time, size and inode: any save changes one of them, a rename over the file too.
Stamp = tuple[int, int, int, int]
#: Starts to call a function on events below folders; returns how to stop. Raises OSError where it cannot.
Observe = Callable[[Collection[Path], Callable[[], None]], Callable[[], None]]

#: How long to wait for more changes of one save, in seconds.
_QUIET = 0.03
#: How often the stamps are compared with and without events, in seconds; looking takes at most a twentieth of the time.
_WITH_EVENTS, _WITHOUT_EVENTS, _SHARE = 1.0, 0.4, 20
#: Folders in which no source of a site lies.
_PASSED = frozenset({".git", ".cache", ".venv", "__pycache__", "node_modules"})


def stamps(roots: Collection[Path]) -> dict[Path, Stamp]:
    """Return the stamp of every file that is, or lies below, one of the roots; those that do not exist have none."""
    found: dict[Path, Stamp] = {}
    for root in roots:
        found.update(_below(root) if root.is_dir() else _one(root))
    return found


def changed(before: dict[Path, Stamp], after: dict[Path, Stamp]) -> set[Path]:
    """Return the files that were added, removed or saved."""
    return {path for path, _ in before.items() ^ after.items()}


def _one(path: Path) -> Iterator[tuple[Path, Stamp]]:
    try:
        yield path, _stamp(path.stat())
    except OSError:
        return


def _below(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # It was removed meanwhile, or may not be read.
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _PASSED:
                    yield from _below(Path(entry.path))
            elif not is_leftover(entry.name):
                yield Path(entry.path), _stamp(entry.stat(follow_symlinks=False))
        except OSError:
            continue


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


class Watcher:
    """Tells which files below some roots change. ``without_events`` is told, once, why there are no events."""

    def __init__(self, without_events: Callable[[str], None], observe: Observe | None = None) -> None:
        self._without_events = without_events
        self._observe = observe or _observed
        self._stop: Callable[[], None] = lambda: None
        self._wake = threading.Event()
        self._roots: frozenset[Path] = frozenset()
        self._known: dict[Path, Stamp] = {}
        self._has_events = True
        self._cost = 0.0

    def watch(self, roots: Collection[Path]) -> None:
        """Watch these files and folders from now on; what changed in those watched before is still told."""
        new = frozenset(roots)
        if new == self._roots:
            return
        kept, now = stamps(new & self._roots), stamps(new)
        self._known = {path: stamp for path, stamp in now.items() if path not in kept} | {
            path: stamp for path, stamp in self._known.items() if _lies(path, new & self._roots)
        }
        self._roots = new
        self._stop()
        self._stop = lambda: None
        try:
            if self._has_events:
                self._stop = self._observe([root for root in sorted(new) if root.is_dir()], self._wake.set)
        except OSError as error:
            self._has_events = False
            self._without_events(error.strerror or str(error))

    def wait(self, seconds: float | None) -> set[Path]:
        """Wait for a change, at most so long, and then until the saving is over; return the files, if any."""
        end = None if seconds is None else time.monotonic() + seconds
        while not (found := self._look()):
            pause = max(_WITH_EVENTS if self._has_events else _WITHOUT_EVENTS, self._cost * _SHARE)
            left = pause if end is None else min(pause, end - time.monotonic())
            if left <= 0:
                return set()
            self._wake.wait(left)
        while True:
            self._wake.clear()
            time.sleep(_QUIET)
            more = self._look()
            found |= more
            if not more and not self._wake.is_set():
                return found

    def _look(self) -> set[Path]:
        self._wake.clear()
        started = time.monotonic()
        now = stamps(self._roots)
        found = changed(self._known, now)
        self._known = now
        self._cost = time.monotonic() - started
        return found

    def stop(self) -> None:
        """Stop watching."""
        self._stop()


def _lies(path: Path, roots: Collection[Path]) -> bool:
    return any(path == root or root in path.parents for root in roots)


class _Handler(FileSystemEventHandler):
    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"created", "modified", "deleted", "moved"}:  # Opening and reading are events, too.
            self._wake()


def _observed(folders: Collection[Path], wake: Callable[[], None]) -> Callable[[], None]:
    """Call ``wake`` on events of the file system."""
    observer = Observer()
    for folder in folders:
        if not any(other in folder.parents for other in folders):
            observer.schedule(_Handler(wake), str(folder), recursive=True)
    try:
        observer.start()
    except OSError:
        observer.unschedule_all()
        raise
    return observer.stop
