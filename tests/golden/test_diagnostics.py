# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of mistake, as files: a change to the small playbook, and what is said about it.

A case is ``tests/cases/diagnostics/NAME.yml``:

    change: [{file: ..., replace: ..., with: ...}]   a passage of a file, exchanged
    write: {file: text}                              a file, written anew
    bytes: {file: hex}                               a file, written as bytes
    repeat: {file: size}                             a file of that many bytes
    link: {file: target}                             a symbolic link
    remove: [file]

``NAME.en.txt`` holds what ``spelbok check`` then prints, and ``NAME.sv.txt``
the Swedish lines. NAME begins with the code that the case shows.
"""

from pathlib import Path

import pytest
import yaml

from spelbok.checks.folder import check_folder
from spelbok.diagnostics import codes, reporters
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "diagnostics"
#: Codes that only a built site, other sites, git, many messages or some file systems can show; test_published.py,
#: test_promises.py, test_external_links.py, test_history.py, test_report.py, test_template_errors.py
#: and test_stray.py have
#: their cases.
OF_THE_SITE = {
    "broken-pair",
    "case-collision",
    "dead-external-link",
    "duplicate-anchor",
    "further-messages",
    "inline-code",
    "large-file",
    "lost-address",
    "missing-pair",
    "missing-policy",
    "missing-template",
    "moved-external-link",
    "occupied-address",
    "redirect-chain",
    "silent-external-link",
    "skipped-promise",
    "template-error",
    "template-syntax",
    "unchecked-external-link",
    "unlisted-address",
    "unreadable-history",
    "unreadable-page",
    "wrong-canonical",
    "wrong-sitemap",
}


def names():
    return sorted(path.stem for path in CASES.glob("*.yml"))


def prepare(case, folder):
    for change in case.get("change", []):
        path = folder / change["file"]
        text = path.read_text("utf-8")
        assert text.count(change["replace"]) == 1, f"{change['replace']!r} stands {text.count(change['replace'])} times"
        path.write_text(text.replace(change["replace"], change["with"]), "utf-8")
    for file, text in case.get("write", {}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    for file, data in case.get("bytes", {}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(bytes.fromhex(data))
    for file, size in case.get("repeat", {}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("#" * size, "utf-8")
    for file in case.get("remove", []):
        (folder / file).unlink()
    for file, target in case.get("link", {}).items():
        (folder / file).symlink_to(target)


@pytest.mark.parametrize("name", names())
def test_case(name, small, golden):
    prepare(yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8")), small)

    result = check_folder(Path("playbook"))
    found = result.diagnostics

    golden(CASES / f"{name}.en.txt", reporters.human(found, "en", result.texts))
    golden(CASES / f"{name}.sv.txt", reporters.concise(found, "sv", result.texts))
    assert any(name.startswith(item.code.name) for item in found)


def test_every_code_has_a_case():
    shown = {code for code in codes.ALL if any(name == code or name.startswith(f"{code}--") for name in names())}
    assert set(codes.ALL) - shown == OF_THE_SITE


@pytest.mark.usefixtures("small")
def test_the_small_playbook_is_clean():
    assert check_folder(Path("playbook")).diagnostics == []
