# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ``mkdocs.yml`` may say: two languages, and an address for editing that fits entries too."""

from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_spelbok.configuration import edit_url, refuse


def config(locales=("sv", "en"), edit_uri="edit/main/docs/", site_url="https://x.example/"):
    languages = [SimpleNamespace(locale=locale) for locale in locales]
    i18n = SimpleNamespace(config=SimpleNamespace(languages=languages))
    return SimpleNamespace(
        site_url=site_url, repo_url="https://git.example/a/b", edit_uri=edit_uri, plugins={"i18n": i18n}
    )


@pytest.mark.parametrize("locales", [("sv", "en", "fi"), ("sv",), ("en",), ()])
def test_other_languages_are_refused_with_one_message(locales):
    with pytest.raises(PluginError, match="exactly two languages, sv and en"):
        refuse(config(locales))


def test_our_configuration_and_those_of_other_hosts_pass():
    for edit_uri in ("edit/main/docs/", "-/edit/main/docs/", "_edit/main/docs/", "?version=GBmain&path=docs/", ""):
        refuse(config(edit_uri=edit_uri))


@pytest.mark.parametrize("edit_uri", ["?path=docs/&version=GBmain", "edit/main/docs", "edit/main/pages/"])
def test_an_address_that_would_lead_entries_astray_is_refused(edit_uri):
    with pytest.raises(PluginError, match="does not end with 'docs/'"):
        refuse(config(edit_uri=edit_uri))


@pytest.mark.parametrize(
    ("edit_uri", "address"),
    [
        ("edit/main/docs/", "/edit/main/playbook/practices/x.yml"),
        ("-/edit/main/docs/", "/-/edit/main/playbook/practices/x.yml"),
        ("?version=GBmain&path=docs/", "?version=GBmain&path=playbook/practices/x.yml"),
        ("#docs/", "#playbook/practices/x.yml"),
    ],
)
def test_entries_are_edited_beside_the_pages(edit_uri, address):
    assert edit_url("https://git.example/a/b", edit_uri, "practices/x.yml") == f"https://git.example/a/b{address}"
