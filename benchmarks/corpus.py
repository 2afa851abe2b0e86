# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole project with a playbook of any size, to measure on.

The theme, the templates and the organisation's words are the project's own; the
entries are made from a grammar, in the proportions of our edition. The same
number of entries gives the same bytes, on every machine.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.entries import written
from benchmarks.grammar import STATEMENTS, Said, Voice, joined
from benchmarks.writer import Place, Plan
from benchmarks.yaml import dumped
from spelbok.locales import LOCALES, Phrase
from spelbok.model import KINDS, Vocabulary
from spelbok.model.scaffold import slug
from spelbok.model.validate import validate
from spelbok.playbook.markdown_pages import Handwritten, document
from spelbok.playbook.translations import BY_HAND, fingerprint, placed
from spelbok.source.document import Document, Value
from spelbok.source.parser import parse

#: With fewer entries, there is too little to point to.
MIN_ENTRIES = 25

#: What share of the entries each kind has, about as in our edition; the rest are practices.
_SHARES = {"principle": 0.06, "module": 0.15, "path": 0.03, "measure": 0.10}
#: The model numbers principles from 1 to 99.
_MAX_PRINCIPLES = 99

#: What is the project's own. Not what it has promised its readers: the corpus is published nowhere.
_COPIED = (
    "mkdocs.yml",
    "docs/theme",
    "playbook/templates",
    "playbook/schema",
    "playbook/glossary.yml",
    "playbook/publisher.yml",
    "playbook/translations/shared",
    "playbook/vocabulary.yml",
    "playbook/wording.yml",
    "playbook/words.en.txt",
    "playbook/words.sv.txt",
)
#: Where it stands what translations were made from.
_RECORDS = "playbook/translations"
_FOLDERS = {kind.kind: kind.folder for kind in KINDS}


def write(project: Path, out: Path, entries: int) -> Plan:
    """Write a project of so many entries into the folder ``out``, which is empty or made; return what it holds.

    ``project`` is the folder whose theme, templates and words it gets. Raises
    ValueError for fewer than ``MIN_ENTRIES`` and for a vocabulary with mistakes,
    FileExistsError where something stands in ``out``.
    """
    if entries < MIN_ENTRIES:
        raise ValueError(f"at least {MIN_ENTRIES} entries")
    if out.exists() and any(out.iterdir()):
        raise FileExistsError(out)
    for name in _COPIED:
        _copy(project / name, out / name)
    pages = sorted(page.stem for page in (project / "docs" / "sv").glob("*.md"))
    plan = planned(entries, _vocabulary(project / "playbook" / "vocabulary.yml"))
    for path, text in files(plan, pages):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")
    return plan


def _vocabulary(path: Path) -> Vocabulary:
    root, _ = parse(path.read_bytes(), path.as_posix())
    found = validate(Document(path.as_posix(), path.read_text("utf-8"), root), Vocabulary)[0] if root else None
    if found is None:
        raise ValueError(f"{path} has mistakes: run 'spelbok check'")
    return found


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.is_file():
        shutil.copyfile(source, target)


def counts(entries: int) -> dict[str, int]:
    """Return how many of so many entries are of each kind."""
    few = {kind: max(2, round(entries * share)) for kind, share in _SHARES.items()}
    few["principle"] = min(few["principle"], _MAX_PRINCIPLES)
    return {**few, "practice": entries - sum(few.values())}


def planned(entries: int, vocabulary: Vocabulary) -> Plan:
    """Return the entries of a corpus by kind: their ids, addresses and titles."""
    said, taken = Said(), set[str]()
    voice = Voice("titles", said)
    places: dict[str, tuple[Place, ...]] = {}
    for kind, count in counts(entries).items():
        made: list[Place] = []
        while len(made) < count:
            title = voice.title()
            address = Phrase(slug(title.sv), slug(title.en))
            if taken.isdisjoint((address.sv, address.en)):
                taken |= {address.sv, address.en}
                made.append(Place(kind, len(made), address.en, address, title))
        places[kind] = tuple(made)
    return Plan(places, vocabulary, said)


def files(plan: Plan, pages: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is the corpus's own: paths in the project, and texts. ``pages`` are those written by hand."""
    for kind, places in plan.places.items():
        header = f"# yaml-language-server: $schema=../schema/{kind}.json\n\n"
        for place in places:
            values = written(plan, place)
            yield f"playbook/{_FOLDERS[kind]}/{place.id}.yml", header + dumped(values)
            yield f"{_RECORDS}/{place.id}.yml", _record(values)
    for page in pages:
        yield from _page(plan, page)


def _record(values: Value) -> str:
    """Return the record that says that each translation is as new as its source."""
    lines = dict.fromkeys(
        f"{text.place} {fingerprint(text.words['sv'])} {fingerprint(text.words['en'])}" for text in placed(values)
    )
    return dumped({"texts": list(lines)})


def _page(plan: Plan, name: str) -> Iterator[tuple[str, str]]:
    """Yield a page that is written by hand, in each language."""
    voice = Voice(f"page {name}", plan.said)
    title, description = voice.title(), voice.line(2, STATEMENTS)
    links = joined(
        [
            Phrase(f"- [{place.title.sv}](id:{place.id})", f"- [{place.title.en}](id:{place.id})")
            for place in plan.places["practice"][:8]
        ],
        "\n",
    )
    body = joined([voice.prose(8), voice.bullets(6), voice.prose(12), links], "\n\n")
    versions = {}
    for locale in LOCALES:
        front = f"---\ntitle: {title[locale]}\ndescription: {description[locale]}\n---\n"
        text = f"{front}# {title[locale]}\n\n{body[locale]}\n"
        versions[locale] = Handwritten(f"docs/{locale}/{name}.md", name, locale, text)
        yield versions[locale].file, text
    yield f"{_RECORDS}/{BY_HAND}{name}.yml", _record(document(versions, "sv").values())
