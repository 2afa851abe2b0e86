# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Feeds as a reader by others takes them, and the head of a page that names them."""

import json

import feedparser
import pytest

from spelbok.exports.head import head
from spelbok.locales import LOCALES
from spelbok.site.routes import pages
from tests.exports import SITE, exported, small


def read(content):
    """Return a feed as feedparser understands it; a feed that it has to guess at is refused."""
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.id
    assert feed.feed.title
    assert feed.feed.updated_parsed
    assert feed.feed.author
    for item in feed.entries:
        assert item.id
        assert item.title
        assert item.updated_parsed
        assert item.link
    assert len({item.id for item in feed.entries}) == len(feed.entries)
    return feed


@pytest.fixture(scope="module")
def feeds():
    return {url: content for url, content in exported(small()).items() if url.startswith("feeds/")}


def test_there_is_one_for_each_kind_and_entry_in_each_language(feeds):
    playbook = small()
    names = [*(kind.folder for kind in playbook.kinds), *playbook.by_id]

    assert sorted(feeds) == sorted(f"feeds/{name}.{locale}.xml" for name in names for locale in LOCALES)
    for url, content in feeds.items():
        feed = read(content)
        assert feed.feed.links[0].href == SITE + url
        assert feed.entries


def test_a_change_is_an_item_with_its_note(feeds):
    item = read(feeds["feeds/opening-doors.en.xml"]).entries[0]

    assert (item.title, item.link, item.content[0].value) == (
        "Opening doors 1.0",
        f"{SITE}id/opening-doors/en/",
        "First edition.",
    )
    assert item.updated == "2026-11-01T00:00:00Z"


def test_a_path_tells_of_its_modules(feeds):
    links = {item.link for item in read(feeds["feeds/to-openness.sv.xml"]).entries}

    assert links == {f"{SITE}id/{name}/sv/" for name in ("to-openness", "opening-doors")}


def test_an_item_is_the_same_in_every_feed(feeds):
    mine = read(feeds["feeds/opening-doors.sv.xml"]).entries[0].id

    assert mine in {item.id for item in read(feeds["feeds/modules.sv.xml"]).entries}
    assert mine in {item.id for item in read(feeds["feeds/to-openness.sv.xml"]).entries}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<title>", b"<title>&"),
        (b'xmlns="http://www.w3.org/2005/Atom"', b""),
        (b"<updated>2026-11-01T00:00:00Z</updated>", b"<updated>yesterday</updated>"),
        (b"</feed>", b""),
        (b"<author>", b"<autor>"),
    ],
)
def test_a_spoiled_feed_is_refused(feeds, old, new):
    content = feeds["feeds/modules.sv.xml"]
    assert old in content
    with pytest.raises((AssertionError, AttributeError)):
        read(content.replace(old, new))


def heads(locale):
    playbook = small()
    return {page.key: head(playbook, SITE, page) for page in pages(playbook, locale)}


def test_pages_name_their_feeds():
    found = heads("en")

    assert [feed.url for feed in found["modules/opening-doors"].feeds] == [
        "feeds/opening-doors.en.xml",
        "feeds/modules.en.xml",
    ]
    assert [feed.title for feed in found["modules/index"].feeds] == ["Changes: Training modules"]
    assert found["map"].feeds == ()


def test_pages_say_what_they_are_about():
    found = {key: json.loads(item.linked_data) for key, item in heads("sv").items() if item.linked_data}

    assert sorted(found) == ["modules/opening-doors", "paths/to-openness", "practices/open-door"]
    module = found["modules/opening-doors"]
    assert module["@type"] == "Course"
    assert module["teaches"] == ["öppna en dörr", "lyssna färdigt"]
    assert module["timeRequired"] == "PT30M"
    assert module["url"] == f"{SITE}utbildningsmoduler/oppna-dorrar/"
    assert module["workTranslation"] == {
        "@type": "Course",
        "@id": f"{SITE}id/opening-doors/en/",
        "inLanguage": "en",
    }
    assert found["paths/to-openness"]["timeRequired"] == "PT30M"
    assert json.loads(heads("en")["modules/opening-doors"].linked_data)["translationOfWork"]["inLanguage"] == "sv"


def test_no_text_ends_the_data_block():
    playbook = small()
    entry = playbook.by_id["open-door"]
    page = next(page for page in pages(playbook, "en") if page.subject == entry)
    title = entry.title.model_copy(update={"en": "</script><script>alert(1)</script>"})
    evil = page.__class__(**{name: getattr(page, name) for name in page.__slots__})
    object.__setattr__(evil, "subject", entry.model_copy(update={"title": title}))

    said = head(playbook, SITE, evil).linked_data

    assert "<" not in said
    assert json.loads(said)["name"] == "</script><script>alert(1)</script>"
