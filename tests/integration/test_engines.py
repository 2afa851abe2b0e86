# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same pages with another generator. For the real playbook: ``python -m tests.engines``."""

from tests.engines import ENGINES, built
from tests.reproduce import differences
from tests.site import small_project


def test_both_engines_build_the_same_bytes_and_a_difference_is_seen(tmp_path):
    project = small_project(tmp_path / "project")
    one, two = (built(engine, project, tmp_path) for engine in ENGINES)
    assert differences([one, two]) == []
    assert "en/practices/open-door/index.html" in one

    assert 'content="mkdocs-ProperDocs ' in (tmp_path / "properdocs" / "index.html").read_text("utf-8")
    page = project / "docs" / "sv" / "about.md"
    page.write_text(page.read_text("utf-8") + "\nMer.\n", "utf-8")
    assert differences([two, built("mkdocs", project, tmp_path)]) != []
