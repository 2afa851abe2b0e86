# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The typed model: the single source of truth on what a playbook holds.

The JSON Schemas, the reference of fields and the checks all derive from it.
A new kind of entry is a subclass of :class:`Entry` that is added to
:data:`KINDS`, a template and a folder.
"""

from spelbok.model.entry import Entry
from spelbok.model.measure import Measure
from spelbok.model.module import TrainingModule
from spelbok.model.path import LearningPath
from spelbok.model.practice import Practice
from spelbok.model.principle import Principle
from spelbok.model.vocabulary import Glossary, Vocabulary

__all__ = [
    "KINDS",
    "Entry",
    "Glossary",
    "LearningPath",
    "Measure",
    "Practice",
    "Principle",
    "TrainingModule",
    "Vocabulary",
]

#: Every kind of entry, in the order of menus and indexes.
KINDS: tuple[type[Entry], ...] = (Principle, Practice, TrainingModule, LearningPath, Measure)
