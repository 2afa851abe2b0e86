# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card deck: one card for each practice, in two sides.

As a document, each side is a page in A6. As sheets, four cards lie on an A4,
and the next page holds their backs, mirrored left to right: printed on both
sides and flipped on the short edge, each back lies behind its front.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelbok.diagnostics import START, Diagnostic, codes
from spelbok.exports import File
from spelbok.exports.paper import pdf
from spelbok.exports.paper.chapters import web_address
from spelbok.exports.paper.edition import Edition
from spelbok.exports.paper.tagged import Link
from spelbok.model import Practice
from spelbok.site import qr
from spelbok.site.downloads import DOWNLOADS
from spelbok.site.routes import Page
from spelbok.storage.cache import Cache

#: Cards on a sheet, in two columns.
_ON_SHEET, _COLUMNS = 4, 2


@dataclass(frozen=True, slots=True)
class Card:
    """A practice as a card, and its permanent address as a code and as people write it."""

    practice: Practice
    address: str
    shown: str
    code: Markup


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cards in the order of their places, row by row; None where a place is free."""

    fronts: tuple[Card | None, ...]
    backs: tuple[Card | None, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards as their templates see them."""

    title: str
    cards: tuple[Card, ...]
    sheets: tuple[Sheet, ...]


def deck(edition: Edition) -> Deck:
    """Return the cards of an edition, in the order of readers."""
    practices = [page.subject for page in edition.pages if isinstance(page.subject, Practice)]
    cards = tuple(_card(practice, edition) for practice in practices)
    return Deck(edition.masthead.name, cards, tuple(_sheets(cards)))


def _card(practice: Practice, edition: Edition) -> Card:
    address = edition.permanent(practice.id)
    shown = web_address(address)
    label = f"{edition.renderer.label('card_code', edition.locale)} {shown}"
    return Card(practice, address, shown, qr.svg(address, label))


def _sheets(cards: tuple[Card, ...]) -> Iterator[Sheet]:
    for start in range(0, len(cards), _ON_SHEET):
        here: list[Card | None] = list(cards[start : start + _ON_SHEET])
        fronts = here + [None] * (_ON_SHEET - len(here))
        rows = (fronts[row : row + _COLUMNS] for row in range(0, _ON_SHEET, _COLUMNS))
        yield Sheet(tuple(fronts), tuple(card for row in rows for card in reversed(row)))


def printed(edition: Edition, cache: Cache) -> Iterator[File | Diagnostic]:
    """Yield the deck as pages in A6 and as sheets to print and cut, or the practices that do not fit on a card."""
    cards = deck(edition)
    pages = document(edition, cards, "paper/cards.html")
    sheets = document(edition, cards, "paper/sheets.html")
    try:
        deck_file = cache.get(lambda: _fitting(pages), *pages.inputs)
    except OverfullError as error:
        for name in error.names:
            practice = edition.playbook.by_id[name]
            params = {"id": name, "language": edition.locale}
            yield Diagnostic(codes.CARD_TOO_FULL, edition.playbook.document(practice).file, START, params)
        return
    yield File(DOWNLOADS["cards"].url(edition.locale), deck_file)
    yield File(DOWNLOADS["sheets"].url(edition.locale), cache.get(lambda: pdf.printed(sheets), *sheets.inputs))


def document(edition: Edition, cards: Deck, template: str) -> pdf.Sheet:
    """Return the deck as one of its two documents."""
    page = Page("paper/cards", edition.locale, "", (), cards.title, "", None, "")
    html = edition.renderer.draw(template, page, cards)
    style = edition.style() + edition.renderer.draw("paper/cards.css", page, cards)
    return pdf.Sheet(html, style, {card.address: Link(card.shown) for card in cards.cards})


class OverfullError(Exception):
    """Some sides run on to a second page; ``names`` are the ids of their practices."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def _fitting(sheet: pdf.Sheet) -> bytes:
    """Return the PDF of the deck. Raises OverfullError if a side does not fit its page."""
    laid_out = pdf.layout(sheet)
    if names := tuple(overfull([list(page.anchors) for page in laid_out.pages])):
        raise OverfullError(names)
    return pdf.written(laid_out, sheet)


def overfull(pages: list[list[str]]) -> Iterator[str]:
    """Yield the id of each practice with a side that takes more than a page.

    ``pages`` are the anchors on each page. A side bears its own, ``front.ID``
    or ``back.ID``, on its first page, and may bear it again on the next.
    """
    seen: list[str] = []
    for anchors in pages:
        begun = [name for name in anchors if name.startswith(("front.", "back.")) and name not in seen]
        if not begun and seen:
            yield seen[-1].partition(".")[2]
        seen += begun
