# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own edition, which the tests of this folder are about. A fork deletes the folder."""

import pytest

from spelbok.load import load
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def playbook():
    return load(ROOT / "playbook").playbook
