# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Break and mend a site under the preview: ``python -m tests.preview --cycles 50``.

In turn an entry, a template, a style and a deleted file. After each break the
browser must be told to load anew and see what is wrong on top of the last good
page; after each mending, to load anew and see the page as it should be. The
exit code is 1 if anything did not come within the time.
"""

import argparse
import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.site import small_project

PAGE = "arbetssatt/oppen-dorr/"
GOOD = "En timme i veckan"
_ENTRY = "playbook/practices/open-door.yml"
_MEASURE = "playbook/measures/visits.yml"
_TEMPLATE = "playbook/templates/practice.html"
_STYLE = "docs/theme/assets/spelbok.css"


@dataclass(frozen=True)
class Break:
    """A way to break a file, and what the preview then shows at an address."""

    file: str
    change: Callable[[str], str | None]
    at: str
    shown: str
    #: Whether the last good page stays, below what is wrong.
    stays: bool = True


BREAKS = (
    Break(_ENTRY, lambda text: text.replace("summary:", "sumary:"), PAGE, "unknown-field"),
    Break(_TEMPLATE, lambda text: text.replace('t("steps")', "subject.nonsense"), PAGE, "nonsense"),
    Break(_STYLE, lambda text: text + ".broken {", "assets/spelbok.css", ".broken {", stays=False),
    Break(_MEASURE, lambda _: None, PAGE, "unknown-reference"),
    Break(_ENTRY, lambda text: text + "steps: [", PAGE, "yaml-syntax"),
    Break("mkdocs.yml", lambda text: text + "\nnav: {", PAGE, "spelbok-problem"),
)


@contextlib.contextmanager
def running(project, *arguments):
    """Run the preview of a project; give its address."""
    run = subprocess.Popen(
        [sys.executable, "-m", "spelbok", "serve", "--port", "0", *arguments],
        cwd=project,
        env={**os.environ, "LANG": "en_GB.UTF-8", "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield re.search(r"http://\S+/", run.stderr.readline())[0]
    finally:
        run.terminate()
        try:
            run.wait(10)
        finally:
            run.kill()
            run.stderr.close()


def page(address, path):
    """Return what the preview answers; a page that does not exist yet shows what is wrong, too."""
    try:
        with urllib.request.urlopen(address + path, timeout=10) as response:  # noqa: S310 - our own preview
            return response.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.read().decode("utf-8")


def wait_for(address, path, text, *, without="\0", seconds=60):
    """Wait until a page has a text, and has not another; return the page."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            html = page(address, path)
            if text in html and without not in html:
                return html
        time.sleep(0.1)
    raise AssertionError(f"{text!r} did not come within {seconds} s")


def told_to_reload(address, after, seconds=60):
    """Wait as the browser does for the word that a build has ended."""
    with urllib.request.urlopen(f"{address}_spelbok/events?after={after}", timeout=seconds) as events:  # noqa: S310
        while line := events.readline():
            if line == b"data: reload\n":
                return
    raise AssertionError("the browser was not told to load anew")


def version(html):
    """Return which build a page comes from."""
    return int(re.search(r'data-after="(\d+)"', html)[1])


def break_and_mend(project, address, how):
    """Break a file and mend it again, watching as a browser does."""
    file = project / how.file
    good = file.read_text("utf-8")
    before = version(wait_for(address, PAGE, GOOD, without="spelbok-problem"))
    broken = how.change(good)
    assert broken != good
    if broken is None:
        file.unlink()
    else:
        file.write_text(broken, "utf-8")
    told_to_reload(address, before)
    shown = wait_for(address, how.at, how.shown)
    assert not how.stays or GOOD in shown, "the last good page stays"
    before = version(page(address, PAGE))
    file.write_text(good, "utf-8")
    told_to_reload(address, before)
    wait_for(address, PAGE, GOOD, without="spelbok-problem")
    wait_for(address, "assets/spelbok.css", "sb-", without=".broken {")


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Break and mend a site under the preview.")
    parser.add_argument("--cycles", type=int, default=50, help="how often (default 50)")
    cycles = parser.parse_args().cycles
    started, failures = time.monotonic(), []
    with tempfile.TemporaryDirectory() as place:
        project = small_project(Path(place) / "project")
        with running(project) as address:
            wait_for(address, PAGE, GOOD)
            for number in range(cycles):
                how = BREAKS[number % len(BREAKS)]
                try:
                    break_and_mend(project, address, how)
                except (AssertionError, OSError) as error:
                    failures.append(f"cycle {number}, {how.file}: {error}")
                    break
    print(f"{number + 1} cycles in {time.monotonic() - started:.0f} s, {len(failures)} failures", *failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
