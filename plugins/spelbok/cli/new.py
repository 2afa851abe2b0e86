# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok new``: begin an entry."""

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from spelbok.checks import structure
from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import OK, USAGE, playbook, say
from spelbok.diagnostics import Diagnostic, reporters
from spelbok.locales import LOCALES, Locale, Phrase, other
from spelbok.model import KINDS, Entry
from spelbok.model.json_schema import schema
from spelbok.model.scaffold import Skeleton, slug
from spelbok.model.validate import validate
from spelbok.model.values import is_id
from spelbok.playbook import Loaded, Playbook
from spelbok.site.permalinks import lost
from spelbok.source.document import Value, read
from spelbok.source.save import save_new
from spelbok.storage.cache import NOTHING

_KINDS = {kind.kind: kind for kind in KINDS}
_TITLES = {
    "sv": Phrase("Rubrik på svenska", "Title in Swedish"),
    "en": Phrase("Rubrik på engelska", "Title in English"),
}
_ID = Phrase(
    "Id (små bokstäver a-z, siffror, bindestreck; tomt: av rubriken)",
    "Id (lower-case a-z, digits, hyphens; empty: from the title)",
)


def add(commands: Commands) -> None:
    """Declare the command."""
    title = (
        Phrase("rubriken på svenska", "the title in Swedish"),
        Phrase("rubriken på engelska", "the title in English"),
    )
    known = ", ".join(_KINDS)
    commands.on_playbook(
        "new",
        _new,
        Phrase(
            "Börja en post: en fil där varje fält förklaras. Frågar efter det som behövs.",
            "Begin an entry: a file with every field explained. Asks for what is needed.",
        ),
        commands.argument(
            "kind",
            Phrase(f"vad som ska skrivas: {known}", f"what to write: {known}"),
            type=click.Choice(list(_KINDS)),
            metavar="KIND",
        ),
        commands.option("--title-sv", title[0], metavar="TEXT"),
        commands.option("--title-en", title[1], metavar="TEXT"),
        commands.option(
            "--id",
            Phrase(
                "postens id, som aldrig ändras; annars gjort av rubriken",
                "the entry's id, which never changes; else made from the title",
            ),
            metavar="ID",
        ),
        commands.option(
            "--owner",
            Phrase(
                "vem som svarar för texten; annars vokabulärens första",
                "who answers for the text; else the first of the vocabulary",
            ),
            metavar="OWNER",
        ),
        more=Phrase(
            "Posten är ett utkast som klarar kontrollerna. Skriver aldrig över något.",
            "The entry is a draft that passes the checks. Never overwrites anything.",
        ),
        examples=("spelbok new practice", 'spelbok new measure --title-sv "Ledtid" --title-en "Lead time"'),
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry: its file, the file's text, and why it cannot be written (empty if it can)."""

    kind: type[Entry]
    path: Path
    text: str
    refusals: tuple[Phrase, ...]


def _new(options: Options) -> int:
    found = playbook(options)
    if found is None:
        return USAGE
    kind = _KINDS[options.kind]
    owner = options.owner or next(iter(found.vocabulary.terms("owners")))
    titles = {"sv": options.title_sv, "en": options.title_en}
    refusals = _wrong_options(found, options.id, owner)
    if not refusals and not any(titles.values()) and sys.stdin.isatty():
        draft = _asked(options, found, kind, owner)
    else:
        draft = None if refusals else _draft(options, found, kind, titles, given_id=options.id, owner=owner)
        refusals += draft.refusals if draft else ()
    for refusal in refusals:
        say(options, refusal.sv, refusal.en)
    return _write(options, draft) if draft is not None and not refusals else USAGE


def _wrong_options(found: Playbook, entry_id: str | None, owner: str) -> tuple[Phrase, ...]:
    """Return what is wrong with the options that no title can mend."""
    refusals = []
    owners = found.vocabulary.terms("owners")
    if owner not in owners:
        known = ", ".join(owners)
        refusals.append(Phrase(f"ägaren '{owner}' finns inte: {known}", f"there is no owner '{owner}': {known}"))
    if entry_id is not None and not is_id(entry_id):
        refusals.append(_no_id(entry_id))
    return tuple(refusals)


def _asked(options: Options, found: Playbook, kind: type[Entry], owner: str) -> Draft | None:
    """Ask for titles, and again with the reason until they do; None when the input ends."""
    entry_id = options.id
    while True:
        try:
            titles = {locale: input(f"{words[options.lang]}: ") for locale, words in _TITLES.items()}
            if not any(text.strip() for text in titles.values()):
                say(options, "skriv en rubrik på något av språken", "write a title in one of the languages")
                continue
            draft = _draft(options, found, kind, titles, given_id=entry_id, owner=owner)
            if not draft.refusals:
                return draft
            for refusal in draft.refusals:
                say(options, refusal.sv, refusal.en)
            if options.id is None:
                entry_id = input(f"{_ID[options.lang]}: ").strip() or None
        except EOFError:
            print(file=sys.stderr)
            return None


def _draft(
    options: Options,
    found: Playbook,
    kind: type[Entry],
    given: Mapping[str, str | None],
    *,
    given_id: str | None,
    owner: str,
) -> Draft:
    """Return the file of a new entry, read back and checked as part of the playbook."""
    titles = {locale: text for locale in LOCALES if (text := " ".join((given[locale] or "").split()))}
    if not titles:
        refusal = Phrase("ange --title-sv eller --title-en", "give --title-sv or --title-en")
        return Draft(kind, Path(), "", (refusal,))
    first = titles.get("en") or titles["sv"]
    entry_id = given_id or slug(first)
    path = options.playbook / kind.folder / f"{entry_id}.yml"
    if not is_id(entry_id):
        return Draft(kind, path, "", (_no_id(entry_id or first),))
    if path.exists() or entry_id in found.by_id:
        refusal = Phrase(
            f"'{entry_id}' finns redan; ange ett annat id med --id",
            f"'{entry_id}' exists already; give another with --id",
        )
        return Draft(kind, path, "", (refusal,))
    values: dict[str, Value] = {
        "id": entry_id,
        "slug": {locale: _slug(found, kind, titles, locale, entry_id) for locale in LOCALES},
        "title": {str(locale): text for locale, text in titles.items()},
        "owner": owner,
        "source": "sv" if "sv" in titles else "en",
    }
    today = dt.datetime.now(dt.UTC).date()
    skeleton = Skeleton(schema(kind, found.vocabulary), values, _targets(found), options.lang, today)
    try:
        text = skeleton.text(f"# yaml-language-server: $schema=../schema/{kind.kind}.json\n")
        text.encode()
    except ValueError:  # A text with characters that no file may hold.
        refusal = Phrase(
            "rubriken har tecken som inte syns eller inte får stå i en fil; skriv den igen utan dem",
            "the title has characters that are invisible or may not stand in a file; write it again without them",
        )
        return Draft(kind, path, "", (refusal,))
    return Draft(kind, path, text, tuple(_told(item) for item in _mistakes(found, kind, path, text)))


def _slug(found: Playbook, kind: type[Entry], titles: Mapping[Locale, str], locale: Locale, entry_id: str) -> str:
    """Return the last part of the address: of the title in the language, else in the other one, else the id.

    The first of these that can be one and is free.
    """
    taken = {name.casefold() for entry in found.of(kind) for name in (entry.slug[locale], *entry.former_slugs[locale])}
    candidates = [slug(titles.get(locale, "")), slug(titles.get(other(locale), "")), entry_id]
    return next((name for name in candidates if is_id(name) and name not in taken), entry_id)


def _mistakes(found: Playbook, kind: type[Entry], path: Path, text: str) -> list[Diagnostic]:
    """Return the errors that the file would bring: of its own, and of the playbook with it."""
    document, diagnostics = read(text.encode(), path.as_posix(), NOTHING)
    if document is None:
        return diagnostics
    entry, mistakes = validate(document, kind)
    if entry is not None and not diagnostics:
        grown = replace(found, loaded=(*found.loaded, Loaded(entry, document)))
        before = [*structure(found), *lost(found)]
        mistakes = [item for item in (*structure(grown), *lost(grown)) if item not in before]
    return [item for item in (*diagnostics, *mistakes) if item.severity == "error"]


def _told(item: Diagnostic) -> Phrase:
    """Return an error as a line with its advice."""
    lines = {
        locale: reporters.visible("; ".join(filter(None, (item.message(locale), item.hint(locale)))))
        for locale in LOCALES
    }
    return Phrase(lines["sv"], lines["en"])


def _write(options: Options, draft: Draft) -> int:
    draft.path.parent.mkdir(exist_ok=True)
    save_new(draft.path.as_posix(), draft.text, lambda document: validate(document, draft.kind)[0] is not None)
    print(draft.path.as_posix())
    say(
        options,
        "Skriv över varje '…' och kör 'spelbok check'. Posten är ett utkast tills du ändrar 'status'.",
        "Write over each '…' and run 'spelbok check'. The entry is a draft until you change 'status'.",
    )
    return OK


def _targets(found: Playbook) -> dict[str, str]:
    """Return an id to point to for each kind: of its first entry, or one to write over ("some-principle")."""
    written = {entry.kind: entry.id for entry in reversed(found.entries)}
    return {kind: f"some-{kind}" for kind in _KINDS} | written


def _no_id(text: str) -> Phrase:
    name = reporters.visible(text)
    return Phrase(
        f"'{name}' kan inte vara ett id; ange --id med små bokstäver a-z, siffror och bindestreck, "
        "2 till 60 tecken och inget reserverat ord",
        f"'{name}' cannot be an id; give --id in lower-case a-z, digits and hyphens, "
        "2 to 60 characters and not a reserved word",
    )
