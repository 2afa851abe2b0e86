# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Join ES modules into one script: a module and those that it imports in, one file out.

In the repository each script is a small module, which browsers could load as it
stands: one request each, one after the other. Joined, every module becomes a
function that returns what it exports, in the order in which a browser would run
them (ECMAScript 2024, 16.2.1.5). Only the forms that our modules use are read::

    import { one, two as other } from "./file.js";
    import "./file.js";
    export const name = ...    export class Name ...    export function name ...

The rest of the language is not touched; anything else that imports or exports is refused.
"""

import re
from collections.abc import Callable

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"\./(?P<file>[\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|class|(?:async )?function\*?) (\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(file: str, read: Callable[[str], str]) -> str:
    """Return the script that a module and what it imports make together.

    ``read`` returns the text of a file beside it, by name. Raises ValueError
    for a form of import or export that is not read.
    """
    functions: dict[str, str] = {}
    _add(file, read, functions)
    return f'(() => {{\n"use strict";\n{"".join(functions.values())}}})();\n'


def _add(file: str, read: Callable[[str], str], functions: dict[str, str]) -> None:
    """Add a module as a function behind those that it imports. A circle of imports ends where it closes."""
    if file in functions:
        return
    functions[file] = ""  # Begun.
    text = read(file)
    for match in _IMPORT.finditer(text):
        _add(match["file"], read, functions)
    del functions[file]  # Last: a dict keeps the place where a key first stood.
    functions[file] = _function(file, text)


def _function(file: str, text: str) -> str:
    exported = _EXPORT.findall(text)
    body = _EXPORT.sub("", _IMPORT.sub(_taken, text))
    if other := _OTHER.search(body):
        raise ValueError(f"{file}: {other[0]}")
    returned = f"return {{ {', '.join(exported)} }};\n" if exported else ""
    return f"const {_variable(file)} = (() => {{\n{body}{returned}}})();\n"


def _taken(match: re.Match[str]) -> str:
    """Return the statement that takes from a module's function what an import names."""
    if match["names"] is None:
        return ""
    return f"const {{{match['names'].replace(' as ', ': ')}}} = {_variable(match['file'])};\n"


def _variable(file: str) -> str:
    return "$" + re.sub(r"\W", "_", file.removesuffix(".js"))
