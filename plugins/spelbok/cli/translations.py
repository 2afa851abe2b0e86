# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok translations``: which translations lag, and which are found to say the same."""

import difflib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import click

from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import OK, USAGE, playbook, say
from spelbok.diagnostics.reporters import visible
from spelbok.locales import Locale, Phrase
from spelbok.model.fingerprints import Fingerprints
from spelbok.model.validate import validate
from spelbok.playbook import Playbook, markdown_pages
from spelbok.playbook.git import unmerged, versions
from spelbok.playbook.loader import TRANSLATIONS
from spelbok.playbook.markdown_pages import Handwritten
from spelbok.playbook.translations import (
    BY_HAND,
    STATES,
    Bilingual,
    Record,
    State,
    Translation,
    accepted,
    bilinguals,
    counted,
    former,
    is_turned,
    translations,
    unknown,
)
from spelbok.source.document import Document, Value
from spelbok.source.parser import parse
from spelbok.source.save import save

_WORDS: dict[State, Phrase] = {
    "current": Phrase("aktuell", "current"),
    "outdated": Phrase("äldre än originalet", "older than the original"),
    "unconfirmed": Phrase("inte jämförd", "not compared"),
    "missing": Phrase("saknas", "missing"),
}
_HEADER = (
    '# Written by "spelbok translations accept": the places of texts, and fingerprints of what was translated.\ntexts:'
)


@dataclass(frozen=True, slots=True)
class Row:
    """One text as it is told; ``old`` and ``new`` are the source's wordings where the translation is outdated."""

    entry: str
    file: str
    field: str
    language: Locale
    state: State
    source_language: Locale
    old: str | None
    new: str | None


def add(commands: Commands) -> None:
    """Declare the command."""
    commands.on_playbook(
        "translations",
        _run,
        Phrase(
            "Lista översättningar som släpar; med 'accept' markeras en posts som aktuella.",
            "List translations that lag; with 'accept', mark those of an entry as up to date.",
        ),
        commands.argument(
            "action",
            Phrase("markera en posts översättningar som aktuella", "mark the translations of an entry as up to date"),
            nargs=-1,
            metavar="[accept ENTRY FIELDS]",
        ),
        commands.option(
            "--entry",
            Phrase("bara en post, även dess aktuella texter", "one entry only, its current texts too"),
            metavar="ID",
        ),
        commands.option("--all", Phrase("med accept: alla posters", "with accept: those of every entry"), is_flag=True),
        commands.option(
            "--format",
            Phrase("hur det skrivs ut", "how to tell"),
            type=click.Choice(["human", "json"]),
            default="human",
        ),
        more=Phrase(
            "Listar texter som är äldre än originalet (med dess tidigare och nuvarande lydelse, ur git), saknas"
            " eller inte är jämförda: i poster, i det som sidor delar (shared/glossary, shared/publisher, "
            "shared/vocabulary) och i sidor skrivna för hand (pages/about). Bara accept skriver i "
            "playbook/translations.",
            "Lists texts that are older than their original (with its former and its present wording, from "
            "git), missing, or not yet compared: of entries, of what pages share (shared/glossary, "
            "shared/publisher, shared/vocabulary) and of pages written by hand (pages/about). Only accept "
            "writes to playbook/translations.",
        ),
        examples=("spelbok translations", "spelbok translations accept retrospective title summary"),
    )


def _run(options: Options) -> int:
    found = playbook(options)
    if found is None:
        return USAGE
    items = {item.name: item for item in bilinguals(found)}
    verb, *names = options.action or ["list"]
    wrong = verb not in ("list", "accept") or (verb == "accept" and bool(names) == options.all)
    if wrong:
        say(
            options,
            "skriv: spelbok translations accept POST [FÄLT ...]",
            "write: spelbok translations accept ENTRY [FIELD ...]",
        )
        return USAGE
    for entry_id in [*names[:1], *filter(None, [options.entry])]:
        if entry_id not in items:
            say(options, f"posten '{entry_id}' finns inte", f"there is no entry '{entry_id}'")
            return USAGE
    if verb == "accept":
        return _accept(options, found, [items[name] for name in names[:1]] or list(items.values()), names[1:])
    chosen = [items[options.entry]] if options.entry else list(items.values())
    told = [(item, translations(item, _record(found, item))) for item in chosen]
    if options.format == "json":
        rows = [asdict(row) for item, states in told for row in _rows(found, item, states)]
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return OK
    for line in _lines(options, found, told):
        print(line)
    return OK


def _record(found: Playbook, item: Bilingual) -> Record:
    return found.records.get(item.name, frozenset())


# --- Telling ------------------------------------------------------------------


def _rows(found: Playbook, item: Bilingual, states: Iterable[Translation]) -> Iterator[Row]:
    older: list[Value] | None = None
    for state in states:
        old = new = None
        if state.state == "outdated":
            older = _versions(item) if older is None else older
            old = former(item, _record(found, item), state.text, older)
            new = state.text.words[item.source]
        yield Row(item.name, item.document.file, state.text.name, state.locale, state.state, item.source, old, new)


def _versions(item: Bilingual) -> list[Value]:
    """Return what a file held in earlier commits, the newest first."""
    texts = versions(Path(item.document.file).absolute())
    if item.name.startswith(BY_HAND):
        pages = ({item.source: Handwritten("", "", item.source, text)} for text in texts)
        return [markdown_pages.document(page, item.source).values() for page in pages]
    roots = (parse(text.encode(), item.document.file)[0] for text in texts)
    return [Document("", "", root).values() for root in roots if root is not None]


def _lines(options: Options, found: Playbook, told: list[tuple[Bilingual, tuple[Translation, ...]]]) -> Iterator[str]:
    """Yield lines for people: each entry or file in which something lags, and a sum."""
    lang: Locale = options.lang
    for item, states in told:
        rows = [row for row in _rows(found, item, states) if options.entry or row.state != "current"]
        if rows:
            yield f"{item.name} ({item.document.file})"
        if is_turned(item, _record(found, item)):
            yield _turned(item, lang)
        for row in rows:
            yield f"  {row.language} {row.field}: {_WORDS[row.state][lang]}"
            if row.new is not None:
                yield from _wordings(row.old, row.new, lang)
    total = counted(state for _, states in told for state in states)
    yield ", ".join(f"{total[state]} {_WORDS[state][lang]}" for state in STATES)


def _turned(item: Bilingual, lang: Locale) -> str:
    phrase = Phrase(
        f"{item.name}: källspråket är ändrat till '{item.source}' sedan översättningarna jämfördes",
        f"{item.name}: the source language has changed to '{item.source}' since the translations were compared",
    )
    return phrase[lang]


def _wordings(old: str | None, new: str, lang: Locale) -> Iterator[str]:
    """Yield the lines that a text has lost and won."""
    if old is None:
        yield f"    - {_no_history(lang)}"
    for line in difflib.ndiff((old or "").rstrip().splitlines(), new.rstrip().splitlines()):
        if line[0] in "-+" and line[2:].strip():
            yield f"    {line[0]} {visible(line[2:])}"


def _no_history(lang: Locale) -> str:
    return Phrase("(git har inte den tidigare lydelsen)", "(git does not have the earlier wording)")[lang]


# --- Accepting ----------------------------------------------------------------


def _accept(options: Options, found: Playbook, chosen: list[Bilingual], fields: list[str]) -> int:
    for item in chosen:
        for field in unknown(item, fields):
            say(options, f"ingen text heter '{field}'", f"no text is called '{field}'")
            return USAGE
    folder = options.playbook / TRANSLATIONS
    conflicts = unmerged(options.playbook.absolute().parent)
    for item in chosen:
        files = [folder / f"{item.name}.yml", *_files(found, item)]
        if broken := [path for path in files if path.absolute() in conflicts or _has_markers(path)]:
            name = broken[0].as_posix()
            say(
                options,
                f"{name} har en konflikt efter en sammanslagning; lös den först",
                f"{name} has a merge conflict; resolve it first",
            )
            return USAGE
        if files[0].exists() and item.name not in found.records:
            name = files[0].as_posix()
            say(
                options,
                f"{name} går inte att läsa; kör 'spelbok check' och rätta den, eller ta bort den",
                f"{name} cannot be read; run 'spelbok check' and correct it, or delete it",
            )
            return USAGE
    for item in chosen:
        lines = accepted(item, _record(found, item), fields)
        path = folder / f"{item.name}.yml"
        text = "\n".join([_HEADER if lines else f"{_HEADER} []", *(f"  - {line}" for line in lines)]) + "\n"
        if (path.read_text("utf-8") if path.is_file() else "") != text:
            save(path.as_posix(), text, partial(_holds, list(lines)))
            print(path.as_posix())
    return OK


def _holds(lines: list[str], document: Document) -> bool:
    return validate(document, Fingerprints)[0] is not None and document.values() == {"texts": lines}


def _files(found: Playbook, item: Bilingual) -> list[Path]:
    """Return the files that hold the texts: one, or a page's in each language."""
    if item.name.startswith(BY_HAND):
        return [Path(page.file) for page in found.by_hand[item.name.removeprefix(BY_HAND)].values()]
    return [Path(item.document.file)]


def _has_markers(path: Path) -> bool:
    """Return whether a file holds git's conflict markers."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    return any(line.lstrip().startswith((b"<<<<<<< ", b">>>>>>> ")) for line in lines)
