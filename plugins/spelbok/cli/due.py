# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok due``: what is to be read again."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator

from spelbok.cli.shared import OK, USAGE, Commands, playbook, say
from spelbok.locales import Locale, Phrase
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.playbook.review import by_owner, due_day


def add(commands: Commands) -> None:
    """Declare the command."""
    due = commands.on_playbook("due", _due, "List the entries that are due to be read again, for each owner.")
    due.add_argument("--on", type=_day, metavar="DATE", help="the day to look at, such as 2027-01-31; else today")
    due.add_argument("--owner", metavar="OWNER", help="list what one owner answers for only")
    due.add_argument("--format", choices=("human", "json", "markdown"), default="human", help="how to tell")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2027-01-31") from None


def _due(options: argparse.Namespace) -> int:
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
