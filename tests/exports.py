# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a playbook exports, and packages with something changed in them."""

import io
import zipfile
from functools import cache

from spelbok.checks.folder import check_folder
from spelbok.exports import EXPORTS
from spelbok.exports.files import archive
from tests.conftest import SMALL

SITE = "https://agency.example/playbook/"


@cache
def small():
    """Return the small playbook."""
    playbook = check_folder(SMALL).playbook
    assert playbook is not None
    return playbook


def exported(playbook, site=SITE):
    """Return every exported file by address."""
    return {file.url: file.content for export in EXPORTS for file in export(playbook, site)}


def packages(site, ending):
    """Return the packages of a built site whose addresses end so, by file name."""
    found = {path.name: path.read_bytes() for path in sorted((site / "packages").glob(f"*{ending}"))}
    assert found or not any((site / "packages").glob("*"))
    return found


def contents(package):
    """Return the texts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name).decode() for name in source.namelist()}


def spoiled(package, name, old, new):
    """Return a package in which one file says something else; ``old`` must be there."""
    texts = contents(package)
    assert old in texts[name]
    return archive({**texts, name: texts[name].replace(old, new)})
