# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The architecture page says what the code says."""

import re
import subprocess
import sys

from tests.conftest import ROOT
from tests.copies import repository

PAGE = ROOT / "docs" / "dev" / "architecture.md"


def architecture(project, *arguments):
    command = [sys.executable, "scripts/architecture.py", *arguments]
    return subprocess.run(command, cwd=project, check=False, capture_output=True, text=True, encoding="utf-8")


def test_the_page_is_not_stale():
    done = architecture(ROOT, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_is_on_the_page():
    text = PAGE.read_text("utf-8")
    for path in [
        *(ROOT / "plugins").rglob("*.py"),
        *(ROOT / "scripts").rglob("*.py"),
        *(ROOT / "benchmarks").glob("*.py"),
    ]:
        name = f"{path.parent.name}/" if path.name == "__init__.py" else path.name
        assert re.search(rf"(^| ){re.escape(name)}  ", text, re.MULTILINE), path


def test_a_changed_docstring_makes_the_page_stale(tmp_path):
    project = repository(tmp_path / "copy")
    module = project / "plugins" / "spelbok" / "model" / "urls.py"
    module.write_text(module.read_text("utf-8").replace("Which addresses", "What addresses", 1), "utf-8")

    assert architecture(project, "--check").returncode == 1
    assert architecture(project).returncode == 0
    assert architecture(project, "--check").returncode == 0
    assert "What addresses a text may link to." in (project / "docs" / "dev" / "architecture.md").read_text("utf-8")


def test_wrong_usage_is_told():
    assert architecture(ROOT, "--chekc").returncode == 2
