# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pointers: to other entries, to the vocabulary, to parts of the same entry."""

from collections.abc import Iterator

from spelbok.diagnostics import Diagnostic, Span, codes
from spelbok.locales import Phrase
from spelbok.model import Entry, Practice
from spelbok.model.validate import field_name, suggestion
from spelbok.model.values import Choice, Part, Ref
from spelbok.playbook import Playbook
from spelbok.source.document import Path


def references(playbook: Playbook, broken: frozenset[Ref]) -> Iterator[Diagnostic]:
    """Every reference leads to an entry of the right kind.

    An entry in ``broken`` exists but could not be read; it has its own
    diagnostics, and whoever points to it has none. A draft may point to an
    entry that is not written yet: that is a warning.
    """
    for item in playbook.loaded:
        for path, value in item.references:
            if playbook.get(value) is not None:
                continue
            if not any(value.id == ref.id and value.kind in ("", ref.kind) for ref in broken):
                yield unknown_reference(
                    playbook,
                    value,
                    item.document.file,
                    item.document.span(path),
                    is_draft=not item.entry.is_published,
                )


def self_references(playbook: Playbook) -> Iterator[Diagnostic]:
    """No entry points to itself, nor does a term of the glossary; circles of prerequisites have their own check."""
    for item in playbook.loaded:
        for path, value in item.references:
            if playbook.get(value) is item.entry and path[0] != "prerequisites":
                span = item.document.span(path)
                yield Diagnostic(codes.SELF_REFERENCE, item.document.file, span, {"id": item.entry.id})
    document = playbook.glossary_document
    for number, term in enumerate(playbook.glossary.terms):
        for index, name in enumerate(term.see):
            if name == term.id:
                span = document.span(("terms", number, "see", index))
                yield Diagnostic(codes.SELF_REFERENCE, document.file, span, {"id": name})


def drafts(playbook: Playbook) -> Iterator[Diagnostic]:
    """What is published points to what is published."""
    for item in playbook.loaded:
        for path, value in item.references:
            target = playbook.get(value)
            if target is not None and item.entry.is_published and not target.is_published:
                span = item.document.span(path)
                yield Diagnostic(codes.DRAFT_REFERENCE, item.document.file, span, {"id": target.id})


def retired(playbook: Playbook) -> Iterator[Diagnostic]:
    """What is kept up points to what is kept up, and so does what names its successor."""
    for item in playbook.loaded:
        for path, value in item.references:
            target = playbook.get(value)
            followed = item.entry.is_current or path[0] == "retired"
            if target is not None and target.is_retired and followed:
                params = {"id": target.id, **_advice(target)}
                yield Diagnostic(codes.RETIRED_REFERENCE, item.document.file, item.document.span(path), params)


def _advice(retired: Entry) -> dict[str, str]:
    """Return the params ``advice_sv`` and ``advice_en``: what to point to instead."""
    successor = retired.retired.successor if retired.retired else None
    if successor is None:
        advice = Phrase("peka på en annan post, eller stryk raden", "point to another entry, or drop the line")
    else:
        advice = Phrase(f"peka på '{successor}' i stället", f"point to '{successor}' instead")
    return {"advice_sv": advice.sv, "advice_en": advice.en}


def retirement(playbook: Playbook) -> Iterator[Diagnostic]:
    """An entry that is archived says why, and no other does."""
    for item in playbook.loaded:
        entry = item.entry
        if entry.is_retired != (entry.retired is not None):
            state = Phrase("saknas", "is missing") if entry.is_retired else Phrase("finns", "is there")
            params = {"status": str(entry.status), "state_sv": state.sv, "state_en": state.en}
            span = item.document.span(("status",))
            yield Diagnostic(codes.RETIREMENT_MISMATCH, item.document.file, span, params)


def unknown_reference(playbook: Playbook, ref: Ref, file: str, span: Span, *, is_draft: bool = False) -> Diagnostic:
    """Return the diagnostic for a reference that leads nowhere; a warning in a draft."""
    known = [entry.id for entry in playbook.entries if ref.kind in (entry.kind, "")]
    kind = next((kind for kind in playbook.kinds if kind.kind == ref.kind), None)
    params = {
        "id": ref.id,
        "of_kind_sv": f" av sorten '{kind.one.sv}'" if kind else "",
        "of_kind_en": f" of the kind '{kind.one.en}'" if kind else "",
        **suggestion(ref.id, known),
    }
    code = codes.UNKNOWN_REFERENCE
    if is_draft and ref.id not in playbook.by_id:  # An entry of another kind is a mistake in a draft too.
        code = codes.MISSING_TARGET
        params |= {key: f"{text} " for key in ("suggestion_sv", "suggestion_en") if (text := params[key])}
    return Diagnostic(code, file, span, params)


def choices(playbook: Playbook) -> Iterator[Diagnostic]:
    """Every choice is a term of its vocabulary."""
    for item in playbook.loaded:
        for path, value in item.values:
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
    """Parts of an entry that have ids (steps, outcomes, questions) differ by them, former ones too."""
    for item in playbook.loaded:
        for path, value in item.values:
            if isinstance(value, tuple):
                seen: set[str] = set()
                for place, name in _names(value):
                    if name in seen:
                        span = item.document.span((*path, *place))
                        yield Diagnostic(codes.DUPLICATE_PART, item.document.file, span, {"id": name})
                    seen.add(name)


def _names(items: tuple[object, ...]) -> Iterator[tuple[Path, str]]:
    """Yield what the items of a list are told apart by, and where it stands: ids, today's and former ones."""
    for index, item in enumerate(items):
        if isinstance(item, (Ref, Choice)):
            yield (index,), str(item)
        elif isinstance(item, Part):
            yield (index, "id"), item.id
            for number, name in enumerate(item.former_ids):
                yield (index, "former_ids", number), name


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
