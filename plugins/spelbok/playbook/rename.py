# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Give an entry another slug: the text of its file in, the text with the fewest changes out.

The old slug goes to ``former_slugs``, so that the old address leads to the
new one. Everything else of the file stays as it was written: comments, order,
quotes, line endings.
"""

import re

from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.model import Entry
from spelbok.model.values import ID_PATTERN, MAX_ID, MIN_ID, RESERVED
from spelbok.playbook import Playbook
from spelbok.source.document import Document, Path
from spelbok.source.editor import put


class RenameError(Exception):
    """A slug that cannot be changed so; says why in both languages."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.words = Phrase(sv, en)


def find(playbook: Playbook, name: str, locale: Locale | None) -> tuple[Entry, Locale]:
    """Return the entry whose slug is ``name``, and in which language; with ``locale``, also by its id.

    Raises RenameError unless there is exactly one.
    """
    wanted = (locale,) if locale else LOCALES
    found = [(entry, one) for entry in playbook.entries for one in wanted if entry.slug[one] == name]
    if locale and name in playbook.by_id:
        found = [(playbook.by_id[name], locale)]
    if not found:
        raise RenameError(f"Ingen post har slugen '{name}'.", f"No entry has the slug '{name}'.")
    if len(found) > 1:
        places = ", ".join(f"{entry.folder}/{entry.id} ({one})" for entry, one in found)
        raise RenameError(
            f"Flera adresser heter '{name}': {places}. Ange postens id, och språket med --of.",
            f"Several addresses are called '{name}': {places}. Name the entry by its id, and the language by --of.",
        )
    return found[0]


def refuse(playbook: Playbook, entry: Entry, locale: Locale, new: str) -> None:
    """Raise RenameError if ``new`` is no slug, or is one that the playbook has or had."""
    if not (MIN_ID <= len(new) <= MAX_ID and re.match(ID_PATTERN, new)) or new in RESERVED:
        raise RenameError(
            f"'{new}' kan inte vara en slug: små bokstäver a-z, siffror och bindestreck, 2 till 60 tecken.",
            f"'{new}' cannot be a slug: lower-case a-z, digits and hyphens, 2 to 60 characters.",
        )
    if new == entry.slug[locale]:
        raise RenameError(f"Posten har redan slugen '{new}'.", f"The entry has the slug '{new}' already.")
    for other in playbook.entries:
        taken = (other.slug[locale], *other.former_slugs[locale])
        if other is not entry and type(other) is type(entry) and new in taken:
            file = playbook.document(other).file
            raise RenameError(f"'{new}' används eller har använts av {file}.", f"'{new}' is or was used by {file}.")


def renamed(document: Document, entry: Entry, locale: Locale, new: str) -> str:
    """Return the text of an entry's file with another slug, and the old one among the former.

    A draft never had an address, so its old slug is forgotten. An earlier slug
    that comes back changes places with today's.
    """
    old, former = entry.slug[locale], entry.former_slugs[locale]
    document = put(document, ("slug", locale), new)
    place: Path = ("former_slugs", locale)
    if new in former:
        document = put(document, (*place, former.index(new)), old)
    elif entry.is_published:
        is_listed = document.node(place) is not None
        order = tuple(type(entry).model_fields)
        document = put(document, (*place, len(former)), old) if is_listed else put(document, place, [old], order)
    return document.text
