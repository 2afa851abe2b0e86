# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write a file in one step: whoever reads it, and whenever writing fails, the file is the old one or the new one.

The new file is written beside the old one, read back, and renamed. It keeps
the old one's mode and owner. What a symbolic link leads to is replaced, and
the link stays.
"""

import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from spelbok.locales import Phrase

#: Tells of the bytes of a new file whether our own reader makes of them what was meant.
Check = Callable[[bytes], bool]


class UnwritableError(Exception):
    """A file that could not be written, and is as it was; says why in both languages."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.words = Phrase(sv, en)


def write_text(path: Path, text: str, check: Check | None = None) -> None:
    """Write a text in UTF-8, its line ends as they are. See :func:`write_bytes`."""
    write_bytes(path, text.encode(), check)


def write_bytes(path: Path, data: bytes, check: Check | None = None) -> None:
    """Write a file in the place of the one that may stand there; make the folders that it lies in.

    ``check`` is asked about the bytes as they stand on the disk. Raises
    UnwritableError, with the file as it was, if it says no, or if the file may
    not or cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():  # A terminal or a pipe, which holds nothing to be kept.
            target.write_bytes(data)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), str(target))
        with _Beside(target, data, path, check) as new:
            new.replace(target)
    except OSError as error:
        raise unwritable(path, error) from error


def create(path: Path, data: bytes, check: Check | None = None) -> None:
    """Write a new file, as :func:`write_bytes` does. Raises FileExistsError if anything stands there."""
    try:
        with _Beside(path, data, path, check) as new:
            try:
                os.link(new, path)
            except FileExistsError:
                raise
            except OSError:  # A file system without hard links.
                if os.path.lexists(path):
                    raise FileExistsError(path) from None
                new.replace(path)
    except FileExistsError:
        raise
    except OSError as error:
        raise unwritable(path, error) from error


def remove(path: Path) -> None:
    """Remove a file. Raises UnwritableError if that may not or cannot be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> UnwritableError:
    """Return why a file could not be written, in one line."""
    why = error.strerror or str(error)
    return UnwritableError(
        f"{path} kunde inte skrivas, och är som förut: {why}",
        f"{path} could not be written, and is as before: {why}",
    )


def reason(error: OSError) -> str:
    """Return in one line what the system did not do, and with which file."""
    return ": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error))))


class _Beside:
    """A new file beside the one whose place it will take; removed unless it has been renamed."""

    def __init__(self, target: Path, data: bytes, named: Path, check: Check | None) -> None:
        self._target, self._data, self._named, self._check = target, data, named, check
        self._path = target.with_name(f".spelbok-{secrets.token_hex(6)}.tmp")

    def __enter__(self) -> Path:
        self._target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._write()
        except BaseException:
            self.__exit__()
            raise
        return self._path

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        with self._path.open("xb") as file:
            file.write(self._data)
            file.flush()
            os.fsync(file.fileno())
        found = self._path.read_bytes()
        if found != self._data or (self._check is not None and not self._check(found)):
            raise UnwritableError(
                f"{self._named} skrevs inte: det som skulle stå där går inte att läsa. Filen är som förut.",
                f"{self._named} was not written: what was to stand there cannot be read. The file is as before.",
            )
        if self._target.exists():
            shutil.copymode(self._target, self._path)
            old, new = self._target.stat(), self._path.stat()
            if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid) and hasattr(os, "chown"):
                with suppress(OSError):  # An administrator leaves the file to its owner; nobody else can.
                    os.chown(self._path, old.st_uid, old.st_gid)
                    self._path.chmod(stat.S_IMODE(old.st_mode))
