# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile the Swedish texts of the command line: ``python3 scripts/messages.py [--check]``."""

import io
import sys
from pathlib import Path

from babel.messages import mofile, pofile

_SOURCE = Path(__file__).resolve().parents[1] / "plugins/spelbok/cli/locale/sv/LC_MESSAGES/messages.po"


def compiled() -> bytes:
    """Return the compiled form of ``messages.po``."""
    catalogue = pofile.read_po(io.BytesIO(_SOURCE.read_bytes()), "sv")
    output = io.BytesIO()
    mofile.write_mo(output, catalogue)
    return output.getvalue()


def main(arguments: list[str]) -> int:
    """Write ``messages.mo``, or with ``--check`` only tell whether it is stale; return the exit code."""
    target = _SOURCE.with_suffix(".mo")
    is_stale = not target.is_file() or target.read_bytes() != compiled()
    if arguments == ["--check"]:
        if is_stale:
            print(f"{target.name}: stale, run: .venv/bin/python scripts/messages.py")
        return int(is_stale)
    target.write_bytes(compiled())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
