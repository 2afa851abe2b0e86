# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Placeholders of labels: ``{name}``, filled in with values. Nothing else in braces means anything."""

import re
from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup, escape

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
#: A pair of braces without others inside, or a single one.
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def fill(text: str, values: Mapping[str, object]) -> str:
    """Return ``text`` with each ``{name}`` replaced by its value; a name without a value stays as it is.

    Never raises. The result is Markup, with ``text`` escaped, if one of the values is.
    """
    if "{" not in text or not values:
        return text
    is_markup = any(hasattr(value, "__html__") for value in values.values())
    written = escape if is_markup else str

    def value(match: re.Match[str]) -> str:
        name = match[1]
        return written(values[name]) if name in values else match.group()

    filled = _PLACEHOLDER.sub(value, written(text))
    return Markup(filled) if is_markup else filled  # noqa: S704 - every part of it is escaped


def mistakes(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each brace in ``text`` that is no placeholder with a name in ``known``."""
    for braces in _BRACES.finditer(text):
        name = _PLACEHOLDER.fullmatch(braces.group())
        if name is None or name[1] not in known:
            yield braces.span()
