# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``translations/ID.yml``: from which source texts the translations of an entry were made."""

from typing import Annotated

from pydantic import Field

from spelbok.model.values import RECORD_PATTERN, Many, Model, Written, described


class Fingerprints(Model):
    """The source texts whose translations somebody has found to say the same."""

    texts: Many[Annotated[Written, Field(pattern=RECORD_PATTERN)]] = described(
        "En rad per text: dess plats i posten, källtextens och översättningens fingeravtryck. "
        "Skrivs av 'spelbok translations accept'.",
        "A line per text: its place in the entry, the fingerprints of the source text and of the translation. "
        "Written by 'spelbok translations accept'.",
    )

    @property
    def recorded(self) -> frozenset[tuple[str, str, str]]:
        """The lines as places with the fingerprints of source and translation; the latter may be empty."""
        return frozenset(
            (place, source, target) for place, source, target, *_ in (f"{line}  ".split(" ") for line in self.texts)
        )
