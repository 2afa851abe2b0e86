# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a practice fits on its card: the text is set line by line with the card's own font, without a PDF.

Kerning is left out, so a card that is full to the last line may pass here and
be found by the build, which lays it out. What is reported here never fits.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from spelbok.diagnostics import Diagnostic, codes
from spelbok.locales import LOCALES, Locale
from spelbok.model import Practice
from spelbok.playbook import Playbook
from spelbok.site import markdown

# The measures of playbook/templates/paper/cards.css, in points; a test compares the result with real layouts.
_MM = 72 / 25.4
_WIDTH, _HEIGHT = (148.5 - 22) * _MM, 105 * _MM
_LIST = _WIDTH - 4.5 * _MM
_BESIDE_CODE = 40 * _MM
_TOP = 10 * _MM
#: What kerning can save of a line.
_KERNING = 1.015
_KICKER = (1.2 + 2 + 1.5) * _MM + 8.5 * 1.38
_HEADING = 10 * 1.15 + 1 * _MM
_FACTS = (3.2 + 3) * _MM + 8.5 * 1.38

#: The width of a step's time after its title, which does not break: "00 min" in 8.5 points, at most.
_TIME = 32.0

_FONTS = Path(__file__).parents[1] / "exports" / "paper" / "fonts"


def fitting(playbook: Playbook) -> Iterator[Diagnostic]:
    """Both sides of every practice's card hold its text, in both languages."""
    for practice in playbook.of(Practice):
        for field, height in (("use_when", front), ("steps", back)):
            for locale in LOCALES:
                if height(practice, locale) > _HEIGHT:
                    document = playbook.document(practice)
                    params = {"id": practice.id, "language": locale}
                    yield Diagnostic(codes.CARD_TOO_FULL, document.file, document.key_span((field,)), params)


def front(practice: Practice, locale: Locale) -> float:
    """Return the height that the front of a card needs, in points, without the padding at its foot."""
    title = _lines(practice.title.shown(locale)[0], 19, _WIDTH, weight="bold", spacing=-0.19)
    summary = _lines(practice.summary.shown(locale)[0], 11, _WIDTH)
    items = ((text.shown(locale)[0], 0.0) for text in practice.use_when)
    return (
        _TOP
        + _KICKER
        + (title * 19 * 1.15 + 2.5 * _MM)
        + (summary * 11 * 1.35 + 3 * _MM)
        + _FACTS
        + _HEADING
        + _listed(items, 10, 1.38, 0.8, _LIST)
    )


def back(practice: Practice, locale: Locale) -> float:
    """Return the height that the back of a card needs, in points, without the padding at its foot."""
    steps = ((step.title.shown(locale)[0], _TIME if step.duration is not None else 0) for step in practice.steps)
    outcomes = ((text.shown(locale)[0], 0.0) for text in practice.outcomes)
    width = _LIST - _BESIDE_CODE
    return (
        _TOP
        + _KICKER
        + (15 * 1.15 + 2.5 * _MM)
        + (_listed(steps, 11, 1.25, 1.3, width) + 4 * _MM)
        + _HEADING
        + _listed(outcomes, 10, 1.38, 0.8, width)
    )


def _listed(items: Iterable[tuple[str, float]], size: float, leading: float, gap: float, width: float) -> float:
    """Return the height of a list; an item is a text and the width of what stands after it.

    The gap after the last item takes no place of its own.
    """
    heights = [_lines(markdown.plain(text), size, width, after=after) * size * leading for text, after in items]
    return sum(heights) + (len(heights) - 1) * gap * _MM


def _lines(
    text: str, size: float, width: float, *, weight: str = "regular", spacing: float = 0, after: float = 0
) -> int:
    """Return how many lines a text takes, broken at spaces and after hyphens."""
    lines, filled = 1, 0.0
    gap = _advance(" ", size, weight) + spacing
    for word in text.replace("-", "- ").split(" "):
        needed = _advance(word, size, weight) + spacing * len(word)
        if filled and filled + needed > width * _KERNING:
            lines, filled = lines + 1, 0.0
        filled += needed + (0 if word.endswith("-") else gap)
    return lines + (filled + after > width * _KERNING)


def _advance(text: str, size: float, weight: str) -> float:
    """Return the width of a text in points."""
    widths = _widths(weight)
    return sum(widths.get(ord(sign), widths[ord("n")]) for sign in text) * size


@cache
def _widths(weight: str) -> dict[int, float]:
    """Return the width of each character of a font, in units of its size."""
    font = TTFont(_FONTS / f"{weight}.woff2")
    metrics, units = font["hmtx"], font["head"].unitsPerEm
    return {sign: metrics[name][0] / units for sign, name in font.getBestCmap().items()}
