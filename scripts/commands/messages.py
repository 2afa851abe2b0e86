# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile the Swedish texts of the command line: ``python3 scripts/messages.py [--check]``."""

import io
from collections.abc import Sequence
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

_SOURCE = Path(__file__).resolve().parents[2] / "plugins/spelbok/cli/locale/sv/LC_MESSAGES/messages.po"


def main(arguments: list[str]) -> int:
    """Write ``messages.mo``, or with ``--check`` only tell whether it is stale; return the exit code."""
    source = pofile.read_po(io.BytesIO(_SOURCE.read_bytes()), "sv")
    target = _SOURCE.with_suffix(".mo")
    if arguments != ["--check"]:
        with target.open("wb") as file:
            mofile.write_mo(file, source)
    elif not target.is_file() or _texts(mofile.read_mo(io.BytesIO(target.read_bytes()))) != _texts(source):
        print(f"{target.name}: stale, run: .venv/bin/python scripts/messages.py")
        return 1
    return 0


def _texts(catalogue: Catalog) -> list[tuple[list[str], list[str]]]:
    """Return the texts and their translations, with plurals; the header, with its dates, is none."""
    return sorted((_forms(message.id), _forms(message.string)) for message in catalogue if message.id)


def _forms(text: str | Sequence[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)
