# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find markup that entries do not render, so that readers would see its signs.

Entries are CommonMark without headings, images and raw HTML, with tables
(:mod:`spelbok.site.markdown`); titles and summaries are plain text.
"""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cache
from html.entities import html5

from markdown_it import MarkdownIt

from spelbok.language import markup_rules as rules
from spelbok.language.markup_rules import Form, Markup

#: A text without any of these has no markup.
_MAYBE = re.compile(
    r"[#\[`*<&|~{$^!]|==|--|\+\+|\?\?\?|:[ \t\w]|://|www\.|^[ \t]*[-+>][ \t]", re.MULTILINE | re.IGNORECASE
)
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_AUTOLINK = re.compile(r"<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)


def unrendered(text: str, form: Form) -> list[tuple[int, int, Markup]]:
    """Return the stretches of a text whose markup readers would see as signs, in order: from, to, kind."""
    if _MAYBE.search(text) is None:
        return []
    found = list(_broken_code(text)) if form != "plain" else []
    shown = text if form == "plain" else _without_code(text, form)
    if form != "plain":
        found += _broken_links(shown, form)
        shown = _without_targets(shown)
        found += _unclosed_strong(shown)
        found += [(*sign.span(), rules.UNKNOWN_ENTITY) for sign in rules.ENTITY.finditer(shown) if sign[1] not in html5]
    found += _broken_tables(shown, text, form)
    for rule in rules.RULES:
        if form in rule.forms:
            found += [(*_stretch(sign), rule.markup) for sign in rule.pattern.finditer(shown)]
    return _apart(found)


def _stretch(sign: re.Match[str]) -> tuple[int, int]:
    return sign.span(sign.lastindex or 0)


def _apart(found: list[tuple[int, int, Markup]]) -> list[tuple[int, int, Markup]]:
    """Return what does not overlap, the first and longest of each place."""
    kept: list[tuple[int, int, Markup]] = []
    for start, end, markup in sorted(found, key=lambda item: (item[0], -item[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, markup))
    return kept


def _runs(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return code spans, and the runs of back-ticks that open none: each run's offset."""
    breaks = [gap.start() for gap in _BLANK_LINE.finditer(text)]
    runs = []
    for run in re.finditer("`+", text):
        start = run.start() + (
            text[run.start() - 1 : run.start()] == "\\" and text[run.start() - 2 : run.start()] != "\\\\"
        )
        if start < run.end():
            runs.append((start, run.end()))
    by_length: dict[int, deque[int]] = defaultdict(deque)
    for number, (start, end) in enumerate(runs):
        by_length[end - start].append(number)
    spans, left, number = [], [], 0
    while number < len(runs):
        start, end = runs[number]
        same = by_length[end - start]
        while same and same[0] <= number:
            same.popleft()
        if same and bisect_left(breaks, start) == bisect_left(breaks, runs[same[0]][0]):
            number = same.popleft()
            spans.append((start, runs[number][1]))
        else:
            left.append(start)
        number += 1
    return spans, left


def _broken_code(text: str) -> Iterator[tuple[int, int, Markup]]:
    if "`" in text and "```" not in text:  # A fence that is never closed goes on to the end of the text.
        yield from ((start, start + 1, rules.UNCLOSED_CODE) for start in _runs(text)[1])


def _without_code(text: str, form: Form) -> str:
    """Return a text of the same length with blanks for code, escapes and autolinks."""
    for start, end in _blocks(text) if form == "block" and _MAYBE_BLOCK.search(text) else ():
        text = text[:start] + _blank(text[start:end]) + text[end:]
    if "`" in text:
        pieces, at = [], 0
        for start, end in _runs(text)[0]:
            pieces += [text[at:start], _blank(text[start:end])]
            at = end
        text = "".join([*pieces, text[at:]])
    text = _ESCAPE.sub("  ", text)
    return _AUTOLINK.sub(lambda link: _blank(link[0]), text)


_MAYBE_BLOCK = re.compile(r"```|~~~|^(?: {4}|\t)", re.MULTILINE)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["heading", "lheading", "html_block"])


def _blocks(text: str, kinds: tuple[str, ...] = ("fence", "code_block")) -> list[tuple[int, int]]:
    """Return the stretches of the blocks of some kinds."""
    starts = [0, *(end.end() for end in re.finditer("\n", text)), len(text)]
    return [
        (starts[min(token.map[0], len(starts) - 1)], starts[min(token.map[1], len(starts) - 1)])
        for token in _parser().parse(text)
        if token.type in kinds and token.map
    ]


def _broken_links(text: str, form: Form) -> Iterator[tuple[int, int, Markup]]:
    for link in rules.LINK.finditer(text):
        if not rules.TARGET.fullmatch(link["target"]):
            yield (*link.span(), rules.BROKEN_LINK)
    if "][" in text:
        known = {_label(name[1]) for name in rules.DEFINITION.finditer(text)} if form == "block" else set()
        for link in rules.REFERENCE.finditer(text):
            if _label(link[2] or link[1]) not in known:
                yield (*link.span(), rules.MISSING_REFERENCE)
    if form != "block":
        yield from ((*name.span(), rules.MISSING_REFERENCE) for name in rules.DEFINITION.finditer(text))


def _label(name: str) -> str:
    return " ".join(name.split()).casefold()


def _without_targets(text: str) -> str:
    """Return a text of the same length with blanks for the addresses of whole links and of definitions."""

    def blank(link: re.Match[str]) -> str:
        start = link.start("target") - link.start()
        return (
            link[0] if not rules.TARGET.fullmatch(link["target"]) else link[0][:start] + _blank(link[0][start:-1]) + ")"
        )

    text = rules.LINK.sub(blank, text)
    return re.sub(r"^[ ]{0,3}\[[^\[\]\n^]{1,200}\]:[^\n]*$", lambda name: _blank(name[0]), text, flags=re.MULTILINE)


def _unclosed_strong(text: str) -> Iterator[tuple[int, int, Markup]]:
    """Yield the last ``**`` of each block that has an odd number of them."""
    if "**" not in text:
        return
    start = 0
    for end in [*(gap.end() for gap in _BLANK_LINE.finditer(text)), len(text)]:
        signs = [sign.start() for sign in re.finditer(r"(?<!\*)\*\*(?!\*)", text[start:end])]
        if len(signs) % 2:
            yield start + signs[-1], start + signs[-1] + 2, rules.UNCLOSED_STRONG
        start = end


def _broken_tables(shown: str, text: str, form: Form) -> Iterator[tuple[int, int, Markup]]:
    if "|" in shown and (rows := list(rules.TABLE_ROW.finditer(shown))):
        whole = _blocks(text, ("table_open",)) if form == "block" else []
        for row in rows[:1] if not whole else rows:
            if not any(start <= row.start() < end for start, end in whole):
                yield (*row.span(), rules.TABLE)
                return
