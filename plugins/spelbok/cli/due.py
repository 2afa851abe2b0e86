# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok due``: what is to be read again."""

import datetime as dt
import json
import sys
from collections.abc import Iterator

import click

from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import OK, USAGE, playbook, say
from spelbok.locales import Locale, Phrase
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.playbook.review import by_owner, due_day


def add(commands: Commands) -> None:
    """Declare the command."""
    commands.on_playbook(
        "due",
        _due,
        Phrase(
            "Lista de poster som är dags att läsa om, för varje ägare.",
            "List the entries that are due to be read again, for each owner.",
        ),
        commands.option(
            "--on",
            Phrase("dagen, till exempel 2027-01-31; annars i dag", "the day, such as 2027-01-31; else today"),
            type=commands.value(_day),
            metavar="DATE",
        ),
        commands.option(
            "--owner", Phrase("bara det som en ägare svarar för", "only what one owner answers for"), metavar="OWNER"
        ),
        commands.option(
            "--format",
            Phrase("hur det skrivs ut", "how to tell"),
            type=click.Choice(list(_FORMS)),
            default="human",
        ),
        examples=("spelbok due --on 2027-06-01", "spelbok due --owner spelbok --format markdown"),
    )


def _day(text: str) -> dt.date | Phrase:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return Phrase(f"'{text}' är inget datum som 2027-01-31", f"'{text}' is no date such as 2027-01-31")


def _due(options: Options) -> int:
    found = playbook(options)
    if found is None:
        return USAGE
    owners = found.vocabulary.terms("owners")
    if options.owner and options.owner not in owners:
        say(options, f"ägaren '{options.owner}' finns inte", f"there is no owner '{options.owner}'")
        return USAGE
    plan = by_owner(found, options.on or dt.datetime.now(dt.UTC).date())
    plan = {owner: entries for owner, entries in plan.items() if options.owner in (None, owner)}
    sys.stdout.write("".join(f"{line}\n" for line in _FORMS[options.format](found, plan, options.lang)))
    return OK


def _human(found: Playbook, plan: dict[str, list[Entry]], lang: Locale) -> Iterator[str]:
    for owner, entries in plan.items():
        yield f"{found.vocabulary.owners[owner].label.shown(lang)[0]} ({owner})"
        for entry in entries:
            yield f"  {due_day(entry)} {found.document(entry).file}: {entry.title.shown(lang)[0]}"
    if not plan:
        yield Phrase("Ingenting behöver läsas om.", "Nothing is due to be read again.")[lang]


def _markdown(found: Playbook, plan: dict[str, list[Entry]], lang: Locale) -> Iterator[str]:
    """Yield a list to tick off, as an issue shows it."""
    words = Phrase(
        "Läs texten, rätta det som inte stämmer och sätt `reviewed` till dagens datum.",
        "Read the text, mend what is no longer true and set `reviewed` to today's date.",
    )
    for entries in plan.values():
        yield f"{words[lang]}\n"
        for entry in entries:
            yield f"- [ ] {due_day(entry)} {_escaped(entry.title.shown(lang)[0])} (`{found.document(entry).file}`)"


def _escaped(text: str) -> str:
    """Return a title as Markdown, where it links, mentions and styles nothing."""
    return "".join(f"\\{sign}" if sign in r"\`*_[]()<>#@!|~&" else sign for sign in text)


def _json(found: Playbook, plan: dict[str, list[Entry]], lang: Locale) -> Iterator[str]:
    rows = [
        {
            "owner": owner,
            "entry": entry.id,
            "file": found.document(entry).file,
            "title": entry.title.shown(lang)[0],
            "reviewed": entry.reviewed.isoformat(),
            "due": due_day(entry).isoformat(),
        }
        for owner, entries in plan.items()
        for entry in entries
    ]
    yield json.dumps(rows, ensure_ascii=False, indent=2)


_FORMS = {"human": _human, "json": _json, "markdown": _markdown}
