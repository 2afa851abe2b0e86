# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What commands share: exit codes, messages and reading the playbook."""

import os
import sys
from pathlib import Path

import platformdirs

from spelbok.build.pipeline import Outcome
from spelbok.cli.commands import Options
from spelbok.diagnostics.reporters import REPORTERS, visible
from spelbok.locales import Locale, Phrase
from spelbok.playbook import Playbook
from spelbok.playbook.loader import Result, load
from spelbok.storage.cache import NOTHING, Cache, tools

#: Exit codes: clean or warnings alone; errors in the content; wrong usage.
OK, ERRORS, USAGE = 0, 1, 2

#: What has a say in what is kept: this package, and the distributions that it asks.
_CODE = Path(__file__).parents[1]
_LIBRARIES = ("chunspell-next", "ftfy", "hunspell-sv", "jinja2", "markdown-it-py", "pyyaml")


def say(options: Options, sv: str, en: str) -> None:
    """Tell the user something beside the command's result."""
    print(Phrase(sv, en)[options.lang], file=sys.stderr, flush=True)


def report(options: Options, result: Result) -> None:
    """Print what was found in a playbook."""
    form = getattr(options, "format", "human")
    reporter = REPORTERS[form if form in REPORTERS else "human"]
    sys.stdout.write(reporter(result.diagnostics, options.lang, result.texts))


def told(outcome: Outcome, form: str, locale: Locale) -> str:
    """Return the diagnostics of a build, or what the site generator said when it failed."""
    if outcome.log:
        return "\n".join(visible(line) for line in outcome.log.splitlines()) + "\n"
    return REPORTERS[form](outcome.diagnostics, locale, outcome.texts)


def kept() -> Cache:
    """Return what earlier commands of this user have kept, outside of any project: may be deleted at any time.

    ``SPELBOK_CACHE`` names another folder; empty, it keeps nothing.
    """
    told = os.environ.get("SPELBOK_CACHE")
    folder = platformdirs.user_cache_path("spelbok") if told is None else Path(told)
    return Cache(folder, tools(_CODE, _LIBRARIES)) if told != "" else NOTHING


def playbook(options: Options) -> Playbook | None:
    """Return the playbook, or None with its mistakes reported where its words cannot be read."""
    result = load(options.playbook)
    if result.playbook is None:
        report(options, result)
    return result.playbook
