# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ``mkdocs.yml`` must say for a playbook, and the addresses that it gives entries to be edited at."""

from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from spelbok.locales import LOCALES

_FOLDER = "docs/"


def refuse(config: MkDocsConfig) -> None:
    """Raise PluginError for a configuration that no playbook can be built with."""
    if not config.site_url:
        raise PluginError("mkdocs.yml: site_url is missing. Packages, feeds and open data name public addresses.")
    plugin = config.plugins.get("i18n")
    locales = [language.locale for language in plugin.config.languages] if plugin is not None else []
    if sorted(locales) != sorted(LOCALES):
        raise PluginError(
            f"mkdocs.yml: plugins.i18n.languages has {', '.join(locales) or 'none'}. "
            "A playbook has exactly two languages, sv and en: no other one, and none of them alone."
        )
    if config.repo_url and config.edit_uri and not _is_known(config.edit_uri):
        raise PluginError(
            f"mkdocs.yml: edit_uri '{config.edit_uri}' does not end with '{_FOLDER}', so entries would get a wrong "
            "address for 'Edit this page'. Let the path come last, as in '?version=GBmain&path=docs/', "
            "or set edit_uri: '' to have no such links."
        )


def edit_url(repo_url: str, edit_uri: str, source: str) -> str:
    """Return where the file ``source`` of the playbook's folder is edited, by the rule of MkDocs for ``docs/``."""
    if edit_uri.startswith(("?", "#")):  # Appended to the repository's address, as MkDocs does.
        return f"{repo_url}{edit_uri.removesuffix(_FOLDER)}playbook/{source}"
    base = f"{repo_url.rstrip('/')}/"
    return urljoin(base, f"{edit_uri.removesuffix(_FOLDER)}playbook/{source}")


def _is_known(edit_uri: str) -> bool:
    """Whether an address ends with the folder of pages, instead of which the playbook's can be put."""
    return edit_uri.endswith(_FOLDER)
