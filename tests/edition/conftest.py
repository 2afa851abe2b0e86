# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own edition, which the tests of this folder are about. A fork deletes the folder."""

import pytest

from spelbok.checks.folder import check_folder
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def playbook():
    return check_folder(ROOT / "playbook").playbook
