# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The locks install on every system and Python that we name. Asks the registry; where it does not answer, says so."""

import pytest

import environment
from tests import platforms
from tests.conftest import ROOT

#: A package whose wheels are for one Python and one Linux only.
NARROW = (
    "\nreuse==4.0.3 \\\n    --hash=sha256:"
    + (ROOT / "tests" / "consumers" / "reuse.txt").read_text("utf-8").partition("reuse==")[2].split("sha256:")[1][:64]
    + "\n"
)


def ask(cases, root=ROOT):
    try:
        return platforms.ask(cases, root)
    except platforms.OfflineError as error:
        pytest.skip(f"the registry does not answer: {error}")


def test_both_locks_install_wherever_we_say_so():
    reasons = ask(platforms.cases())

    assert len(reasons) == 7 * 4 + 5 * 4
    assert not {case: reason for case, reason in reasons.items() if reason}
    assert platforms.table(reasons) in (ROOT / "docs" / "dev" / "platforms.md").read_text("utf-8"), (
        "the developer guide is stale, run: .venv/bin/python -m tests.platforms"
    )


def test_a_package_without_wheels_for_a_system_is_found(tmp_path):
    for lock in (environment.SITE, environment.TESTS):
        (tmp_path / lock).write_text((ROOT / lock).read_text("utf-8") + NARROW, "utf-8")
    some = [case for case in platforms.cases() if case.python == "3.13" and "ARM" not in case.system]

    reasons = ask(some, tmp_path)

    assert all("reuse==4.0.3" in reason for reason in reasons.values()), reasons
    assert "| Because reuse==4.0.3" in platforms.table(reasons)


def test_a_lock_that_lacks_a_package_is_found(tmp_path):
    """What another package needs must be in the lock too: nothing is resolved where it is installed."""
    ours, jinja = environment.without((ROOT / environment.SITE).read_text("utf-8"), ("jinja2",))
    (tmp_path / environment.SITE).write_text(ours, "utf-8")
    assert jinja

    reasons = ask([case for case in platforms.cases() if case.lock == environment.SITE][:1], tmp_path)

    assert "jinja2" in "".join(reasons.values())


def test_a_registry_that_does_not_answer_is_no_verdict(monkeypatch, tmp_path):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")

    with pytest.raises(platforms.OfflineError, match=r"error|Failed"):
        platforms.ask(platforms.cases()[:1])
