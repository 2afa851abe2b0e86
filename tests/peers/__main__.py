# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the same entries with others and with us, in one run: ``python -m tests.peers --entries 1000``.

Prints processor time, memory and pages of each, and how many times ours it is.
Material as it comes takes minutes at 1,000 entries; ``--only`` chooses.
"""

import argparse
import datetime as dt
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks import corpus
from benchmarks.cost import Cost, run
from benchmarks.measure import itself
from benchmarks.output import size
from spelbok.checks.folder import check_folder
from tests.conftest import ROOT
from tests.peers.projects import PROJECTS

OURS = "spelbok"
#: Ours without what the packages for course systems cost, which nobody else makes.
APART = "spelbok, packages apart"


def measured(entries, names, runs, say=print):
    """Return each one's costs in turn, and its site's size, by name: ours first."""
    with tempfile.TemporaryDirectory(prefix="spelbok-peers-") as name:
        place = Path(name)
        corpus.write(ROOT, place / OURS, entries)
        playbook = check_folder(place / OURS / "playbook").playbook
        commands = {OURS: [*itself(), "build", "--no-paper"]}
        for peer in names:
            commands[peer] = PROJECTS[peer](playbook, place / peer)
        variables = {"SPELBOK_CACHE": str(place / "cache"), "NO_MKDOCS_2_WARNING": "1"}
        costs = {peer: [] for peer in commands}
        for _ in range(runs):
            for peer, command in commands.items():
                say(f"{entries}: {peer}")
                for left in (place / "cache", place / peer / ".cache", place / peer / "site"):
                    shutil.rmtree(left, ignore_errors=True)
                costs[peer].append(run(command, place / peer, variables))
        say(f"{entries}: packages")
        words = [sys.executable, "-m", "benchmarks.packages", str(place / OURS / "playbook")]
        packages = float(subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()[0])
        costs[APART] = [Cost(cost.cpu - packages, cost.wall, cost.peak) for cost in costs[OURS]]
        sizes = {peer: size(place / peer / "site") for peer in commands}
    return costs, sizes | {APART: sizes[OURS]}


def table(entries, costs, sizes):
    """Return the measurements as a Markdown table. Others are compared with ours without packages: they have none."""
    ours = statistics.median(cost.cpu for cost in costs[APART])
    lines = [
        "| entries | generator | pages | MB | CPU s | its CPU ÷ ours | ours ÷ its | memory MiB |",
        "| --: | :-- | --: | --: | --: | --: | --: | --: |",
    ]
    for name, all_costs in costs.items():
        cpu, site = statistics.median(cost.cpu for cost in all_costs), sizes[name]
        peak = max(cost.peak for cost in all_costs) / 2**20
        lines.append(
            f"| {entries} | {name} | {site.pages} | {site.raw / 1e6:.1f} | {cpu:.1f} "
            f"| {cpu / ours:.2f} | {ours / cpu:.2f} | {peak:.0f} |"
        )
    return "\n".join(lines)


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Build the same entries with others and with us.")
    parser.add_argument("--entries", type=int, nargs="+", default=[100, 1000], metavar="N", help="how many entries")
    parser.add_argument("--runs", type=int, default=1, metavar="TIMES", help="how often; the median counts")
    parser.add_argument("--only", nargs="+", choices=PROJECTS, default=list(PROJECTS), help="which others")
    parser.add_argument("--json", type=Path, metavar="FILE", help="add a line with everything to this file")
    options = parser.parse_args()

    def say(text):
        print(text, file=sys.stderr, flush=True)

    for entries in options.entries:
        costs, sizes = measured(entries, options.only, options.runs, say)
        print(table(entries, costs, sizes), flush=True)
        if options.json:
            sites = {name: asdict(site) for name, site in sizes.items()}
            cpu = {name: [cost.cpu for cost in found] for name, found in costs.items()}
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            with options.json.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"when": now, "entries": entries, "cpu": cpu, "sites": sites}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
