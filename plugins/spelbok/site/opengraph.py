# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a link to a page shows where it is shared: Open Graph's properties (https://ogp.me/)."""

from dataclasses import dataclass

from spelbok.locales import Locale, other
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.site.routes import Page, kind_name

#: The size that previews are drawn for, in pixels.
WIDTH, HEIGHT = 1200, 630
#: The languages as Open Graph names them, with the country of their spelling.
_TERRITORIES = {"sv": "sv_SE", "en": "en_GB"}
_SITE = "site"


@dataclass(frozen=True, slots=True)
class Preview:
    """A page's preview. ``image`` is relative to the site's root; ``alt`` says the words in it."""

    image: str
    alt: str
    type: str
    locale: str
    alternate: str
    width: int = WIDTH
    height: int = HEIGHT


def preview(playbook: Playbook, page: Page | None, locale: Locale, site: str) -> Preview:
    """Return the preview of a page; without one, that of any page that is written by hand.

    ``site`` is the site's name.
    """
    subject = page.subject if page else None
    kind = kind_name(playbook, type(subject), locale) if isinstance(subject, Entry) else ""
    return Preview(
        image=image_url(page.key if page else _SITE, locale),
        alt=" - ".join(filter(None, (kind, page.title if page else "", site))),
        type="article" if kind else "website",
        locale=_TERRITORIES[locale],
        alternate=_TERRITORIES[other(locale)],
    )


def image_url(key: str, locale: Locale) -> str:
    """Return the address of the picture of a page, relative to the site's root."""
    return f"assets/sharing/{locale}/{key}.png"


def site_image_url(locale: Locale) -> str:
    """Return the address of the picture that pages written by hand share."""
    return image_url(_SITE, locale)
