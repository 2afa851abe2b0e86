# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok new`` with any titles and ids: a draft that passes the check, or a refusal and no file."""

import shutil

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spelbok.checks.folder import check_folder
from spelbok.cli import main
from spelbok.cli.shared import kept
from spelbok.model import KINDS
from tests.conftest import SMALL

SIGNS = st.sampled_from(
    ["👩‍💻", "\u200d", "\u200c", "\u202e", "\x00", "\n", "\t", "#", " #", ": ", "'", '"', "-", "|", ">", "…", "...",
     "\u00a0", "\ud800", "\ufffe", "search", "Öppen dörr", "Open door", "فارسی", "e\u0301", "Ã¶", "TODO", "[x](id:y)"]
)  # fmt: skip
TITLES = st.none() | st.text(max_size=100) | st.lists(SIGNS | st.text("abcå 1", max_size=6), max_size=6).map("".join)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(KINDS), sv=TITLES, en=TITLES, name=st.none() | st.sampled_from(["new-entry", "x", "../x"]))
def test_a_title_makes_a_draft_that_passes_or_no_file(kind, sv, en, name, tmp_path):
    playbook = tmp_path / "playbook"
    shutil.rmtree(playbook, ignore_errors=True)
    shutil.copytree(SMALL, playbook)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    options = [f"--{option}={value}" for option, value in (("title-sv", sv), ("title-en", en), ("id", name)) if value]

    code = main(["new", kind.kind, "--playbook", str(playbook), *options])

    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert (code, len(written)) in ((0, 1), (2, 0))
    errors = [item.code.name for item in check_folder(playbook, cache=kept()).diagnostics if item.severity == "error"]
    assert errors == []
