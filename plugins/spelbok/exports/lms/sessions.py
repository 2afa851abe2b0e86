# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of cartridges, for the page that puts a session together: the browser makes the cartridge of them.

A part is the folder that an entry gets in a cartridge, for each audience, in
the words and files of ``cartridge``. So a cartridge from the browser and one
from a build hold the same files under the same identifiers.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from spelbok.exports.files import File
from spelbok.exports.lms import cartridge
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES
from spelbok.model import Practice, TrainingModule
from spelbok.playbook import Playbook
from spelbok.site.routes import session_part_url


def parts(playbook: Playbook, site: str) -> Iterator[File]:
    """Yield the part of every module and practice in each language."""
    for entry in playbook.entries:
        if not isinstance(entry, TrainingModule | Practice) or not entry.is_published:
            continue
        for locale in LOCALES:
            texts = Texts(playbook, locale, site)
            folders = {audience: asdict(cartridge.folder(texts, entry, audience)) for audience in cartridge.AUDIENCES}
            yield File(session_part_url(entry.id, locale), json.dumps(folders, ensure_ascii=False).encode())
