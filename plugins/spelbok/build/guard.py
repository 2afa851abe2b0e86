# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which folders and files a command may replace: new, empty, or written by an earlier run; never a source.

A folder that a command wrote carries a mark: a file that lists what was
written. So a file that someone else put there is found, and named.
"""

import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from spelbok.locales import Phrase
from spelbok.playbook import inventory
from spelbok.playbook.leftovers import OF_SYSTEMS

#: The marks of a built site, and of a folder that ``spelbok pages`` wrote.
SITE, PAGES = ".spelbok-site", ".spelbok-pages"
#: What the names of our own working files in a folder begin with.
OWN = ".spelbok-"
#: Where a site publishes what it promises, so that the next build can be compared with it.
ADDRESSES = "data/v1/addresses.txt"

#: Folders of a project that hold sources, and the repository itself.
_SOURCES = (
    "docs",
    "docs/theme",
    "playbook",
    "playbook/templates",
    "plugins",
    "scripts",
    "tests",
    "LICENSES",
    ".git",
    ".github",
    ".venv",
    ".vscode",
    ".devcontainer",
)
#: How much later than its inventory, written last, a file of a build may have changed, in nanoseconds.
_LAST = 1_000_000_000

_Id = tuple[int, int]


class RefusedError(Exception):
    """A folder or file that may not be replaced; says why in both languages."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.words = Phrase(sv, en)


def folder_to_replace(folder: Path, mark: str, project: Path, playbook: Path) -> Path:
    """Return where ``folder``, which a command shall fill, really lies: links are followed.

    ``mark`` is :data:`SITE` or :data:`PAGES`. Raises RefusedError if the folder
    is, holds or lies in a source of ``project``, or holds what no earlier run
    of the command wrote.
    """
    real = outside_of_sources(folder, project, playbook)
    if not real.exists():
        return real
    if not real.is_dir():
        raise RefusedError(f"{folder} är ingen mapp.", f"{folder} is not a folder.")
    foreign = _foreign(real, mark)
    if foreign is not None:
        raise RefusedError(
            f"{folder} innehåller filer som inget tidigare '{_COMMANDS[mark]}' skrev, till exempel {foreign}. "
            "Ingenting ändrades. Flytta eller ta bort dem, eller välj en annan mapp.",
            f"{folder} holds files that no earlier '{_COMMANDS[mark]}' wrote, such as {foreign}. "
            "Nothing was changed. Move or remove them, or choose another folder.",
        )
    return real


def outside_of_sources(path: Path, project: Path, playbook: Path) -> Path:
    """Return where a path really lies. Raises RefusedError if it is, holds or lies in a source of ``project``."""
    real = _real(path)
    _refuse_sources(path, real, project, playbook)
    return real


def file_to_replace(file: Path, project: Path, is_ours: Callable[[bytes], bool]) -> None:
    """Raise RefusedError unless ``file`` may be written: it is new, empty, ours by its content, or no regular file.

    ``is_ours`` tells whether a content was written by the same command. A
    terminal or a pipe can lose nothing.
    """
    real = outside_of_sources(file, project, project / "playbook")
    if real.is_dir():
        raise RefusedError(f"{file} är en mapp.", f"{file} is a folder.")
    if real.is_file() and (content := real.read_bytes()) and not is_ours(content):
        raise RefusedError(
            f"{file} finns och skrevs inte av det här kommandot. Ingenting ändrades. Välj en annan fil.",
            f"{file} exists and was not written by this command. Nothing was changed. Choose another file.",
        )


def marked(folder: Path) -> bytes:
    """Return the mark of a folder that holds what a command wrote and nothing else: a line for each file."""
    names = {unicodedata.normalize("NFC", name) for name in _names(folder)}
    return "".join(f"{json.dumps(name)}\n" for name in sorted(names)).encode()


def mark_cleaned(folder: Path) -> None:
    """Mark a folder from which a site generator has removed all that was there before, but for hidden files."""
    names = (name for name in marked(folder).splitlines(keepends=True) if not name.startswith(b'".'))
    (folder / SITE).write_bytes(b"".join(names))


_COMMANDS = {SITE: "spelbok build", PAGES: "spelbok pages"}


def _real(path: Path) -> Path:
    """Return a path with links followed."""
    try:
        real = path.resolve()
        if not real.is_symlink():
            return real
    except (OSError, RuntimeError):  # Links that lead to each other.
        pass
    raise RefusedError(f"{path} är en länk som inte leder någonstans.", f"{path} is a link that leads nowhere.")


# --- Sources ------------------------------------------------------------------


def _refuse_sources(given: Path, real: Path, project: Path, playbook: Path) -> None:
    """Raise RefusedError if ``real`` is or holds a source, the project or a home folder, or lies in a source."""
    around = {_identity(one) for one in (real, *real.parents)} - {None}
    sources = [playbook, playbook.parent / "docs", *(project / name for name in _SOURCES)]
    mine = _identity(real)
    for source in (project, Path(os.path.expanduser("~")), *sources):  # noqa: PTH111 - a user may have no home
        if mine is not None and mine in _way_to(source):
            _refuse(given, source)
    for source in sources:
        if _identity(source) in around:
            _refuse(given, source)
    if any(part.casefold() == ".git" for part in real.parts):
        _refuse(given, Path(".git"))


def _refuse(given: Path, source: Path) -> None:
    raise RefusedError(
        f"{given} är, innehåller eller ligger i {source}, som inte är skrivet av något kommando. "
        "Ingenting ändrades. Välj en annan mapp.",
        f"{given} is, holds or lies in {source}, which no command wrote. Nothing was changed. Choose another folder.",
    )


def _way_to(path: Path) -> set[_Id | None]:
    """Return the identities of a path and of every folder that holds it, as it is written and with links followed."""
    absolute = Path(os.path.normpath(path.absolute()))
    found = {_identity(one) for start in (absolute, path.resolve()) for one in (start, *start.parents)}
    return found if _identity(path) is not None else set()


def _identity(path: Path) -> _Id | None:
    """Return what a file or folder is known by, however its path is written; None where nothing is."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


# --- Content ------------------------------------------------------------------


def _foreign(folder: Path, mark: str) -> str | None:
    """Return one file of a folder that no earlier run of the command wrote, or None."""
    if repository := next((path.name for path in folder.iterdir() if path.name.casefold() == ".git"), None):
        return repository
    names = sorted(_names(folder))
    content = _plain_bytes(folder / mark)
    if content is not None and mark == PAGES:  # What a generator made of the pages goes with them.
        return None
    if content is None:
        listed = _written_without_mark(folder) if mark == SITE else frozenset[str]()
    else:
        listed = _listed(content)
    return next((name for name in names if unicodedata.normalize("NFC", name) not in listed), None)


def _names(folder: Path) -> Iterator[str]:
    """Yield the files and links of a folder, but for our own working files and those of file managers."""
    for place, folders, files in os.walk(folder):
        inside = Path(place).relative_to(folder)
        if inside == Path():
            folders[:] = [name for name in folders if not name.startswith(OWN)]
            files = [name for name in files if not name.startswith(OWN)]  # noqa: PLW2901 - the same without ours
        links = (name for name in folders if Path(place, name).is_symlink())
        for name in (*files, *links):
            if name.casefold() not in OF_SYSTEMS:
                yield (inside / name).as_posix()


def _listed(content: bytes) -> frozenset[str]:
    try:
        return frozenset(str(json.loads(line)) for line in content.splitlines())
    except ValueError:
        return frozenset()


def _written_without_mark(folder: Path) -> frozenset[str]:
    """Return the files of a site that a version without marks built: none changed after the inventory was written."""
    content = _plain_bytes(folder / ADDRESSES)
    if content is None or not content.decode("utf-8", "replace").startswith(inventory.written(())):
        return frozenset()
    last = (folder / ADDRESSES).stat().st_ctime_ns + _LAST
    names = (name for name in _names(folder) if (folder / name).lstat().st_ctime_ns <= last)
    return frozenset(unicodedata.normalize("NFC", name) for name in names)


def _plain_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None
