# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold for the playbook as a whole. One check is one function."""

import datetime as dt
import os
from collections.abc import Callable, Iterator

from spelbok.checks import addresses, cards, dates, labels, language, references, statement, texts, training
from spelbok.diagnostics import Diagnostic
from spelbok.diagnostics.progress import Tick, silent
from spelbok.model.values import Ref
from spelbok.playbook import Playbook
from spelbok.storage.cache import NOTHING, Cache

#: Checks that look at nothing but the playbook.
CHECKS: tuple[Callable[[Playbook], Iterator[Diagnostic]], ...] = (
    addresses.duplicate_slugs,
    addresses.former_slugs,
    addresses.former_names,
    texts.missing_languages,
    texts.placeholders,
    references.choices,
    references.duplicate_parts,
    references.self_references,
    references.drafts,
    references.retired,
    references.retirement,
    references.evidence,
    training.prerequisite_cycles,
    training.durations,
    training.outcomes,
    training.tasks,
    training.questions,
    training.path_order,
    cards.fitting,
)


def structure(playbook: Playbook, broken: frozenset[Ref] = frozenset()) -> list[Diagnostic]:
    """Run every check but those of language and of what lies outside of the playbook's own files.

    ``broken`` are entries that exist but could not be read.
    """
    found = [item for one in CHECKS for item in one(playbook)]
    found += addresses.duplicate_ids(playbook)
    found += references.references(playbook, broken)
    found += texts.links(playbook, broken)
    return found


def check(
    playbook: Playbook,
    broken: frozenset[Ref] = frozenset(),
    templates: tuple[str, ...] = (),
    cache: Cache = NOTHING,
    tick: Tick = silent,
) -> list[Diagnostic]:
    """Run every check.

    ``broken`` are entries that exist but could not be read, ``templates`` the
    texts of the templates that draw the pages. ``cache`` keeps what the checks
    of language found in a file; ``tick`` is told how far these are, for they
    take the longest.
    """
    found = structure(playbook, broken)
    found += language.language(playbook, cache, tick)
    found += labels.labels(playbook, templates, cache)
    found += statement.old_assessment(playbook, _today())
    found += dates.future_dates(playbook, _today())
    return found


def _today() -> dt.date:
    """Return the day of the check; SOURCE_DATE_EPOCH names another, to repeat what was said then."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.now(dt.UTC)
    return (dt.datetime.fromtimestamp(int(told), dt.UTC) if told.isdecimal() else now).date()
