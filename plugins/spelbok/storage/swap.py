# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put one folder in another's place in one step, so that no reader sees half a site."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_MACOS_SWAP = 2  # RENAME_SWAP of renamex_np(2)


def exchange(new: Path, place: Path) -> None:
    """Make ``new`` stand at ``place`` and remove what stood there.

    Both lie on one file system. Linux and macOS swap the two folders in one
    system call. Where that is not to be had, the old folder is moved aside
    first: for a moment nothing stands there, but never a mixture.

    Raises OSError if the folders cannot be moved; ``place`` is then as it was.
    """
    if not place.exists():
        new.rename(place)
        return
    if _swap(new, place):
        shutil.rmtree(new, ignore_errors=True)
        return
    aside = new.with_name(f"{new.name}-old")
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


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
