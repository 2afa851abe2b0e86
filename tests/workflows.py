# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run the workflows here, step by step, in a fresh clone: ``python -m tests.workflows [--short] [WORKFLOW[:JOB] ...]``.

Every ``run:`` step of every workflow runs in its order, by the shell, with the
Python that the workflow names where this machine has it. What only GitHub has
is stood in for: ``gh``, ``sudo`` and ``apt-get`` are recorded and do nothing,
expressions have the values of VALUES, and an action does what ACTIONS says.
With ``--short`` the steps of SHORT run in a form that takes seconds.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.conftest import ROOT
from tests.pages_server import serving

FOLDER = ROOT / ".github" / "workflows"
#: What expressions are here. ``SITE`` is the address of a server on this machine, which holds what is published.
VALUES = {
    "github.token": "a-token",
    "github.repository": "spelbok/spelbok",
    "github.base_ref": "main",
    "steps.pages.outputs.base_url": "SITE",
}
_READY = "python3 scripts/build.py --help > /dev/null"
_WITH_TESTS = "import sys; sys.path.insert(0, 'scripts'); import environment; environment.ready(tests=True)"
#: Steps that take minutes or hours, with what ``--short`` runs instead, and why that is enough.
SHORT = {
    "python3 scripts/test.py": (
        f'python3 -c "{_WITH_TESTS}" && .venv/bin/python -m pytest --collect-only --quiet',
        "The suite cannot run within itself. Its lock is installed, and every test module is imported.",
    ),
    "python3 scripts/endure.py --seed ${GITHUB_RUN_NUMBER}": (
        f'python3 -c "{_WITH_TESTS}" && .venv/bin/python -m tests.fuzz --inputs 100 --seed ${{GITHUB_RUN_NUMBER}}',
        "Takes hours. Of its promises the first is tested, on few files.",
    ),
    "python3 scripts/bench.py --history bench-history/history.jsonl": (
        f"{_READY} && .venv/bin/python -m benchmarks corpus --entries 25 --out bench-history/corpus",
        "Takes an hour. A small playbook is made; tests/unit/test_bench.py measures one.",
    ),
    "python3 scripts/links.py": (
        f"{_READY} && .venv/bin/spelbok links external --help",
        "Asks hundreds of sites, a second apart. tests/unit/test_external_links.py runs the script.",
    ),
    "python3 scripts/build.py --paper": (
        "python3 scripts/build.py --no-paper",
        "Paper takes minutes. tests/edition/test_our_paper.py makes it.",
    ),
}
#: What stands in for the actions: what each needs of the clone. An action that is not here has not been thought of.
ACTIONS = (
    "actions/checkout",
    "actions/setup-python",
    "actions/configure-pages",
    "actions/upload-artifact",
    "actions/upload-pages-artifact",
    "actions/download-artifact",
    "actions/attest-build-provenance",
    "actions/deploy-pages",
)
#: Commands that are stood in for. ``sudo`` runs what it is given, so that apt-get is recorded too.
_STUBS = {
    "gh": 'case "$*" in *"issue list"*) echo "[]";; esac',
    "apt-get": "",
    "sudo": '"$@"',
}
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Job:
    """A job of a workflow: the file's name, its own, what it runs on and its steps."""

    workflow: str
    name: str
    plan: dict

    @property
    def python(self) -> str:
        """The version of Python that the job asks for, or nothing."""
        asked = [
            step["with"]["python-version"] for step in self.plan["steps"] if "setup-python" in step.get("uses", "")
        ]
        return asked[0] if asked else ""

    @property
    def is_test(self) -> bool:
        """Whether the job installs what tests need."""
        return any(name in str(self.plan["steps"]) for name in ("scripts/test.py", "scripts/endure.py"))

    @property
    def depth(self) -> int:
        """How many commits are fetched; 0 is all."""
        return next((step["with"].get("fetch-depth", 1) for step in self.plan["steps"] if "checkout" in str(step)), 1)


@dataclass(slots=True)
class Run:
    """What a step did: its job, the command that ran, how it ended, what it printed, and the seconds that it took."""

    job: Job
    command: str
    code: int
    output: str
    seconds: float
    #: Whether it ran in its short form.
    is_short: bool = False


@dataclass(slots=True)
class Place:
    """Where jobs run: the repository that is cloned, the clone, the stubs and their log, the site's address."""

    origin: Path
    clone: Path
    stubs: Path
    address: str = ""
    runs: list[Run] = field(default_factory=list)

    @property
    def recorded(self) -> str:
        """What was asked of the stubs, a line each."""
        log = self.stubs / "log"
        return log.read_text("utf-8") if log.exists() else ""


def jobs(folder: Path = FOLDER) -> list[Job]:
    """Return every job, workflow by workflow, those that test last.

    They share an environment here. On GitHub a job that builds has one without
    the tests' packages, so it must not find them here either.
    """
    found = [
        Job(file.name, name, plan)
        for file in sorted(folder.glob("*.yml"))
        for name, plan in yaml.safe_load(file.read_text("utf-8"))["jobs"].items()
    ]
    return sorted(found, key=lambda job: job.is_test)


def interpreter(version: str) -> str:
    """Return the path of a Python of this version, or nothing: from PATH, pyenv or uv."""
    pyenv = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python3"))
    found = [str(path) for path in pyenv] + list(filter(None, [shutil.which(f"python{version}")]))
    if f"{sys.version_info.major}.{sys.version_info.minor}" == version:
        found.insert(0, sys.executable if sys.prefix == sys.base_prefix else sys._base_executable)
    for path in found:
        said = subprocess.run([path, "--version"], check=False, capture_output=True, text=True)
        if said.returncode == 0 and said.stdout.startswith(f"Python {version}."):
            return path
    return ""


@contextmanager
def place(folder: Path) -> Iterator[Place]:
    """Prepare a repository with the working tree as it is, stubs, and a server that holds what was published."""
    made = Place(_origin(folder), folder / "clone", folder / "stubs")
    made.stubs.mkdir()
    for name, does in _STUBS.items():
        _command(made.stubs / name, f'echo "{name} $*" >> "{made.stubs}/log"\n{does}')
    published = folder / "published" / "data" / "v1"
    published.mkdir(parents=True)
    if (ROOT / "playbook" / "published.txt").is_file():
        shutil.copy(ROOT / "playbook" / "published.txt", published / "addresses.txt")
    with serving(folder / "published") as site:
        made.address = site.address.rstrip("/")
        yield made


def run(job: Job, here: Place, python: str, *, short: bool = False) -> list[Run]:
    """Run the steps of a job in a fresh clone, until one fails. The environment of an earlier job is kept."""
    _clone(job, here)
    for name in ("python", "python3"):
        _command(here.stubs / name, f'exec "{python}" "$@"')
    done: list[Run] = []
    for step in job.plan["steps"]:
        if "uses" in step:
            name = step["uses"].partition("@")[0]
            assert name in ACTIONS, f"{job.workflow}: nothing stands in for {name}"
            if name.startswith("actions/upload-"):
                where = here.clone / step["with"]["path"]
                assert any(where.iterdir()), f"{job.workflow}: there is nothing in {where.name} to upload"
            continue
        done.append(_step(job, step, here, short=short))
        if done[-1].code:
            break
    here.runs += done
    return done


def _step(job: Job, step: dict, here: Place, *, short: bool) -> Run:
    command = step["run"]
    instead = SHORT.get(_bare(command), ("", ""))[0] if short else ""
    variables = {name: _filled(str(value), here) for name, value in step.get("env", {}).items()}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GH_", "PYTEST"))}
    files = {f"GITHUB_{name}": str(here.stubs / name.lower()) for name in ("STEP_SUMMARY", "OUTPUT", "ENV")}
    started = time.monotonic()
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", _filled(instead or command, here)],
        cwd=here.clone,
        env={
            **inherited,
            "PATH": f"{here.stubs}{os.pathsep}{os.environ['PATH']}",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_RUN_NUMBER": "7",
            **files,
            **variables,
        },
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return Run(job, instead or command, done.returncode, done.stdout, time.monotonic() - started, bool(instead))


def _bare(command: str) -> str:
    """Return a command without its comment."""
    return command.partition(" #")[0].strip()


def _filled(text: str, here: Place) -> str:
    values = {**VALUES, "steps.pages.outputs.base_url": here.address}

    def value(match: re.Match) -> str:
        assert match[1] in values, f"no value stands for the expression {match[1]}"
        return values[match[1]]

    return _EXPRESSION.sub(value, text)


def _command(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


def _git(folder: Path, *arguments: str) -> str:
    name = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *name, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def _origin(folder: Path) -> Path:
    """Return a repository whose ``main`` is the working tree, with all its history."""
    origin = folder / "origin"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, origin], check=True, capture_output=True)
    _git(origin, "switch", "--quiet", "--force-create", "main")
    _git(origin, "rm", "-r", "--quiet", "--cached", ".")
    for path in origin.iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    listed = _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, origin / name)
    _git(origin, "add", "--all")
    _git(origin, "commit", "--quiet", "--allow-empty", "--message", "The working tree")
    return origin


def _clone(job: Job, here: Place) -> None:
    """Put a fresh clone in its place, as deep as the job asks; the environment alone stays."""
    kept = here.clone.with_name("kept")
    if (here.clone / ".venv").exists():
        (here.clone / ".venv").rename(kept)
    shutil.rmtree(here.clone, ignore_errors=True)
    depth = ["--depth", str(job.depth)] if job.depth else []
    command = ["git", "clone", "--quiet", *depth, f"file://{here.origin}", here.clone]
    subprocess.run(command, check=True, capture_output=True)
    if kept.exists():
        kept.rename(here.clone / ".venv")


def chosen(names: list[str]) -> list[Job]:
    """Return the jobs of these workflows (``ci.yml``) or jobs (``ci.yml:test``); of none, all."""
    return [job for job in jobs() if not names or {job.workflow, f"{job.workflow}:{job.name}"} & set(names)]


def main(tell: Callable[[str], None] = print) -> int:
    """Run what was asked for and print a line for each step; return 0 if all went well."""
    parser = argparse.ArgumentParser(description="Run the workflows here, step by step, in a fresh clone.")
    parser.add_argument("--short", action="store_true", help="run the slow steps in a form that takes seconds")
    parser.add_argument("names", nargs="*", metavar="WORKFLOW[:JOB]", help="which, such as publish.yml:build")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, place(Path(folder)) as here:
        for job in chosen(options.names):
            python = interpreter(job.python) if job.python else sys.executable
            note = "" if python else f" (there is no Python {job.python} here: {sys.version.split()[0]})"
            tell(f"{job.workflow}: {job.name}, Python {job.python or '-'}, on {job.plan['runs-on']}{note}")
            for step in run(job, here, python or sys.executable, short=options.short):
                how = f"failed with {step.code}" if step.code else "ok"
                short = " (in short)" if step.is_short else ""
                tell(f"  {how:<6} {step.seconds:6.1f} s  {_bare(step.command)[:90]}{short}")
                if step.code:
                    tell(step.output)
        failed = [step for step in here.runs if step.code]
        tell(f"{len(here.runs)} steps, {len(failed)} failed. Asked of GitHub and of the system:\n{here.recorded}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
