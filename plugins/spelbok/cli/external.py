# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""spelbok links external: whether links to other sites still lead somewhere."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from spelbok.checks.external import links
from spelbok.checks.external.client import ask_all
from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import ERRORS, OK, USAGE, say
from spelbok.diagnostics import has_errors
from spelbok.diagnostics.reporters import REPORTERS
from spelbok.locales import Phrase


def add(links: Commands) -> None:
    """Declare the command."""
    links.on_playbook(
        "external",
        _external,
        Phrase(
            "Fråga varje adress till andra webbplatser om den finns kvar. Tar minuter; inget bygge gör det.",
            "Ask every address of another site whether it still stands. Takes minutes; no build does it.",
        ),
        links.option(
            "--format",
            Phrase("hur det skrivs ut", "how to report"),
            type=click.Choice(list(REPORTERS)),
            default="human",
        ),
    )


def _external(options: Options) -> int:
    texts = links.texts(Path(), Path(options.playbook))
    where = [place for file, text in texts.items() for place in links.places(file, text)]
    urls = dict.fromkeys(place.url for place in where)
    sites = {urlsplit(url).netloc for url in urls}
    say(
        options,
        f"Frågar {len(urls)} adresser på {len(sites)} webbplatser ...",
        f"Asking {len(urls)} addresses on {len(sites)} sites ...",
    )
    answers = ask_all(urls)
    if answers and not any(answer.heard for answer in answers.values()):
        say(options, "Ingen webbplats svarar. Är datorn ansluten?", "No site answers. Is this machine connected?")
        return USAGE
    found = links.found(answers, where)
    sys.stdout.write(REPORTERS[options.format](found, options.lang, texts))
    return ERRORS if has_errors(found) else OK
