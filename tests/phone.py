# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast pages are on a mid-range phone: ``python -m tests.phone [--runs 5] [--entries N] [--seed-fault]``.

Asks Lighthouse, with its own throttling (a slow 4G network, a processor four
times slower), for pages of a built site that is served as GitHub Pages serves:
compressed, kept for ten minutes. Takes the median of several runs, since another
program on the machine lowers a single score. Every page is to get 100 of 100,
and nothing on it is to move. ``--entries`` takes a made-up playbook of that size
instead of our edition, for a reader of a large one shall not wait longer.
``--seed-fault`` lets every page wait for a script that blocks: then the command
has to fail.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import corpus
from spelbok.locales import LOCALES
from spelbok.model import KINDS
from spelbok.playbook.loader import load
from spelbok.site.routes import entry_url, index_url, root
from tests.conftest import ROOT
from tests.pages_server import serving

sys.path.insert(0, str(ROOT / "scripts"))
from tests.consumers import node
from tests.debugged import debugged
from tests.site import spelbok

_BLOCKING = "<script>for (const until = performance.now() + 900; performance.now() < until;);</script>"


def pages(playbook):
    """Yield the pages that are measured, in both languages: start, indexes, the first entry of each kind."""
    for locale in LOCALES:
        yield root(locale)
        for kind in KINDS:
            yield index_url(kind, locale)
            entry = next((entry for entry in playbook.of(kind) if entry.is_current), None)
            if entry is not None:
                yield entry_url(entry, locale)


def main():
    parser = argparse.ArgumentParser(description="How fast pages are on a mid-range phone.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--entries", type=int)
    parser.add_argument("--seed-fault", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "site", as_sent=True) as site:
        project = ROOT
        if options.entries:
            project = Path(folder) / "project"
            corpus.write(ROOT, project, options.entries)
        urls = list(dict.fromkeys(pages(load(project / "playbook").playbook)))
        built = spelbok(project, "build", "--no-paper", "--site", str(site.folder), SITE_URL=site.address)
        assert built.returncode == 0, built.stdout + built.stderr
        if options.seed_fault:
            for url in urls:
                _seed(site.folder / url / "index.html")
        with debugged(Path(folder)) as port:
            found = node("performance.mjs", str(port), str(options.runs), *(site.address + url for url in urls))
    print(f"median score of {options.runs} runs (worst); FCP, LCP, speed index, TBT in ms; CLS")
    judged = [_judged(url, runs) for url, runs in zip(urls, found.values(), strict=True)]
    return 0 if all(judged) else 1


def _judged(url, runs):
    """Print what a page got; return whether it is as fast as can be, and stands still."""
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    times = ", ".join(f"{middle[name]:.0f}" for name in ("fcp", "lcp", "si", "tbt"))
    print(f"  {middle['score']:.0f} ({min(run['score'] for run in runs)}); {times}; {middle['cls']:.3f}  /{url}")
    return middle["score"] == 100 and middle["cls"] == 0


def _seed(page):
    html = page.read_text("utf-8").replace('http-equiv="Content-Security-Policy"', "")
    page.write_text(html.replace("</body>", f"{_BLOCKING}</body>"), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
