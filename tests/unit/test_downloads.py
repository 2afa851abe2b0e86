# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page offers the packages of its entry, with the size that they have."""

import pytest

from spelbok.checks.folder import check_folder
from spelbok.exports.lms.packages import FORMS, Packages
from spelbok.model import LearningPath, TrainingModule
from spelbok.site.entry_downloads import Download
from spelbok.site.renderer import Renderer
from tests.exports import SITE, exported, small

PAGE = """{% import "_course.html" as course with context %}{{ course.packages(subject) }}"""


@pytest.fixture
def shown(small):
    """What the list says on the page of an entry."""
    playbook = check_folder(small).playbook
    for name in ("module", "path"):
        (small / "templates" / f"{name}.html").write_text(PAGE, "utf-8")
    renderer = Renderer(playbook, small / "templates", Packages(playbook, SITE).downloads)

    def page(kind):
        return renderer.render(next(page for page in renderer.pages("en") if isinstance(page.subject, kind))).html

    return page


@pytest.mark.parametrize(
    ("kind", "forms"), [(TrainingModule, ("scorm-offline", "scorm-live", "gift")), (LearningPath, FORMS[:2])]
)
def test_every_package_is_listed_with_its_size(shown, kind, forms):
    files = exported(small())
    html = shown(kind)
    name = small().of(kind)[0].id

    assert html.count("<li>") == len(forms)
    for form in forms:
        url = next(url for url in files if url.startswith(f"packages/{name}-en-{form}"))
        assert f'<a href="../../../{url}" download>' in html
        assert f"({-(-len(files[url]) // 1000)} kB)" in html


def test_a_label_that_packages_alone_ask_for_is_missed(small):
    words = small / "vocabulary.yml"
    words.write_text(words.read_text("utf-8").replace("  scorm_check:", "  scorm_czech:"), "utf-8")

    assert [item.params["term"] for item in check_folder(small).diagnostics if item.code.name == "missing-term"] == [
        "scorm_check"
    ]


def test_a_started_kilobyte_counts():
    assert [Download("gift", "", size).kilobytes for size in (1, 1000, 1001)] == [1, 1, 2]


def test_other_kinds_have_no_packages():
    packages = Packages(small(), SITE)

    assert packages.of(small().by_id["open-door"], "en") == ()
