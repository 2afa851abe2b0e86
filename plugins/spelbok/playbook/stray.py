# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files in a playbook's folder that nothing reads, and names that some systems cannot tell apart."""

import os
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from spelbok.diagnostics import START, Diagnostic, codes
from spelbok.locales import LOCALES
from spelbok.model import Entry
from spelbok.model.validate import suggestion
from spelbok.playbook.leftovers import is_leftover

#: What a playbook's folder holds beside the folders of entries.
_FOLDERS = ("schema", "templates", "translations")
_FILES = (
    "glossary.yml",
    "publisher.yml",
    "published.txt",
    "vocabulary.yml",
    "wording.yml",
    *(f"words.{locale}.txt" for locale in LOCALES),
)


def unread(folder: Path, kinds: tuple[type[Entry], ...]) -> Iterator[Diagnostic]:
    """Every file and folder of a playbook has a name that something reads."""
    folders = [*(kind.folder for kind in kinds), *_FOLDERS]
    for path in sorted(folder.iterdir()):
        known = folders if path.is_dir() else _FILES
        if not _is_hidden(path) and path.name not in known:
            yield Diagnostic(codes.UNREAD_FILE, path.as_posix(), START, suggestion(path.name, list(known)))
    for path in sorted((folder / "translations").rglob("*")):
        if path.is_file() and path.suffix != ".yml" and not _is_hidden(path):
            known = [path.with_suffix(".yml").name]
            yield Diagnostic(codes.UNREAD_FILE, path.as_posix(), START, suggestion(path.name, known))


def colliding(*folders: Path) -> Iterator[Diagnostic]:
    """No two names in a folder differ in nothing but case or Unicode form. Each of them is named."""
    for place, inside, files in chain.from_iterable(map(os.walk, folders)):
        alike: dict[str, list[str]] = {}
        for name in sorted((*inside, *files)):
            if not is_leftover(name):
                alike.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
        for names in alike.values():
            for name in names if len(names) > 1 else ():
                others = ", ".join(f"'{other}'" for other in names if other != name)
                yield Diagnostic(codes.CASE_COLLISION, Path(place, name).as_posix(), START, {"others": others})


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".") or is_leftover(path.name)
