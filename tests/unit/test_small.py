# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The small playbook of the tests keeps up with the templates and the theme."""

from spelbok.checks.folder import check_folder
from spelbok.diagnostics.reporters import concise
from tests.site import small_project


def test_it_has_every_label_that_the_templates_and_the_theme_ask_for(tmp_path):
    """A new label stands in tests/data/small/vocabulary.yml too."""
    result = check_folder(small_project(tmp_path) / "playbook")

    assert concise(result.diagnostics, "en", result.texts) == ""


def test_a_label_that_the_theme_alone_asks_for_is_missed(tmp_path):
    project = small_project(tmp_path)
    (project / "docs" / "theme" / "more.html").write_text('{{ t("more") }}', "utf-8")

    assert [item.params["term"] for item in check_folder(project / "playbook").diagnostics] == ["more"]
