# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mistakes in templates as diagnostics: an exception in, the template's file, line and advice out."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

from spelbok.diagnostics import START, Diagnostic, Span, codes

#: How much of what Jinja says is told, in characters.
_LONGEST = 200


class TemplateMistakeError(Exception):
    """A mistake in a template, with the text of the file that it stands in, by its name."""

    def __init__(self, diagnostic: Diagnostic, texts: dict[str, str]) -> None:
        super().__init__(diagnostic.message("en"))
        self.diagnostic = diagnostic
        self.texts = texts


@contextmanager
def located(templates: Iterable[Path], shown: Callable[[], str]) -> Iterator[None]:
    """Raise what a template of these folders raises as :class:`TemplateMistakeError`, and all else as it is.

    ``shown`` returns the file that the template shows, or the template's own name.
    """
    try:
        yield
    except TemplateMistakeError:
        raise
    except Exception as error:
        folders = [folder.absolute() for folder in templates]
        diagnostic = _diagnosis(error, folders, shown())
        if diagnostic is None:
            raise
        path = Path(diagnostic.file)
        texts = {diagnostic.file: path.read_text("utf-8", errors="replace")} if path.is_file() else {}
        raise TemplateMistakeError(_marked(diagnostic, texts), texts) from error


def parse(folder: Path) -> None:
    """Parse every template below a folder. Raises TemplateMistakeError for the first one that is no Jinja."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        with located([folder], partial(str, name)):
            environment.parse(path.read_text("utf-8", errors="replace"), name, str(path))


def _diagnosis(error: Exception, folders: list[Path], shown: str) -> Diagnostic | None:
    params = {"reason": " ".join(str(error).split())[:_LONGEST], "shown": shown}
    place = _place(error, folders)
    if isinstance(error, TemplateNotFound):
        names = error.templates if isinstance(error, TemplatesNotFound) else [error.name]
        params["name"] = next((str(name) for name in reversed(names) if name), "")
        missing = (folders[0] / params["name"], 1)
        file, line = place or missing
        return _about(codes.MISSING_TEMPLATE, file, line, params)
    if isinstance(error, TemplateSyntaxError):
        params["reason"] = " ".join((error.message or "").split())[:_LONGEST]
        if error.filename is not None:
            return _about(codes.TEMPLATE_SYNTAX, Path(error.filename), error.lineno, params)
        return None
    return _about(codes.TEMPLATE_ERROR, *place, params) if place else None


def _place(error: Exception, folders: list[Path]) -> tuple[Path, int] | None:
    """Return the innermost line of a template that led to an error."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.suffix != ".py" and any(folder in path.absolute().parents for folder in folders):
            return path, frame.lineno or 1
    return None


def _about(code: codes.Code, path: Path, line: int, params: dict[str, str]) -> Diagnostic:
    here = Path.cwd()
    path = path.absolute()
    file = path.relative_to(here) if here in path.parents else path
    return Diagnostic(code, file.as_posix(), START if line < 1 else Span(line, 1, line, 1), params)


def _marked(item: Diagnostic, texts: dict[str, str]) -> Diagnostic:
    """Return a diagnostic about the whole of its line."""
    lines = texts.get(item.file, "").split("\n")
    line = item.span.line
    if line > len(lines):
        return item
    text = lines[line - 1].rstrip()
    start = len(text) - len(text.lstrip()) + 1
    return Diagnostic(item.code, item.file, Span(line, start, line, max(start + 1, len(text) + 1)), item.params)
