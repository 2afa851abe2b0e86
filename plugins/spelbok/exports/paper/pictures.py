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

from spelbok.exports import File
from spelbok.exports.paper.chapters import web_address
from spelbok.exports.paper.edition import FONTS, Edition
from spelbok.model import Entry
from spelbok.model.values import Ref
from spelbok.site import opengraph
from spelbok.site.routes import Page, kind_name
from spelbok.storage.cache import Cache

_INK, _QUIET = 255, 205
_STEPS = 16
#: Sizes that a title is tried in, in parts of the picture's width. The last takes any title of 80 letters.
_TITLES = (0.075, 0.065, 0.055, 0.046)


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


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into lines for a font."""

    font: ImageFont.FreeTypeFont
    lines: list[str]


def count(edition: Edition) -> int:
    """Return how many pictures there are."""
    return len(_pages(edition)) + 1


def printed(edition: Edition, cache: Cache) -> Iterator[File]:
    """Yield the picture of every page, and the one that pages written by hand share."""
    found = {opengraph.image_url(page.key, edition.locale): _of(page, edition) for page in _pages(edition)}
    found[opengraph.site_image_url(edition.locale)] = _of_site(edition)
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
    return _shared(edition, above, page.title, below, edition.masthead.name)


def _of_site(edition: Edition) -> Picture:
    said = edition.masthead
    return _shared(edition, "", said.name, said.description, web_address(said.address))


def _shared(edition: Edition, above: str, title: str, below: str, foot: str) -> Picture:
    return Picture(opengraph.WIDTH, opengraph.HEIGHT, above, title, below, foot, edition.colours["--sb-brand"])


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
    foot = picture.height - margin * 0.8 - small
    if picture.above:
        pen.text((margin, top), picture.above, _QUIET, _font("bold", small))
        top += small * 1.9
    lowest = foot - small * 1.6
    title = _title(pen, picture.title, wide, lowest - top - (small * 2.1 if picture.below else 0), picture.width)
    top = _write(pen, title, (margin, top), _INK, 1.18) + small * 0.7
    font = _font("regular", small)
    lines = _wrapped(pen, picture.below, font, wide)
    # What does not fit of the last words follows beside the picture, where it is shared.
    _write(pen, Lines(font, lines[: int((lowest - top) / (small * 1.4))]), (margin, top), _QUIET, 1.4)
    if picture.foot:
        pen.rectangle((margin, foot - small * 0.7, margin + small * 3, foot - small * 0.55), fill=_INK)
        pen.text((margin, foot), picture.foot, _INK, _font("bold", small))


def _write(pen: ImageDraw.ImageDraw, text: Lines, place: tuple[float, float], ink: int, leading: float) -> float:
    """Write lines from a place downwards; return where the next would stand."""
    left, top = place
    for line in text.lines:
        pen.text((left, top), line, ink, text.font)
        top += text.font.size * leading
    return top


def _title(pen: ImageDraw.ImageDraw, title: str, wide: float, high: float, width: int) -> Lines:
    """Return a title in the largest font in which it fits a space."""
    tried = (_font("bold", width * part) for part in _TITLES)
    broken = [Lines(font, _wrapped(pen, title, font, wide)) for font in tried]
    fits = (text for text in broken if _fits(pen, text, wide, high))
    return next(fits, broken[-1])


def _fits(pen: ImageDraw.ImageDraw, text: Lines, wide: float, high: float) -> bool:
    height = len(text.lines) * text.font.size * 1.18
    return height <= high and all(pen.textlength(line, text.font) <= wide for line in text.lines)


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
