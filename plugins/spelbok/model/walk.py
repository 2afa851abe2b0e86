# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walk through the values of a model, each with its path."""

from collections.abc import Iterable, Iterator

from spelbok.model.values import Model, Text
from spelbok.source.document import Path


def walk(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every value inside a model with its path, parents before children; of a text, not each language."""
    for name, item in _children(value):
        place = (*path, name)
        yield place, item
        if isinstance(item, (Model, tuple, dict)) and not isinstance(item, Text):
            yield from walk(item, place)


def _children(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, Model):
        return value.__dict__.items()  # The fields in order; pydantic's own way to them takes ten times as long.
    if isinstance(value, tuple):
        return enumerate(value)
    return value.items() if isinstance(value, dict) else ()
