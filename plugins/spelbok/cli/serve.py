# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok serve``: the preview on the command line."""

import errno
import os
import signal
import sys
from pathlib import Path

from spelbok.build import pipeline
from spelbok.build.guard import RefusedError
from spelbok.build.pipeline import Outcome
from spelbok.build.preview.http_server import FIRST_PORT, Server, free_port, listen
from spelbok.build.preview.server import Builds, serve, workplace
from spelbok.build.preview.watcher import Watcher
from spelbok.cli.commands import Commands, Options
from spelbok.cli.shared import OK, USAGE, kept, told
from spelbok.diagnostics.progress import Progress, Say
from spelbok.locales import Phrase

_LAST_PORT = 65535


def add(commands: Commands) -> None:
    """Declare the command."""
    commands.on_playbook(
        "serve",
        _run,
        Phrase(
            "Förhandsvisa sajten; varje sparad ändring syns direkt.",
            "Preview the site; every saved change shows at once.",
        ),
        commands.option(
            "--port",
            Phrase(
                f"porten på den här datorn, 0 för en ledig; annars {FIRST_PORT} eller nästa lediga",
                f"the port on this machine, 0 for any free one; else {FIRST_PORT}, or the next free one",
            ),
            type=commands.value(_port),
            metavar="PORT",
        ),
        more=Phrase(
            "Ett fel visas ovanpå den senaste hela sidan, och förhandsvisningen fortsätter.",
            "A mistake is shown on top of the last good page, and the preview goes on.",
        ),
        examples=("spelbok serve", "spelbok serve --port 8080"),
    )


def _port(text: str) -> int | Phrase:
    if text.isascii() and text.isdecimal() and int(text) <= _LAST_PORT:
        return int(text)
    return Phrase(
        f"en port är ett tal från 0 till {_LAST_PORT}, 0 för en ledig: '{text}'",
        f"a port is a number from 0 to {_LAST_PORT}, 0 for any free one: '{text}'",
    )


def _run(options: Options) -> int:
    def say(said: Phrase | Progress) -> None:
        print(said[options.lang], file=sys.stderr, flush=True)

    server = _listening(options.port, say)
    if server is None:
        return USAGE
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # Ends what is being built, here and beside, as Ctrl+C.
    os.environ["SITE_URL"] = server.address
    project = Path.cwd()
    try:
        with workplace(project) as place:
            say(
                Phrase(
                    f"Förhandsvisning på {server.address} (avsluta med Ctrl+C)",
                    f"Preview at {server.address} (end with Ctrl+C)",
                )
            )
            watcher = Watcher(lambda why: say(_without_events(why)))
            builds = _builds(options, project, place.folder / "site", say)
            serve(project, place, server, builds, watcher)
    except KeyboardInterrupt:
        pass
    return OK


def _listening(port: int | None, say: Say) -> Server | None:
    """Return a server that listens, or None, having said why there is none and what to do."""
    try:
        server = listen(port)
    except OSError as error:
        assert port is not None, "without a name, any port will do"
        say(_taken(port, error))
        return None
    if port is None and server.server_port != FIRST_PORT:
        say(
            Phrase(
                f"Port {FIRST_PORT} är upptagen. Tar {server.server_port} i stället.",
                f"Port {FIRST_PORT} is taken. Using {server.server_port} instead.",
            )
        )
    return server


def _taken(port: int, error: OSError) -> Phrase:
    free = free_port(max(port, 1023))
    if error.errno == errno.EADDRINUSE:
        sv, en = "är upptagen, kanske av en annan förhandsvisning", "is taken, perhaps by another preview"
    else:
        sv = en = f": {error.strerror}"
    return Phrase(
        f"Port {port} {sv}. Välj en annan: spelbok serve --port {free}",
        f"Port {port} {en}. Choose another: spelbok serve --port {free}",
    )


def _without_events(why: str) -> Phrase:
    return Phrase(
        f"Systemet meddelar inte när filer ändras ({why}). Filerna läses av två gånger i sekunden i stället.",
        f"The system does not tell when files change ({why}). The files are looked at twice a second instead.",
    )


def _builds(options: Options, project: Path, site: Path, say: Say) -> Builds:
    cache = kept()

    def whole(progress: Say) -> Outcome:
        try:
            return pipeline.build(project, options.playbook, site, progress, cache, with_paper=False)
        except RefusedError as refused:
            return Outcome(log=refused.words[options.lang])

    def report(outcome: Outcome, seconds: float) -> str:
        words = told(outcome, "human", options.lang)
        if outcome.ok and outcome.standing is None:  # A change that shows before anything is built.
            shown = Phrase(
                "Ändringen syns. Sök, data och kontroller kommer efter.",
                "The change shows. Search, data and checks will follow.",
            )
            words = f"{shown[options.lang]}\n"
        elif outcome.ok:
            words = f"{outcome.pages} {'sidor' if options.lang == 'sv' else 'pages'}, {seconds:.1f} s\n"
        print(words, file=sys.stderr, end="", flush=True)
        return words

    def report_command(code: int, printed: str) -> None:
        done = Phrase("Sök, data och kontroller är ikapp.", "Search, data and checks have caught up.")
        print(printed if code else done[options.lang], file=sys.stderr, flush=True)

    where = ["--playbook", str(options.playbook), "--site", str(site), "--lang", options.lang]
    command = [sys.executable, "-m", "spelbok", "build", "--no-paper", *where]
    return Builds(
        whole, lambda: pipeline.sources(project, options.playbook), command, report, report_command, say, cache
    )
