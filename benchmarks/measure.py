# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure the generator on a corpus: each way of building, the check, the preview."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import corpus, edits, previewing
from benchmarks.cost import Cost, run
from benchmarks.output import Size, size
from benchmarks.writer import Plan

#: What is measured, in this order; each builds on what the one before it left behind, but the cold ones on nothing.
SCENARIOS = ("check", "recheck", "cold", "warm", "text", "title")
_COLD = ("check", "cold")

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: a ``spelbok`` command, and the project whose theme, templates and words it builds with."""

    command: tuple[str, ...]
    project: Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much is measured."""

    runs: int = 1
    #: How many saves of each kind the preview gets; 0 leaves the preview out.
    saves: int = 5
    #: Whether the files for paper and the pictures are measured too.
    with_paper: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on a corpus of so many entries."""

    entries: int
    size: Size
    #: The median of the runs, by scenario.
    costs: Mapping[str, Cost]
    #: Seconds on the clock, by what was changed.
    waits: Mapping[str, previewing.Waits] = field(default_factory=dict)
    #: Processor seconds of what is counted apart: packages, paper and pictures.
    apart: Mapping[str, float] = field(default_factory=dict)


_ROOT = Path(__file__).resolve().parents[1]


def itself() -> tuple[str, ...]:
    """Return the command of the ``spelbok`` that runs now."""
    return (sys.executable, "-m", "spelbok")


def measure(subject: Subject, entries: int, wanted: Wanted, say: Say) -> Measured:
    """Make a corpus in a folder of its own, and measure.

    Raises CommandFailedError if a command fails, OSError if files cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="spelbok-bench-") as name:
        folder = Path(name)
        project = folder / "project"
        say(f"{entries}: corpus")
        plan = corpus.write(subject.project, project, entries)
        bench = _Bench(subject.command, project, plan, {"SPELBOK_CACHE": str(folder / "cache")})
        rounds: list[dict[str, Cost]] = []
        for number in range(wanted.runs):
            rounds.append({})
            for scenario in SCENARIOS:
                say(f"{entries}: {scenario}")
                rounds[-1][scenario] = bench.cost(scenario, number)
        costs = {scenario: _median([costs[scenario] for costs in rounds]) for scenario in SCENARIOS}
        result = size(project / "site")
        apart = {}
        if subject.command == itself():  # Packages are made by the code that runs now, not by a command.
            say(f"{entries}: packages")
            apart["packages"] = bench.packages()
        if wanted.with_paper:
            say(f"{entries}: paper")
            bench.forget()
            apart["paper"] = bench.run("build").cpu - costs["cold"].cpu
        if wanted.saves:
            say(f"{entries}: serve")
        return Measured(entries, result, costs, bench.waits(wanted.saves) if wanted.saves else {}, apart)


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.peak for cost in costs),
    )


@dataclass(frozen=True, slots=True)
class _Bench:
    """A command on a corpus. ``variables`` keep its caches inside the folder that is measured in."""

    command: tuple[str, ...]
    project: Path
    plan: Plan
    variables: Mapping[str, str]

    def run(self, *words: str) -> Cost:
        return run([*self.command, *words], self.project, self.variables)

    def forget(self) -> None:
        """Remove everything that a build leaves behind."""
        for folder in (self.project / "site", self.project / ".cache", Path(self.variables["SPELBOK_CACHE"])):
            shutil.rmtree(folder, ignore_errors=True)

    def cost(self, scenario: str, number: int) -> Cost:
        """Return what a scenario costs in the ``number``-th round. The corpus is left as it was."""
        if scenario in _COLD:
            self.forget()
        if scenario in ("check", "recheck"):
            return self.run("check")
        if scenario in ("cold", "warm"):
            return self.run("build", "--no-paper")
        of = {"text": edits.of_text, "title": edits.of_title}[scenario]
        edit = of(self.project, self.plan, number)
        edit.do()
        try:
            return self.run("build", "--no-paper")
        finally:
            edit.undo()

    def packages(self) -> float:
        """Return the processor seconds of the packages alone."""
        words = [sys.executable, "-m", "benchmarks.packages", str(self.project / "playbook")]
        variables = {**os.environ, "PYTHONPATH": str(_ROOT)}  # The benchmarks are not installed.
        printed = subprocess.run(words, check=True, capture_output=True, text=True, env=variables).stdout
        return float(printed.split()[0])

    def waits(self, saves: int) -> dict[str, previewing.Waits]:
        """Return how long the preview takes to begin, and to show each kind of edit."""
        found = {}
        with previewing.served((*self.command, "serve", "--port"), self.project, self.variables) as address:
            begun = previewing.first_page(address, edits.of_text(self.project, self.plan, 0))
            found["start"] = previewing.Waits(begun, begun, 1)
            for name, of in (("text", edits.of_text), ("title", edits.of_title)):
                # Numbers that no build before has seen.
                changes = [of(self.project, self.plan, 100 + number) for number in range(saves)]
                found[name] = previewing.waits(address, changes)
                changes[0].undo()
        return found
