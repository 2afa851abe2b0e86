# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an export gives: files by their address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address relative to the site's root, and its bytes."""

    url: str
    content: bytes
