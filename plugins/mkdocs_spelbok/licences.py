# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The licences of everything in the site that others have made, in one file of the site."""

from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

#: Where the file lies in the site.
LICENCES = "assets/licences.txt"
#: How a file with a licence is named.
_NAMES = ("LICENSE*", "LICENCE*", "COPYING*", "NOTICE*")
_HEAD = "This site holds work by others. Each part below comes with its licence.\n"


def write(config: MkDocsConfig) -> None:
    """Write the file into the built site. Raises PluginError if a library in the theme comes without a licence."""
    parts = [*_libraries(config), *_theme(config)]
    text = "\n".join([_HEAD, *(f"{'=' * 72}\n{name}\n{'=' * 72}\n\n{licence}\n" for name, licence in parts)])
    (Path(config.site_dir) / LICENCES).write_text(text, "utf-8", newline="\n")


def _libraries(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the name and licence of each library that lies in the theme."""
    vendor = Path(config.theme.custom_dir or "") / "assets" / "vendor"
    for folder in sorted(path for path in vendor.glob("*") if path.is_dir()):
        licence = _licence(folder)
        if licence is None:
            raise PluginError(f"{folder.as_posix()} has no LICENSE or COPYING, which its licence asks to be published.")
        yield folder.name, licence


def _theme(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the same for the theme whose style sheets and icons pages use."""
    for theme in entry_points(group="mkdocs.themes", name=str(config.theme.name)):
        package = theme.dist
        for file in (package.files if package else None) or ():
            if package and ".dist-info" in str(file) and file.name.startswith("LICENSE"):
                yield package.name, file.read_text("utf-8").strip()
    for folder in config.theme.dirs:
        icons = Path(folder) / ".icons" / "material"
        if licence := _licence(icons):
            yield "Material Design Icons", licence


def _licence(folder: Path) -> str | None:
    found = [path for name in _NAMES for path in sorted(folder.glob(name)) if path.suffix != ".svg"]
    return "\n\n".join(path.read_text("utf-8").strip() for path in found) or None
