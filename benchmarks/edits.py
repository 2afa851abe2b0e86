# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Edits of a corpus's entry, and the pages on which readers see them."""

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.writer import Place, Plan
from spelbok.locales import LOCALES, Phrase
from spelbok.model import Practice
from spelbok.site.routes import root

#: Which practice is edited: one in the middle, with neighbours on both sides.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one field of one entry, in both languages."""

    file: Path
    #: What stands in the file before and after.
    before: str
    after: str
    #: Addresses relative to the site's root, each with what a reader finds there afterwards: the entry's two
    #: pages, and one that mentions it.
    seen: tuple[tuple[str, str], ...]

    def do(self) -> None:
        """Save the entry with the change."""
        self.file.write_text(self.after, "utf-8", newline="\n")

    def undo(self) -> None:
        """Save the entry as it was."""
        self.file.write_text(self.before, "utf-8", newline="\n")


def of_text(project: Path, plan: Plan, number: int) -> Edit:
    """Return the ``number``-th new wording of a practice's summary, which the index of practices shows too."""
    words = Phrase(
        f"Det här är lydelse nummer {number} av sammanfattningen.", f"This is wording number {number} of the summary."
    )
    return _edit(project, plan, "summary", words)


def of_title(project: Path, plan: Plan, number: int) -> Edit:
    """Return the ``number``-th new title of a practice, which pages that point to it show too."""
    title = _edited(plan).title
    return _edit(project, plan, "title", Phrase(f"{title.sv} {number}", f"{title.en} {number}"))


def _edit(project: Path, plan: Plan, field: str, words: Phrase) -> Edit:
    place = _edited(plan)
    file = project / "playbook" / Practice.folder / f"{place.id}.yml"
    before = file.read_text("utf-8")
    after, count = re.subn(
        rf"^{field}:\n  sv: .*\n  en: .*$", f"{field}:\n  sv: {words.sv}\n  en: {words.en}", before, flags=re.MULTILINE
    )
    if count != 1:
        raise ValueError(f"{file}: no field '{field}' as the corpus writes it")
    index = f"{root('sv')}{Practice.path['sv']}/"
    pages = [(f"{root(locale)}{Practice.path[locale]}/{place.slug[locale]}/", words[locale]) for locale in LOCALES]
    return Edit(file, before, after, (*pages, (index, words["sv"])))


def _edited(plan: Plan) -> Place:
    practices = plan.places["practice"]
    return practices[int(len(practices) * _SHARE)]
