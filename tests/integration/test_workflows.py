# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workflows: audited, with the least permissions, and running the README's own commands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
#: What jobs may write; all others, nothing.
WRITES = {
    ("publish.yml", "deploy"): {"pages", "id-token", "attestations"},
    ("due.yml", "issues"): {"issues"},
    ("links.yml", "external"): {"issues"},
}
ZIZMOR = Path(sys.executable).with_name("zizmor")


def audit(folder):
    command = [ZIZMOR, "--offline", "--persona", "auditor", "--no-progress", "--format", "plain", folder]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def workflow(name):
    return yaml.safe_load((GITHUB / "workflows" / name).read_text("utf-8"))


def commands(job):
    return [step["run"] for step in job["steps"] if "run" in step]


def test_the_audit_finds_nothing():
    run = audit(GITHUB)
    assert run.returncode == 0, run.stdout
    assert "No findings to report" in run.stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"@[0-9a-f]{40} # v7\.0\.1", "@v7", "unpinned-uses"),
        (r"persist-credentials: false", "persist-credentials: true", "artipacked"),
        (r"permissions: \{\}", "permissions: write-all", "excessive-permissions"),
        (r"pull_request:", "pull_request_target:", "dangerous-triggers"),
        (r"run: python3 .*", "run: echo ${{ github.event.pull_request.title }}", "template-injection"),
    ],
)
def test_the_audit_finds_a_seeded_fault(old, new, said, tmp_path):
    folder = shutil.copytree(GITHUB, tmp_path / ".github")
    file = folder / "workflows" / "ci.yml"
    text, count = re.subn(old, new, file.read_text("utf-8"), count=1)
    assert count == 1
    file.write_text(text, "utf-8")
    run = audit(folder)
    assert run.returncode != 0
    assert f"[{said}]" in run.stdout


@pytest.mark.parametrize("file", sorted(GITHUB.glob("workflows/*.yml")), ids=lambda file: file.name)
def test_every_action_is_pinned_with_its_version(file):
    used = re.findall(r"uses: (.*)", file.read_text("utf-8"))
    assert used
    for line in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("file", sorted(GITHUB.glob("workflows/*.yml")), ids=lambda file: file.name)
def test_what_a_job_may_write(file):
    plan = workflow(file.name)
    assert plan["permissions"] == {}
    for name, job in plan["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert writes == WRITES.get((file.name, name), set())


def test_the_workflows_run_the_commands_of_the_readme():
    ci, publish = workflow("ci.yml")["jobs"], workflow("publish.yml")["jobs"]
    for job, command in ((ci["test"], "test.py"), (publish["test"], "test.py"), (publish["build"], "build.py --paper")):
        pango, run, *_ = commands(job)
        assert f"apt install {pango.partition(' --yes ')[2]}" in (ROOT / "README.md").read_text("utf-8")
        assert run == f"python3 scripts/{command}"
    assert commands(ci["build"]) == ["python scripts/build.py --no-paper"]
    assert publish["deploy"]["needs"] == ["test", "build"]


def test_the_site_is_built_for_the_address_that_pages_gives_and_uploaded_whole():
    steps = workflow("publish.yml")["jobs"]["build"]["steps"]
    address, build, verify, upload = steps[-4:]
    assert address["uses"].startswith("actions/configure-pages@")
    assert build["env"]["SITE_URL"] == f"${{{{ steps.{address['id']}.outputs.base_url }}}}/"
    assert verify["env"] == build["env"]
    assert verify["run"].startswith(".venv/bin/spelbok links verify --allow-missing --against ${SITE_URL}data/")
    assert steps[0]["with"]["fetch-depth"] == 0, "else no page says when it last changed"
    assert upload["with"] == {"path": "site", "include-hidden-files": True}


def test_what_is_deployed_is_attested_first():
    download, attest, deploy = workflow("publish.yml")["jobs"]["deploy"]["steps"]
    assert download["with"] == {"name": "github-pages"}
    assert attest["uses"].startswith("actions/attest-build-provenance@")
    assert attest["with"] == {"subject-path": "artifact.tar"}
    assert deploy["uses"].startswith("actions/deploy-pages@")


@pytest.mark.parametrize("file", sorted(GITHUB.glob("workflows/*.yml")), ids=lambda file: file.name)
def test_what_is_built_for_paper_has_pango(file):
    for job in workflow(file.name)["jobs"].values():
        steps = commands(job)
        for number, step in enumerate(steps):
            if re.match(r"python3? scripts/(build|test)\.py", step) and "--no-paper" not in step:
                assert any("libpango" in earlier for earlier in steps[:number])


def test_a_pull_request_is_answered_on_its_lines_in_a_summary_and_with_a_preview():
    job = workflow("impact.yml")["jobs"]["impact"]
    assert commands(job) == [
        "python3 scripts/build.py --no-paper --format github",
        'python3 scripts/impact.py --base "origin/$BASE"',
    ]
    checkout, *_, answer, upload = job["steps"]
    assert checkout["with"]["fetch-depth"] == 0, "the base is there to compare with"
    assert answer["if"] == "${{ !cancelled() }}", "a mistake does not silence the answer"
    assert upload["with"]["path"] == "site"


def test_each_month_owners_get_an_issue():
    plan = workflow("due.yml")
    assert plan[True]["schedule"] == [{"cron": "17 5 1 * *"}]  # YAML 1.1 reads "on" as true.
    assert commands(plan["jobs"]["issues"]) == ["python3 scripts/due.py"]


@pytest.mark.parametrize("file", sorted(GITHUB.glob("workflows/*.yml")), ids=lambda file: file.name)
def test_no_workflow_has_secrets_or_runs_strangers_code_with_rights(file):
    text = file.read_text("utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert "workflow_run" not in text


def owners(path, rules):
    """Return the owners of a file: those of the last pattern that fits, as GitHub reads CODEOWNERS."""
    found = []
    for pattern, *named in rules:
        is_in_folder = pattern.endswith("/") and path.startswith(pattern[1:])
        is_beside = pattern.endswith("/*") and path.rpartition("/")[0] == pattern[1:-2]
        if pattern == "*" or is_in_folder or is_beside:
            found = named
    return found


def test_every_file_has_owners_and_what_runs_has_maintainers():
    rules = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] in {"/", "*"}]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    tracked = listed.stdout.splitlines()
    assert len(tracked) > 500
    edited = [
        path
        for path in tracked
        if path.startswith(("playbook/", "docs/sv/", "docs/en/")) and not path.startswith("playbook/templates/")
    ]
    for path in tracked:
        assert owners(path, rules) == [f"@spelbok/{'editors' if path in edited else 'maintainers'}"], path
    new = ("hatch.toml", "requirements-extra.txt", "setup.py", "docs/sw.js", ".github/new.yml", "new/file")
    for path in new:  # Files that do not exist yet are owned as well.
        assert owners(path, rules) == ["@spelbok/maintainers"], path
    folders = [pattern.strip("/*") for pattern, *_ in rules]
    assert all((ROOT / folder).is_dir() for folder in folders), "no rule is for something that is gone"
