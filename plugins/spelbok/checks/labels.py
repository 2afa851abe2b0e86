# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels: the words that templates ask the vocabulary for."""

from collections.abc import Iterator

from jinja2 import Environment, TemplateError, nodes

from spelbok import codes
from spelbok.diagnostics import Diagnostic
from spelbok.playbook import Playbook


def missing(playbook: Playbook, templates: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Every label that a template names stands in the vocabulary."""
    document = playbook.vocabulary_document
    wanted = sorted({name for template in templates for name in _labels(template)})
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
