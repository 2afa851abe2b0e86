# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files and folders a project's configuration names, read so that a mistake in it does not matter."""

import logging
import os
import re
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

CONFIGURATION = "mkdocs.yml"
_INHERIT = re.compile(r"""^INHERIT:[ \t]*["']?([^"'#\r\n]+?)["']?[ \t]*(?:#.*)?$""", re.MULTILINE)
_log = logging.getLogger(__name__)


def sources(project: Path) -> frozenset[Path]:
    """Return the configuration with what it inherits, and the files and folders that it names; some need not exist."""
    files = _inherited(project / CONFIGURATION)
    values: dict[str, Any] = {}
    for file in reversed(files):
        values |= _values(file)
    theme = values.get("theme")
    named = [
        values.get("docs_dir") or "docs",
        theme.get("custom_dir") if isinstance(theme, dict) else None,
        *(values.get("hooks") or ()),
        *(values.get("watch") or ()),
    ]
    paths = {Path(os.path.abspath(project / name)) for name in named if isinstance(name, str)}  # noqa: PTH100 - as MkDocs does
    return frozenset({*files, *paths} - {project})


def _inherited(file: Path) -> list[Path]:
    """Return a configuration and those that it inherits, one after the other."""
    found: list[Path] = []
    while file not in found:
        found.append(file)
        match = _INHERIT.search(_text(file))
        if match is None:
            break
        file = Path(os.path.normpath(file.parent / match[1]))
    return found


def _values(file: Path) -> dict[str, Any]:
    try:
        values = yaml.load(_text(file), get_yaml_loader())  # noqa: S506 - as MkDocs itself reads it
    except Exception as error:  # noqa: BLE001 - a tag may raise anything; the build says what is wrong
        _log.debug("%s: %s", file, error)
        return {}
    return values if isinstance(values, dict) else {}


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except OSError:
        return ""
