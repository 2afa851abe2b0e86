# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whole projects for tests: the small playbook with the real site around it, and the configuration's own values."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.conftest import ROOT, SMALL

#: The pages of the small site that are written by hand.
PAGES = ("index", "about")
_SENTENCES = {"sv": "Se [en dörr](id:open-door).", "en": "See [a door](id:open-door)."}
#: What the small site says in the first block of mkdocs.yml, whatever the real one says there.
SETTINGS = {
    "site_name": "Doors",
    "site_description": "A small site",
    "site_url": '!ENV [SITE_URL, "https://agency.example/playbook/"]',
    "repo_url": "https://git.example.org/agency/playbook",
    "edit_uri": "edit/main/docs/",
}
NAV = (
    "index.md",
    "principles/index.md",
    "practices/index.md",
    "modules/index.md",
    "paths/index.md",
    "measures/index.md",
    "self-assessment.md",
    "map.md",
    "glossary.md",
    "about.md",
)


def small_project(folder):
    """Fill ``folder`` with the small playbook and the real configuration, theme and templates."""
    folder.mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(configuration(SETTINGS, NAV), "utf-8")
    shutil.copytree(SMALL, folder / "playbook")
    shutil.copytree(ROOT / "playbook" / "templates", folder / "playbook" / "templates")
    shutil.copytree(ROOT / "docs" / "theme", folder / "docs" / "theme")
    for locale in ("sv", "en"):
        pages = folder / "docs" / locale
        pages.mkdir()
        for name in PAGES:
            text = f"---\ntitle: {name}\ndescription: A page.\n---\n\n# {name}\n\n{_SENTENCES[locale]}\n"
            (pages / f"{name}.md").write_text(text, "utf-8")
    record = folder / "playbook" / "translations" / "pages" / "about.yml"
    record.parent.mkdir(parents=True)
    record.write_text("texts: [sections.* 00000000]\n", "utf-8")  # Made from a text that is no more.
    return folder


def configuration(settings, nav):
    """Return the text of mkdocs.yml with other values in its first block and another menu."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    for name in (*settings, "nav"):
        text = re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    first = "".join(f"{name}: {value}\n" for name, value in settings.items())
    return f"{text}\n{first}nav:\n" + "".join(f"  - {page}\n" for page in nav)


def setting(name):
    """Return a value of the real mkdocs.yml, which MkDocs's own tags keep from a plain reader; "" if it has none."""
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()
    line = next((line for line in lines if line.startswith(f"{name}:")), f"{name}: ''")
    return yaml.safe_load(line)[name]


def spelbok(folder, *arguments, **variables):
    """Run the command in ``folder`` as a user would; return the finished process."""
    return subprocess.run(
        [sys.executable, "-m", "spelbok", *arguments],
        cwd=folder,
        env={**os.environ, "LANG": "en_GB.UTF-8", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def listed(folder):
    """Return the pages of a built site that are for readers to find: not redirects, nor the 404 page."""
    pages = sorted(folder.rglob("*.html"))
    return [page for page in pages if '<meta name="robots" content="noindex' not in page.read_text("utf-8")]


def bytes_of(folder: Path):
    """Return a digest of every file of a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
