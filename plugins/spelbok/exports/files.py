# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an export gives: files with their addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spelbok.playbook import Playbook


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address relative to the site's root, and its bytes."""

    url: str
    content: bytes


#: Playbook and the site's public address (``https://host/path/``, ending with a slash) in; files out.
Export = Callable[[Playbook, str], Iterator[File]]
