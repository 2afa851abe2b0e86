# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page of every kind as Lighthouse sees it: accessibility, search engines and best practices.

The languages take turns: what differs between them is text, and axe reads every
page. Performance is not judged here: on a shared machine its score is noise.
"""

import os
import socket
import subprocess
import time

import pytest

import browser as finder
from tests.consumers import node

FULL = {"accessibility": 1, "best-practices": 1, "seo": 1}


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The debugging port of a browser of its own, which Lighthouse drives itself."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    profile = tmp_path_factory.mktemp("profile")
    program = os.environ.get(finder.VARIABLE) or next(finder.installed())
    options = ["--headless=new", f"--remote-debugging-port={number}", f"--user-data-dir={profile}", *finder.arguments()]
    with (profile / "log").open("w") as log, subprocess.Popen([program, *options], stdout=log, stderr=log) as running:
        try:
            _wait(number)
            yield number
        finally:
            running.terminate()


def _wait(number):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", number)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the browser did not open its debugging port")


def test_pages_of_every_kind_get_full_marks(port, addresses):
    names = {*addresses["sv"], *addresses["en"]}
    asked = [addresses[("sv", "en")[number % 2]][name] for number, name in enumerate(sorted(names))]
    found = node("lighthouse.mjs", str(port), *asked)
    assert {address: result for address, result in found.items() if result["scores"] != FULL} == {}


def test_a_fault_costs_points(port, published):
    page = published.folder / "seeded" / "index.html"
    page.parent.mkdir()
    page.write_text("<!doctype html><html><body><img src='gone.png'><a href='x'>click here</a></body></html>", "utf-8")
    try:
        address = f"{published.address}seeded/"
        result = node("lighthouse.mjs", str(port), address)[address]
    finally:
        page.unlink()
        page.parent.rmdir()
    assert all(score < 1 for score in result["scores"].values()), result
    assert {"image-alt", "document-title", "errors-in-console"} <= set(result["faults"])
