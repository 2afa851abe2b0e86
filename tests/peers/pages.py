# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The entries of a playbook as Markdown pages, the way that somebody without our generator would write them.

``<locale>/<folder>/<group>/<id>.md``, in groups of 25, with an index page for
each folder above. A page holds every text of its entry and links to every
entry that its own points to.
"""

import json
import re
from pathlib import PurePosixPath

from spelbok.locales import LOCALES

PER_GROUP = 25
#: Fields that readers do not see as text.
_HIDDEN = {"id", "slug", "title", "summary", "status", "owner", "source", "keywords", "tags"}
_LINK = re.compile(r"\(id:([a-z0-9-]+)\)")


def pages(playbook, index="index.md"):
    """Yield the path and the text of every page; ``index`` is what the generator calls an index page."""
    groups = {}
    places = {}
    for kind in playbook.kinds:
        for number, entry in enumerate(playbook.of(kind)):
            folder = f"{kind.folder}/group-{number // PER_GROUP + 1:02}"
            groups.setdefault(folder, []).append(entry)
            places[entry.id] = f"{folder}/{entry.id}.md"
    for locale in LOCALES:
        for folder, entries in groups.items():
            for entry in entries:
                yield f"{locale}/{places[entry.id]}", _Page(playbook, places, entry, locale).markdown()
            listed = [(entry.title[locale], f"{entry.id}.md") for entry in entries]
            yield f"{locale}/{folder}/{index}", _index(folder.rpartition("/")[2], listed)
        for kind in playbook.kinds:
            listed = [
                (name.rpartition("/")[2], f"{name.rpartition('/')[2]}/{index}")
                for name in groups
                if name.startswith(kind.folder)
            ]
            yield f"{locale}/{kind.folder}/{index}", _index(kind.many[locale], listed)
        listed = [(kind.many[locale], f"{kind.folder}/{index}") for kind in playbook.kinds]
        yield f"{locale}/{index}", _index("Spelbok", listed)


def _index(title, listed):
    lines = "".join(f"- [{name}]({path})\n" for name, path in listed)
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n# {title}\n\n{lines}"


class _Page:
    """One entry's page in one language."""

    def __init__(self, playbook, places, entry, locale):
        self.playbook, self.places, self.entry, self.locale = playbook, places, entry, locale
        self.here = PurePosixPath(places[entry.id]).parent

    def markdown(self):
        values = self.playbook.document(self.entry).values()
        title, summary = self.entry.title[self.locale], values["summary"][self.locale]
        head = {"title": title, "tags": values["tags"], "description": summary}
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
        parts = [
            f"## {_words(name).capitalize()}\n\n{self.written(value)}"
            for name, value in values.items()
            if name not in _HIDDEN
        ]
        return f"---\n{front}---\n\n" + "\n\n".join([f"# {title}", summary, *parts]) + "\n"

    def written(self, value):
        """Return any value of an entry's file: a text, a word or a reference, a list, a record."""
        if _is_text(value):
            return _LINK.sub(lambda found: f"({self.address(found[1])})", value[self.locale]).rstrip()
        if isinstance(value, list):
            return self.listed(value)
        if isinstance(value, dict):
            return self.record(value)
        if value in self.places:
            return f"[{self.playbook.by_id[value].title[self.locale]}]({self.address(value)})"
        return value

    def listed(self, values):
        """Return a list: bullets, or one record below the other."""
        if any(isinstance(value, dict) and not _is_text(value) for value in values):
            return "\n\n".join(self.written(value) for value in values)
        return "\n".join("- " + self.written(value).replace("\n", "\n  ") for value in values)

    def record(self, values):
        """Return a record: its title as a heading, its texts as paragraphs, its words behind their names."""
        parts = [f"### {self.written(values['title'])}"] if _is_text(values.get("title")) else []
        for name, value in values.items():
            if _is_text(value) or isinstance(value, list | dict):
                parts += [self.written(value)] if name != "title" else []
            elif name != "id":
                parts.append(f"**{_words(name)}:** {self.written(value)}")
        return "\n\n".join(parts)

    def address(self, entry_id):
        there = PurePosixPath(self.places[entry_id])
        return there.name if there.parent == self.here else "../" * len(self.here.parts) + str(there)


def _words(name):
    return name.replace("_", " ")


def _is_text(value):
    return isinstance(value, dict) and bool(value) and set(value) <= set(LOCALES)
