# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learning paths: modules in an order that leads somewhere."""

from typing import Annotated, ClassVar

from pydantic import Field

from spelbok.locales import Phrase
from spelbok.model.entry import Entry
from spelbok.model.values import Flag, Items, Line, Model, ModuleRef, Prose, Role, Title, described


class PathModule(Model):
    """A module of a path, required or optional."""

    module: ModuleRef = described("Modulen.", "The module.")
    required: Flag = described("Om modulen krävs.", "Whether the module is required.", default=True)


class Section(Model):
    """A part of the path."""

    title: Title = described("Delens rubrik.", "The section's title.")
    intro: Prose = described("Vad delen leder till.", "What the section leads to.")
    modules: Annotated[Items[PathModule], Field(min_length=1)] = described("Moduler i ordning.", "Modules in order.")


class LearningPath(Entry):
    """A learning path of the playbook. Its time is computed, never written."""

    kind: ClassVar[str] = "path"
    folder: ClassVar[str] = "paths"
    one: ClassVar[Phrase] = Phrase("utbildningsväg", "learning path")
    many: ClassVar[Phrase] = Phrase("utbildningsvägar", "learning paths")
    path: ClassVar[Phrase] = Phrase("utbildningsvagar", "learning-paths")

    audience: Annotated[Items[Role], Field(min_length=1)] = described(
        "Roller som vägen är till för.", "Roles that the path is for."
    )
    about: Prose = described("Vem vägen är till för och vart den leder.", "Who the path is for and where it leads.")
    outcomes: Annotated[Items[Line], Field(min_length=2)] = described(
        "Vad den som gått vägen kan göra.", "What those who completed the path can do."
    )
    sections: Annotated[Items[Section], Field(min_length=1)] = described("Delar i ordning.", "Sections in order.")
    completion: Prose = described("När vägen är fullföljd.", "When the path is completed.")

    def total_minutes(self, minutes: dict[str, int], *, required_only: bool = False) -> int:
        """Return the time of the path's modules, given each module's minutes by id."""
        return sum(
            minutes[item.module.id]
            for section in self.sections
            for item in section.modules
            if item.required or not required_only
        )
