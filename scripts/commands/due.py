# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Open an issue on GitHub for each owner of entries that are due: ``python3 scripts/due.py``.

Needs ``gh``, GitHub's command, with GH_TOKEN and GH_REPO; runners have it.
"""

import json
import sys

import environment

LABEL = "review"


def main() -> int:
    """Open or update the issues; return 0 if all is well."""
    environment.ready()
    owners = dict.fromkeys(row["owner"] for row in json.loads(_spelbok("--format", "json")))
    if owners:
        _gh("label", "create", LABEL, "--force", "--description", "Att läsa om / To be read again")
    open_issues = {issue["title"]: issue["number"] for issue in json.loads(_open_issues())} if owners else {}
    for owner in owners:
        title, body = f"Att läsa om / To be read again: {owner}", _body(owner)
        if title in open_issues:
            _gh("issue", "edit", str(open_issues[title]), "--body", body)
        else:
            _gh("issue", "create", "--title", title, "--label", LABEL, "--body", body)
        print(title)
    return 0


def _body(owner: str) -> str:
    return "\n".join(_spelbok("--owner", owner, "--format", "markdown", "--lang", lang) for lang in ("sv", "en"))


def _open_issues() -> str:
    return _gh("issue", "list", "--label", LABEL, "--state", "open", "--limit", "200", "--json", "number,title")


def _spelbok(*arguments: str) -> str:
    return _run(str(environment.program("spelbok")), "due", *arguments)


def _gh(*arguments: str) -> str:
    return _run("gh", *arguments)


def _run(*command: str) -> str:
    done = environment.captured(*command)
    if done.returncode:
        sys.exit(f"{' '.join(command[:3])}: {done.stderr or done.stdout}")
    return done.stdout
