# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands that keep links alive: links update, links verify, rename."""

import sys
from functools import partial

from spelbok.build.pipeline import ADDRESSES
from spelbok.checks.folder import check_folder
from spelbok.checks.site.inventory import UnreadableError, read, verify
from spelbok.cli.commands import Options
from spelbok.diagnostics import has_errors
from spelbok.diagnostics.reporters import REPORTERS
from spelbok.locales import Locale, Phrase
from spelbok.model import Entry
from spelbok.model.validate import validate
from spelbok.playbook import inventory
from spelbok.playbook.rename import RenameError, find, refuse, renamed
from spelbok.site import permalinks
from spelbok.source.document import Document
from spelbok.source.save import save
from spelbok.storage import atomic

#: The inventory of a playbook, in its folder.
INVENTORY = "published.txt"


def update(options: Options) -> bool:
    """Add what a built site promises to the playbook's inventory; never take anything away."""
    result = check_folder(options.playbook)
    if result.playbook is None or has_errors(result.diagnostics):
        sys.stdout.write(REPORTERS["human"](result.diagnostics, options.lang, result.texts))
        return False
    built = options.site / ADDRESSES
    text = built.read_text("utf-8") if built.is_file() else ""
    site, unread = inventory.parse(text, built.as_posix())
    if unread:
        sys.stdout.write(REPORTERS["human"](unread, options.lang, {built.as_posix(): text}))
    listed = result.playbook.inventory.promises
    data = permalinks.promised(result.playbook)
    if unread or _pages(data) - _pages(site.promises) or _entries(site.promises) - _entries(data | listed):
        _say(
            options,
            f"Sajten i {options.site}/ är inte byggd av spelboken som den är nu. Kör 'spelbok build' först.",
            f"The site in {options.site}/ is not built from the playbook as it is now. Run 'spelbok build' first.",
        )
        return False
    new = site.promises - listed
    if new:
        path = options.playbook / INVENTORY
        head = inventory.comments(path.read_text("utf-8-sig")) if path.is_file() else ""
        wanted = site.promises | listed
        atomic.write_text(path, inventory.written(wanted, head), lambda data: _holds(data, wanted))
    _say(
        options,
        f"{len(new)} nya adresser och platser i {INVENTORY}.",
        f"{len(new)} new addresses and places in {INVENTORY}.",
    )
    return True


def _pages(some: frozenset[inventory.Promise]) -> frozenset[inventory.Promise]:
    """Return the addresses of entries: those that a site has whenever it is built from the same playbook."""
    return frozenset(promise for promise in some if "/" in promise.owner and not promise.is_anchor)


def _entries(some: frozenset[inventory.Promise]) -> frozenset[inventory.Promise]:
    return frozenset(promise for promise in some if "/" in promise.owner)


def check(options: Options) -> bool:
    """Compare a built site with an inventory, from the web or from a file."""
    try:
        text = read(options.against)
        found = verify(text, options.against, options.site, ADDRESSES)
    except UnreadableError as error:
        print(error.words[options.lang], file=sys.stderr)
        return options.allow_missing and error.is_missing
    sys.stdout.write(REPORTERS[options.format](found, options.lang, {options.against: text}))
    return not has_errors(found)


def rename(options: Options) -> bool:
    """Give an entry another slug in one language, and let its old address lead to the new one."""
    result = check_folder(options.playbook)
    if result.playbook is None:
        sys.stdout.write(REPORTERS["human"](result.diagnostics, options.lang, result.texts))
        return False
    try:
        entry, locale = find(result.playbook, options.old, options.of)
        refuse(result.playbook, entry, locale, options.new)
    except RenameError as error:
        print(error.words[options.lang], file=sys.stderr)
        return False
    document = result.playbook.document(entry)
    save(document.file, renamed(document, entry, locale, options.new), partial(_has_slug, entry, locale, options.new))
    path = f"{entry.path[locale]}/"
    _say(
        options,
        f"{document.file}: /{path}{entry.slug[locale]}/ heter nu /{path}{options.new}/.",
        f"{document.file}: /{path}{entry.slug[locale]}/ is now called /{path}{options.new}/.",
    )
    if entry.is_published:
        _say(
            options,
            "Den gamla adressen leder till den nya. Kör nu 'spelbok build' och sedan 'spelbok links update'.",
            "The old address leads to the new one. Now run 'spelbok build', and then 'spelbok links update'.",
        )
    return True


def _say(options: Options, sv: str, en: str) -> None:
    print(Phrase(sv, en)[options.lang])


def _holds(data: bytes, wanted: frozenset[inventory.Promise]) -> bool:
    found, problems = inventory.parse(data.decode(), "")
    return not problems and found.promises == wanted


def _has_slug(entry: Entry, locale: Locale, slug: str, document: Document) -> bool:
    typed, _ = validate(document, type(entry))
    return typed is not None and typed.slug[locale] == slug
