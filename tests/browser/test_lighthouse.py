# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page of every kind as Lighthouse sees it: accessibility, search engines and best practices.

The languages take turns: what differs between them is text, and axe reads every
page. Performance is not judged here: on a busy machine its score is noise. What it
rests on is counted in test_first_view.py, and tests/phone.py takes its median.
"""

import pytest

from tests.consumers import node
from tests.debugged import debugged

FULL = {"accessibility": 1, "best-practices": 1, "seo": 1}


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The debugging port of a browser of its own, which Lighthouse drives itself."""
    with debugged(tmp_path_factory.mktemp("profile")) as number:
        yield number


def test_pages_of_every_kind_get_full_marks(port, addresses):
    names = {*addresses["sv"], *addresses["en"]}
    asked = [addresses[("sv", "en")[number % 2]][name] for number, name in enumerate(sorted(names))]
    found = node("lighthouse.mjs", str(port), *asked)
    assert {address: result for address, result in found.items() if result["scores"] != FULL} == {}


def test_a_fault_costs_points(port, published):
    page = published.folder / "seeded" / "index.html"
    page.parent.mkdir()
    page.write_text("<!doctype html><html><body><img src='gone.png'><a href='x'>click here</a></body></html>", "utf-8")
    try:
        address = f"{published.address}seeded/"
        result = node("lighthouse.mjs", str(port), address)[address]
    finally:
        page.unlink()
        page.parent.rmdir()
    assert all(score < 1 for score in result["scores"].values()), result
    assert {"image-alt", "document-title", "errors-in-console"} <= set(result["faults"])
