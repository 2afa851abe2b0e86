# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the commands share: exit codes, options, reading the playbook and writing its files."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import platformdirs

from spelbok.diagnostics.reporters import REPORTERS
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.playbook import Playbook
from spelbok.playbook.loader import Result, load
from spelbok.source.document import Document
from spelbok.storage.cache import NOTHING, Cache, tools

#: Exit codes: clean or warnings alone; errors in the content; wrong usage.
OK, ERRORS, USAGE = 0, 1, 2

#: What has a say in what is kept: this package, and the distributions that it asks.
_CODE = Path(__file__).parents[1]
_LIBRARIES = ("chunspell-next", "ftfy", "hunspell-sv", "jinja2", "markdown-it-py", "pyyaml")

_BOM = b"\xef\xbb\xbf"

#: What commands are added to; argparse has no public name for it.
_Group: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

Run = Callable[[argparse.Namespace], int]


class Commands:
    """The commands of ``spelbok`` as they are declared, each with the options that all have."""

    def __init__(self, commands: _Group) -> None:
        self._commands = commands

    @classmethod
    def of(cls, parser: argparse.ArgumentParser) -> "Commands":
        """Return the commands of a parser, which has none yet."""
        return cls(parser.add_subparsers(required=True, metavar="COMMAND"))

    def group(self, name: str, text: str) -> "Commands":
        """Declare a command that consists of commands."""
        return Commands.of(self._commands.add_parser(name, help=text))

    def add(self, name: str, run: Run, text: str) -> argparse.ArgumentParser:
        """Declare a command and return its parser."""
        sub: argparse.ArgumentParser = self._commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        sub.add_argument("--lang", choices=LOCALES, default=_language(), help="language of messages")
        return sub

    def on_playbook(self, name: str, run: Run, text: str) -> argparse.ArgumentParser:
        """Declare a command that reads a playbook."""
        sub = self.add(name, run, text)
        sub.add_argument("--playbook", type=_folder, default="playbook", metavar="DIR", help="the playbook's folder")
        return sub


def say(options: argparse.Namespace, sv: str, en: str) -> None:
    """Tell the user something beside the command's result."""
    print(Phrase(sv, en)[options.lang], file=sys.stderr, flush=True)


def report(options: argparse.Namespace, result: Result) -> None:
    """Print what was found in a playbook."""
    form = getattr(options, "format", "human")
    reporter = REPORTERS[form if form in REPORTERS else "human"]
    sys.stdout.write(reporter(result.diagnostics, options.lang, result.texts))


def kept() -> Cache:
    """Return what earlier commands of this user have kept, outside of any project: may be deleted at any time.

    ``SPELBOK_CACHE`` names another folder; empty, it keeps nothing.
    """
    told = os.environ.get("SPELBOK_CACHE")
    folder = platformdirs.user_cache_path("spelbok") if told is None else Path(told)
    return Cache(folder, tools(_CODE, _LIBRARIES)) if told != "" else NOTHING


def playbook(options: argparse.Namespace) -> Playbook | None:
    """Return the playbook, or None with its mistakes reported where its words cannot be read."""
    result = load(options.playbook)
    if result.playbook is None:
        report(options, result)
    return result.playbook


def write(document: Document) -> None:
    """Write a changed document to its file, with the byte order mark that it may have had."""
    path = Path(document.file)
    mark = _BOM if path.is_file() and path.read_bytes().startswith(_BOM) else b""
    path.write_bytes(mark + document.text.encode())


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text!r}")
    return path


def _language() -> Locale:
    """Return the language of messages: Swedish on a Swedish machine, else English."""
    spoken = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "sv" if spoken.startswith("sv") else "en"
