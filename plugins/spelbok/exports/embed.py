# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages to stand in a frame on another site: an entry without the site around it, and its QR code."""

from collections.abc import Iterator

from spelbok.exports import File
from spelbok.locales import LOCALES
from spelbok.site.renderer import Renderer
from spelbok.site.routes import embed_url, qr_url


def embeds(renderer: Renderer) -> Iterator[File]:
    """Yield a page and a QR code in each language for every entry whose kind has a template ``embed-KIND.html``.

    A site without a public address has none for a code to lead to.
    """
    for entry in renderer.playbook.entries:
        for locale in LOCALES if entry.is_published else ():
            html = renderer.render_embedded(entry, locale)
            if html is None:
                continue
            yield File(f"{embed_url(entry.id, locale)}index.html", html.encode())
            if renderer.words[locale].site_url:
                yield File(qr_url(entry.id, locale), renderer.words[locale].qr(entry).encode())
