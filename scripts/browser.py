# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find a browser of the Chromium family for the browser tests, or install one.

``SPELBOK_BROWSER`` names one; else an installed Chrome, Chromium or Edge is
taken; else Playwright's own download; else Debian's package. Whatever is found
must also start: a browser with missing libraries is passed over.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import environment
import progress

VARIABLE = "SPELBOK_BROWSER"
#: What Chromium is told at every start. It asks nobody but the tests' own server.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
HELP = f"""No browser was found, and none could be installed, so the browser tests did not run.
Install Google Chrome, Chromium or Microsoft Edge, or name one that you have:
  {VARIABLE}=/path/to/chrome python3 scripts/test.py"""

_NAMES = (
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
_LINUX = ("/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium")
_OWN = "from playwright.sync_api import sync_playwright as p\nwith p() as p: print(p.chromium.executable_path)"
_START = """import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    p.chromium.launch(executable_path=sys.argv[1], args=sys.argv[2:], timeout=60000).close()
"""


def find() -> str:
    """Return the path of a browser that starts, installing one if need be, or nothing."""
    named = os.environ.get(VARIABLE)
    if named:
        return named if starts(named) else ""
    for path in (*installed(), *_downloaded()):
        if starts(path):
            return path
    for install in (_download, _from_debian):
        for path in install():
            if starts(path):
                return path
    return ""


def installed() -> Iterator[str]:
    """Yield the browsers that are on PATH or where their installers put them."""
    yield from filter(None, map(shutil.which, _NAMES))
    for folder, files in _folders():
        yield from (str(folder / file) for file in files if (folder / file).is_file())


def arguments() -> list[str]:
    """Return what Chromium is told here: as root it refuses to start with its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*ARGUMENTS, "--no-sandbox"] if root else list(ARGUMENTS)


def starts(path: str) -> bool:
    """Tell whether Playwright can start the browser."""
    return progress.quiet(f"starting {path}", [str(environment.PYTHON), "-c", _START, path, *arguments()]).ok


def _folders() -> Iterator[tuple[Path, tuple[str, ...]]]:
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder, _MAC
    elif os.name == "nt":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if os.environ.get(name):
                yield Path(os.environ[name]), _WINDOWS
    else:
        yield Path("/"), _LINUX


def _downloaded() -> list[str]:
    """Return the browser that Playwright downloaded before, if it did."""
    path = progress.quiet("asking Playwright", [str(environment.PYTHON), "-c", _OWN]).output.strip()
    return [path] if Path(path).is_file() else []


def _download() -> list[str]:
    command = [str(environment.PYTHON), "-m", "playwright", "install", "chromium"]
    done = progress.quiet("downloading Playwright's Chromium", command)
    return _downloaded() if done.ok else []


def _from_debian() -> list[str]:
    """Install Debian's or Ubuntu's package, where that needs no password."""
    if not shutil.which("apt-get"):
        return []
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not shutil.which("sudo"):
        return []
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    progress.quiet("apt-get update", [*apt, "update"])
    done = progress.quiet("apt-get install chromium", [*apt, "install", "--yes", "chromium"])
    return list(installed()) if done.ok else []
