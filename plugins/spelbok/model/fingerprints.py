# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``translations/ID.yml``: from which source texts the translations of an entry were made."""

from typing import Annotated

from pydantic import Field

from spelbok.model.values import RECORD_PATTERN, Many, Model, Written, described


class Fingerprints(Model):
    """The source texts whose translations somebody has found to say the same."""

    texts: Many[Annotated[Written, Field(pattern=RECORD_PATTERN)]] = described(
        "En rad per text: dess plats i posten och källtextens fingeravtryck. Skrivs av 'spelbok translations accept'.",
        "A line per text: its place in the entry and the fingerprint of the source text. "
        "Written by 'spelbok translations accept'.",
    )

    @property
    def recorded(self) -> frozenset[tuple[str, str]]:
        """The lines as places with fingerprints."""
        return frozenset((line.split(" ")[0], line.split(" ")[1]) for line in self.texts)
