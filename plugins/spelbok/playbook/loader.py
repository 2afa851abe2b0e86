# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read a playbook's folder: files in, a :class:`Playbook` and diagnostics out."""

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spelbok.diagnostics import START, Diagnostic, Span, codes, has_errors, in_order
from spelbok.locales import LOCALES
from spelbok.model import KINDS, Entry, Glossary, Vocabulary
from spelbok.model.fingerprints import Fingerprints
from spelbok.model.publisher import Publisher
from spelbok.model.validate import M, validate
from spelbok.model.values import Ref
from spelbok.model.wording import Wording
from spelbok.playbook import Loaded, Playbook, docs_folder, stray
from spelbok.playbook.git import last_changes
from spelbok.playbook.inventory import Inventory, parse
from spelbok.playbook.leftovers import is_leftover
from spelbok.playbook.markdown_pages import Handwritten, versions
from spelbok.playbook.translations import bilinguals
from spelbok.source import parser
from spelbok.source.document import Document, read
from spelbok.storage.cache import NOTHING, Cache

#: The folder that says from which texts translations were made.
TRANSLATIONS = "translations"


@dataclass(frozen=True, slots=True)
class Result:
    """What loading gives: the playbook, unless its vocabulary, glossary or publisher is broken, and all diagnostics.

    Entries with mistakes are not in the playbook.
    """

    playbook: Playbook | None
    diagnostics: list[Diagnostic]
    #: The text of every file that could be parsed, by name, for reports.
    texts: dict[str, str]
    #: Entries that exist but could not be read.
    broken: frozenset[Ref] = frozenset()


def load(folder: Path, kinds: tuple[type[Entry], ...] = KINDS, cache: Cache = NOTHING) -> Result:
    """Read everything in a playbook's folder, and type it.

    ``cache`` keeps the result of reading a file until the file changes. The
    diagnostics are those of reading alone; :mod:`spelbok.checks` has the rest.

    Raises NotADirectoryError if ``folder`` is none; nothing inside it raises.
    """
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    reader = _Reader(folder, cache)
    reader.refuse_strange_files()
    docs = (folder.parent / "docs" / locale for locale in LOCALES)
    reader.diagnostics += [*stray.unread(folder, kinds), *stray.colliding(folder, *docs)]
    loaded = [item for kind in kinds for item in reader.entries(kind)]
    vocabulary = reader.model(folder / "vocabulary.yml", Vocabulary)
    glossary = reader.model(folder / "glossary.yml", Glossary)
    publisher = reader.model(folder / "publisher.yml", Publisher)
    if vocabulary is None or glossary is None or publisher is None:
        return Result(None, in_order(reader.diagnostics), reader.texts)
    playbook = Playbook(
        kinds=kinds,
        loaded=tuple(loaded),
        vocabulary=vocabulary[0],
        glossary=glossary[0],
        publisher=publisher[0],
        vocabulary_document=vocabulary[1],
        glossary_document=glossary[1],
        publisher_document=publisher[1],
        changed=reader.days(),
        wording=reader.wording(folder / "wording.yml"),
        listed_words={locale: _lines(folder / f"words.{locale}.txt") for locale in LOCALES},
        by_hand=versions(reader.handwritten(folder.parent / "docs")),
        records=reader.records(folder / TRANSLATIONS),
        inventory=reader.inventory(folder / "published.txt"),
    )
    reader.report_orphans(playbook)
    return Result(playbook, in_order(reader.diagnostics), reader.texts, frozenset(reader.broken))


def reread(loaded: Loaded) -> tuple[Loaded | None, Result]:
    """Read the file of an entry anew; return the entry, or None with what is wrong with it."""
    path = Path(loaded.document.file)
    reader = _Reader(path.parent, NOTHING)
    typed = reader.model(path, type(loaded.entry))
    if typed is not None and typed[0].id != path.stem:
        reader.refuse_name(*typed)
    is_whole = typed is not None and not has_errors(reader.diagnostics)
    return Loaded(*typed) if typed and is_whole else None, Result(None, in_order(reader.diagnostics), reader.texts)


class _Reader:
    """Reads files, gathering diagnostics and the entries that could not be typed."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.folder = folder
        self.cache = cache
        self.diagnostics: list[Diagnostic] = []
        self.broken: set[Ref] = set()
        self.texts: dict[str, str] = {}

    def refuse_strange_files(self) -> None:
        """Report symbolic links, devices and the like: all that is published is plain files and folders."""
        docs = self.folder.parent / "docs"
        self.diagnostics += docs_folder.strange_files(self.folder, follow=True)
        self.diagnostics += docs_folder.strange_files(docs)

    def entries(self, kind: type[Entry]) -> Iterator[Loaded]:
        """Yield the entries of one kind, by file name."""
        seen: set[str] = set()
        for path in self._files(self.folder / kind.folder):
            typed = self.model(path, kind)
            if typed is None:
                self.broken.add(Ref(kind.kind, path.stem))
                continue
            entry, document = typed
            if entry.id != path.stem:
                self.broken.add(Ref(kind.kind, path.stem))
                self.refuse_name(entry, document)
            if entry.id not in seen:  # A second file of the same id has a mismatch already.
                seen.add(entry.id)
                yield Loaded(entry, document)

    def refuse_name(self, entry: Entry, document: Document) -> None:
        """Report an entry whose id is not the name of its file."""
        params = {"id": entry.id, "name": Path(document.file).name}
        self._report(codes.ID_MISMATCH, document.file, document.span(("id",)), params)

    def handwritten(self, docs: Path) -> Iterator[Handwritten]:
        """Yield the pages in Markdown, by language and name; but report those that are no text."""
        for locale in LOCALES:
            names = [name for name in docs_folder.files(docs) if name.startswith(f"{locale}/") and name.endswith(".md")]
            for name in names:
                file = (docs / name).as_posix()
                text, found = parser.decode((docs / name).read_bytes(), file)
                self.diagnostics += found
                lines = text.replace("\r\n", "\n").replace("\r", "\n")
                self.texts[file] = lines
                yield Handwritten(file, name.removeprefix(f"{locale}/").removesuffix(".md"), locale, lines)

    def wording(self, path: Path) -> Wording:
        """Return the words that the organisation avoids; without a file, none."""
        typed = self.model(path, Wording) if path.exists() else None
        return typed[0] if typed is not None else Wording()

    def records(self, folder: Path) -> dict[str, frozenset[tuple[str, str, str]]]:
        """Return from which texts translations were made, by what they belong to: ``pages/about``."""
        meant = (path for path in sorted(folder.rglob("*.yml")) if not is_leftover(path.name))
        files = {path.relative_to(folder).with_suffix("").as_posix(): path for path in meant}
        typed = {name: self.model(path, Fingerprints) for name, path in files.items()}
        return {name: found[0].recorded for name, found in typed.items() if found is not None}

    def report_orphans(self, playbook: Playbook) -> None:
        """Report records of translations that belong to no entry, page or shared file."""
        unread = {ref.id for ref in self.broken}
        known = {item.name for item in bilinguals(playbook)} | unread
        for name in sorted(playbook.records.keys() - known):
            file = (self.folder / TRANSLATIONS / f"{name}.yml").as_posix()
            self._report(codes.ORPHAN_RECORD, file, params={"name": name})

    def inventory(self, path: Path) -> Inventory:
        """Return every address ever published; without a file, none."""
        file = path.as_posix()
        if not is_plain(path):
            return Inventory(file)
        self.texts[file] = path.read_text("utf-8-sig", errors="replace")
        inventory, found = parse(self.texts[file], file)
        self.diagnostics += found
        return inventory

    def days(self) -> dict[str, dt.date]:
        """Return the day of the last commit to each file; report why git refuses to tell."""
        days = last_changes(self.folder)
        if days.refusal is not None:
            advice = {"advice_sv": days.refusal.advice.sv, "advice_en": days.refusal.advice.en}
            params = {"problem": days.refusal.problem, **advice}
            self._report(codes.UNREADABLE_HISTORY, self.folder.as_posix(), params=params)
        return days.of

    def model(self, path: Path, model: type[M]) -> tuple[M, Document] | None:
        """Return the file as a ``model``, or None with the mistakes reported."""
        file = path.as_posix()
        if not is_plain(path):
            self._report(codes.UNEXPECTED_FILE if os.path.lexists(path) else codes.MISSING_FILE, file)
            return None
        data = path.read_bytes()
        if len(data) <= parser.MAX_BYTES:
            self.texts[file] = data.decode("utf-8-sig", errors="replace")
        document, found = read(data, file, self.cache)
        self.diagnostics += found
        if document is None:
            return None
        self.texts[file] = document.text  # Not a copy of it.
        typed, found = validate(document, model)
        self.diagnostics += found
        return (typed, document) if typed is not None else None

    def _files(self, folder: Path) -> Iterator[Path]:
        if folder.is_symlink() or not folder.is_dir():
            return
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or (is_leftover(path.name) and not path.is_dir()):
                continue
            if not is_plain(path) or path.suffix != ".yml":
                self._report(codes.UNEXPECTED_FILE, path.as_posix())
                continue
            yield path

    def _report(self, code: codes.Code, file: str, span: Span = START, params: dict[str, str] | None = None) -> None:
        self.diagnostics.append(Diagnostic(code, file, span, params or {}))


def is_plain(path: Path) -> bool:
    """Return whether a path is a file, and not a link to one: whatever else it is may never end."""
    return path.is_file() and not path.is_symlink()


def _lines(path: Path) -> tuple[str, ...]:
    """Return the words of a list: one a line, without comments (``#``)."""
    if not is_plain(path):
        return ()
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8-sig", errors="replace").splitlines())
    return tuple(line for line in lines if line)
