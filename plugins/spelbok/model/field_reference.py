# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of fields: rows for the contributor guide, read from the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from spelbok.locales import Locale
from spelbok.model.values import Model, Text


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: its path below the entry, whether it is required, its help text."""

    name: str
    level: int
    required: bool
    help: dict[Locale, str]


def fields(model: type[Model], level: int = 0) -> Iterator[FieldRow]:
    """Yield the fields of a model and of the models inside it, in the order of the file."""
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        help_texts: Any = extra.get("x-help") if isinstance(extra, dict) else None
        if help_texts is None:
            continue
        yield FieldRow(name, level, field.is_required(), help_texts)
        for inner in _models(field):
            yield from fields(inner, level + 1)


def _models(field: FieldInfo) -> Iterator[type[Model]]:
    """Yield the models that a field holds, texts aside: their two languages need no row."""

    def inside(annotation: Any) -> Iterator[type[Model]]:  # noqa: ANN401 - any annotation
        if get_origin(annotation) in (Union, UnionType, tuple, dict) or get_args(annotation):
            for part in get_args(annotation):
                yield from inside(part)
        elif isinstance(annotation, type) and issubclass(annotation, Model) and not issubclass(annotation, Text):
            yield annotation

    yield from inside(field.annotation)
