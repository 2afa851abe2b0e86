# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Diagnostics: mistakes in content as values.

Content never raises. Whatever is wrong becomes a :class:`Diagnostic`, and all
of them are reported at once. What a code means and how it is worded lives in
:mod:`spelbok.diagnostics.codes`; how a diagnostic is printed, in :mod:`spelbok.diagnostics.reporters`.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from spelbok.locales import Locale, Phrase

Severity = Literal["error", "warning"]


class Span(NamedTuple):
    """A stretch of a text file.

    Lines and columns count from 1, columns in Unicode code points. The end
    position is the one after the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


#: The very beginning of a file, for what concerns the file as a whole.
START = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of mistake: its name, its weight and its words."""

    name: str
    severity: Severity
    message: Phrase
    hint: Phrase
    #: What the contributor guide says about it: why it matters, what to do.
    explanation: Phrase


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place in one file.

    ``file`` is the path as the user knows it, with ``/`` between folders.
    ``params`` fill in the code's message and hint.
    """

    code: Code
    file: str
    span: Span
    params: dict[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """``"error"`` stops a build, ``"warning"`` does not."""
        return self.code.severity

    def message(self, locale: Locale) -> str:
        """Return what is wrong, as one sentence in ``locale``."""
        return self.code.message.format(locale, self.params)

    def hint(self, locale: Locale) -> str:
        """Return what to do about it, in ``locale``; may be empty."""
        return self.code.hint.format(locale, self.params)


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics once each, by file, line, column and code."""

    def key(item: Diagnostic) -> tuple[str, int, int, str, str]:
        span = item.span
        return (item.file, span.line, span.column, item.code.name, item.message("en"))

    unique = {key(item): item for item in diagnostics}
    return [unique[place] for place in sorted(unique)]


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Return whether any of the diagnostics stops a build."""
    return any(item.severity == "error" for item in diagnostics)
