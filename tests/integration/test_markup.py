# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every published page is valid HTML, as the Nu checker of the HTML standard's authors sees it."""

import pytest

from tests.consumers import nu


def test_every_page_is_valid(published):
    assert nu(published.folder) == []


@pytest.mark.parametrize(
    ("seeded", "said"),
    [
        ("<p><div>x</div></p>", "No “p” element in scope"),
        ('<img src="x.png">', "must have an “alt” attribute"),
        ('<a href="a b">x</a>', "Bad value “a b”"),
    ],
)
def test_a_fault_is_found(published, tmp_path, seeded, said):
    page = tmp_path / "seeded.html"
    page.write_text(
        (published.folder / "index.html").read_text("utf-8").replace("</main>", f"{seeded}</main>"), "utf-8"
    )
    found = nu(page)
    assert any(said in line for line in found), found
