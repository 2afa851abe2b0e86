# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one style sheet and the one script that every page asks for, joined from the theme's small files."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from spelbok.playbook.leftovers import is_leftover
from spelbok.site.assets import css, javascript

#: Where they lie in the site. The script's source has the same name, and says what goes in.
STYLESHEET, SCRIPT = "assets/site.css", "assets/site.js"
JOINED = frozenset({STYLESHEET, SCRIPT})
#: Material's style sheets, whose names hold a digest of their content, in their order.
_FOREIGN = ("main.*.css", "palette.*.css")
#: What the theme and the templates name stands in these files.
_NAMING = frozenset({".html", ".js"})


def write(config: MkDocsConfig, templates: Path, named: Iterable[str]) -> None:
    """Write both into the built site.

    ``named`` is what else may name a class, beside the theme and the templates
    of entries: the pages written by hand.
    """
    for name, text in joined(config, templates, named).items():
        (Path(config.site_dir) / name).write_text(text, "utf-8", newline="\n")


def joined(config: MkDocsConfig, templates: Path, named: Iterable[str]) -> dict[str, str]:
    """Return both by their address in the site."""
    own = [_find(config, sheet).read_text("utf-8") for sheet in map(str, config.extra_css)]
    sheet = css.joined(_foreign(config), own, _names(config, templates, named))
    source = _find(config, SCRIPT)
    code = javascript.joined(source.name, lambda name: (source.parent / name).read_text("utf-8"))
    return {STYLESHEET: sheet, SCRIPT: code}


def _names(config: MkDocsConfig, templates: Path, named: Iterable[str]) -> frozenset[str]:
    palette = config.theme.get("palette") or {}
    theme = Path(config.theme.custom_dir or templates)
    found = (path for folder in {theme, templates} for path in folder.rglob("*") if path.suffix in _NAMING)
    paths = [path for path in found if path.is_file() and not is_leftover(path.name)]
    texts = [*named, *map(str, palette.values()), *(path.read_text("utf-8") for path in paths)]
    return css.names(" ".join(texts))


def _foreign(config: MkDocsConfig) -> list[str]:
    folders = [Path(folder) / "assets" / "stylesheets" for folder in config.theme.dirs]
    found = [path for pattern in _FOREIGN for folder in folders for path in sorted(folder.glob(pattern))]
    return [path.read_text("utf-8") for path in found]


def _find(config: MkDocsConfig, name: str) -> Path:
    """Return a file of the theme, or of the pages."""
    paths = [Path(folder) / name for folder in (*config.theme.dirs, config.docs_dir)]
    found = next((path for path in paths if path.is_file()), None)
    if found is None:
        raise PluginError(f"mkdocs.yml: extra_css names {name}, which is neither in the theme nor in docs_dir.")
    return found
