# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Type a document by a model, and turn what pydantic finds into diagnostics."""

import difflib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from spelbok.diagnostics import Diagnostic, codes
from spelbok.locales import LOCALES, Phrase
from spelbok.model.values import FEW, PATTERN_EXAMPLES, Model
from spelbok.source.document import Document, Path, Value
from spelbok.source.parser import MAX_FOUND, Scalar

M = TypeVar("M", bound=Model)

_SHAPES = {
    str: Phrase("en text", "a text"),
    list: Phrase("en lista", "a list"),
    dict: Phrase("fält med namn", "named fields"),
    type(None): Phrase("ingenting", "nothing"),
}
#: The advice on a language that a text cannot have.
_ONLY_TWO = {
    "suggestion_sv": "en text har två språk: 'sv' (svenska) och 'en' (engelska)",
    "suggestion_en": "a text has two languages: 'sv' (Swedish) and 'en' (English)",
}
_EXPECTED = {
    "string_type": _SHAPES[str],
    "tuple_type": _SHAPES[list],
    "dict_type": _SHAPES[dict],
    "model_type": Phrase("fält med namn, till exempel 'sv:' och 'en:'", "named fields, such as 'sv:' and 'en:'"),
}


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """Return the document as a ``model``, or None, and every mistake in its fields."""
    values = document.values()
    try:
        typed, errors = model.model_validate(values), []
    except ValidationError as error:
        typed, errors = None, [item for item in error.errors(include_url=False) if not _is_echo(item)]
    told = {_path(item) for item in errors}
    found = [_diagnostic(document, model, item) for item in islice(_without_overlong(model, values, errors), MAX_FOUND)]
    # The model lets an optional field be nothing, which in a file is a mistake.
    found += [_empty(document, path) for path in islice(_nothing(values), MAX_FOUND) if path not in told]
    return None if found else typed, found[:MAX_FOUND]


def _without_overlong(model: type[Model], values: Value, errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield errors; those of the items of a list that is too long become the one that it is."""
    told: dict[Path, bool] = {}
    for error in errors:
        path, value, is_inside = _path(error), values, False
        for length, step in enumerate(path):
            if isinstance(value, list) and len(value) > FEW:
                place = path[:length]
                if place not in told:
                    limit = _at(model, place).get("maxItems", len(value))
                    told[place] = len(value) > limit
                    if told[place]:
                        context = {"max_length": limit}
                        yield ErrorDetails(type="too_long", loc=place, msg="", input=value, ctx=context)
                is_inside = is_inside or told[place]
            value = _child(value, step)
        if not is_inside:
            yield error


def _child(value: Value, step: str | int) -> Value:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _nothing(value: Value, path: Path = ()) -> Iterator[Path]:
    """Yield the paths at which nothing is written."""
    if value is None:
        yield path
    elif not isinstance(value, str):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _nothing(item, (*path, step))


def _path(error: ErrorDetails) -> Path:
    return tuple(step for step in error["loc"] if step != "[key]")


def _empty(document: Document, path: Path) -> Diagnostic:
    node = document.node(path)
    advice, span = Phrase("", ""), document.key_span(path)
    if isinstance(node, Scalar) and node.is_null:
        advice = Phrase(f"{node.value} betyder ingenting i YAML: ", f"{node.value} means nothing in YAML: ")
        span = node.span
    params = {"field": field_name(path), "advice_sv": advice.sv, "advice_en": advice.en}
    return Diagnostic(codes.EMPTY_TEXT, document.file, span, params)


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because items of it have mistakes of their own."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def field_name(path: Path) -> str:
    """Return what to call the field at ``path``: its name, with the language where it is a text's."""
    names = [step for step in path if isinstance(step, str)]
    return ".".join(names[-2:] if names[-1:] in (["sv"], ["en"]) else names[-1:])


def suggestion(name: str, known: list[str]) -> dict[str, str]:
    """Return the params ``suggestion_sv`` and ``suggestion_en``: 'did you mean …?' or empty."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if not close:
        return {"suggestion_sv": "", "suggestion_en": ""}
    return {"suggestion_sv": f"menade du '{close[0]}'?", "suggestion_en": f"did you mean '{close[0]}'?"}


def _diagnostic(document: Document, model: type[Model], error: ErrorDetails) -> Diagnostic:
    path = _path(error)
    kind = error["type"]
    params = {key: str(value) for key, value in error.get("ctx", {}).items()}
    name = field_name(path)
    if kind == "extra_forbidden":
        known = _fields(model, path[:-1])
        params = {"field": name, **(_ONLY_TWO if set(known) == set(LOCALES) else suggestion(name, known))}
        return Diagnostic(codes.UNKNOWN_FIELD, document.file, document.key_span(path), params)
    if kind == "missing":
        span = document.first_key_span(path[:-1]) if len(path) == 1 else document.key_span(path[:-1])
        return Diagnostic(codes.MISSING_FIELD, document.file, span, {"field": name})
    value = error["input"]
    span = document.span(path)
    if value is None or kind == "empty-text":
        return _empty(document, path)
    if kind in codes.ALL:
        return Diagnostic(codes.ALL[kind], document.file, span, {"field": name, **params})
    for kinds, build in _BY_TYPE.items():
        if kind in kinds:
            code, more = build(value, params)
            return Diagnostic(code, document.file, span, {"field": name, **more})
    expected = _EXPECTED.get(kind, Phrase("något annat", "something else"))
    actual = _SHAPES.get(type(value), _SHAPES[str])
    shapes = {"expected_sv": expected.sv, "expected_en": expected.en, "actual_sv": actual.sv, "actual_en": actual.en}
    return Diagnostic(codes.WRONG_TYPE, document.file, document.key_span(path), {"field": name, **shapes})


def _too_long(value: Any, params: dict[str, str]) -> tuple[codes.Code, dict[str, str]]:  # noqa: ANN401
    return codes.TEXT_TOO_LONG, {"actual": str(len(value)), "limit": params["max_length"]}


def _wrong_length(value: Any, params: dict[str, str]) -> tuple[codes.Code, dict[str, str]]:  # noqa: ANN401
    if "min_length" in params:
        limit = Phrase(f"minst {params['min_length']}", f"at least {params['min_length']}")
    else:
        limit = Phrase(f"högst {params['max_length']}", f"at most {params['max_length']}")
    return codes.WRONG_LENGTH, {"actual": str(len(value)), "limit_sv": limit.sv, "limit_en": limit.en}


def _number(value: Any, params: dict[str, str]) -> tuple[codes.Code, dict[str, str]]:  # noqa: ANN401
    limit = Phrase("med vanliga siffror, utan nolla först", "in plain digits, without a leading zero")
    if "ge" in params:
        limit = Phrase(f"som är minst {params['ge']}", f"of at least {params['ge']}")
    if "le" in params:
        limit = Phrase(f"som är högst {params['le']}", f"of at most {params['le']}")
    return codes.INVALID_NUMBER, {"value": str(value), "limit_sv": limit.sv, "limit_en": limit.en}


def _value(value: Any, params: dict[str, str]) -> tuple[codes.Code, dict[str, str]]:  # noqa: ANN401
    allowed = params["expected"]
    known = [item.strip("'") for item in allowed.replace(" or ", ", ").split(", ")]
    return codes.UNKNOWN_VALUE, {
        "value": str(value),
        "allowed": allowed.replace("'", "").replace(" or ", ", "),
        **_sentence(suggestion(str(value), known)),
    }


def _form(value: Any, params: dict[str, str]) -> tuple[codes.Code, dict[str, str]]:  # noqa: ANN401
    return codes.INVALID_FORM, {"value": str(value), "example": PATTERN_EXAMPLES[params["pattern"]]}


def _sentence(hint: dict[str, str]) -> dict[str, str]:
    """Put a space after a suggestion that another sentence follows."""
    return {key: f"{text} " if text else "" for key, text in hint.items()}


_Build = Callable[[Any, dict[str, str]], tuple[codes.Code, dict[str, str]]]
_BY_TYPE: dict[tuple[str, ...], _Build] = {
    ("string_too_long",): _too_long,
    ("too_short", "too_long"): _wrong_length,
    ("int_parsing", "int_type", "int_from_float", "greater_than_equal", "less_than_equal"): _number,
    ("literal_error",): _value,
    ("string_pattern_mismatch",): _form,
}


@cache
def _schema(model: type[Model]) -> dict[str, Any]:
    return model.model_json_schema()


def _fields(model: type[Model], path: Path) -> list[str]:
    """Return the names of the fields allowed at ``path`` inside ``model``."""
    return list(_at(model, path).get("properties", {}))


def _at(model: type[Model], path: Path) -> dict[str, Any]:
    """Return the schema of what stands at ``path`` inside ``model``; empty for what may not."""
    schema = _schema(model)
    definitions = schema.get("$defs", {})
    here: dict[str, Any] = schema
    for step in path:
        here = _resolve(here, definitions)
        here = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
    return _resolve(here, definitions)


def _resolve(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Follow ``$ref`` and ``anyOf`` (optional fields) to the schema of an object."""
    for option in schema.get("anyOf", []):
        if "$ref" in option:
            schema = option
    if "$ref" in schema:
        return dict(definitions[schema["$ref"].rpartition("/")[2]])
    return schema
