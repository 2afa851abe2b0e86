# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up ``.venv`` and run commands in it. Standard library only.

The environment is made from ``requirements.txt``, whose hashes pip checks. It
is made anew when that file or ``pyproject.toml`` changes, else used as it is.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
_STAMP = VENV / "spelbok-environment"
_INPUTS = ("requirements.txt", "pyproject.toml")


def ready() -> None:
    """Make sure that the environment stands and is the one the lock file names."""
    wanted = _fingerprint()
    if PYTHON.exists() and _STAMP.exists() and _STAMP.read_text("utf-8") == wanted:
        return
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked
        sys.exit(f"Spelbok needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    say("Setting up .venv (once, and after a change of requirements.txt) ...")
    venv.create(VENV, with_pip=True, clear=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    say("  installing packages, hashes checked ...")
    _run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", "requirements.txt"])
    say("  installing Spelbok itself ...")
    _run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", "."])
    _STAMP.write_text(wanted, "utf-8")


def run(*command: str) -> int:
    """Run a command of the environment in the project's folder; return its exit code."""
    ready()
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


def say(text: str) -> None:
    """Tell the user what goes on, at once."""
    print(text, file=sys.stderr, flush=True)


def variables() -> dict[str, str]:
    """Return the environment variables of a command: text is UTF-8 everywhere."""
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


def _run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT, check=False, env=variables()).returncode:
        sys.exit("Setting up .venv failed; the lines above say why. Run the same command again to retry.")


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode() + str(ROOT).encode())
    for name in _INPUTS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()
