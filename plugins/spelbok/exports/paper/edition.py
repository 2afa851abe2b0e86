# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everything on paper is made from: a playbook in one language, its site's name, fonts and colours."""

import base64
import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from spelbok.exports.paper.site_info import Masthead
from spelbok.locales import Locale
from spelbok.model import Entry
from spelbok.playbook import Playbook
from spelbok.site.renderer import Renderer
from spelbok.site.routes import Page, permanent_url

FONTS = Path(__file__).parent / "fonts"
#: The family's name in style sheets, and its files: weight, style, file.
FAMILY = "Atkinson Hyperlegible Next"
FACES = ((400, "normal", "regular.woff2"), (400, "italic", "italic.woff2"), (700, "normal", "bold.woff2"))

_COLOUR = re.compile(r"(--sb-[a-z-]+):\s*(#[0-9a-fA-F]{6})\b")


@dataclass(frozen=True)
class Edition:
    """A playbook in one language with the words and looks of its site.

    ``theme`` is the text of the site's style sheet: its first block names the
    colours, which paper shares with the screen.
    """

    renderer: Renderer
    locale: Locale
    masthead: Masthead
    theme: str = ""
    _rendered: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def playbook(self) -> Playbook:
        """The playbook."""
        return self.renderer.playbook

    @cached_property
    def colours(self) -> dict[str, str]:
        """The theme's colours by the name of their CSS property, such as ``--sb-brand``."""
        block = self.theme.partition("}")[0]
        return dict(_COLOUR.findall(block)) or {"--sb-brand": "#0b4f6c", "--sb-brand-strong": "#083a50"}

    @cached_property
    def pages(self) -> list[Page]:
        """The page of every published entry, by kind and in the order of readers."""
        shown = {page.subject.id: page for page in self.renderer.pages(self.locale) if isinstance(page.subject, Entry)}
        kinds = (self.playbook.in_order(self.playbook.of(kind), self.locale) for kind in self.playbook.kinds)
        return [shown[entry.id] for entries in kinds for entry in entries if entry.id in shown]

    def html(self, page: Page) -> str:
        """Return the content of a page, which is rendered once for all that is made of it."""
        if page.key not in self._rendered:
            self._rendered[page.key] = self.renderer.render(page).html
        return self._rendered[page.key]

    @property
    def date(self) -> dt.date:
        """The day on which the newest text was last read: the same for every build of the same texts."""
        return max((entry.reviewed for entry in self.playbook.entries), default=dt.date(2026, 1, 1))

    def permanent(self, entry_id: str) -> str:
        """Return the public address of an entry that never changes."""
        return self.masthead.address + permanent_url(entry_id)

    def style(self) -> str:
        """Return the style sheet that every document begins with: the fonts, held within, and the colours."""
        faces = (
            f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:{style};'
            f"src:url(data:font/woff2;base64,{base64.b64encode((FONTS / file).read_bytes()).decode()})}}"
            for weight, style, file in FACES
        )
        colours = "".join(f"{name}:{value};" for name, value in self.colours.items())
        return "\n".join([*faces, f':root{{{colours}font-family:"{FAMILY}"}}'])
