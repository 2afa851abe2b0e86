# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The theme's colours: text that stands out enough from what it stands on (WCAG 2.2, 1.4.3 Contrast, level AA)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tinycss2
import tinycss2.color4
from tinycss2.ast import Declaration, QualifiedRule

from spelbok.diagnostics import Diagnostic, Span, codes
from spelbok.locales import Phrase

#: The least ratio for text of ordinary size.
MINIMUM = 4.5
_WHITE = "#ffffff"
#: The page's background in Material's two schemes.
_BACKGROUNDS = {"default": _WHITE, "slate": "hsl(225, 15%, 14%)"}
#: The property of a text's colour, and of its background; None is the page's own.
_PAIRS: tuple[tuple[str, str | None], ...] = (
    (_WHITE, "--md-primary-fg-color"),
    (_WHITE, "--sb-brand"),
    ("--md-typeset-a-color", None),
    ("--sb-brand-strong", None),
    ("--sb-quiet", None),
    ("--sb-quiet", "--sb-soft"),
    ("--sb-warn", None),
)
_WHERE = {
    "default": Phrase("det ljusa temat", "the light theme"),
    "slate": Phrase("det mörka temat", "the dark theme"),
}


@dataclass(frozen=True, slots=True)
class _Colour:
    text: str
    span: Span


def contrast(css: str, file: str) -> Iterator[Diagnostic]:
    """Report each pair of the theme's colours that is too alike, at the colour that an organisation sets."""
    colours = {scheme: dict(_colours(css, scheme)) for scheme in _BACKGROUNDS}
    told = set()
    for scheme, known in colours.items():
        for text, behind in _PAIRS:
            here = known.get(text) or known.get(behind or "")
            ratio = _ratio(_value(text, known), _value(behind, known) if behind else _BACKGROUNDS[scheme])
            if here is None or ratio is None or ratio >= MINIMUM or here in told:
                continue
            told.add(here)
            told_as = f"{ratio:.1f}"
            params = {"colour": here.text, "ratio_sv": told_as.replace(".", ","), "ratio_en": told_as}
            params |= {"scheme_sv": _WHERE[scheme].sv, "scheme_en": _WHERE[scheme].en}
            yield Diagnostic(codes.LOW_CONTRAST, file, here.span, params)


def _value(name: str, known: Mapping[str, _Colour]) -> str:
    return known[name].text if name in known else name


def _colours(css: str, scheme: str) -> Iterator[tuple[str, _Colour]]:
    """Yield the custom properties that hold in a scheme; of two, the later one counts."""
    other = next(name for name in _BACKGROUNDS if name != scheme)
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if not isinstance(rule, QualifiedRule) or f'"{other}"' in tinycss2.serialize(rule.prelude):
            continue
        for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if isinstance(item, Declaration) and item.name.startswith("--"):
                line, column = item.source_line, item.source_column
                text = tinycss2.serialize(item.value).strip()
                yield item.name, _Colour(text, Span(line, column, line, column + len(item.name)))


def _ratio(one: str, two: str) -> float | None:
    """Return the contrast ratio of two colours (WCAG 2.2, "contrast ratio"), or None if one is no opaque colour."""
    light = [_luminance(text) for text in (one, two)]
    if None in light:
        return None
    low, high = sorted(value for value in light if value is not None)
    return (high + 0.05) / (low + 0.05)


def _luminance(text: str) -> float | None:
    """Return the relative luminance of a colour (WCAG 2.2, "relative luminance")."""
    colour = tinycss2.color4.parse_color(text)
    if colour is None or isinstance(colour, str) or colour.alpha != 1:
        return None
    red, green, blue = map(_linear, colour.to("srgb").coordinates)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of sRGB
