# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep what was costly to make, under a name that is made of everything that went in.

A file is found again only if the inputs, the code that works on them and every
library that takes part are the same to the byte. So nothing can be stale, and
the folder may be deleted at any time.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

_SEAL = hashlib.sha256().digest_size
#: How long a file that nobody asks for is kept, and how long nobody need be told that it was asked for, in seconds.
_KEPT, _FRESH = 30 * 24 * 3600, 24 * 3600


class Cache:
    """A folder of made files by what they were made from. Without a folder, everything is made anew.

    ``tools`` tells the code and the libraries that make them: see :func:`tools`.
    """

    def __init__(self, folder: Path | None, tools: bytes = b"") -> None:
        self._folder = folder
        self._tools = tools

    def get(self, maker: Callable[[], bytes], *inputs: str | bytes) -> bytes:
        """Return what ``maker`` gives for these inputs, from the folder if it lies there whole.

        ``inputs`` are all that ``maker`` depends on beside its own code. A
        folder that cannot be written is none.
        """
        if self._folder is None:
            return maker()
        path = self._folder / _name(self._tools, *inputs)
        found = _sealed(path)
        if found is None:
            found = maker()
            self._write(path, found)
        return found

    def prune(self) -> None:
        """Remove what nobody has asked for in a month."""
        oldest = time.time() - _KEPT
        for path in self._folder.glob("*") if self._folder is not None and self._folder.is_dir() else ():
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:  # Written aside: nobody else reads half a file.
                file.write(hashlib.sha256(content).digest() + content)
            Path(name).replace(path)
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


def _sealed(path: Path) -> bytes | None:
    """Return the content of a file of the cache, or None if it is not there or not whole."""
    try:
        data = path.read_bytes()
        if time.time() - path.stat().st_mtime > _FRESH:
            os.utime(path)
    except OSError:
        return None
    seal, content = data[:_SEAL], data[_SEAL:]
    return content if hashlib.sha256(content).digest() == seal else None


def _name(*inputs: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in inputs:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)  # Its length keeps two parts from running together.
    return digest.hexdigest()
