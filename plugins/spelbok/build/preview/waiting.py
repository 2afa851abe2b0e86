# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the preview adds to pages: the sign that a build runs, what is wrong, and a page until there is one."""

import html
import json

from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.site import csp

#: What a build says of itself before it has said anything.
BUILDING = Phrase("Bygger sajten ...", "Building the site ...")

_HEADING = Phrase("Sajten byggs", "The site is being built")
_WAIT = Phrase(
    "Sidan visas av sig själv när den är klar. Det tar oftast under en halv minut.",
    "The page appears by itself when it is ready. That usually takes less than half a minute.",
)
_FAILED = Phrase("Sajten går inte att bygga", "The site cannot be built")
_MEND = Phrase(
    "Rätta det som är fel och spara, så byggs sajten igen.", "Correct what is wrong and save: the site is built again."
)
_STYLE = '<link rel="stylesheet" href="/_spelbok/problem.css">'
_PAGE = """<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
{policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="3"></noscript>
<title>{heading}</title>
{style}
</head>
<body class="spelbok-waiting">
<main>
<h1>{heading}</h1>
<p>{text}</p>
</main>
</body>
</html>
"""


def page(locale: Locale, problem: str) -> bytes:
    """Return the page that stands in for all pages until there are some, in one language."""
    heading, text = (_FAILED, _MEND) if problem else (_HEADING, _WAIT)
    return _PAGE.format(
        locale=locale, policy=csp.HEAD, heading=heading[locale], text=text[locale], style=_STYLE
    ).encode()


def with_signs(body: bytes, version: int, problem: str, building: Phrase | None, locale: Locale) -> bytes:
    """Return a page with the preview's script, the sign that a build runs, and what is wrong, if anything."""
    sign = html.escape(building[locale]) if building else ""
    wrong = f'<div class="spelbok-problem" role="alert" tabindex="0">{html.escape(problem)}</div>' if problem else ""
    extra = (
        f'{_STYLE}<div class="spelbok-preview"><div class="spelbok-building" role="status">{sign}</div>{wrong}</div>'
        f'<script src="/_spelbok/reload.js" data-after="{version}"></script>'
    )
    head, end, tail = body.rpartition(b"</body>")
    return head + extra.encode() + end + tail if end else body + extra.encode()


def event(building: Phrase | None) -> bytes:
    """Return the event that tells a browser what is being built, in every language; in none where nothing is."""
    words = {locale: building[locale] for locale in LOCALES} if building else {}
    return f"event: building\ndata: {json.dumps(words)}\n\n".encode()


def spoken(accepted: str, default: Locale = "en") -> Locale:
    """Return which language a reader prefers, from the header ``Accept-Language`` (RFC 9110, 12.5.4)."""
    wishes: dict[str, float] = {}
    for wish in accepted.split(","):
        name, _, quality = wish.partition(";")
        try:
            value = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        tag = name.strip().lower().partition("-")[0]
        wishes[tag] = max(value, wishes.get(tag, 0))
    known = [locale for locale in LOCALES if wishes.get(locale, 0) > 0]
    return max(known, key=lambda locale: wishes[locale], default=default)
