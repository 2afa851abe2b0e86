# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every step of every workflow runs in a fresh clone, with the Python that the workflow names; slow ones in short."""

import sys
from dataclasses import replace

import pytest

from tests import workflows
from tests.conftest import ROOT

#: What a step may say; what is not here would be passed over in silence.
KEYS = {"name", "run", "env", "if", "uses", "with", "id"}
CONDITIONS = {"${{ !cancelled() }}", "${{ !github.event.repository.private }}"}
JOBS = workflows.jobs()


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git repository, so there is nothing to clone")
    with workflows.place(tmp_path_factory.mktemp("workflows")) as made:
        yield made


@pytest.mark.parametrize("job", JOBS, ids=lambda job: f"{job.workflow}:{job.name}")
def test_every_step_of_a_job_succeeds(job, here):
    python = workflows.interpreter(job.python) if job.python else sys.executable

    done = workflows.run(job, here, python or sys.executable, short=True)

    assert len(done) <= sum("run" in step for step in job.plan["steps"])
    for step in done:
        assert step.code == 0, f"{step.command}\n{step.output}"
    if not python:
        pytest.skip(f"all went well, but with Python {sys.version.split()[0]}: there is no {job.python} here")


def test_every_step_is_run_or_stood_in_for():
    commands = []
    for job in JOBS:
        assert job.plan["runs-on"] in {"ubuntu-latest", "${{ matrix.os }}"}
        for step in job.plan["steps"]:
            assert set(step) <= KEYS
            assert ("run" in step) != (step.get("uses", "").partition("@")[0] in workflows.ACTIONS)
            assert step.get("if", "${{ !cancelled() }}") in CONDITIONS
            commands.append(workflows._bare(step.get("run", "")))
    for command, (instead, reason) in workflows.SHORT.items():
        assert command in commands, "no step is run in short that is not there"
        assert instead
        assert reason.endswith(".")


def test_jobs_that_test_come_last_so_that_none_that_builds_finds_what_tests_need():
    is_test = [job.is_test for job in JOBS]
    assert True in is_test
    assert is_test == sorted(is_test)


def seeded(**step):
    job = next(job for job in JOBS if job.workflow == "due.yml")
    return replace(job, plan={**job.plan, "steps": [job.plan["steps"][0], step]})


def test_a_step_that_fails_is_found(here):
    (done,) = workflows.run(seeded(run="python3 scripts/nosuch.py"), here, sys.executable)
    assert done.code
    assert "nosuch.py" in done.output


def test_a_step_sees_a_fresh_clone_and_what_it_asks_of_github_is_recorded(here):
    (done,) = workflows.run(
        seeded(run="git status --porcelain && gh issue list --label $L && sudo apt-get x", env={"L": "due"}),
        here,
        sys.executable,
    )
    assert (done.code, done.output) == (0, "[]\n"), "nothing differs from what was committed"
    assert "gh issue list --label due\nsudo apt-get x\napt-get x\n" in here.recorded


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"uses": "actions/nosuch@0"}, "nothing stands in for actions/nosuch"),
        ({"run": "echo ${{ github.nosuch }}"}, "no value stands for the expression github.nosuch"),
        ({"uses": "actions/upload-artifact@0", "with": {"path": "LICENSES/.."}}, None),
        ({"uses": "actions/upload-artifact@0", "with": {"path": "nosuch"}}, "nosuch"),
    ],
)
def test_what_nothing_stands_in_for_is_found(here, step, said):
    if said is None:
        assert workflows.run(seeded(**step), here, sys.executable) == []
        return
    with pytest.raises((AssertionError, FileNotFoundError), match=said):
        workflows.run(seeded(**step), here, sys.executable)
