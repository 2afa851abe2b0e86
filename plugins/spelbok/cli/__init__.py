# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ``spelbok`` command."""

import difflib
import gc
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import click
from filelock import Timeout

from spelbok.build.pipeline import build, try_templates
from spelbok.checks.folder import check_folder
from spelbok.cli import due, external, fmt, impact, links, new, serve, translations
from spelbok.cli.commands import Commands, Options, run
from spelbok.cli.shared import ERRORS, OK, USAGE, kept, say, told
from spelbok.cli.telling import Teller
from spelbok.diagnostics import Diagnostic, codes, has_errors
from spelbok.diagnostics.progress import counted
from spelbok.diagnostics.reporters import REPORTERS
from spelbok.exports.paper import pdf
from spelbok.locales import LOCALES, Phrase
from spelbok.model import KINDS, json_schema
from spelbok.playbook.git import days_missing
from spelbok.playbook.loader import load
from spelbok.storage import atomic

ABOUT = Phrase("En tvåspråkig spelbok av YAML-poster.", "A bilingual playbook from YAML entries.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code. Raises SystemExit with 2 for wrong usage."""
    return run(declare, "spelbok", ABOUT, sys.argv[1:] if arguments is None else arguments, metadata.version("spelbok"))


def _check(options: Options) -> int:
    gc.disable()  # The process soon ends, and holds no circles; looking for some takes a third of the time.
    say = Teller(options.lang)
    result = check_folder(options.playbook, cache=kept(), tick=counted(say, "Kontrollerar", "Checking"))
    say.clear()
    found, texts = result.diagnostics, result.texts
    if result.playbook is not None and not has_errors(found):
        tried = try_templates(result.playbook, options.playbook)
        found, texts = [*found, *tried.diagnostics], texts | tried.texts
    found = _of_files(found, options.files) if options.files else found
    sys.stdout.write(REPORTERS[options.format](found, options.lang, texts))
    return ERRORS if has_errors(found) else OK


def _of_files(diagnostics: list[Diagnostic], files: Sequence[Path]) -> list[Diagnostic]:
    """Return what concerns some files, or the files in some folders."""
    wanted = {path.absolute() for path in files}
    return [item for item in diagnostics if wanted & {Path(item.file).absolute(), *Path(item.file).absolute().parents}]


def _build(options: Options) -> int:
    say = Teller(options.lang)
    started = time.monotonic()
    lacking = None if options.paper is False else pdf.missing()
    if lacking and options.paper:
        say(lacking)
        return ERRORS
    with_paper = options.paper is not False and lacking is None
    try:
        outcome = build(Path.cwd(), options.playbook, options.site.absolute(), say, kept(), with_paper=with_paper)
    except Timeout:
        say(
            Phrase(
                "Ett annat bygge pågår redan i samma mapp. Vänta tills det är klart.",
                "Another build of the same folder is running. Wait until it is done.",
            )
        )
        return ERRORS
    if outcome.diagnostics or not outcome.ok:
        sys.stdout.write(told(outcome, options.format, options.lang))
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
    for note in filter(None, (days_missing(options.playbook), lacking)):
        say(note)
    return OK


def _schema(options: Options) -> int:
    result = load(options.playbook)
    if result.playbook is None:
        return _check(Options(playbook=options.playbook, files=(), format="human", lang=options.lang))
    folder = options.playbook / "schema"
    wanted = json_schema.schemas(KINDS, result.playbook.vocabulary)
    stale = [name for name, text in wanted.items() if not _same(folder / name, text)]
    stale += [path.name for path in folder.glob("*.json") if path.name not in wanted and _is_schema(path)]
    if options.check:
        for name in sorted(stale):
            print(f"{(folder / name).as_posix()}: stale, run: spelbok schema")
        return ERRORS if stale else OK
    for name in stale:
        if name in wanted:
            atomic.write_text(folder / name, wanted[name])
        else:
            atomic.remove(folder / name)
    return OK


def _same(path: Path, text: str) -> bool:
    """Whether a file holds a text, whatever line ends git has checked it out with."""
    return path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == text.encode()


def _is_schema(path: Path) -> bool:
    """Whether a file is a schema that the command once wrote: of another generator, or a kind that is no more."""
    return path.is_file() and b'"x-help"' in path.read_bytes()


def _links_update(options: Options) -> int:
    return OK if links.update(options) else ERRORS


def _links_verify(options: Options) -> int:
    return OK if links.check(options) else ERRORS


def _rename(options: Options) -> int:
    return OK if links.rename(options) else ERRORS


def _explain(options: Options) -> int:
    code = codes.ALL.get(options.code)
    if code is None:
        near = ", ".join(difflib.get_close_matches(options.code, codes.ALL))
        say(
            options,
            f"koden '{options.code}' finns inte." + (f" Menade du {near}?" if near else ""),
            f"there is no code '{options.code}'." + (f" Did you mean {near}?" if near else ""),
        )
        return USAGE
    print(f"{code.name} ({code.severity})\n\n{code.explanation[options.lang]}")
    return OK


def declare(commands: Commands) -> None:
    """Declare every command."""
    how = Phrase("hur det skrivs ut", "how to report")
    form = commands.option("--format", how, type=click.Choice(list(REPORTERS)), default="human")
    commands.on_playbook(
        "check",
        _check,
        Phrase(
            "Kontrollera spelbokens innehåll och berätta om varje fel.",
            "Check the playbook's content and report every mistake.",
        ),
        commands.argument(
            "files",
            Phrase("berätta bara om de här filerna", "report on these files only"),
            nargs=-1,
            type=click.Path(exists=True, path_type=Path),
            metavar="[FILES]...",
        ),
        form,
        more=Phrase(
            "Läser hela spelboken och berättar på en gång om varje fel: fil, rad, kolumn, kod, vad som är fel "
            "och vad du gör åt det. Med FILES visas bara det som rör de filerna, som pre-commit behöver.",
            "Reads the whole playbook and reports every mistake at once: file, line, column, code, what is "
            "wrong and what to do. With FILES, only what concerns those files is shown, as pre-commit needs it.",
        ),
        examples=(
            "spelbok check",
            "spelbok check playbook/practices/retrospective.yml",
            "spelbok check --format github",
        ),
    )
    site = _folder_option(commands, Phrase("mappen att bygga i", "the folder to build into"))
    commands.on_playbook(
        "build",
        _build,
        Phrase("Kontrollera spelboken och bygg sajten.", "Check the playbook and build the site."),
        form,
        site,
        commands.option(
            "--paper/--no-paper",
            Phrase(
                "filerna för papper och länkarnas bilder: kräv dem, eller utelämna dem; annars görs de om Pango finns",
                "the files for paper and the links' pictures: require them, or leave them out; else made if "
                "Pango is there",
            ),
            default=None,
        ),
        more=Phrase(
            "Gör samma kontroller, bygger sajten vid sidan av, kontrollerar varje länk i resultatet och sätter "
            "den på plats först därefter. Vid fel är den sajt som finns orörd.",
            "Runs the same checks, builds the site aside, checks every link of the result, and only then puts "
            "it in place. On an error the existing site is not touched.",
        ),
        examples=("spelbok build", "spelbok build --no-paper --site ../www"),
    )
    serve.add(commands)
    commands.on_playbook(
        "schema",
        _schema,
        Phrase("Skriv redigerarnas JSON-scheman från modellen.", "Write the JSON Schemas for editors from the model."),
        commands.option(
            "--check",
            Phrase("ändra inget, misslyckas om ett schema är inaktuellt", "change nothing, fail if a schema is stale"),
            is_flag=True,
        ),
    )
    _declare_links(commands, form)
    commands.on_playbook(
        "rename",
        _rename,
        Phrase(
            "Ge en post en ny slugg; den gamla adressen leder till den nya.",
            "Give an entry another slug; its old address leads to the new one.",
        ),
        commands.argument(
            "old",
            Phrase("postens slugg, eller med --of dess id", "the entry's slug, or with --of its id"),
            metavar="OLD",
        ),
        commands.argument("new", Phrase("den nya sluggen", "the new slug"), metavar="NEW"),
        commands.option("--of", Phrase("adressens språk", "the language of the address"), type=click.Choice(LOCALES)),
        examples=("spelbok rename retrospective looking-back", "spelbok rename --of sv retrospective tillbakablick"),
    )
    commands.add(
        "explain",
        _explain,
        Phrase("Förklara en kod.", "Explain a code."),
        commands.argument(
            "code", Phrase("en kod, till exempel unknown-field", "a code, such as unknown-field"), metavar="CODE"
        ),
        examples=("spelbok explain unknown-field",),
    )
    for family in (new, fmt, translations, due, impact):
        family.add(commands)
    for command in metadata.entry_points(group="spelbok.commands"):
        command.load()(commands)


def _declare_links(commands: Commands, form: click.Option) -> None:
    links = commands.group(
        "links", Phrase("Håll varje publicerad adress vid liv.", "Keep every published address alive.")
    )
    site = _folder_option(links, Phrase("den byggda sajtens mapp", "the folder of the built site"))
    links.on_playbook(
        "update",
        _links_update,
        Phrase("Lägg till det som sajten lovar i förteckningen.", "Add what the built site promises to the inventory."),
        site,
        more=Phrase("Tar aldrig bort någon adress.", "Never takes an address away."),
    )
    links.add(
        "verify",
        _links_verify,
        Phrase(
            "Jämför den byggda sajten med en publicerad förteckning.",
            "Compare the built site with a published inventory.",
        ),
        links.option(
            "--against",
            Phrase("förteckningen som är publicerad", "the inventory that was published"),
            required=True,
            metavar="URL|FILE",
        ),
        links.option(
            "--allow-missing",
            Phrase("lyckas om webben inte har någon ännu", "succeed if the web has no such inventory yet"),
            is_flag=True,
        ),
        site,
        form,
        examples=("spelbok links verify --against https://example.org/data/v1/addresses.txt",),
    )
    external.add(links)


def _folder_option(commands: Commands, text: Phrase) -> click.Option:
    return commands.option("--site", text, type=click.Path(path_type=Path), default="site", metavar="DIR")
