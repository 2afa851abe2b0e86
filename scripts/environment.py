# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up ``.venv`` and run commands in it. Standard library only.

There are two locks, whose hashes pip checks: ``requirements.txt`` is what
builds a site, ``requirements-test.txt`` holds the same and what tests it. One
environment serves both: the tests' packages are added when they are first
needed. It is made anew when a lock, the project's metadata or Python changes,
else used as it is.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

import own_wheel
from counting import Counter, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
#: The locks: what builds a site, and that with what tests it.
SITE, TESTS = "requirements.txt", "requirements-test.txt"
#: Packages of Python alone whose wheels for Linux name glibc; they work with musl as well.
PLAIN_PYTHON = ("watchdog",)

#: Which locks the environment holds, by name with their fingerprint, as JSON. An environment without it is not ours.
_STAMP = VENV / "spelbok-environment"
#: How pip begins a line about one package: it is fetched, taken from here, for other systems, or there.
_COUNTED = ("Collecting ", "Processing ", "Ignoring ", "Requirement already satisfied: ")
_PACKAGE = re.compile(r"^(?=[A-Za-z0-9])", re.MULTILINE)


def ready(*, tests: bool = False) -> None:
    """Make sure that the environment stands and holds what builds a site; with ``tests``, what tests it too."""
    wanted = {lock: _fingerprint(lock) for lock in (SITE, TESTS)}
    lock = TESTS if tests else SITE
    held = _held()
    if held.get(lock) == wanted[lock]:
        return
    if held == {SITE: wanted[SITE]}:
        say(f"Adding what tests need to .venv (once, and after a change of {TESTS}) ...")
    else:
        say(f"Setting up .venv (once, and after a change of {lock}) ...")
        _create()
        held = {}
    _STAMP.write_text("{}", "utf-8")  # Until all is there, none of it counts.
    for part, options in _parts((ROOT / lock).read_text("utf-8")):
        _install(part, *options)
    if not held:
        _install_own()
    _STAMP.write_text(json.dumps(wanted if tests else {SITE: wanted[SITE]}), "utf-8")


def run(*command: str, tests: bool = False) -> int:
    """Run a command of the environment in the project's folder; return its exit code."""
    ready(tests=tests)
    try:
        return subprocess.run(
            [str(program(command[0])), *command[1:]], cwd=ROOT, check=False, env=variables()
        ).returncode
    except KeyboardInterrupt:
        return 130


def captured(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder; return what it printed and its exit code."""
    return subprocess.run(
        command, cwd=ROOT, env=variables(), check=False, capture_output=True, text=True, encoding="utf-8"
    )


def program(name: str) -> Path:
    """Return the path of a command of the environment."""
    return BIN / (f"{name}.exe" if os.name == "nt" else name)


def variables() -> dict[str, str]:
    """Return the environment variables of a command: text is UTF-8 everywhere."""
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


def without(lock: str, names: tuple[str, ...]) -> tuple[str, str]:
    """Split the text of a lock: all but the packages of these names, and those."""
    parts = _PACKAGE.split(lock)
    named = [part for part in parts if part.partition("==")[0] in names]
    return "".join(part for part in parts if part not in named), "".join(named)


def _held() -> dict[str, str]:
    """Return the locks that the environment holds, with their fingerprints."""
    if not PYTHON.exists():
        return {}
    try:
        held: dict[str, str] = json.loads(_STAMP.read_text("utf-8"))
    except (OSError, ValueError):  # Of an earlier version, or cut off.
        return {}
    return held


def _create() -> None:
    if VENV.exists() and any(VENV.iterdir()) and not _STAMP.exists():
        sys.exit(f"{VENV} is there, but these scripts did not make it. Move or remove it, and run the command again.")
    venv.create(VENV, with_pip=True, clear=True)


def _parts(lock: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the texts to install from a lock, each with its options of pip."""
    target = sysconfig.get_config_var("HOST_GNU_TYPE") or ""
    if "musl" not in target:
        return [(lock, ())]
    ours, plain = without(lock, PLAIN_PYTHON)
    folder = sysconfig.get_path("purelib", "venv", {"base": str(VENV)})
    machine = target.partition("-")[0]
    return [(ours, ()), (plain, ("--target", folder, "--platform", f"manylinux_2_17_{machine}"))]


def _install(lock: str, *options: str) -> None:
    """Install exactly the packages of a lock, wheels only, so that no set-up script of others runs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lock.txt"
        file.write_text(lock, "utf-8")
        _pip(len(_PACKAGE.findall(lock)), "--require-hashes", *options, "--requirement", str(file))


def _install_own() -> None:
    """Install Spelbok itself: the code in ``plugins/``, and its command."""
    with tempfile.TemporaryDirectory() as folder:
        _pip(0, "--no-index", str(own_wheel.write(ROOT, VENV, Path(folder))))


def _pip(total: int, *arguments: str) -> None:
    """Run pip, and count the packages that it fetches; what it prints is shown only if it fails."""
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    told: list[str] = []
    with (
        Counter("  packages, hashes checked", total) as counter,
        subprocess.Popen(
            [*pip, *arguments],
            cwd=ROOT,
            env={**variables(), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as child,
    ):
        for line in child.stdout or ():
            told.append(line)
            if line.startswith(_COUNTED):
                counter.step()
    if child.returncode:
        say("".join(told))
        sys.exit("Setting up .venv failed; the lines above say why. Run the same command again to retry.")


def _fingerprint(lock: str) -> str:
    digest = hashlib.sha256(sys.version.encode() + str(ROOT).encode())
    digest.update((ROOT / lock).read_bytes())
    for name, text in own_wheel.files(ROOT, VENV).items():
        digest.update(f"{name}\n{text}".encode())
    return digest.hexdigest()
