# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Common Cartridge 1.1: a learning path as a course for an LMS, one for participants and one for facilitators.

IMS Common Cartridge 1.1 (2011), as narrowly as the strictest importer takes it:
the namespace is the manifest's default, one organization has one root item
without a title, folders lie below that, and links, quizzes and notes below the
folders. Every identifier derives from permanent ids, so that a second import
meets the first. ``docs/dev/packages.md`` says what each rule is for.

Two cartridges, because no LMS hides a facilitator's resource from participants
in the same way as another: some show it, some drop it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from spelbok.exports.files import archive
from spelbok.exports.texts import Texts
from spelbok.locales import Locale
from spelbok.model import Entry, LearningPath, TrainingModule
from spelbok.playbook import Playbook

Audience = Literal["participants", "facilitators"]
AUDIENCES: tuple[Audience, ...] = ("participants", "facilitators")


@dataclass(frozen=True, slots=True)
class Item:
    """A link, a quiz or a page of notes. ``id`` is unique in the cartridge, and names the file."""

    id: str
    title: str
    #: Type of the resource, as the standard names it.
    type: str
    file: str
    content: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What an LMS shows as a section: a title and its items."""

    id: str
    title: str
    items: tuple[Item, ...]


def of_path(texts: Texts, path: LearningPath, audience: Audience) -> bytes:
    """Return the cartridge of a learning path: a folder for the path itself, then one for each module.

    A module that the path names twice has one folder.
    """
    folders = [Folder(f"about-{path.id}", texts.plain(path.title), (link(texts, path),))]
    steps = {step.module.id: step for section in path.sections for step in section.modules}
    for step in steps.values():
        module = texts.playbook.get(step.module)
        if isinstance(module, TrainingModule) and module.is_published:
            part = folder(texts, module, audience)
            optional = "" if step.required else f" ({texts.label('optional')})"
            folders.append(replace(part, title=part.title + optional))
    return cartridge(texts, f"{path.id}-{texts.locale}-{audience}", path, tuple(folders))


def folder(texts: Texts, entry: Entry, audience: Audience) -> Folder:
    """Return the folder of a module with all that belongs to it, or of another entry with the link to it."""
    items = _module(texts, entry, audience) if isinstance(entry, TrainingModule) else (link(texts, entry),)
    return Folder(f"{entry.kind}-{entry.id}", texts.plain(entry.title), items)


def cartridge(texts: Texts, identifier: str, subject: Entry, folders: tuple[Folder, ...]) -> bytes:
    """Return the archive of a cartridge that ``subject`` names and describes."""
    manifest = texts.render("cartridge-manifest.xml", identifier=identifier, subject=subject, folders=folders)
    return archive(
        {"imsmanifest.xml": manifest, **{item.file: item.content for folder in folders for item in folder.items}}
    )


def link(texts: Texts, entry: Entry) -> Item:
    """Return a web link to the permanent address of an entry."""
    title = texts.plain(entry.title)
    content = texts.render("cartridge-link.xml", title=title, url=texts.url(entry))
    name = f"link-{entry.id}-{texts.locale}"
    return Item(name, title, "imswl_xmlv1p1", f"links/{name}.xml", content)


def quiz(texts: Texts, module: TrainingModule) -> Item:
    """Return the knowledge check of a module in QTI 1.2, in the profile of Common Cartridge 1.1."""
    title = f"{texts.label('knowledge_check')}: {texts.plain(module.title)}"
    name = f"quiz-{module.id}-{texts.locale}"
    content = texts.render("cartridge-quiz.xml", identifier=name, title=title, questions=module.questions)
    return Item(name, title, "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", f"quizzes/{name}.xml", content)


def notes(texts: Texts, module: TrainingModule) -> Item:
    """Return the facilitator's notes of a module as a page."""
    title = f"{texts.label('facilitator_notes')}: {texts.plain(module.title)}"
    name = f"notes-{module.id}-{texts.locale}"
    content = texts.render("cartridge-notes.html", module=module)
    return Item(name, title, "webcontent", f"notes/{name}.html", content)


def _module(texts: Texts, module: TrainingModule, audience: Audience) -> tuple[Item, ...]:
    """Return what belongs to a module, made once: every path that names it and the parts of sessions ask for it."""
    made = _modules(texts.playbook, texts.site)
    key = (module.id, texts.locale, audience)
    if key not in made:
        made[key] = tuple(_items(texts, module, audience))
    return made[key]


@lru_cache(maxsize=1)
def _modules(playbook: Playbook, site: str) -> dict[tuple[str, Locale, Audience], tuple[Item, ...]]:  # noqa: ARG001
    """Return what was made of a playbook's modules so far; nothing of the playbooks before it."""
    return {}


def _items(texts: Texts, module: TrainingModule, audience: Audience) -> Iterator[Item]:
    yield link(texts, module)
    if audience == "facilitators":
        yield notes(texts, module)
    yield quiz(texts, module)
    practices = [texts.playbook.get(ref) for ref in (*module.practices, module.task.practice)]
    for practice in {entry.id: entry for entry in practices if entry is not None and entry.is_published}.values():
        item = link(texts, practice)
        # The same practice may belong to several modules; each needs an item of its own.
        name = f"link-{module.id}--{practice.id}-{texts.locale}"
        yield Item(name, item.title, item.type, f"links/{name}.xml", item.content)
