# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ``spelbok`` command."""

import argparse
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from filelock import Timeout

from spelbok.build.pipeline import Outcome, build
from spelbok.build.preview.server import Builds, serve
from spelbok.checks.folder import check_folder
from spelbok.cli import due, external, fmt, impact, links, new, translations
from spelbok.cli.shared import ERRORS, OK, USAGE, Commands, kept
from spelbok.diagnostics import codes, has_errors
from spelbok.diagnostics.reporters import REPORTERS, visible
from spelbok.exports.paper import pdf
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.model import KINDS, json_schema
from spelbok.playbook.git import is_shallow
from spelbok.playbook.loader import load


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    run = options.run
    return int(run(options))


def _check(options: argparse.Namespace) -> int:
    gc.disable()  # The process soon ends, and holds no circles; looking for some takes a third of the time.
    result = check_folder(options.playbook, cache=kept())
    sys.stdout.write(REPORTERS[options.format](result.diagnostics, options.lang, result.texts))
    return ERRORS if has_errors(result.diagnostics) else OK


def _build(options: argparse.Namespace) -> int:
    def say(phrase: Phrase) -> None:
        print(phrase[options.lang], file=sys.stderr, flush=True)

    started = time.monotonic()
    if not options.no_paper and (lacking := pdf.missing()):
        say(lacking)
        return ERRORS
    if is_shallow(options.playbook):
        say(
            Phrase(
                "Klonen är grund, så sidorna säger inte när de senast ändrades. Hela historien: git fetch --unshallow",
                "This clone is shallow, so pages do not say when they last changed. For all: git fetch --unshallow",
            )
        )
    try:
        outcome = build(
            Path.cwd(), options.playbook, options.site.absolute(), say, kept(), with_paper=not options.no_paper
        )
    except Timeout:
        say(
            Phrase(
                "Ett annat bygge pågår redan i samma mapp. Vänta tills det är klart.",
                "Another build of the same folder is running. Wait until it is done.",
            )
        )
        return ERRORS
    if outcome.diagnostics or not outcome.ok:
        sys.stdout.write(_told(outcome, options.format, options.lang))
    if not outcome.ok:
        say(
            Phrase(
                "Ingenting publicerades. Sajten som stod där är orörd.",
                "Nothing was published. The site that stood there is untouched.",
            )
        )
        return ERRORS
    seconds = time.monotonic() - started
    say(
        Phrase(
            f"Klart: {outcome.pages} sidor i {options.site}/ på {seconds:.1f} s",
            f"Done: {outcome.pages} pages in {options.site}/ in {seconds:.1f} s",
        )
    )
    return OK


def _told(outcome: Outcome, form: str, locale: Locale) -> str:
    """Return the diagnostics of a build, or what the site generator said when it failed."""
    if outcome.log:
        return "\n".join(visible(line) for line in outcome.log.splitlines()) + "\n"
    return REPORTERS[form](outcome.diagnostics, locale, outcome.texts)


def _serve(options: argparse.Namespace) -> int:
    site = Path(".cache", "serve", "site").absolute()
    site.parent.mkdir(parents=True, exist_ok=True)
    os.environ["SITE_URL"] = f"http://127.0.0.1:{options.port}/"

    cache = kept()

    def whole() -> Outcome:
        return build(Path.cwd(), options.playbook, site, lambda _: None, cache, with_paper=False)

    def report(outcome: Outcome, seconds: float) -> str:
        words = _told(outcome, "human", options.lang)
        if outcome.ok and outcome.standing is None:  # An edit that shows before anything is built.
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

    def ready(address: str) -> None:
        words = Phrase(f"Förhandsvisning på {address} (avsluta med Ctrl+C)", f"Preview at {address} (end with Ctrl+C)")
        print(words[options.lang], file=sys.stderr, flush=True)

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(OK))  # So that what is being built in another process ends too.
    where = ["--playbook", str(options.playbook), "--site", str(site), "--lang", options.lang]
    command = [sys.executable, "-m", "spelbok", "build", "--no-paper", *where]
    try:
        serve(Path.cwd(), site, options.port, Builds(whole, command, report, report_command), ready)
    except KeyboardInterrupt:
        return OK
    except OSError as error:
        print(f"{options.port}: {error.strerror}", file=sys.stderr)
    return USAGE


def _schema(options: argparse.Namespace) -> int:
    result = load(options.playbook)
    if result.playbook is None:
        return _check(argparse.Namespace(playbook=options.playbook, format="human", lang=options.lang))
    folder = options.playbook / "schema"
    wanted = json_schema.schemas(KINDS, result.playbook.vocabulary)
    stale = [name for name, text in wanted.items() if not _same(folder / name, text)]
    stale += [path.name for path in folder.glob("*.json") if path.name not in wanted]
    if options.check:
        for name in sorted(stale):
            print(f"{(folder / name).as_posix()}: stale, run: spelbok schema")
        return ERRORS if stale else OK
    folder.mkdir(exist_ok=True)
    for name in stale:
        (folder / name).unlink(missing_ok=True)
        if name in wanted:
            (folder / name).write_text(wanted[name], "utf-8", newline="\n")
    return OK


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _links_update(options: argparse.Namespace) -> int:
    return OK if links.update(options) else ERRORS


def _links_verify(options: argparse.Namespace) -> int:
    return OK if links.check(options) else ERRORS


def _rename(options: argparse.Namespace) -> int:
    return OK if links.rename(options) else ERRORS


def _explain(options: argparse.Namespace) -> int:
    code = codes.ALL[options.code]
    print(f"{code.name} ({code.severity})\n\n{code.explanation[options.lang]}")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="spelbok", description="A bilingual playbook from YAML entries.")
    commands = Commands.of(parser)
    check = commands.on_playbook("check", _check, "Check the playbook's content and report every mistake.")
    check.add_argument("--format", choices=REPORTERS, default="human", help="how to report")

    site = commands.on_playbook("build", _build, "Check the playbook and build the site.")
    site.add_argument("--format", choices=REPORTERS, default="human", help="how to report")
    site.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the folder to build into")
    site.add_argument("--no-paper", action="store_true", help="leave out the files for paper and the links' pictures")

    preview = commands.on_playbook("serve", _serve, "Preview the site; every saved change shows at once.")
    preview.add_argument("--port", type=int, default=8000, help="the port on this machine")

    schemas = commands.on_playbook("schema", _schema, "Write the JSON Schemas for editors from the model.")
    schemas.add_argument("--check", action="store_true", help="change nothing, fail if a schema is stale")

    links = commands.group("links", "Keep every published address alive.")
    update = links.on_playbook("update", _links_update, "Add what the built site promises to the inventory.")
    update.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the folder of the built site")
    verify = links.add("verify", _links_verify, "Compare the built site with a published inventory.")
    verify.add_argument("--against", required=True, metavar="URL|FILE", help="the inventory that was published")
    verify.add_argument("--allow-missing", action="store_true", help="succeed if the web has no such inventory yet")
    verify.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the folder of the built site")
    verify.add_argument("--format", choices=REPORTERS, default="human", help="how to report")

    external.add(links)

    rename = commands.on_playbook(
        "rename", _rename, "Give an entry another slug; its old address leads to the new one."
    )
    rename.add_argument("old", metavar="OLD", help="the entry's slug, or with --of its id")
    rename.add_argument("new", metavar="NEW", help="the new slug")
    rename.add_argument("--of", choices=LOCALES, help="the language of the address")

    explain = commands.add("explain", _explain, "Explain a code.")
    explain.add_argument("code", choices=codes.ALL, metavar="CODE", help="a code, such as unknown-field")

    for family in (new, fmt, translations, due, impact):
        family.add(commands)
    for command in metadata.entry_points(group="spelbok.commands"):
        command.load()(commands)
    return parser
