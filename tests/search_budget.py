# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure what a search costs a reader: ``python -m tests.search_budget [--entries 1000]``.

Makes an index of as many entries as asked for, as long as the real ones, from
the words of two of them and from new compounds, so that the vocabulary grows
as that of a real text does. Puts it on a copy of the built site, asks the queries of
``tests/edition/queries.yml`` in a browser, and prints the compressed bytes. Words
that are planted in a compound or an inflected form have to be found too.
"""

import argparse
import dataclasses
import gzip
import os
import random
import re
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import yaml
from playwright.sync_api import expect, sync_playwright

from spelbok.checks.folder import check_folder
from spelbok.site import search
from tests.conftest import ROOT
from tests.pages_server import serving

sys.path.insert(0, str(ROOT / "scripts"))
import browser as finder

#: One word in so many is a new compound. The real terms grow with the square root of the entries
#: (Swedish 2,413 at 40, 3,230 at 75), which makes about 11,500 at 1,000; this gives somewhat more.
RARE = 100
FIRST, LATER = 150_000, 40_000
#: What is asked for, and the form in which one entry of the thousand has it.
PLANTED = {
    "sv": {"nöjdhet": "Användarnöjdhet", "blankett": "Blanketternas", "tidbokning": "Tidbokningarna"},
    "en": {"leaflet": "Leaflets", "queue": "Queueing", "ferry": "Ferries"},
}


def corpus(playbook, locale, entries):
    """Return records of made-up entries, each of shuffled words of two real ones."""
    chance = random.Random(locale)  # noqa: S311 - the same corpus every time
    real = list(search.records(playbook, locale, {}))
    models = [record for record in real if record.text]
    others = [record for record in real if not record.text]
    words = re.findall(r"[^\W\d_]{4,9}", " ".join(record.text for record in models).lower())

    def shuffled(one, other):
        mixed = chance.sample(one.split() + other.split(), len(one.split()))
        return " ".join(
            chance.choice(words) + chance.choice(words) if chance.randrange(RARE) == 0 else word for word in mixed
        )

    made = []
    for number in range(entries):
        model, other = models[number % len(models)], chance.choice(models)
        texts = {name: shuffled(getattr(model, name), getattr(other, name)) for name in ("title", "summary", "text")}
        made.append(dataclasses.replace(model, url=f"{model.url}{number}/", **texts))
    planted = [
        dataclasses.replace(models[0], url=f"planted/{asked}/", title=f"{word} 1")
        for asked, word in PLANTED[locale].items()
    ]
    return made + planted + others


def asked(page, address, queries):
    """Return the compressed bytes and requests of each query, the page's own scripts counted with the first."""
    sizes = []
    page.on("response", lambda answer: sizes.append(answer))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(address)
    page.wait_for_load_state("networkidle")
    sizes[:] = [answer for answer in sizes if re.search(r"/(vendor|search)[/.-]", answer.url)]
    for query in queries:
        page.locator("#find-query").fill(query)
        page.keyboard.press("Enter")
        expect(page.locator(".sb-hits")).to_have_attribute("aria-busy", "false", timeout=60_000)
        yield query, sum(len(gzip.compress(answer.body(), 6)) for answer in sizes), len(sizes)
        sizes.clear()


def missed(page, address, locale):
    """Return the words that were asked for and did not lead to the entry that they were planted in."""
    hits, more = page.locator(".sb-hits > li"), page.locator(".sb-find__more")
    for query in PLANTED[locale]:
        list(asked(page, address, [query]))
        planted = page.locator(f'.sb-hits a[href$="planted/{quote(query)}/"]')
        while not planted.count() and more.is_visible():  # Among as many others it may stand far down.
            shown = hits.count()
            more.click()
            expect(hits).not_to_have_count(shown)
        if not planted.count():
            yield query


def main():
    parser = argparse.ArgumentParser(description="Measure what a search costs a reader.")
    parser.add_argument("--entries", type=int, default=1000)
    entries = parser.parse_args().entries
    playbook = check_folder(ROOT / "playbook").playbook
    queries = yaml.safe_load((ROOT / "tests" / "edition" / "queries.yml").read_text("utf-8"))
    path = os.environ.get(finder.VARIABLE) or next(finder.installed())
    worst = []
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "site") as site, sync_playwright() as player:
        shutil.copytree(ROOT / "site", site.folder)
        chromium = player.chromium.launch(executable_path=path, args=finder.arguments())
        for locale, slug in (("sv", "sok/"), ("en", "en/find/")):
            files = search.index(playbook, locale, corpus(playbook, locale, entries))
            place = site.folder / "assets" / "search" / locale
            shutil.rmtree(place)
            place.mkdir()
            for name, content in files.items():
                (place / name).write_bytes(content)
            terms = len(files["index.json"].split(b'"terms":"')[1].split(b'"')[0].split())
            compressed = len(gzip.compress(files["index.json"], 6))
            print(f"{locale}: {entries} entries, {terms} terms, {len(files)} files, index.json {compressed:,} bytes")
            costs = list(asked(chromium.new_page(), site.address + slug, [case["query"] for case in queries[locale]]))
            firsts = []
            for case in queries[locale]:  # Every query as the first one of a new visit.
                page = chromium.new_page()
                firsts += asked(page, site.address + slug, [case["query"]])
                page.close()
            for label, found, limit in (("first", firsts, FIRST), ("later", costs[1:], LATER)):
                query, size, requests = max(found, key=lambda cost: cost[1])
                middle = sorted(cost[1] for cost in found)[len(found) // 2]
                cost = f"median {middle:,}, most {size:,} of {limit:,} bytes, {requests} requests"
                print(f"  {label} query: {cost}: {query}")
                worst.append(size <= limit)
            lost = list(missed(chromium.new_page(), site.address + slug, locale))
            print(f"  planted words found: {len(PLANTED[locale]) - len(lost)} of {len(PLANTED[locale])} {lost or ''}")
            worst.append(not lost)
        chromium.close()
    return 0 if all(worst) else 1


if __name__ == "__main__":
    sys.exit(main())
