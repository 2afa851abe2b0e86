# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Declare commands on click, with help and messages in Swedish or English."""

import gettext
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import click

from spelbok.build.guard import RefusedError
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.storage import atomic

#: What a command is run with: its options and arguments by name.
Options = SimpleNamespace
Run = Callable[[Options], int]

#: Swedish texts for click's own; see ``locale/sv/LC_MESSAGES/messages.po``.
_TRANSLATIONS = Path(__file__).with_name("locale")


class Commands:
    """A group of commands that is being declared in one language; each command has ``--lang``."""

    def __init__(self, group: click.Group, lang: Locale) -> None:
        self.click = group
        self.lang = lang

    def group(self, name: str, text: Phrase) -> "Commands":
        """Declare a command that consists of commands."""
        group = _group(name, text, self.lang)
        self.click.add_command(group)
        return Commands(group, self.lang)

    def add(
        self,
        name: str,
        run: Run,
        text: Phrase,
        *params: click.Parameter,
        more: Phrase | None = None,
        examples: Sequence[str] = (),
    ) -> None:
        """Declare a command: what it does in a sentence, ``more`` of it, and ``examples`` as command lines."""
        self.click.add_command(
            click.Command(
                name,
                params=[*params, _lang_option(self.lang)],
                callback=lambda **values: run(Options(**values)),
                help=f"{text[self.lang]}\n\n{more[self.lang]}" if more else text[self.lang],
                short_help=text[self.lang],
                options_metavar=_options(self.lang),
                epilog=self._shown(examples),
                context_settings=_SETTINGS,
            )
        )

    def on_playbook(
        self,
        name: str,
        run: Run,
        text: Phrase,
        *params: click.Parameter,
        more: Phrase | None = None,
        examples: Sequence[str] = (),
    ) -> None:
        """Declare a command that reads a playbook."""
        folder = self.option(
            "--playbook", Phrase("spelbokens mapp", "the playbook's folder"), type=self.value(existing_folder),
            default="playbook", metavar="DIR",
        )  # fmt: skip
        self.add(name, run, text, *params, folder, more=more, examples=examples)

    def option(self, name: str, text: Phrase, **more: object) -> click.Option:
        """Return an option; ``more`` is what :class:`click.Option` takes."""
        shown = not more.get("is_flag") and more.get("default") is not None
        return click.Option([name], help=text[self.lang], show_default=shown, **more)  # type: ignore[arg-type] # click's own

    def argument(self, name: str, text: Phrase, **more: object) -> click.Argument:
        """Return an argument; ``more`` is what :class:`click.Argument` takes."""
        return click.Argument([name], help=text[self.lang], **more)  # type: ignore[arg-type] # click's own

    def value(self, read: Callable[[str], object]) -> "Value":
        """Return the type of an option that ``read`` reads; a :class:`Phrase` from it says what is wrong."""
        return Value(read, self.lang)

    def _shown(self, examples: Sequence[str]) -> str:
        head = Phrase("Exempel:", "Examples:")[self.lang]
        return "\n".join(["\b", head, *(f"  {example}" for example in examples)]) if examples else ""


class Value(click.ParamType[object]):
    """The type of an option or argument that a function reads from text."""

    name = "value"

    def __init__(self, read: Callable[[str], object], lang: Locale) -> None:
        self._read = read
        self._lang = lang

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Return the value of a text; fail with the words of the function that reads it."""
        found = self._read(value) if isinstance(value, str) else value
        if isinstance(found, Phrase):
            self.fail(found[self._lang], param, ctx)
        return found


def existing_folder(text: str) -> Path | Phrase:
    """Return the path of a folder that exists."""
    path = Path(text)
    return path if path.is_dir() else Phrase(f"mappen '{text}' finns inte", f"there is no folder '{text}'")


def _failed(error: RefusedError | atomic.UnwritableError | OSError, lang: Locale) -> int:
    """Say in a line why a file or folder cannot be read or written; return the exit code."""
    if isinstance(error, BrokenPipeError):  # The reader of the output has enough of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    else:
        print(atomic.reason(error) if isinstance(error, OSError) else error.words[lang], file=sys.stderr)
    return 2 if isinstance(error, RefusedError) else 1


def tree(declare: Callable[[Commands], None], name: str, text: Phrase, lang: Locale) -> click.Group:
    """Return all commands that ``declare`` declares, in one language."""
    group = _group(name, text, lang)
    group.params.append(_lang_option(lang))
    declare(Commands(group, lang))
    return group


def run(declare: Callable[[Commands], None], name: str, text: Phrase, arguments: Sequence[str], version: str) -> int:
    """Run the command line that ``declare`` declares; return its exit code.

    Raises SystemExit with 2 for wrong usage, as click does.
    """
    lang = _language(arguments)
    with _in_language(lang):
        group = tree(declare, name, text, lang)
        if version:
            shown = Phrase("Visa version och avsluta.", "Show the version and exit.")[lang]
            group = click.version_option(version, prog_name=name, message="%(prog)s %(version)s", help=shown)(group)
        try:
            return int(group.main(list(arguments) or ["--help"], prog_name=name, standalone_mode=False) or 0)
        except click.exceptions.NoArgsIsHelpError as bare:
            print(bare.ctx.get_help())
            return 0
        except (RefusedError, atomic.UnwritableError, OSError) as error:
            return _failed(error, lang)
        except click.UsageError as error:
            error.show()
            raise SystemExit(error.exit_code) from None


def _group(name: str, text: Phrase, lang: Locale) -> click.Group:
    metavar = Phrase("KOMMANDO [ARGUMENT]...", "COMMAND [ARGS]...")[lang]
    return click.Group(
        name,
        help=text[lang],
        callback=lambda **_: None,
        subcommand_metavar=metavar,
        options_metavar=_options(lang),
        context_settings=_SETTINGS,
    )


def _options(lang: Locale) -> str:
    return Phrase("[FLAGGOR]", "[OPTIONS]")[lang]


def _lang_option(lang: Locale) -> click.Option:
    """Return ``--lang``, which is read before everything else: see :func:`_language`."""
    text = Phrase("meddelandenas språk", "language of messages")[lang]
    return click.Option(["--lang"], type=click.Choice(LOCALES), default=lang, help=text)


@contextmanager
def _in_language(lang: Locale) -> Iterator[None]:
    """Give click's own texts in a language, for as long as a command runs."""
    before = os.environ.get("LANGUAGE")
    gettext.bindtextdomain(gettext.textdomain(), str(_TRANSLATIONS))
    os.environ["LANGUAGE"] = lang
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def _language(arguments: Sequence[str]) -> Locale:
    """Return the language that ``--lang`` names; else Swedish on a Swedish machine, else English."""
    for option, value in zip(["", *arguments], [*arguments, ""], strict=True):
        for locale in LOCALES:
            if (option, value) == ("--lang", locale) or value == f"--lang={locale}":
                return locale
    spoken = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "sv" if spoken.startswith("sv") else "en"


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
