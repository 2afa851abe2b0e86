# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The benchmark's corpus goes through every check with our own words, without a warning."""

from benchmarks import corpus
from spelbok.checks.folder import check_folder
from tests.conftest import ROOT


def test_nothing_is_found_in_a_corpus(tmp_path):
    corpus.write(ROOT, tmp_path / "corpus", 60)
    found = check_folder(tmp_path / "corpus" / "playbook").diagnostics
    assert [(item.code.name, item.params) for item in found] == []
