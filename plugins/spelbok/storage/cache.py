# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content-addressed disk cache.

A file is found again only if the inputs, the code that works on them and every
library that takes part are the same to the byte. So nothing can be stale, and
the folder may be deleted at any time.
"""

import hashlib
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_SEAL = hashlib.sha256().digest_size
#: How long a file that nobody asks for is kept, and how long nobody need be told that it was asked for, in seconds.
_KEPT, _FRESH = 30 * 24 * 3600, 24 * 3600
#: The file that marks a folder as a cache of ours, and the names of its files: whole ones, and those being written.
_MARK, _BESIDE = ".spelbok-cache", "new-"
_NAME = re.compile(rf"[0-9a-f]{{64}}|{_BESIDE}\w+")


class Cache:
    """A folder of made files by what they were made from. Without a folder, everything is made anew.

    ``tools`` tells the code and the libraries that make them: see :func:`tools`.
    In a folder that holds anything else, a folder of its own is used, and only
    what carries the mark of a cache is ever cleaned.
    """

    def __init__(self, folder: Path | None, tools: bytes = b"") -> None:
        self._folder = folder
        self._tools = tools
        self._is_claimed = False

    def get(self, maker: Callable[[], bytes], *inputs: str | bytes) -> bytes:
        """Return what ``maker`` gives for these inputs, from the folder if it lies there whole.

        ``inputs`` are all that ``maker`` depends on beside its own code. A
        folder that cannot be written is none.
        """
        path = self._path(*inputs)
        if path is None:
            return maker()
        found = _sealed(path)
        if found is None:
            found = maker()
            self._write(path, found)
        return found

    def read(self, maker: Callable[[], bytes], reader: Callable[[bytes], T], *inputs: str | bytes) -> T:
        """Return what ``reader`` makes of what :meth:`get` gives. Nonsense, of which it can make nothing, is made anew.

        ``reader`` tells nonsense by raising ValueError, TypeError, LookupError or AttributeError.
        """
        try:
            return reader(self.get(maker, *inputs))
        except (ValueError, TypeError, LookupError, AttributeError):
            content = maker()
            if (path := self._path(*inputs)) is not None:
                self._write(path, content)
            return reader(content)

    def prune(self) -> None:
        """Remove what nobody has asked for in a month. What cannot be removed stays: nothing depends on it."""
        folder = self._claimed()
        oldest = time.time() - _KEPT
        with suppress(OSError):
            for path in folder.iterdir() if folder is not None and (folder / _MARK).is_file() else ():
                status = path.lstat()
                if _NAME.fullmatch(path.name) and stat.S_ISREG(status.st_mode) and status.st_mtime < oldest:
                    path.unlink(missing_ok=True)

    def _path(self, *inputs: str | bytes) -> Path | None:
        folder = self._claimed()
        return None if folder is None else folder / _name(self._tools, *inputs)

    def _claimed(self) -> Path | None:
        """Return the folder, which is made and marked if it is new; None if there is none, or it cannot be written."""
        if not self._is_claimed and self._folder is not None:
            self._is_claimed = True
            self._folder = _claim(self._folder)
        return self._folder

    def _write(self, path: Path, content: bytes) -> None:
        try:
            handle, name = tempfile.mkstemp(prefix=_BESIDE, dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:  # Written aside: nobody else reads half a file.
                    file.write(_seal(path, content) + content)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError:
            self._folder = None


#: Keeps nothing.
NOTHING = Cache(None)


def tools(package: Path, libraries: Iterable[str] = (), *others: str) -> bytes:
    """Return a digest of the code and data of a package, of libraries by their distributions' names, and of Python."""
    digest = hashlib.sha256("\n".join([sys.version, *others]).encode())
    for path in sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(package).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    for name in libraries:
        digest.update(f"{name} {metadata.version(name)}".encode())
    return digest.digest()


def _claim(folder: Path) -> Path | None:
    """Return a folder that is marked as a cache: this one, or one in it if this one holds other things."""
    try:
        for place in (folder, folder / "spelbok-cache"):
            if (place / _MARK).is_file():
                return place
            place.mkdir(parents=True, exist_ok=True)
            if not any(place.iterdir()):
                (place / _MARK).touch()
                return place
    except OSError:
        pass
    return None


def _sealed(path: Path) -> bytes | None:
    """Return the content of a file of the cache, or None if it is not there, not whole, or no regular file."""
    try:
        # A pipe that nobody writes to is opened at once, and is no regular file.
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None
            data = file.read()
        if time.time() - status.st_mtime > _FRESH:
            os.utime(path)
    except OSError:
        return None
    content = data[_SEAL:]
    return content if data[:_SEAL] == _seal(path, content) else None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _seal(path: Path, content: bytes) -> bytes:
    """Return what tells that a content is whole, and stands under its own name."""
    return hashlib.sha256(path.name.encode() + content).digest()


def _name(*inputs: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in inputs:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)  # Its length keeps two parts from running together.
    return digest.hexdigest()
