# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the head of a page says to programs: what it is about, and which feeds tell of its changes."""

from dataclasses import dataclass

from spelbok.exports.data import feeds
from spelbok.exports.data.linked_data import script
from spelbok.exports.texts import Texts
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.site.routes import Page, feed_url


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, and its address relative to the site's root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Head:
    """Linked data as the content of a data block, empty where there are none, and feeds."""

    linked_data: str = ""
    feeds: tuple[Feed, ...] = ()


def head(playbook: Playbook, site: str, page: Page) -> Head:
    """Return the head of a page; pages that show neither an entry nor a kind say nothing."""
    subject = page.subject
    if subject is None:
        return Head()
    texts = Texts(playbook, page.locale, site)
    subjects = (subject, type(subject)) if isinstance(subject, Entry) else (subject,)
    found = tuple(Feed(feeds.title(texts, item), feed_url(item, page.locale)) for item in subjects)
    return Head(script(texts, subject) if isinstance(subject, Entry) else "", found)
