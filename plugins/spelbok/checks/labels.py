# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels: the words that templates ask the vocabulary for, and the placeholders in them."""

import json
from collections.abc import Iterator

from jinja2 import Environment, TemplateError, nodes

from spelbok.diagnostics import Diagnostic, codes
from spelbok.locales import LOCALES
from spelbok.model import placeholders
from spelbok.playbook import Playbook
from spelbok.storage.cache import NOTHING, Cache

#: Labels that code asks for, not a template, and the names that it fills in.
FROM_CODE = {"every": ["time"], "feed_title": ["name"], "qr_of": ["title"]}

#: How a template names a label: how the name begins, whether that is all of it, and the names that are filled in.
_Call = tuple[str, bool, list[str]]


def labels(playbook: Playbook, templates: tuple[str, ...], cache: Cache = NOTHING) -> Iterator[Diagnostic]:
    """Every label that a template names stands in the vocabulary, and holds only placeholders that are filled in.

    ``cache`` keeps what a template asks for.
    """

    def calls(template: str) -> list[_Call]:
        return cache.read(lambda: json.dumps([*_calls(template)]).encode(), _kept_calls, "labels", template)

    found = [call for template in templates for call in calls(template)]
    yield from _missing(playbook, sorted({name for name, is_whole, _ in found if is_whole}))
    yield from _placeholders(playbook, found)


def _missing(playbook: Playbook, wanted: list[str]) -> Iterator[Diagnostic]:
    document = playbook.vocabulary_document
    for name in wanted:
        if name not in playbook.vocabulary.labels:
            params = {"vocabulary": "labels", "term": name}
            yield Diagnostic(codes.MISSING_TERM, document.file, document.key_span(("labels",)), params)


def _placeholders(playbook: Playbook, calls: list[_Call]) -> Iterator[Diagnostic]:
    document = playbook.vocabulary_document
    exact = {name: {*names} for name, names in FROM_CODE.items()}
    begun: list[tuple[str, list[str]]] = []
    for name, is_whole, names in calls:
        if is_whole:
            exact.setdefault(name, set()).update(names)
        else:
            begun.append((name, names))
    for label, text in playbook.vocabulary.labels.items():
        of_begun = [names for start, names in begun if label.startswith(start)]
        if label not in exact and not of_begun:
            continue  # No template at hand asks for it, so nothing tells what is filled in.
        known = exact.get(label, set()).union(*of_begun)
        for locale in LOCALES:
            written = text[locale] or ""
            for start, end in placeholders.mistakes(written, known):
                taken = ", ".join(f"{{{name}}}" for name in sorted(known))
                params = {"found": written[start:end], "label": label}
                params |= {"known_sv": taken or "inga", "known_en": taken or "none"}
                span = document.place(("labels", label, locale), start, end)
                yield Diagnostic(codes.UNKNOWN_PLACEHOLDER, document.file, span, params)


def _kept_calls(kept: bytes) -> list[_Call]:
    """Return the calls of a kept list. Raises ValueError or TypeError for anything else."""
    rows: list[_Call] = json.loads(kept)
    return [(str(name), bool(is_whole), [str(one) for one in names]) for name, is_whole, names in rows]


def _calls(template: str) -> Iterator[_Call]:
    """Yield the labels in calls of ``t("name", value=…)``; of a name that is put together, its first part."""
    try:
        tree = Environment(autoescape=True).parse(template)
    except TemplateError:  # The build reports what is wrong with a template.
        return
    for call in tree.find_all(nodes.Call):
        if not (isinstance(call.node, nodes.Name) and call.node.name == "t" and call.args):
            continue
        name, names = call.args[0], [keyword.key for keyword in call.kwargs]
        if isinstance(name, nodes.Const):
            yield str(name.value), True, names
        elif isinstance(name, nodes.Concat) and isinstance(name.nodes[0], nodes.Const):
            yield str(name.nodes[0].value), False, names
