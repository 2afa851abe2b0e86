# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep one issue on GitHub about links to other sites that are dead: ``python3 scripts/links.py``.

Opened when there are any, brought up to date while there are, closed when
there are none. Needs ``gh``, GitHub's command, with GH_TOKEN and GH_REPO;
runners have it.
"""

import json
import sys

import environment

LABEL = "links"
TITLE = "Döda länkar / Dead links"
WORDS = (
    "Länkar till andra webbplatser som inte leder någonstans. Fel är döda; varningar kan gå över.\n"
    "Links to other sites that lead nowhere. Errors are dead; warnings may pass."
)


def main() -> int:
    """Ask all addresses; open, update or close the issue; return 0 if all could be asked."""
    environment.ready()
    found = environment.captured(
        str(environment.program("spelbok")), "links", "external", "--format", "concise", "--lang", "sv"
    )
    if found.returncode not in (0, 1):
        sys.exit(found.stderr or found.stdout)
    _gh("label", "create", LABEL, "--force", "--description", "Döda länkar / Dead links")
    is_dead = found.returncode == 1
    body = f"{WORDS}\n\n```text\n{found.stdout.replace('`', '')}```\n"
    number = next((str(issue["number"]) for issue in json.loads(_open_issues())), "")
    if is_dead and number:
        _gh("issue", "edit", number, "--body", body)
    elif is_dead:
        _gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body", body)
    elif number:
        _gh("issue", "close", number, "--comment", "Inga döda länkar längre. / No dead links any more.")
    print(found.stdout, end="")
    return 0


def _open_issues() -> str:
    return _gh("issue", "list", "--label", LABEL, "--state", "open", "--limit", "1", "--json", "number")


def _gh(*arguments: str) -> str:
    done = environment.captured("gh", *arguments)
    if done.returncode:
        sys.exit(f"gh {' '.join(arguments[:2])}: {done.stderr or done.stdout}")
    return done.stdout
