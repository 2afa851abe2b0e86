# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the architecture page from the modules' own docstrings: ``python3 scripts/architecture.py [--check]``."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "dev" / "architecture.md"
#: Folders whose code the page shows.
FOLDERS = ("plugins", "scripts", "benchmarks")

_ROLE = re.compile(r":(?:mod|class|func|data|meth):`~?([^`]+)`")
_INTRO = """\
# Architecture

This page is made by `scripts/architecture.py` from the modules' own docstrings
and from the layers in `pyproject.toml`. Change it there, and run
`python3 scripts/architecture.py`; a test fails when the page is stale.
"""
_TREE = """\
## The tree

Each module with the first sentence of its docstring.
"""
_LAYERS = """\
## The layers

A module may import from the layers below its own, never from those above it or
beside it. import-linter holds the order (`lint-imports`, part of the tests).
The core, `spelbok`, imports no site generator: `mkdocs_spelbok` is the only
package that knows MkDocs, and it imports the core.
"""


def page(root: Path) -> str:
    """Return the text of the architecture page for the repository at ``root``."""
    plugins = root / "plugins"
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    docstring = _docstring(plugins / "spelbok" / "__init__.py")
    about = docstring.partition("\n\n")[2].replace("::\n\n", ":\n\n")
    tree = [line for folder in FOLDERS for line in (_head(root / folder), *_tree(root / folder))]
    return "\n".join(
        [
            _INTRO,
            f"## The way of the data\n\n{_markdown(about)}\n",
            f"{_TREE}\n```text",
            *_annotated(tree),
            f"```\n\n{_LAYERS}",
            *(line for number, layer in enumerate(layers, 1) for line in _layer(plugins, number, layer)),
            "",
        ]
    )


def modules(folder: Path) -> list[Path]:
    """Return the Python files of a folder and its packages, in the order of the tree."""
    return [path for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts]


def _docstring(file: Path) -> str:
    text = ast.get_docstring(ast.parse(file.read_text("utf-8")))
    if not text:
        sys.exit(f"{file}: a module says in its docstring what it is for.")
    return text


def _paragraph(file: Path) -> str:
    """Return the first paragraph of a module's docstring, on one line."""
    return " ".join(_docstring(file).partition("\n\n")[0].split())


def _sentence(file: Path) -> str:
    return _plain(re.split(r"(?<=[.!?]) ", _paragraph(file))[0]).replace("``", "")


def _plain(text: str) -> str:
    return _ROLE.sub(r"\1", text)


def _markdown(text: str) -> str:
    """Return reStructuredText of docstrings as Markdown: roles and double backticks become code."""
    return _ROLE.sub(r"`\1`", text).replace("``", "`")


def _tree(folder: Path, indent: str = "  ") -> Iterator[str]:
    """Yield lines ``indent name TAB sentence`` for what a folder holds, packages after modules."""
    for path in sorted(folder.glob("*.py")):
        if path.name != "__init__.py":
            yield f"{indent}{path.name}\t{_sentence(path)}"
    for path in sorted(folder.iterdir()):
        if (path / "__init__.py").is_file():
            yield f"{indent}{path.name}/\t{_sentence(path / '__init__.py')}"
            yield from _tree(path, f"{indent}  ")


def _head(folder: Path) -> str:
    """Return the line of a folder at the root: of a package, with its sentence."""
    package = folder / "__init__.py"
    return f"{folder.name}/\t{_sentence(package)}" if package.is_file() else f"{folder.name}/"


def _annotated(lines: list[str]) -> Iterator[str]:
    """Yield the lines with their sentences below each other."""
    width = max(len(line.partition("\t")[0]) for line in lines) + 2
    for line in lines:
        name, _, sentence = line.partition("\t")
        yield f"{name:<{width}}{sentence}".rstrip()


def _layer(plugins: Path, number: int, layer: str) -> Iterator[str]:
    """Yield a layer as an item of the numbered list; modules beside each other as a list of their own."""
    items = [_item(plugins, f"spelbok.{name.strip()}") for name in layer.split("|")]
    if len(items) == 1:
        yield f"{number}. {items[0]}"
        return
    yield f"{number}. Side by side:"
    yield from (f"    - {item}" for item in items)


def _item(plugins: Path, name: str) -> str:
    path = plugins.joinpath(*name.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return f"[`{name}`](../../{file.relative_to(plugins.parent).as_posix()}): {_markdown(_paragraph(file))}"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` only tell whether it is stale; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    text = page(ROOT)
    stale = not PAGE.is_file() or PAGE.read_text("utf-8") != text
    if arguments:
        if stale:
            print(f"{PAGE.relative_to(ROOT).as_posix()}: stale, run: python3 scripts/architecture.py")
        return int(stale)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, "utf-8", newline="\n")
    return 0
