# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels: the words that templates ask the vocabulary for."""

import json
from collections.abc import Iterator

from jinja2 import Environment, TemplateError, nodes

from spelbok.diagnostics import Diagnostic, codes
from spelbok.playbook import Playbook
from spelbok.storage.cache import NOTHING, Cache


def missing(playbook: Playbook, templates: tuple[str, ...], cache: Cache = NOTHING) -> Iterator[Diagnostic]:
    """Every label that a template names stands in the vocabulary. ``cache`` keeps which ones a template names."""
    document = playbook.vocabulary_document

    def names(template: str) -> list[str]:
        kept: list[str] = json.loads(cache.get(lambda: json.dumps([*_labels(template)]).encode(), "labels", template))
        return kept

    wanted = sorted({name for template in templates for name in names(template)})
    for name in wanted:
        if name not in playbook.vocabulary.labels:
            params = {"vocabulary": "labels", "term": name}
            yield Diagnostic(codes.MISSING_TERM, document.file, document.key_span(("labels",)), params)


def _labels(template: str) -> Iterator[str]:
    """Yield the names in calls of ``t("name")``; a name that is put together at run time is not seen."""
    try:
        tree = Environment(autoescape=True).parse(template)
    except TemplateError:  # The build reports what is wrong with a template.
        return
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t" and isinstance(call.args[0], nodes.Const):
            yield str(call.args[0].value)
