# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok new``: begin an entry."""

import datetime as dt
import sys
from pathlib import Path

import click

from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import OK, USAGE, playbook, say
from spelbok.locales import Phrase
from spelbok.model import KINDS, Entry
from spelbok.model.json_schema import schema
from spelbok.model.scaffold import Skeleton, needed, slug
from spelbok.model.validate import validate
from spelbok.playbook import Playbook
from spelbok.source.document import Value
from spelbok.source.save import save_new

_KINDS = {kind.kind: kind for kind in KINDS}
_TITLES = {
    "sv": Phrase("Rubrik på svenska", "Title in Swedish"),
    "en": Phrase("Rubrik på engelska", "Title in English"),
}


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


def _new(options: Options) -> int:
    found = playbook(options)
    if found is None:
        return USAGE
    kind = _KINDS[options.kind]
    titles = {"sv": options.title_sv, "en": options.title_en}
    if not any(titles.values()) and sys.stdin.isatty():
        titles = {locale: input(f"{words[options.lang]}: ").strip() for locale, words in _TITLES.items()}
    titles = {locale: text for locale, text in titles.items() if text}
    if not titles:
        say(options, "ange --title-sv eller --title-en", "give --title-sv or --title-en")
        return USAGE
    owner = options.owner or next(iter(found.vocabulary.terms("owners")))
    return _write(options, found, kind, titles, owner)


def _write(options: Options, found: Playbook, kind: type[Entry], titles: dict[str, str], owner: str) -> int:
    slugs = {locale: slug(titles.get(locale) or next(iter(titles.values()))) for locale in ("sv", "en")}
    entry_id = options.id or slugs["en"]
    path = options.playbook / kind.folder / f"{entry_id}.yml"
    for refusal in _refusals(found, kind, path, entry_id, owner):
        say(options, refusal.sv, refusal.en)
        return USAGE
    given: dict[str, Value] = {
        "id": entry_id,
        "slug": dict(slugs),
        "title": {locale: titles[locale] for locale in ("sv", "en") if locale in titles},
        "owner": owner,
        "source": "sv" if "sv" in titles else "en",
    }
    skeleton = Skeleton(
        schema(kind, found.vocabulary), given, _targets(found), options.lang, dt.datetime.now(dt.UTC).date()
    )
    text = skeleton.text(f"# yaml-language-server: $schema=../schema/{kind.kind}.json\n")
    save_new(path.as_posix(), text, lambda document: validate(document, kind)[0] is not None)
    print(path.as_posix())
    say(
        options,
        "Skriv över varje '…' och kör 'spelbok check'. Posten är ett utkast tills du ändrar 'status'.",
        "Write over each '…' and run 'spelbok check'. The entry is a draft until you change 'status'.",
    )
    return OK


def _targets(found: Playbook) -> dict[str, str]:
    """Return an id to point to for each kind that has entries."""
    return {entry.kind: entry.id for entry in reversed(found.entries)}


def _refusals(found: Playbook, kind: type[Entry], path: Path, entry_id: str, owner: str) -> list[Phrase]:
    """Return why the entry cannot be begun."""
    refusals = []
    if slug(entry_id) != entry_id or not entry_id:
        refusals.append(
            Phrase(
                f"'{entry_id}' kan inte vara ett id; ange --id med små bokstäver a–z, siffror och bindestreck",
                f"'{entry_id}' cannot be an id; give --id in small letters a–z, digits and hyphens",
            )
        )
    if path.exists() or entry_id in found.by_id:
        refusals.append(Phrase(f"'{entry_id}' finns redan", f"'{entry_id}' exists already"))
    owners = found.vocabulary.terms("owners")
    if owner not in owners:
        known = ", ".join(owners)
        refusals.append(Phrase(f"ägaren '{owner}' finns inte: {known}", f"there is no owner '{owner}': {known}"))
    refusals.extend(
        Phrase(
            f"skriv först: {_KINDS[missing].one.sv} ('spelbok new {missing}')",
            f"write first: {_KINDS[missing].one.en} ('spelbok new {missing}')",
        )
        for missing in sorted(needed(schema(kind, found.vocabulary)) - _targets(found).keys() - {kind.kind})
    )
    return refusals
