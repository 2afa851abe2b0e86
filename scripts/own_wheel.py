# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spelbok itself as an editable wheel, written without a build backend.

A backend would read ``hatch.toml`` or ``setup.py`` and run their hooks, so a
file beside ``pyproject.toml`` could run code during set-up. This wheel holds a
path to ``plugins/`` and what ``pyproject.toml`` says of names and entry points.
Binary distribution format: https://packaging.python.org/specifications/
"""

import base64
import hashlib
import os
import sysconfig
import tomllib
import zipfile
from pathlib import Path

_WHEEL = "Wheel-Version: 1.0\nGenerator: spelbok\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def files(root: Path, environment: Path) -> dict[str, str]:
    """Return the texts of the wheel by path, for the project in ``root`` and its environment."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    info = f"{project['name']}-{project['version']}.dist-info"
    packages = sysconfig.get_path("purelib", "venv", {"base": str(environment)})
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"Requires-Python: {project['requires-python']}",
        *(f"Requires-Dist: {requirement}" for requirement in project["dependencies"]),
    ]
    groups = {"console_scripts": project["scripts"], **project["entry-points"]}
    points = [f"[{group}]\n" + "".join(f"{name} = {to}\n" for name, to in of.items()) for group, of in groups.items()]
    return {
        # Relative, so that no name of a folder has to be read in some encoding.
        f"{project['name']}.pth": f"{os.path.relpath(root / 'plugins', packages)}\n",
        f"{info}/METADATA": "\n".join(metadata) + "\n",
        f"{info}/WHEEL": _WHEEL,
        f"{info}/entry_points.txt": "\n".join(points),
    }


def write(root: Path, environment: Path, folder: Path) -> Path:
    """Write the wheel into a folder; return its path."""
    texts = files(root, environment)
    info = next(name for name in texts if name.endswith("/METADATA")).partition("/")[0]
    record = "".join(f"{name},sha256={_digest(text)},{len(text.encode())}\n" for name, text in texts.items())
    path = folder / f"{info.removesuffix('.dist-info')}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in texts.items():
            wheel.writestr(name, text)
        wheel.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return path


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
