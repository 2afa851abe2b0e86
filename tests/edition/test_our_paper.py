# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own edition on paper: valid to the software of others, complete, and within reach.

It takes minutes to make, so it is made for one address and kept in ``.cache``.
"""

import pytest

from spelbok.exports import paper
from spelbok.exports.paper.site_info import Masthead
from spelbok.locales import LOCALES
from spelbok.model import Practice
from spelbok.site.downloads import DOWNLOADS
from spelbok.storage.cache import Cache
from tests.conftest import ROOT
from tests.paper import ADDRESS, bookmarks, check_epub, codes_on, edition, faults, fonts, opened, written

MASTHEAD = {locale: Masthead("Spelbok", "Projects and products", "CC BY 4.0", ADDRESS) for locale in LOCALES}
MEGABYTE = 1_000_000


@pytest.fixture(scope="module", params=LOCALES)
def ours(request):
    """Our edition in one language, and its files by address."""
    of = edition(request.param, ROOT / "playbook", MASTHEAD[request.param])
    made = list(paper.files(of, Cache(ROOT / ".cache" / "paper")))
    return of, {item.url: item.content for item in made}


def named(ours, name):
    of, files = ours
    return files[DOWNLOADS[name].url(of.locale)]


@pytest.mark.parametrize("name", [name for name, item in DOWNLOADS.items() if item.format == "PDF"])
def test_a_validator_of_pdf_ua_finds_nothing(ours, name):
    assert faults(named(ours, name)) == []


@pytest.mark.parametrize("name", [name for name, item in DOWNLOADS.items() if item.format == "PDF"])
def test_letters_come_from_the_repository_alone(ours, name):
    assert all(font.startswith("Atkinson-Hyperlegible-Next") for font in fonts(opened(named(ours, name))))


def test_epubcheck_finds_nothing(ours, tmp_path):
    ok, said = check_epub(written(tmp_path, "book.epub", named(ours, "epub")))
    assert ok, said


def test_every_entry_has_a_bookmark(ours):
    assert bookmarks(opened(named(ours, "book"))) == [page.title for page in ours[0].pages]


def test_the_code_of_every_card_can_be_read(ours):
    found = [set(on_page) for on_page in codes_on(named(ours, "cards"))]
    practices = [page.subject for page in ours[0].pages if isinstance(page.subject, Practice)]

    assert found[1::2] == [{f"{ADDRESS}id/{practice.id}/"} for practice in practices]


def test_what_readers_download_is_small(ours):
    assert len(named(ours, "book")) < 6 * MEGABYTE
    assert all(len(named(ours, name)) < MEGABYTE for name in ("epub", "cards", "sheets"))
    pictures = [content for url, content in ours[1].items() if url.endswith(".png")]
    assert pictures
    assert max(map(len, pictures)) < 40_000
