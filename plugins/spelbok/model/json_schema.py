# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas for editors, generated from the model and the vocabulary."""

import json
from typing import Any

from spelbok.model import Entry, Glossary, Vocabulary
from spelbok.model.publisher import Publisher
from spelbok.model.values import Model

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(kinds: tuple[type[Entry], ...], vocabulary: Vocabulary) -> dict[str, str]:
    """Return each schema file's name and text: one per kind, the vocabulary, the glossary.

    Fields that take a term of the vocabulary list its terms, so that an editor
    completes them.
    """
    models: dict[str, type[Model]] = {kind.kind: kind for kind in kinds}
    models |= {"vocabulary": Vocabulary, "glossary": Glossary, "publisher": Publisher}
    return {f"{name}.json": _text(model, vocabulary) for name, model in models.items()}


def schema(model: type[Model], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the JSON Schema of a model, with the terms of the vocabulary."""
    described: dict[str, Any] = _for_editors({"$schema": _DRAFT, **model.model_json_schema()}, vocabulary)
    return described


def _text(model: type[Model], vocabulary: Vocabulary) -> str:
    return json.dumps(schema(model, vocabulary), ensure_ascii=False, indent=2) + "\n"


def _for_editors(node: Any, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(node, list):
        return [_for_editors(item, vocabulary) for item in node]
    if not isinstance(node, dict):
        return node
    result = {
        key: _for_editors(value, vocabulary) for key, value in node.items() if key != "title" or not _is_name(value)
    }
    if "x-vocabulary" in result:
        terms = vocabulary.terms(result["x-vocabulary"])
        result["enum"] = list(terms)
        result["enumDescriptions"] = [
            " / ".join(filter(None, (term.label.sv, term.label.en))) for term in terms.values()
        ]
    if result.get("anyOf") and {"type": "null"} in result["anyOf"]:
        # An optional field may be left out, never written as null.
        result["anyOf"] = [option for option in result["anyOf"] if option != {"type": "null"}]
        if len(result["anyOf"]) == 1:
            result |= result.pop("anyOf")[0]
        result.pop("default", None)
    return result


def _is_name(value: object) -> bool:
    """Whether a schema's 'title' is the class or field name that pydantic puts there."""
    return isinstance(value, str)
