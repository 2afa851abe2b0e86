# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links to other sites: every address in the playbook and in the documents, asked once, and what each answers.

Never part of a build: whether somebody else's site stands is no property of
the content, and a build asks nobody anything.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from spelbok.checks.external.client import Answer, Verdict
from spelbok.diagnostics import Diagnostic, Span, codes, in_order
from spelbok.playbook.leftovers import is_leftover

#: An address, up to what no address holds: white space, quotes, brackets, the signs of Markdown and YAML.
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][^\s<>\[\]{}\"'`\\^|]*)?(?P<template>\{)?", re.ASCII)
#: Names that stand for no site (RFC 2606, RFC 6761), and this machine.
RESERVED = re.compile(r"(?:.*\.)?(?:example|test|invalid|localhost|example\.(?:com|net|org))|127\..*")

_CODES = {
    Verdict.DEAD: codes.DEAD_EXTERNAL_LINK,
    Verdict.SILENT: codes.SILENT_EXTERNAL_LINK,
    Verdict.UNCLEAR: codes.UNCHECKED_EXTERNAL_LINK,
    Verdict.MOVED: codes.MOVED_EXTERNAL_LINK,
}


@dataclass(frozen=True, slots=True)
class Place:
    """An address where it stands. ``url`` has no fragment: that is never sent."""

    url: str
    file: str
    span: Span


def texts(project: Path, playbook: Path) -> dict[str, str]:
    """Return the files that hold addresses: those of entries, and every document in Markdown, by name."""
    files = [*playbook.rglob("*.yml"), *(project / "docs").rglob("*.md"), *project.glob("*.md")]
    plain = sorted({path for path in files if path.is_file() and not path.is_symlink() and not is_leftover(path.name)})
    return {path.as_posix(): path.read_text("utf-8-sig", errors="replace") for path in plain}


def places(file: str, text: str) -> Iterator[Place]:
    """Yield the addresses of a text, but neither patterns (``{id}``) nor names that are reserved for examples."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _ADDRESS.finditer(line):
            url = _trimmed(match.group())
            if match["template"] or RESERVED.fullmatch(urlsplit(url).hostname or "example"):
                continue
            start = match.start() + 1
            yield Place(url.partition("#")[0], file, Span(number, start, number, start + len(url)))


def found(answers: dict[str, Answer], where: Iterable[Place]) -> list[Diagnostic]:
    """Return a diagnostic for each place of an address that did not simply answer."""
    return in_order(
        [
            Diagnostic(code, place.file, place.span, {"link": place.url, **answers[place.url].params})
            for place in where
            if (code := _CODES.get(answers[place.url].verdict))
        ]
    )


def _trimmed(address: str) -> str:
    """Return an address without what ends the sentence or the brackets around it."""
    while address[-1] in ".,;:!?*_)":
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
