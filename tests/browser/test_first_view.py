# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the first page costs a reader who comes to the site: bytes, requests, and nothing that moves.

These are counts, the same on every machine. What they come to in seconds on a
phone is told by ``python -m tests.phone``.
"""

import gzip
import time
from dataclasses import dataclass, field

#: The most that an entry, an index or the start page may ask for, compressed as a server compresses (gzip, 6).
BYTES, REQUESTS = 80_000, 6
#: The mid-range phone that Lighthouse takes for its measurements.
PHONE = {"width": 412, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
SHIFTS = """window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({type: "layout-shift", buffered: true})"""
#: What is drawn once is seen after two frames.
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"
KINDS = ("principle", "practice", "module", "path", "measure")
PAGES = ("start", *KINDS, *(f"{kind}-index" for kind in KINDS))
LATE = 0.3  # Seconds: by then a page is drawn without its script.


@dataclass
class FirstView:
    """What a page asked for, with compressed bytes by address, and how far its parts moved (CLS)."""

    sizes: dict[str, int] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    moved: float = 0.0

    def faults(self):
        found = {
            "heavy": sum(self.sizes.values()) > BYTES,
            "many": len(self.requests) > REQUESTS,
            "search": any("/search" in url for url in self.requests),
            "moves": self.moved > 0,
        }
        return [name for name, is_so in found.items() if is_so]


def first_view(opened, address):
    """Return what a reader's first page costs, where scripts come late."""
    view = FirstView()

    def late(route):
        time.sleep(LATE)
        route.continue_()

    with opened("about:blank", **PHONE) as seen:
        page = seen.page
        page.add_init_script(SHIFTS)
        page.route("**/site.js", late)
        page.on("request", lambda asked: view.requests.append(asked.url))
        page.on("response", lambda answer: view.sizes.update({answer.url: len(gzip.compress(answer.body(), 6))}))
        page.goto(address)
        page.evaluate(DRAWN)
        view.moved = page.evaluate("window.moved")
    return view


def test_the_first_view_is_light_and_stands_still(visit, addresses):
    for place, name in enumerate(PAGES):  # The languages take turns: what differs between them is text.
        address = addresses[("sv", "en")[place % 2]].get(name)
        if address is not None:
            view = first_view(visit, address)
            assert view.faults() == [], (address, view)


def test_each_fault_is_found(visit, published):
    scripts = "".join(f'<script src="{published.address}assets/menu.js?{number}"></script>' for number in range(6))
    noise = "".join(f"{hash((number, 'noise')):x}" for number in range(12_000))
    late = f'<script src="{published.address}assets/late/site.js" defer></script>'
    index = f'<script>fetch("{published.address}assets/search/sv/index.json")</script>'
    body = f"{late}{index}{scripts}<p>{noise}</p>"
    page = published.folder / "seeded" / "index.html"
    script = published.folder / "assets" / "late" / "site.js"
    for path, text in (
        (page, f"<!doctype html><body>{body}</body>"),
        (script, "document.body.prepend('new ' + 'line')"),
    ):
        path.parent.mkdir()
        path.write_text(text, "utf-8")
    try:
        view = first_view(visit, f"{published.address}seeded/")
    finally:
        for path in (page, script):
            path.unlink()
            path.parent.rmdir()
    assert view.faults() == ["heavy", "many", "search", "moves"], view
