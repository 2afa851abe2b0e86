# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write many values as YAML, fast and as people write it.

Unlike :mod:`spelbok.source.emitter`, which tries what reads back, this knows texts of
one make only: letters, punctuation, and no mark that means something to YAML
except where this looks for it.
"""

import json
import re
from collections.abc import Iterator

from spelbok.source.document import Value

#: A text that needs no quotes: it begins with a letter, and holds no colon, hash or quote.
_PLAIN = re.compile(r"[^\W\d_][^:#\"'\n]*|\d+|\d{4}-\d\d-\d\d|P[\dT][\dDWMYTH]*|https://[\w./-]+")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def dumped(values: dict[str, Value]) -> str:
    """Return a mapping as a file."""
    return "\n".join(_mapping(values, 0)) + "\n"


def _mapping(values: dict[str, Value], column: int) -> Iterator[str]:
    margin = " " * column
    for key, value in values.items():
        if isinstance(value, dict):
            yield f"{margin}{key}:"
            yield from _mapping(value, column + 2)
        elif isinstance(value, list):
            yield f"{margin}{key}:{'' if value else ' []'}"
            yield from _sequence(value, column + 2)
        else:
            yield f"{margin}{key}: {_scalar(str(value), column + 2)}"


def _sequence(values: list[Value], column: int) -> Iterator[str]:
    margin = " " * column
    for value in values:
        if isinstance(value, dict):
            first, *rest = _mapping(value, column + 2)
            yield f"{margin}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{margin}- {_scalar(str(value), column + 2)}"


def _scalar(text: str, column: int) -> str:
    if "\n" in text:
        margin = "\n" + " " * column
        return "|" + "".join(margin + line if line else "\n" for line in text.splitlines())
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)
