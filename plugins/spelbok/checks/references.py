# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pointers: to other entries, to the vocabulary, to parts of the same entry."""

from collections.abc import Iterator

from spelbok import codes
from spelbok.diagnostics import Diagnostic, Span
from spelbok.model import Practice
from spelbok.model.values import Choice, Ref
from spelbok.playbook import Playbook, walk
from spelbok.validate import field_name, suggestion


def references(playbook: Playbook, broken: frozenset[Ref]) -> Iterator[Diagnostic]:
    """Every reference leads to an entry of the right kind.

    An entry in ``broken`` exists but could not be read; it has its own
    diagnostics, and whoever points to it has none.
    """
    for item in playbook.loaded:
        for path, value in walk(item.entry):
            if isinstance(value, Ref) and playbook.get(value) is None and value not in broken:
                yield unknown_reference(playbook, value, item.document.file, item.document.span(path))


def drafts(playbook: Playbook) -> Iterator[Diagnostic]:
    """What is published points to what is published."""
    for item in playbook.loaded:
        for path, value in walk(item.entry):
            target = playbook.get(value) if isinstance(value, Ref) else None
            if target is not None and item.entry.is_published and not target.is_published:
                span = item.document.span(path)
                yield Diagnostic(codes.DRAFT_REFERENCE, item.document.file, span, {"id": target.id})


def unknown_reference(playbook: Playbook, ref: Ref, file: str, span: Span) -> Diagnostic:
    """Return the diagnostic for a reference that leads nowhere."""
    known = [entry.id for entry in playbook.entries if ref.kind in (entry.kind, "")]
    kind = next((kind for kind in playbook.kinds if kind.kind == ref.kind), None)
    params = {
        "id": ref.id,
        "of_kind_sv": f" av sorten '{kind.one.sv}'" if kind else "",
        "of_kind_en": f" of the kind '{kind.one.en}'" if kind else "",
        **suggestion(ref.id, known),
    }
    return Diagnostic(codes.UNKNOWN_REFERENCE, file, span, params)


def choices(playbook: Playbook) -> Iterator[Diagnostic]:
    """Every choice is a term of its vocabulary."""
    for item in playbook.loaded:
        for path, value in walk(item.entry):
            if not isinstance(value, Choice):
                continue
            terms = playbook.vocabulary.terms(value.vocabulary)
            if value.id not in terms:
                field = field_name(path)
                hint = suggestion(value.id, list(terms))
                params = {"value": value.id, "field": field, "allowed": ", ".join(terms)}
                params |= {key: f"{text} " if text else "" for key, text in hint.items()}
                yield Diagnostic(codes.UNKNOWN_VALUE, item.document.file, item.document.span(path), params)


def duplicate_parts(playbook: Playbook) -> Iterator[Diagnostic]:
    """Parts of an entry that have ids (steps, outcomes, questions) differ by them."""
    for item in playbook.loaded:
        for path, value in walk(item.entry):
            if isinstance(value, tuple):
                seen: set[str] = set()
                for index, part in enumerate(value):
                    part_id = str(getattr(part, "id", "") if not isinstance(part, (Ref, Choice)) else part)
                    if part_id and part_id in seen:
                        here = (*path, index) if isinstance(part, (Ref, Choice)) else (*path, index, "id")
                        span = item.document.span(here)
                        yield Diagnostic(codes.DUPLICATE_PART, item.document.file, span, {"id": part_id})
                    seen.add(part_id)


def evidence(playbook: Playbook) -> Iterator[Diagnostic]:
    """A practice that claims research or cases names them."""
    for item in playbook.loaded:
        entry = item.entry
        if not isinstance(entry, Practice):
            continue
        research = any(reference.type.id == "research" for reference in entry.references)
        if (entry.evidence.id == "case" and not entry.examples) or (entry.evidence.id == "research" and not research):
            span = item.document.span(("evidence",))
            yield Diagnostic(codes.EVIDENCE_WITHOUT_SOURCE, item.document.file, span, {"value": entry.evidence.id})
