# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok impact``: what readers will see of a change."""

import argparse
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from jinja2 import TemplateError

from spelbok.cli.shared import OK, USAGE, Commands, playbook, say
from spelbok.impact import Impact, PageChange, Pages, Shown, impact, text_lines
from spelbok.load import load
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.playbook import Playbook
from spelbok.render import Renderer
from spelbok.report import visible

#: The most lines of a page's difference that a summary shows, so that GitHub takes it whole.
_SHOWN = 40

_ADDED = Phrase("Nya sidor", "New pages")
_REMOVED = Phrase("Sidor som försvinner", "Pages that go away")
_CHANGED = Phrase("Ändrade sidor", "Changed pages")
_MOVED = Phrase("Adresser som ändras", "Addresses that change")
_REACHED = Phrase("Moduler och vägar som berörs, med sina kurspaket", "Modules and paths reached, with their packages")
_LAGS = Phrase("Översättningar som släpar efter", "Translations that lag")
_NOTHING = Phrase("Läsare ser ingen skillnad.", "Readers see no difference.")
_WELCOME = Phrase(
    "Det hindrar ingenting: en ändring på ett språk är välkommen.",
    "It stops nothing: a change in one language is welcome.",
)
_STATES = {
    "outdated": Phrase("översättningen är äldre än originalet", "the translation is older than the original"),
    "missing": Phrase("översättningen saknas", "the translation is missing"),
}


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.on_playbook("impact", _run, "Tell what readers will see of the changes since a commit.")
    command.add_argument("--base", required=True, metavar="REV", help="the commit to compare with, such as main")
    command.add_argument(
        "--format", choices=("human", "json", "github", "markdown"), default="human", help="how to tell"
    )


def _run(options: argparse.Namespace) -> int:
    after = playbook(options)
    if after is None:
        return USAGE
    with tempfile.TemporaryDirectory() as name:
        folder = _checked_out(options.base, options.playbook, Path(name))
        before = load(folder).playbook if folder is not None else None
        if folder is None or before is None:
            say(
                options,
                f"spelboken kan inte läsas i '{options.base}'",
                f"the playbook cannot be read in '{options.base}'",
            )
            return USAGE
        found = impact(before, after, _pages(before, folder), _pages(after, options.playbook))
    tell = {"human": _human, "json": _json, "github": _github, "markdown": _markdown}[options.format]
    sys.stdout.write("".join(f"{line}\n" for line in tell(found, options.lang)))
    return OK


def _checked_out(revision: str, folder: Path, place: Path) -> Path | None:
    """Write a playbook's folder, as a commit has it, into ``place``; return it, or None if git has none."""
    git = shutil.which("git")
    if git is None or revision.startswith("-"):
        return None
    command = [git, "-C", str(folder), "archive", "--format=tar", revision, "--", "."]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if done.returncode:
        return None
    target = place / "playbook"
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
    return target


def _pages(found: Playbook, folder: Path) -> Pages:
    """Return every page; one that cannot be rendered, by templates that ask for what is no more, has no text."""
    # The day of the last commit to a file, which pages tell, is no change of content.
    renderer = Renderer(replace(found, changed={}), folder / "templates")
    shown = {}
    for locale in LOCALES:
        for page in renderer.pages(locale):
            try:
                lines = text_lines(renderer.render(page).html)
            except (TemplateError, LookupError, AttributeError, TypeError):
                lines = None
            shown[page.key, locale] = Shown(page.url, page.title, lines)
    return shown


# --- Telling ------------------------------------------------------------------


def _human(found: Impact, lang: Locale) -> Iterator[str]:
    if found == _NONE:
        yield _NOTHING[lang]
    for title, pages in ((_ADDED, found.added), (_REMOVED, found.removed), (_CHANGED, found.changed)):
        if pages:
            yield f"{title[lang]}:"
        for page in pages:
            yield f"  /{page.url} {visible(page.title)}"
            if title is _CHANGED:
                yield from (f"    {line[0]} {visible(line[1:])}" for line in _differing(page, lang))
    if found.moved:
        yield f"{_MOVED[lang]}:"
        yield from (f"  /{move.old} -> {f'/{move.new}' if move.new else '-'}" for move in found.moved)
    if found.reached:
        yield f"{_REACHED[lang]}: {', '.join(found.reached)}"
    if found.lags:
        yield f"{_LAGS[lang]}:"
        yield from (
            f"  {lag.file}:{lag.line}: {lag.locale} {lag.name}: {_STATES[lag.state][lang]}" for lag in found.lags
        )


_NONE = Impact((), (), (), (), (), ())


def _differing(page: PageChange, lang: Locale) -> Iterator[str]:
    """Yield the lines that differ, or that the page cannot be compared."""
    yield from page.lines or [f" {Phrase('(sidan kan inte jämföras)', '(the page cannot be compared)')[lang]}"]


def _json(found: Impact, lang: Locale) -> Iterator[str]:  # noqa: ARG001 - the others take it
    yield json.dumps(asdict(found), ensure_ascii=False, indent=2)


def _github(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield a notice on the line of each text whose translation lags; no warning, for nothing is wrong."""
    for lag in found.lags:
        text = f"{lag.name}: {_STATES[lag.state][lang]}. {_WELCOME[lang]}"
        escaped = lag.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        yield f"::notice file={escaped},line={lag.line},title={_LAGS[lang]}::{visible(text)}"


def _markdown(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield a summary for a pull request. Texts stand in code blocks, where they cannot style, link or mention."""
    yield f"## {Phrase('Vad läsare kommer att se', 'What readers will see')[lang]}\n"
    if found == _NONE:
        yield _NOTHING[lang]
    for title, pages in ((_ADDED, found.added), (_REMOVED, found.removed)):
        if pages:
            yield f"### {title[lang]}\n"
            yield from (f"- `/{page.url}` {_code(page.title)}" for page in pages)
            yield ""
    if found.changed:
        yield f"### {_CHANGED[lang]}\n"
    for page in found.changed:
        lines = [visible(line) for line in _differing(page, lang)]
        more = len(lines) - _SHOWN
        if more > 0:
            lines[_SHOWN:] = [Phrase(f"… och {more} rader till", f"… and {more} more lines")[lang]]
        yield f"<details><summary><code>/{page.url}</code></summary>\n"
        yield "\n".join(["````diff", *(line.replace("````", "''''") for line in lines), "````"])
        yield "\n</details>\n"
    if found.moved:
        yield f"### {_MOVED[lang]}\n"
        yield from (f"- `/{move.old}` → {f'`/{move.new}`' if move.new else '–'}" for move in found.moved)
        yield ""
    if found.reached:
        yield f"### {_REACHED[lang]}\n"
        yield f"{', '.join(f'`{entry}`' for entry in found.reached)}\n"
    if found.lags:
        yield f"### {_LAGS[lang]}\n\n{_WELCOME[lang]}\n"
        yield from (
            f"- `{lag.file}:{lag.line}` `{lag.name}` ({lag.locale}): {_STATES[lag.state][lang]}" for lag in found.lags
        )


def _code(text: str) -> str:
    return f"`{text.replace('`', chr(39))}`"
