# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remove our edition from a copy that becomes another playbook: ``python3 scripts/empty.py``.

Removes the entries, what was recorded about them, our promises, and the tests
of what we have written. Standard library only; needs no environment. In a
checkout of git it removes only what git can bring back; elsewhere it wants
``--yes``.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from environment import ROOT, captured

#: The folders of the entries. They stay, empty.
ENTRIES = ("playbook/principles", "playbook/practices", "playbook/modules", "playbook/paths", "playbook/measures")
#: All that is ours: files, and folders with what is in them.
OURS = (
    *ENTRIES,
    "playbook/published.txt",
    "playbook/translations",
    "docs/sv/promises.md",
    "docs/en/promises.md",
    "tests/edition",
    "tests/browser/edition",
)
#: Where other files name a page that goes: the passage is cut out.
PASSAGES = (
    ("mkdocs.yml", re.compile(rb"^  - promises\.md[ \t]*\r?\n", re.MULTILINE)),
    ("playbook/vocabulary.yml", re.compile(rb"^  promises:[ \t]*\r?\n(?:    .*\n)+", re.MULTILINE)),
)


def main() -> int:
    """List what goes, ask, and remove it; return 0 if our edition is gone, 1 if nothing was removed."""
    parser = argparse.ArgumentParser(description="Remove our edition from a copy that becomes another playbook.")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    options = parser.parse_args()
    found = list(_found())
    is_checkout = any((folder / ".git").exists() for folder in (ROOT, *ROOT.parents))
    files = _tracked(found) if is_checkout else found
    cuts = dict(_cuts())
    if is_checkout and found and not files:
        return _refused("Git does not track these files: commit them first, so that it can bring them back.", found)
    if is_checkout and (changed := _uncommitted(files)):
        return _refused("To be removed, but with changes that are not committed:", changed)
    if not files and not cuts:
        print("Nothing of our edition is left to remove.")
        return 0
    _show("To be removed:", [*files, *(f"{name} (a passage)" for name in cuts)])
    _show("Not tracked by git, stays:", [name for name in found if name not in set(files)])
    if not options.yes and not _agreed(is_checkout=is_checkout):
        return _refused("--yes removes it without asking.")
    for name, text in cuts.items():
        _replace(ROOT / name, text)
    for name in files:
        (ROOT / name).unlink()
    _remove_empty_folders()
    print(f"Removed {len(files)} files.")
    return 0


def _found() -> Iterator[str]:
    """Yield the files of ours that are there, but for what Python has compiled."""
    for path in (ROOT / name for name in OURS):
        inside = path.rglob("*") if path.is_dir() and not path.is_symlink() else [path]
        for file in sorted(inside):
            if (file.is_file() or file.is_symlink()) and "__pycache__" not in file.parts:
                yield file.relative_to(ROOT).as_posix()


def _tracked(found: list[str]) -> list[str]:
    known = set(_git("ls-files", "-z", "--", *OURS).split("\0"))
    return [name for name in found if name in known]


def _uncommitted(files: list[str]) -> list[str]:
    differ = set(_git("diff", "--name-only", "--relative", "--no-renames", "-z", "HEAD", "--", *OURS).split("\0"))
    return [name for name in files if name in differ]


def _git(*arguments: str) -> str:
    try:
        done = captured("git", *arguments)
    except FileNotFoundError:
        sys.exit("git is needed here, to see what it can bring back. Nothing was removed.")
    if done.returncode:
        sys.exit(f"git {arguments[0]}: {done.stderr.strip()}\nNothing was removed.")
    return done.stdout


def _cuts() -> Iterator[tuple[str, bytes]]:
    """Yield the files that name a page of ours, each with its new content."""
    for name, passage in PASSAGES:
        before = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if (after := passage.sub(b"", before)) != before:
            yield name, after


def _agreed(*, is_checkout: bool) -> bool:
    if not is_checkout:
        print("This is no checkout of git: nothing can bring the files back.", file=sys.stderr)
        return False
    return sys.stdin.isatty() and input("Remove this? [y/N] ").strip().lower() in ("y", "yes", "j", "ja")


def _show(title: str, names: list[str]) -> None:
    if names:
        print("\n  ".join((title, *names)))


def _refused(why: str, names: list[str] | None = None) -> int:
    print("\n  ".join((why, *(names or ()))), "Nothing was removed.", sep="\n", file=sys.stderr)
    return 1


def _replace(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)


def _remove_empty_folders() -> None:
    """Remove the folders that hold nothing any more, but for those of the entries, which are written to next."""
    for path in (ROOT / name for name in OURS if name not in ENTRIES):
        folders = [path, *path.rglob("*")] if path.is_dir() and not path.is_symlink() else []
        for folder in sorted(folders, reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
