# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of commands as Markdown, from the command line's own help: ``python -m spelbok.cli.reference``."""

from collections.abc import Iterator

import click

from spelbok.cli import ABOUT, declare
from spelbok.cli.commands import tree

_INTRO = """\
# Commands

This page is made by `scripts/reference.py` from the command line's own help.
Change it there (`plugins/spelbok/cli`), and run `python3 scripts/reference.py`;
a test fails when the page is stale.

`spelbok COMMAND --help` shows the same, with `--lang sv` in Swedish. Messages
are in Swedish where the environment says so (`LANG`), else in English. For
completion in the shell, add `eval "$(_SPELBOK_COMPLETE=bash_source spelbok)"`
to `~/.bashrc`, or the same with `zsh_source` or `fish_source` for other shells.

| Exit code | Means |
| --- | --- |
| 0 | No errors; there may be warnings. |
| 1 | Errors in the content, a failed build, a stale or untidy file, a dead link or address, a slug that is refused. |
| 2 | Wrong usage: an unknown command, option, code or entry, a folder that may not be used, or no connection. |
"""


def page() -> str:
    """Return the text of the page."""
    group = tree(declare, "spelbok", ABOUT, "en")
    return "\n".join([_INTRO, *_commands(group, "spelbok")]).rstrip() + "\n"


def _commands(group: click.Group, path: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield from _command(command, f"{path} {name}")


def _command(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command, info_name=path)
    arguments = " ".join(command.collect_usage_pieces(context)[1:])
    yield f"## {path}\n"
    yield f"{command.help}\n"
    yield f"```text\n{f'{path} [OPTIONS] {arguments}'.rstrip()}\n```\n"
    yield "| Argument or option | What it is | Default |"
    yield "| --- | --- | --- |"
    for param in command.params:
        if param.name != "lang":
            yield _row(param)
    yield ""
    if command.epilog:
        lines = [line.strip() for line in command.epilog.splitlines()[2:]]
        yield "\n".join(["```sh", *lines, "```", ""])


def _row(param: click.Parameter) -> str:
    """Return a row of the table: the argument or option, its help, its default."""
    metavar = param.make_metavar(click.Context(click.Command("_")))
    if isinstance(param, click.Argument):
        return f"| `{_cell(metavar)}` | {param.help} | |"
    assert isinstance(param, click.Option)
    name = " / ".join([*param.opts, *param.secondary_opts]) if param.is_flag else f"{param.opts[0]} {_cell(metavar)}"
    default = "required" if param.required else f"`{param.default}`" if param.show_default else ""
    return f"| `{name}` | {param.help} | {default} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(page(), end="")
