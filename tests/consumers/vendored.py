# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Renew the libraries that the form's page loads: ``python -m tests.consumers.vendored``.

They are other people's packages, of the versions and hashes in
``package-lock.json``, each put together into one module by esbuild. A test
compares what lies in the theme with what this makes.
"""

from pathlib import Path

from tests.consumers import modules, node

VENDOR = Path(__file__).resolve().parents[2] / "docs" / "theme" / "assets" / "vendor"


def files():
    """Return the text of each vendored file by its name below ``VENDOR``."""
    licence = (modules() / "yaml" / "LICENSE").read_text("utf-8")
    return {**node("vendored.mjs"), "yaml/LICENSE": licence}


def main():
    """Write the files."""
    for name, text in files().items():
        path = VENDOR / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
