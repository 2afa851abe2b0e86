# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep what was costly to make, under a name that is made of everything that went in.

A file is found again only if the text, the styles, the fonts, this package's
own code and every library that takes part are the same to the byte. So nothing
can be stale, and the folder may be deleted at any time.
"""

import hashlib
import importlib.metadata
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

#: Distributions whose version has a say in the bytes.
_LIBRARIES = ("fonttools", "pillow", "pydyf", "pyphen", "segno", "tinycss2", "tinyhtml5", "weasyprint")
_SEAL = hashlib.sha256().digest_size
#: How long a file that no build asks for is kept, in seconds.
_KEPT = 30 * 24 * 3600


class Cache:
    """A folder of made files by what they were made from. Without a folder, everything is made anew."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, maker: Callable[[], bytes], *inputs: str | bytes) -> bytes:
        """Return what ``maker`` gives for these inputs, from the folder if it lies there whole.

        ``inputs`` are all that ``maker`` depends on beside its own code.
        """
        if self._folder is None:
            return maker()
        path = self._folder / _name(inputs)
        found = _sealed(path)
        if found is None:
            found = maker()
            self._write(path, found)
        return found

    def prune(self) -> None:
        """Remove what no build has asked for in a month."""
        oldest = time.time() - _KEPT
        for path in self._folder.glob("*") if self._folder is not None and self._folder.is_dir() else ():
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:  # Written aside: no other build reads half a file.
            file.write(hashlib.sha256(content).digest() + content)
        Path(name).replace(path)


def _sealed(path: Path) -> bytes | None:
    """Return the content of a file of the cache, or None if it is not there or not whole."""
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    seal, content = data[:_SEAL], data[_SEAL:]
    return content if hashlib.sha256(content).digest() == seal else None


def _name(inputs: tuple[str | bytes, ...]) -> str:
    digest = hashlib.sha256(_tools())
    for part in inputs:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)  # Its length keeps two parts from running together.
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _tools() -> bytes:
    """Return a digest of this package's code and fonts, of the libraries and of the machine."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for path in here.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(here).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    versions = [f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES]
    machine = (sys.version, platform.platform(), _pango())
    digest.update("\n".join([*versions, *machine]).encode())
    return digest.digest()


def _pango() -> str:
    try:
        from weasyprint.text.ffi import pango  # noqa: PLC0415 - costs half a second, and fails without Pango
    except OSError:
        return "none"
    return str(pango.pango_version())
