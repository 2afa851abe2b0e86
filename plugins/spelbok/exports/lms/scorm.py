# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""SCORM 1.2: a module as a package that an LMS plays and that reports to it.

ADL SCORM 1.2 (2001): Content Aggregation Model for the manifest, Run-Time
Environment for what the player in ``player/`` says to the LMS. There is one
SCO, and all identifiers derive from the module's id alone, in every language
and form: an LMS that meets another identifier throws learners' results away.

``offline`` holds the content and the knowledge check. ``live`` frames the page
of the module, so that it never has to be uploaded again.
"""

from pathlib import Path
from typing import Literal

from spelbok.exports.files import archive
from spelbok.exports.texts import Texts
from spelbok.model import TrainingModule

Form = Literal["offline", "live"]
FORMS: tuple[Form, ...] = ("offline", "live")

_PLAYER = Path(__file__).parent / "player"
_FILES = {name: (_PLAYER / name).read_text("utf-8") for name in ("session.js", "offline.js", "live.js", "player.css")}


def package(texts: Texts, module: TrainingModule, form: Form) -> bytes:
    """Return the package of a module in one language and form."""
    names = ("session.js", f"{form}.js", "player.css")
    manifest = texts.render("scorm-manifest.xml", module=module, files=("index.html", *names))
    page = texts.render(f"scorm-{form}.html", module=module, form=form)
    return archive({"imsmanifest.xml": manifest, "index.html": page, **{name: _FILES[name] for name in names}})
