# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""schema.org: what a page is about, in JSON-LD for search engines and course catalogues."""

import json
from typing import Any

from spelbok.exports.data.content import changed
from spelbok.exports.texts import Texts
from spelbok.locales import other
from spelbok.model import Entry, LearningPath, Practice, TrainingModule
from spelbok.model.duration import Duration
from spelbok.model.values import Choice, Ref
from spelbok.site.routes import entry_url, permanent_url

#: Any value of JSON-LD. The types of schema.org are checked in the tests, by those who publish them.
Node = dict[str, Any]


def script(texts: Texts, entry: Entry) -> str:
    """Return the content of a page's data block, or nothing where schema.org has no word for the kind.

    A ``<`` is written as an escape, so that no text can end the block.
    """
    node = linked_data(texts, entry)
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c") if node else ""


def linked_data(texts: Texts, entry: Entry) -> Node | None:
    """Return a module or path as a ``Course``, a practice as a ``LearningResource``."""
    if isinstance(entry, TrainingModule):
        return _common(texts, entry, "Course", entry.audience) | _module(texts, entry)
    if isinstance(entry, LearningPath):
        return _common(texts, entry, "Course", entry.audience) | _path(texts, entry)
    if isinstance(entry, Practice):
        return _common(texts, entry, "LearningResource", entry.audience) | _practice(texts, entry)
    return None


def _common(texts: Texts, entry: Entry, kind: str, audience: tuple[Choice, ...]) -> Node:
    publisher = texts.playbook.publisher
    pair = other(texts.locale)
    translation = "workTranslation" if entry.source == texts.locale else "translationOfWork"
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": texts.url(entry),
        "identifier": entry.id,
        "url": texts.site + entry_url(entry, texts.locale),
        "name": texts.plain(entry.title),
        "description": texts.plain(entry.summary),
        "inLanguage": texts.locale,
        translation: {"@type": kind, "@id": texts.site + permanent_url(entry.id, pair), "inLanguage": pair},
        "license": publisher.licence.url,
        "isAccessibleForFree": True,
        "author": {"@type": "Organization", "name": texts.term(entry.owner)},
        "publisher": {"@type": "Organization", "name": texts.plain(publisher.name)},
        "dateModified": changed(entry).isoformat(),
        "keywords": [texts.term(tag) for tag in entry.tags],
        "audience": [{"@type": "EducationalAudience", "educationalRole": texts.term(role)} for role in audience],
        "isPartOf": {"@type": "CreativeWork", "name": texts.plain(publisher.service), "url": texts.site},
    }


def _module(texts: Texts, module: TrainingModule) -> Node:
    return {
        "teaches": [texts.plain(outcome.text) for outcome in module.outcomes],
        "timeRequired": str(module.duration),
        "educationalLevel": texts.term(module.level),
        "learningResourceType": texts.term(module.format),
        "coursePrerequisites": [_course(texts, ref) for ref in module.prerequisites],
        "version": module.version,
    }


def _path(texts: Texts, path: LearningPath) -> Node:
    steps = [step.module for section in path.sections for step in section.modules]
    modules = [module for ref in steps if isinstance(module := texts.playbook.get(ref), TrainingModule)]
    minutes = {module.id: module.duration.minutes for module in modules}
    return {
        "teaches": [texts.plain(outcome) for outcome in path.outcomes],
        "timeRequired": str(Duration.of_minutes(path.total_minutes(minutes))),
        "educationalLevel": list(dict.fromkeys(texts.term(module.level) for module in modules)),
        "hasPart": [_course(texts, ref) for ref in dict.fromkeys(steps)],
    }


def _practice(texts: Texts, practice: Practice) -> Node:
    return {
        "teaches": [texts.plain(outcome) for outcome in practice.outcomes],
        "timeRequired": str(practice.duration.session),
        "educationalLevel": texts.term(practice.difficulty),
        "learningResourceType": texts.kind(Practice),
    }


def _course(texts: Texts, ref: Ref) -> Node:
    return {"@type": "Course", "@id": texts.url(ref), "name": texts.plain(texts.playbook.by_id[ref.id].title)}
