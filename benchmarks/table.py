# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was measured, as a table for people and as records to keep."""

import datetime as dt
import json
import math
import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version

from benchmarks.measure import SCENARIOS, Measured
from spelbok.locales import Locale, Phrase

_MIB = 2**20

_NAMES = {
    "check": Phrase("kontroll", "check"),
    "recheck": Phrase("kontroll igen", "check again"),
    "cold": Phrase("bygge, kallt", "build, cold"),
    "warm": Phrase("bygge, varmt", "build, warm"),
    "text": Phrase("bygge efter en ändrad text", "build after an edited text"),
    "title": Phrase("bygge efter en ändrad rubrik", "build after a changed title"),
    "packages": Phrase("därav paket", "of which packages"),
    "paper": Phrase("dessutom papper och bilder", "besides, paper and pictures"),
}
_WAITS = {
    "start": Phrase("förhandsvisning: till första sidan", "preview: until the first page"),
    "text": Phrase("förhandsvisning: sparad text", "preview: a saved text"),
    "title": Phrase("förhandsvisning: sparad rubrik", "preview: a saved title"),
}
_HEAD = Phrase("poster | | CPU s | klocka s | minne MiB", "entries | | CPU s | wall s | memory MiB")
_GROWTH = Phrase(
    "poster | | CPU, gånger | exponent | minne, gånger", "entries | | CPU, times | exponent | memory, times"
)
_SIZE = Phrase("poster | sidor | filer | MB | MB med gzip", "entries | pages | files | MB | MB gzipped")
_NOTE = Phrase(
    "CPU är användar- och systemtid för alla processer. Minnet är den största processens.\n"
    "Förhandsvisning: sekunder på klockan tills sidorna och registret visar det som sparades, median (värst).",
    "CPU is user and system time of all processes. Memory is that of the largest process.\n"
    "Preview: seconds on the clock until both pages and the index show what was saved, median (worst).",
)


def table(measured: Sequence[Measured], locale: Locale) -> str:
    """Return everything that was measured as Markdown tables, with the growth from the first to each other size."""
    parts = [
        _rows(_HEAD[locale], (row for one in measured for row in _costs(one, locale))),
        _rows(_SIZE[locale], (_size(one) for one in measured)),
    ]
    if len(measured) > 1:
        parts.append(
            _rows(_GROWTH[locale], (row for one in measured[1:] for row in _growths(measured[0], one, locale)))
        )
    return "\n\n".join([*parts, _NOTE[locale]]) + "\n"


def exponent(small: float, large: float, times: float) -> float:
    """Return the power of ``times`` by which something grew: 1 is linear, 2 quadratic."""
    return math.log(large / small) / math.log(times)


def _costs(one: Measured, locale: Locale) -> Iterator[tuple[str, ...]]:
    entries = str(one.entries)
    for name in SCENARIOS:
        cost = one.costs[name]
        yield entries, _NAMES[name][locale], f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.peak / _MIB:.0f}"
        if name == "cold":
            for apart, seconds in one.apart.items():
                yield entries, _NAMES[apart][locale], f"{seconds:.2f}", "", ""
    for name, waits in one.waits.items():
        worst = f" ({waits.worst:.2f})" if waits.times > 1 else ""
        yield entries, _WAITS[name][locale], "", f"{waits.median:.2f}{worst}", ""


def _size(one: Measured) -> tuple[str, ...]:
    millions = (f"{number / 1e6:.1f}" for number in (one.size.raw, one.size.compressed))
    return str(one.entries), str(one.size.pages), str(one.size.files), *millions


def _growths(first: Measured, one: Measured, locale: Locale) -> Iterator[tuple[str, ...]]:
    times = one.entries / first.entries
    for name in SCENARIOS:
        before, after = first.costs[name], one.costs[name]
        yield (
            f"{first.entries} → {one.entries}",
            _NAMES[name][locale],
            f"{after.cpu / before.cpu:.2f}",
            f"{exponent(before.cpu, after.cpu, times):.2f}",
            f"{after.peak / before.peak:.2f}",
        )


def _rows(head: str, rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table whose columns stand straight; figures to the right."""
    lines = [[cell.strip() for cell in head.split("|")], *map(list, rows)]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(lines[0]))]
    right = [all(not line[column] or line[column][0].isdigit() for line in lines[1:]) for column in range(len(widths))]
    ruler = ["-" * (width - 1) + (":" if number else "-") for width, number in zip(widths, right, strict=True)]

    def row(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(cells, widths, right, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    return "\n".join([row(lines[0]), row(ruler), *map(row, lines[1:])])


def record(measured: Sequence[Measured], runs: int, now: dt.datetime) -> str:
    """Return everything that was measured as a line of JSON, with where and when."""
    return json.dumps(
        {
            "when": now.isoformat(timespec="seconds"),
            "version": version("spelbok"),
            "python": platform.python_version(),
            "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPU",
            "runs": runs,
            "measured": [asdict(one) for one in measured],
        }
    )


def is_record(content: bytes) -> bool:
    """Whether the content of a file is lines as :func:`record` returns them, and nothing else."""
    try:
        rows = [json.loads(line) for line in content.splitlines() if line.strip()]
    except ValueError:
        return False
    return all(isinstance(row, dict) and "measured" in row for row in rows)
