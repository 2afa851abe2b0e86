# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The configuration of the project, which Zensical reads, and MkDocs with Material as well.

Both know the plugin ``i18n``: zensical-i18n takes the options of mkdocs-static-i18n.
The language switch is our own template, since the plugin's pairs pages by their
address, and ours are named in each language.
"""

from collections.abc import Mapping

import yaml

from spelbok.locales import LOCALES, Locale
from spelbok.playbook import Playbook
from spelbok.site.routes import root
from zensical_spelbok.text import for_theme

#: What a menu shows: a page by its file, or a heading with pages below it.
Item = str | dict[str, list[str]]

#: The style sheet of the language switch, below the folder that all languages share.
SHEET = "assets/language-switch.css"

_NAMES = {"sv": "Svenska", "en": "English"}
#: What the Markdown of :mod:`zensical_spelbok.convert` and of pages written by hand asks for, and no more.
_EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    {"toc": {"permalink": True}},
)
_PALETTE = (
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-night", "name": "Mörkt läge | Dark mode"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-sunny", "name": "Ljust läge | Light mode"},
    },
)


def configuration(playbook: Playbook, address: str, menus: Mapping[Locale, list[Item]]) -> str:
    """Return ``mkdocs.yml`` for a site at a public address, with a menu in each language."""
    publisher = playbook.publisher
    names = {locale: for_theme(publisher.service.shown(locale)[0]) for locale in LOCALES}
    values = {
        "site_name": names[LOCALES[0]],
        **({"site_url": address} if address else {}),
        "copyright": for_theme(publisher.licence.name),
        "theme": {
            "name": "material",
            "custom_dir": "overrides",
            "language": LOCALES[0],
            "font": False,
            "features": ["navigation.indexes", "navigation.top", "search.highlight"],
            "palette": list(_PALETTE),
        },
        "plugins": [
            "search",
            {
                "i18n": {
                    "docs_structure": "folder",
                    "fallback_to_default": False,
                    "reconfigure_material": False,
                    "languages": [
                        {
                            "locale": locale,
                            "name": _NAMES[locale],
                            "default": locale == LOCALES[0],
                            "site_name": names[locale],
                            "nav": menus[locale],
                            "theme": {"language": locale},
                        }
                        for locale in LOCALES
                    ],
                }
            },
        ],
        "markdown_extensions": list(_EXTENSIONS),
        "extra_css": [SHEET],
        "extra": {
            "alternate": [{"name": _NAMES[locale], "link": f"./{root(locale)}", "lang": locale} for locale in LOCALES]
        },
    }
    return yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=120)
