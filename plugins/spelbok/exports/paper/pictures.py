# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of words: what a link shows where it is shared, and the e-book's cover.

Each is drawn in one ink on one ground, in sixteen steps from the one to the
other, so that a picture takes some ten kilobytes.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from spelbok import sharing
from spelbok.exports import File
from spelbok.exports.paper.cache import Cache
from spelbok.exports.paper.edition import FONTS, Edition
from spelbok.model import Entry
from spelbok.model.values import Ref
from spelbok.pages import Page, kind_name

_INK, _QUIET = 255, 205
_STEPS = 16
#: Sizes that a title is tried in, in parts of the picture's width, and how many lines it may take.
_TITLES, _LINES = (0.075, 0.065, 0.055, 0.046), 4


@dataclass(frozen=True, slots=True)
class Picture:
    """Words and where they stand: a line above, a title, a line below, and the site's name at the foot."""

    width: int
    height: int
    above: str
    title: str
    below: str
    foot: str
    ground: str


def printed(edition: Edition, cache: Cache) -> Iterator[File]:
    """Yield the picture of every page, and the one that pages written by hand share."""
    found = {sharing.image_url(page.key, edition.locale): _of(page, edition) for page in _pages(edition)}
    found[sharing.site_image_url(edition.locale)] = _of_site(edition)
    for url, picture in found.items():
        yield File(url, cache.get(lambda picture=picture: png(picture), repr(picture)))  # type: ignore[misc]


def cover(edition: Edition) -> Picture:
    """Return the cover of the e-book."""
    name, ground = edition.masthead.name, edition.colours["--sb-brand"]
    return Picture(1200, 1800, "", name, edition.masthead.description, "", ground)


def _pages(edition: Edition) -> list[Page]:
    return edition.renderer.pages(edition.locale)


def _of(page: Page, edition: Edition) -> Picture:
    subject = page.subject
    above, below = "", page.description
    if isinstance(subject, Entry):
        above = kind_name(edition.playbook, type(subject), edition.locale)
        principles: tuple[Ref, ...] = getattr(subject, "principles", ())
        first = edition.playbook.get(principles[0]) if principles else None
        below = first.title.shown(edition.locale)[0] if first else page.description
    return _shared(edition, above, page.title, below)


def _of_site(edition: Edition) -> Picture:
    return _shared(edition, "", edition.masthead.name, edition.masthead.description)


def _shared(edition: Edition, above: str, title: str, below: str) -> Picture:
    ground = edition.colours["--sb-brand"]
    return Picture(sharing.WIDTH, sharing.HEIGHT, above, title, below, edition.masthead.name, ground)


def png(picture: Picture) -> bytes:
    """Draw a picture; return it as a PNG."""
    size = (picture.width, picture.height)
    ink = Image.new("L", size)
    _draw(ImageDraw.Draw(ink), picture)
    drawn = Image.frombytes("P", size, ink.point([value * (_STEPS - 1) // 255 for value in range(256)]).tobytes())
    drawn.putpalette(_palette(picture.ground))
    written = io.BytesIO()
    drawn.save(written, "PNG", bits=4, optimize=True)
    return written.getvalue()


def _palette(ground: str) -> list[int]:
    """Return red, green and blue of each step from the ground to white."""
    dark = [int(ground[place : place + 2], 16) for place in (1, 3, 5)]
    return [round(part + (255 - part) * step / (_STEPS - 1)) for step in range(_STEPS) for part in dark]


def _draw(pen: ImageDraw.ImageDraw, picture: Picture) -> None:
    margin, small = picture.width * 0.075, picture.width * 0.03
    wide = picture.width - 2 * margin
    top = margin if picture.height < picture.width else picture.height * 0.22
    if picture.above:
        pen.text((margin, top), picture.above, _QUIET, _font("bold", small))
        top += small * 1.9
    font, lines = _title(pen, picture.title, wide, picture.width)
    for line in lines:
        pen.text((margin, top), line, _INK, font)
        top += font.size * 1.18
    top += small * 0.7
    font = _font("regular", small)
    lowest = picture.height - margin - small * 2.6
    for line in _wrapped(pen, picture.below, font, wide):
        if top + small > lowest:
            break  # What a page is about follows in words beside the picture.
        pen.text((margin, top), line, _QUIET, font)
        top += small * 1.4
    foot = picture.height - margin - small
    pen.rectangle((margin, foot - small * 0.9, margin + small * 3, foot - small * 0.75), fill=_INK)
    pen.text((margin, foot - small * 0.2), picture.foot, _INK, _font("bold", small))


def _title(pen: ImageDraw.ImageDraw, title: str, wide: float, width: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title fits, and its lines."""
    for part in _TITLES:
        font = _font("bold", width * part)
        lines = _wrapped(pen, title, font, wide)
        if len(lines) <= _LINES and all(pen.textlength(line, font) <= wide for line in lines):
            break
    return font, lines


def _wrapped(pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, wide: float) -> list[str]:
    """Return a text in lines, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, font) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    # The plain engine: the other one, for scripts that join letters, is not in every build of Pillow.
    return ImageFont.truetype(FONTS / f"{name}.woff2", round(size), layout_engine=ImageFont.Layout.BASIC)
