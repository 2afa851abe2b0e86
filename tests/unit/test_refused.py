# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a playbook refuses, each with file, line and column; what stays text; and what a log shows of either.

A row names a passage of the small playbook's practice, what stands there
instead, the code that is reported, and the stretch that it points at.
"""

import os
import subprocess
import sys
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from spelbok.checks.folder import check_folder
from spelbok.diagnostics import reporters
from spelbok.locales import LOCALES
from spelbok.model import Practice
from spelbok.model.validate import validate
from spelbok.site.renderer import Renderer
from spelbok.source.document import Document
from spelbok.source.parser import parse
from tests.conftest import SMALL

ENTRY = "practices/open-door.yml"
SLUG = "oppen-dorr"
SENTENCE = "Frågor kommer fram."
ACUTE = unicodedata.normalize("NFD", "é")

#: What is refused: its name, a passage, what replaces it, the code, and where it points.
REFUSED = [
    ("duplicate key", "status: published", "status: published\nstatus: draft", "duplicate-key", "status: draft"),
    ("duplicate key after NFC", "id: open-door", f"é: x\n{ACUTE}: x\nid: open-door", "duplicate-key", f"{ACUTE}: x"),
    ("anchor", "status: published", "status: &it published", "unsupported-yaml", "&it published"),
    ("alias", "status: published", "status: *it", "unsupported-yaml", "*it"),
    ("merge key", "status: published", "<<: {status: published}", "unsupported-yaml", "<<"),
    ("tag", "status: published", "status: !!str published", "unsupported-yaml", "!!str"),
    ("tag that runs code", SENTENCE, "!!python/object/apply:os.system [id]", "unsupported-yaml", "!!python"),
    ("NUL", SENTENCE, "Frå\0gor.", "forbidden-character", "\0"),
    ("escape character", SENTENCE, "Frå\x1b[31mgor.", "forbidden-character", "\x1b"),
    ("delete character", SENTENCE, "Frå\x7fgor.", "forbidden-character", "\x7f"),
    ("next line", SENTENCE, "Frå\x85gor.", "forbidden-character", "\x85"),
    ("line separator", SENTENCE, "Frå\u2028gor.", "forbidden-character", "\u2028"),
    ("bidi override", SENTENCE, "Frå\u202egor.", "forbidden-character", "\u202e"),
    ("bidi isolate", SENTENCE, "Frå\u2066gor.", "forbidden-character", "\u2066"),
    ("bidi override as an escape", SENTENCE, '"Fr\\u202egor."', "forbidden-character", "\\u202e"),
    ("zero-width space", SENTENCE, "Frå\u200bgor.", "forbidden-character", "\u200b"),
    ("zero-width joiner", SENTENCE, "Frå\u200dgor.", "forbidden-character", "\u200d"),
    ("byte order mark inside", SENTENCE, "Frå\ufeffgor.", "forbidden-character", "\ufeff"),
    ("tag character", SENTENCE, "Frå\U000e0041gor.", "forbidden-character", "\U000e0041"),
    ("private use", SENTENCE, "Frå\ue000gor.", "forbidden-character", "\ue000"),
    ("blank letter", SENTENCE, "Frå\u3164gor.", "forbidden-character", "\u3164"),
    *((f"nothing: {word}", SENTENCE, word, "empty-text", word) for word in ("~", "null", "Null", "NULL")),
    ("nothing in a list", "audience: [leader]", "audience: [leader, null]", "empty-text", "null"),
    ("nothing for a list", "audience: [leader]", "audience: ~", "empty-text", "~"),
    ("nothing for an optional field", "{sv: Välkomna!, en: Welcome!}", "null", "empty-text", "null"),
    ("no value for an optional field", "say: {sv: Välkomna!, en: Welcome!}", "say:", "empty-text", "say:"),
    ("nesting", SENTENCE, "[" * 30_000, "too-deep", "[" * (30_000 - 22)),
    ("nesting in brackets of the other kind", SENTENCE, "{a: " * 30_000, "too-deep", "a: " + "{a: " * (30_000 - 22)),
    *(
        (f"id with {name}", "id: open-door", f"id: {value}", "invalid-id", value)
        for name, value in [
            ("a Cyrillic o", "\u043epen-door"),
            ("a fullwidth letter", "\uff4fpen-door"),
            ("an accent", "öpen-door"),
            ("another hyphen", "open\u2010door"),
            ("a capital", "Open-door"),
            ("a path out of the folder", "../open-door"),
            ("a path out of the folder on Windows", "..\\open-door"),
            ("an absolute path", "/open-door"),
            ("a drive", "c:open-door"),
            ("an encoded slash", "open%2fdoor"),
            ("a query", "open?door"),
            ("a leading hyphen", "-open-door"),
            ("a space", "open door"),
            ("a suffix", "open-door.yml"),
            ("a dot", "."),
            ("two dots", ".."),
        ]
    ),
    *(
        (f"id that is reserved: {value}", "id: open-door", f"id: {value}", "invalid-id", value)
        for value in ["index", "404", "en", "sv", "search", "assets", "con", "prn", "aux", "nul", "com1", "lpt9"]
    ),
    *(
        (f"slug that is reserved: {value}", SLUG, value, "invalid-id", value)
        for value in ["index", "en", "search", "assets", "nul", "../x", "\u043eppen-dorr"]
    ),
    ("id that is not the file's name", "id: open-door", "id: open-window", "id-mismatch", "open-window"),
    *(
        (f"line break in {name}", old, new, "line-break", at)
        for name, old, new, at in [
            ("a title", "Öppen dörr, en: Open", '"Öppen\\ndörr", en: Open', '"Öppen'),
            ("a summary", "sv: En timme i veckan då", 'sv: "En timme\\n i veckan", de: då', '"En timme'),
        ]
    ),
    (
        "line break in a block",
        "title: {sv: Öppna, en: Open}",
        "title:\n      sv: |\n        Öp\n        na",
        "line-break",
        "|",
    ),
    *(
        (f"number: {value}", "max: 20", f"max: {value}", "invalid-number", value)
        for value in ["010", "0x10", "0b11", "1e1", "1_0", "12:30", ".inf", ".nan", "+5", "-5", "5.0", "\u0663", "5 st"]
    ),
    *(
        (f"date: {value}", "reviewed: 2026-11-01", f"reviewed: {value}", "invalid-date", value)
        for value in [
            "2026-W01-1",
            "20260101",
            "0001-01-01",
            "1989-12-31",
            "2026-1-01",
            "2026-001",
            "2026-01-01T10:00",
            "\uff12\uff10\uff12\uff16-01-01",
            "2026-02-30",
            "tomorrow",
        ]
    ),
    *(
        (f"duration: {value}", "session: PT1H", f"session: {value}", "invalid-duration", value)
        for value in ["PT01H", "PT0M", "P", "PT\u0661H", "PT1.5H", "1h", "PT1H1H"]
    ),
    *(
        (f"link: {url}", SENTENCE, f'"[x]({url})"', "invalid-url", url)
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "&#x6a;avascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\\\evil.example",
            "\\\\\\\\evil.example",
            "/etc",
            "../x",
            "http:evil.example",
            "https://user@evil.example/",
            "https://user:secret@evil.example/",
            "http:",
            "http:///x",
            "https://",
            "http://localhost/",
            "http://localhost:8000/",
            "https://printer.local/",
            "https://wiki.internal/",
            "https://router.lan/",
            "https://intranet/",
            "http://127.0.0.1/",
            "http://127.1/",
            "http://0x7f000001/",
            "http://2130706433/",
            "https://10.0.0.1/",
            "https://192.168.1.1:8080/",
            "https://8.8.8.8/",
            "https://[::1]/",
            "https://[fe80::1]/",
            "https://example.org:0/",
            "https://example.org:99999/",
            "https://example..org/",
            "https://-example.org/",
            "https://example.123/",
            "https://exampl%65.org/",
            "https://ex\u0430mple.org/",
            "https://\u0430\u0440\u0440\u04cf\u0435.com/",
            "https://xn--80ak6aa92e.com/",
            "https://example.org\u2044.evil.com/",
            "https://\uff45xample.org/",
            "https://examp\u0131e.org/",
            "https://\u05d0\u05d1.example.org/",
            "mailto:a@localhost",
            "mailto:a@intranet",
            "mailto:a@10.0.0.1",
        ]
    ),
]


def place(text, offset):
    """Return the line and column of an offset in a text."""
    before = text[:offset]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@pytest.mark.parametrize(("old", "new", "code", "at"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_refused_is_told_with_its_place(small, old, new, code, at):
    text = (small / ENTRY).read_text("utf-8")
    assert text.count(old) == 1
    where = text.index(old) + new.rindex(at)
    text = text.replace(old, new)

    places = {(item.code.name, item.file, item.span.line, item.span.column) for item in mistakes(small, text)}
    assert (code, f"playbook/{ENTRY}", *place(text, where)) in places


def mistakes(small, text):
    """Return what is said of an entry: by itself, and if that is nothing, as part of its playbook."""
    root, found = parse(text.encode(), f"playbook/{ENTRY}")
    if root is not None:
        found += validate(Document(f"playbook/{ENTRY}", text, root), Practice)[1]
    if not found:
        (small / ENTRY).write_bytes(text.encode())
        found = check_folder(Path("playbook")).diagnostics
    return [item for item in found if item.severity == "error"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "cp865"])
def test_another_encoding_is_refused(encoding):
    root, found = parse((SMALL / ENTRY).read_text("utf-8").encode(encoding), ENTRY)
    assert root is None
    assert {item.code.name for item in found} <= {"not-utf8", "forbidden-character"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("make", ["link", "link to a folder", "link to itself", "fifo"])
def test_nothing_but_plain_files_is_read(small, make):
    names = [
        "practices/secret.yml",
        "practices/secret",
        "secret.yml",
        "templates/secret.html",
        "translations/open-door.yml",
        "words.sv.txt",
        "published.txt",
        "wording.yml",
        "../docs/sv/secret.md",
        "../docs/en/secret",
    ]
    for path in (small / name for name in names):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if make == "fifo":  # Whoever opens it waits for ever.
            os.mkfifo(path)
        else:
            path.symlink_to({"link": "/etc/passwd", "link to a folder": "/etc", "link to itself": path.name}[make])

    result = check_folder(Path("playbook"))
    assert result.playbook is not None
    found = {item.file for item in result.diagnostics if item.code.name == "unexpected-file"}
    assert found == {(Path("playbook") / name).as_posix().replace("playbook/../", "") for name in names}


def test_words_that_are_a_link_are_not_read(small):
    (small / "glossary.yml").unlink()
    (small / "glossary.yml").symlink_to("/nowhere")
    result = check_folder(Path("playbook"))
    assert result.playbook is None
    assert "unexpected-file" in {item.code.name for item in result.diagnostics}


def test_a_folder_named_as_a_template_is_none(small):
    (small / "templates" / "old.html").mkdir()
    assert check_folder(Path("playbook")).diagnostics == []


def test_text_stays_the_text_that_was_written(small):
    words = [
        "No",
        "yes",
        "off",
        "'null'",
        '"~"',
        "12:30",
        "1.10",
        "007",
        "0x1F",
        "1e3",
        "1_000",
        "2026-02-30",
        ".5",
        ".inf",
    ]
    file = small / ENTRY
    items = "".join(f"\n  - {{sv: {word}, en: {word}}}" for word in words)
    text = file.read_text("utf-8").replace(
        "\n  - {sv: Folk undrar., en: People wonder.}", items.replace("1,5", "'1,5'")
    )
    file.write_text(text, "utf-8")

    playbook = check_folder(Path("playbook")).playbook
    words = [word.strip("\"'") for word in words]
    assert [item.sv for item in playbook.by_id["open-door"].use_when] == words
    renderer = Renderer(playbook, small / "templates")
    page = next(page for page in renderer.pages("sv") if page.url.endswith(f"/{SLUG}/"))
    html = renderer.render(page).html
    assert all(f"<li>{word}</li>" in html for word in words)


def test_no_report_gives_a_terminal_or_a_runner_an_order(small):
    """What a stranger wrote is told, but as escapes: in lines of a file, in names of fields, in names of files."""
    file = small / ENTRY
    text = file.read_text("utf-8").replace("status:", '"::error::x":').replace("PT1H", "'::stop x::y'")
    file.write_text(text + '"##[x]y": z\n', "utf-8")
    (small / "practices" / "control.yml").write_text("id: \x1b]0;x\x07\n::warning::x: y\n", "utf-8")
    if os.name != "nt":
        (small / "practices" / "\x1b[2J\n::stop-commands::x.txt").write_text("", "utf-8")
        Path(os.fsdecode(os.fsencode(small) + b"/practices/\xff.txt")).write_text("", "utf-8")
    result = check_folder(Path("playbook"))
    assert {"unknown-field", "forbidden-character", "unexpected-file"} <= {
        item.code.name for item in result.diagnostics
    }

    for form, locale in product(reporters.REPORTERS, LOCALES):
        printed = reporters.REPORTERS[form](result.diagnostics, locale, result.texts)
        printed.encode("utf-8")  # A file's name that is no text can be printed all the same.
        assert "\x1b" not in printed
        assert "\x07" not in printed
        lines = [line.lstrip() for line in printed.splitlines()]
        commands = [line for line in lines if line.startswith("::") or "##[" in line]
        assert all(line.startswith(("::error file=playbook", "::warning file=playbook")) for line in commands)
        assert bool(commands) == (form == "github")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_the_command_survives_a_file_name_that_is_no_text(small):
    Path(os.fsdecode(os.fsencode(small) + b"/practices/\xff.txt")).write_text("", "utf-8")
    for form in ("human", "json"):
        command = [sys.executable, "-m", "spelbok", "check", "--format", form]
        strict = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
        done = subprocess.run(command, cwd=small.parent, env=strict, check=False, capture_output=True)
        assert done.returncode == 1
        assert b"udcff" in done.stdout
        assert b"Traceback" not in done.stderr
