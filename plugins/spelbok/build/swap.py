# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put one folder in another's place in one step, so that no reader sees half a site.

A folder that something is mounted on cannot be moved. There, what lies inside
is exchanged: each file or folder at its top in one step.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from spelbok.build import guard

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_MACOS_SWAP = 2  # RENAME_SWAP of renamex_np(2)
_MOUNTS = Path("/proc/self/mountinfo")


def lock_of(place: Path) -> Path:
    """Return the file to lock while ``place`` is exchanged: beside it, or in it if it is mounted."""
    return place / f"{guard.OWN}lock" if is_mounted(place) else place.with_name(f".{place.name}-lock")


@contextmanager
def aside(place: Path, mark: str) -> Iterator[Path]:
    """Give an empty folder that can be exchanged with ``place``; remove what is in it afterwards.

    Also removes what runs that were killed left behind: folders of the same
    kind of name that are empty or carry the mark ``mark``. Raises OSError if no
    folder can be made.
    """
    mounted = is_mounted(place)
    where, prefix = (place, f"{guard.OWN}new-") if mounted else (place.parent, f".{place.name}-new-")
    where.mkdir(parents=True, exist_ok=True)
    for path in where.iterdir():
        if path.name.startswith(prefix) and not path.is_symlink():
            _remove_own(path, mark)
    made = Path(tempfile.mkdtemp(prefix=prefix, dir=where))
    try:
        (made / mark).touch()
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _remove_own(folder: Path, mark: str) -> None:
    if (folder / mark).is_file():
        shutil.rmtree(folder, ignore_errors=True)
    else:
        with suppress(OSError):
            folder.rmdir()  # Nothing but an empty folder.


def exchange(new: Path, place: Path, mark: str) -> bool:
    """Make ``new`` stand at ``place``, and remove what stood there; return whether that could be removed.

    ``new`` comes from :func:`aside` and holds the mark ``mark``. Linux and
    macOS swap the two folders in one system call. Where that is not to be had,
    the old folder is moved aside first: for a moment nothing stands there, but
    never a mixture. Inside a mounted folder, readers may see a mixture for a
    moment; whenever that stops, the next run finds a folder of its own.

    Raises OSError if the folders cannot be moved; ``place`` is then as it was.
    """
    if is_mounted(place):
        _exchange_inside(new, place, mark)
    else:
        _trade(new, place)
    shutil.rmtree(new, ignore_errors=True)
    return not new.exists()


def is_mounted(place: Path) -> bool:
    """Whether something is mounted on a folder, so that it cannot be moved."""
    if place.is_dir() and os.path.ismount(place):
        return True
    try:
        lines = _MOUNTS.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False  # Another system than Linux: it mounts file systems alone, which the first question finds.
    points = (line.split(" ")[4] for line in lines)
    return any(_unescaped(point) == str(place.absolute()) for point in points)


def _unescaped(point: str) -> str:
    for sign in (" ", "\t", "\n", "\\"):
        point = point.replace(f"\\{ord(sign):03o}", sign)
    return point


def _exchange_inside(new: Path, place: Path, mark: str) -> None:
    """Exchange what lies in two folders. The mark tells of the old and the new files until all are exchanged."""
    old_mark = (place / mark).read_bytes() if (place / mark).is_file() else b""
    new_mark = (new / mark).read_bytes()
    _put(place / mark, old_mark + new_mark)
    names = sorted((path.name for path in new.iterdir() if path.name != mark), key=_pages_last)
    gone = [path.name for path in place.iterdir() if path.name not in names and not path.name.startswith(guard.OWN)]
    done: list[tuple[str, bool]] = []
    try:
        for name in names:
            is_swapped = os.path.lexists(place / name)
            _trade(new / name, place / name)
            done.append((name, is_swapped))
        for name in gone:
            (place / name).rename(new / name)
            done.append((name, False))
    except OSError:
        for name, is_swapped in reversed(done):
            there, back = (new / name, place / name) if name in gone else (place / name, new / name)
            _trade(place / name, new / name) if is_swapped else there.rename(back)
        _put(place / mark, old_mark)
        raise
    _put(place / mark, new_mark)


def _pages_last(name: str) -> tuple[bool, str]:
    """Sort what pages need before pages."""
    return name != "assets", name


def _trade(new: Path, place: Path) -> None:
    """Put ``new`` in the place of what stands there, which then stands at ``new``."""
    if not os.path.lexists(place):
        new.rename(place)
    elif not _swap(new, place):
        old = new.with_name(f"{new.name}{guard.OWN}old")
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
        old.rename(new)


def _put(path: Path, content: bytes) -> None:
    """Write a mark beside itself and rename it, or take it away if there is nothing to tell."""
    if not content:
        path.unlink(missing_ok=True)
        return
    beside = path.with_name(f"{path.name}-new")
    beside.write_bytes(content)
    beside.replace(path)


def _swap(one: Path, other: Path) -> bool:
    """Swap two paths in one step; return False where the system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _LINUX_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(names[0], names[1], _MACOS_SWAP) == 0)
    except (AttributeError, OSError):
        pass
    return False
