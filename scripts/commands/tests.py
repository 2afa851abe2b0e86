# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run every check and every test: ``python3 scripts/test.py``.

All of them run, whatever fails, so that all faults are seen at once. With
``--fast`` the browser and integration tests are left out.
"""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

import browser
import environment
import progress

#: What each check is called, and its command in the environment.
CHECKS = (
    ("style (ruff check)", ("ruff", "check", "--quiet")),
    ("format (ruff format)", ("ruff", "format", "--check")),
    ("types (mypy)", ("mypy",)),
    ("layers (import-linter)", ("lint-imports",)),
    ("licences (reuse)", ("python", "-m", "tests.consumers.licences", "lint", "--lines")),
    ("editor schemas (spelbok schema)", ("spelbok", "schema", "--check")),
    ("architecture page (architecture.py)", ("python", "scripts/architecture.py", "--check")),
    ("playbook (spelbok check)", ("spelbok", "check")),
    ("workflows (zizmor)", ("zizmor", "--offline", "--persona", "auditor", "--no-progress", ".github")),
)
SLOW = ("tests/browser", "tests/integration")
#: As many tests at once as there are processors; those of a file stay together, for they share what is costly to make.
_PARALLEL = ("--numprocesses=auto", "--dist=loadscope")


def main() -> int:
    """Run the checks, then the tests; return 0 if all is well, else 1."""
    parser = argparse.ArgumentParser(description="Run every check and every test.")
    parser.add_argument("--fast", action="store_true", help="leave out browser and integration tests")
    fast = parser.parse_args().fast
    environment.ready(tests=True)
    results: dict[str, bool] = {}
    for name, command in CHECKS:
        results[name] = _check(name, [str(environment.program(command[0])), *command[1:]])
    if actionlint := shutil.which("actionlint"):
        results["workflows (actionlint)"] = _check("workflows (actionlint)", [actionlint])
    else:
        print("  workflows (actionlint): left out, actionlint is not installed here", flush=True)
    left_out: tuple[str, ...] = SLOW
    if not fast:
        left_out = () if _browser(results) else SLOW[:1]
    results["tests (pytest)"] = _tests(left_out)
    return _summary(results, fast=fast)


def _check(name: str, command: list[str]) -> bool:
    done = progress.quiet(name, command)
    if not done.ok:
        sys.stdout.buffer.write(done.output.encode())
        sys.stdout.flush()
    return done.ok


def _browser(results: dict[str, bool]) -> bool:
    """Find a browser and pass it on to the tests; without one the run fails."""
    path = browser.find()
    results["a browser for the tests"] = bool(path)
    if path:
        os.environ[browser.VARIABLE] = path
    else:
        print(browser.HELP, flush=True)
    return bool(path)


def _tests(left_out: tuple[str, ...]) -> bool:
    """Run pytest, whose own lines show how far it is."""
    started = time.monotonic()
    ignored = [f"--ignore={Path(folder)}" for folder in left_out]
    ok = environment.run("python", "-m", "pytest", *_PARALLEL, *ignored, tests=True) == 0
    print(f"  tests (pytest): {'ok' if ok else 'failed'} ({time.monotonic() - started:.1f} s)", flush=True)
    return ok


def _summary(results: dict[str, bool], *, fast: bool) -> int:
    failed = [name for name, ok in results.items() if not ok]
    print()
    for name, ok in results.items():
        print(f"  {'ok    ' if ok else 'FAILED'} {name}")
    if fast:
        print("  Left out, because of --fast: browser and integration tests.")
    print(f"{len(failed)} of {len(results)} checks failed." if failed else f"All {len(results)} checks are well.")
    return 1 if failed else 0
