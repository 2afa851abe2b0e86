# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Throw broken files at the reader: ``python -m tests.fuzz --inputs 100000 --seed 1``.

Entries of the playbook, the words of the vocabulary and the glossary, pages
written by hand and the texts of the test cases are mutated by bytes, lines and
structure; some inputs are made from nothing. Of each input must hold: nothing
but declared diagnostics, or a model; every span inside the file; texts that
render without active markup; no more time and memory than the limits. Every
tenth file that is accepted is also checked and rendered as part of the small
playbook; a page without errors is read by Python-Markdown. The same seed gives
the same inputs. What fails is written to ``.cache/fuzz`` and shown; the exit
code is then 1. ``--slow`` measures instead how long long texts take
(:mod:`tests.long_texts`).
"""

import argparse
import contextlib
import json
import random
import re
import resource
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import yaml
from markdown import Markdown

from spelbok.checks import by_hand, check
from spelbok.checks.folder import check_folder
from spelbok.checks.site.facts import facts
from spelbok.diagnostics import Diagnostic, codes, has_errors
from spelbok.diagnostics.reporters import github, human
from spelbok.exports.texts import TEMPLATES
from spelbok.locales import LOCALES
from spelbok.model import KINDS, Entry, Glossary, Vocabulary
from spelbok.model.publisher import Publisher
from spelbok.model.validate import validate
from spelbok.model.values import Line, Prose
from spelbok.model.walk import walk
from spelbok.model.wording import Wording
from spelbok.playbook import Loaded
from spelbok.playbook.markdown_pages import Handwritten
from spelbok.site import markdown
from spelbok.site.renderer import Renderer
from spelbok.source.document import Document
from spelbok.source.parser import MAX_FOUND, parse
from spelbok.storage.cache import Cache
from tests import long_texts
from tests.conftest import ROOT, SMALL

#: Where inputs that fail are put.
KEPT = ROOT / ".cache" / "fuzz"
#: The most that one input may take.
MAX_SECONDS = 10
MAX_MEGABYTES = 500
#: One in so many accepted entries is checked and rendered with a playbook around it, which takes fifty times as long.
SAMPLED = 10
#: Files of a playbook that are no entries.
_OF_PAGES = (Vocabulary, Glossary)
_OTHERS = {"vocabulary": Vocabulary, "glossary": Glossary, "publisher": Publisher, "wording": Wording}

#: What is put into texts: signs of YAML, Markdown, templates and shells, letters of odd kinds, values of other types.
_WRITTEN = r"""
    : - ? , [ ] { } # & * ! | > ' " % @ ` << --- ... \x1b \u202e \ å é 𐐷 {{ }} {% %} ${{ }} <script> </script> onclick=
    javascript: data: //host /\host ![x](x) [x]( ]: ``` ~~~ &amp; &#x6a; <!-- ::error:: ##[x] No 12:30 1.10 2026-02-30
    0o7 .inf .nan ~ null PT1H P0D !!python/object:x ../.. CON id: ${x} %s {0}
"""
_UNSEEN = "\t\r\n\0\x1b\x85\ufeff\u200b\u202e\u2066\u0301\xa0\u2028\ud7ff\U000e0041\u3164"
_SIGNS = (*_WRITTEN.split(), *_UNSEEN)
_ACTIVE = re.compile(rb"<(?!/?(?:%b)\b)" % "|".join(sorted(markdown.TAGS)).encode())
#: A text in a language, on one line.
_TEXT = re.compile(r"\b(sv|en): *(\"[^\"\n]*\"|'[^'\n]*'|[^\"'|>{\[\n,}][^\n,}]*)")
#: What a page or a template could take for more than text.
_MARKUP = (
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "</title></script><script src=//evil.example></script>",
    '"><form action=//evil.example>',
    "' onfocus='x()",
    "{time}",
    "{time.__class__}",
    "{time:>400000000}",
    "{",
    "}}",
    "&lt;b&gt;&#x3c;",
    "lt",
    "amp",
    "a",
    "href",
    "a.a.a." * 200,
    "`" * 200,
    "[" * 250,
    "1. " * 30,
)
#: An ampersand that begins no entity: one was broken.
_BROKEN = re.compile(r"&(?!#?\w+;)")
_YAML_LINE = re.compile(r"^( *)(- )?([\w-]+):( .*)?$")


class Failure(Exception):  # noqa: N818 - what a run is looking for
    """Something that must not happen, happened."""


@dataclass
class Figures:
    """What a run came to."""

    inputs: int = 0
    accepted: int = 0
    rendered: int = 0
    #: How many inputs there were of each kind.
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)

    def lines(self, seconds):
        """Return the figures as lines of text."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform == "darwin" else 1024)
        taken = f"{self.accepted} accepted, {self.rendered} rendered as pages"
        yield f"{self.inputs} inputs in {seconds:.0f} s, {taken}, {len(self.failures)} failures"
        yield "inputs: " + ", ".join(f"{name} {count}" for name, count in self.kinds.most_common())
        yield f"slowest input {self.slowest:.2f} s, peak memory {peak} MB"
        yield "diagnostics: " + ", ".join(f"{name} {count}" for name, count in self.codes.most_common())


def corpus():
    """Return the texts to begin with, each with its model: files, and what the test cases make of them.

    Half of the choices are small ones, which are read faster and change more.
    """
    entries = {
        folder: [
            (path.read_text("utf-8"), kind) for kind in KINDS for path in sorted((folder / kind.folder).glob("*.yml"))
        ]
        for folder in (ROOT / "playbook", SMALL)
    }
    others = [
        (path.read_text("utf-8"), model) for name, model in _OTHERS.items() if (path := SMALL / f"{name}.yml").is_file()
    ]
    words = [item for item in others if item[1] in _OF_PAGES] * 12  # What every page shows.
    small = [*entries[SMALL], *others, *words, *_by_hand(), *_by_hand(), *_cases()]
    return small * (1 + len(entries[ROOT / "playbook"]) // len(small)) + entries[ROOT / "playbook"]


def _by_hand():
    """Yield the pages written by hand."""
    for locale in LOCALES:
        for path in sorted((ROOT / "docs" / locale).glob("*.md")):
            yield path.read_text("utf-8"), Handwritten


def _cases():
    """Yield the entries that test cases write or change."""
    kinds = {kind.folder: kind for kind in KINDS}
    for path in sorted((ROOT / "tests" / "cases" / "diagnostics").glob("*.yml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        for change in case.get("change", ()):
            if kind := kinds.get(change["file"].partition("/")[0]):
                yield (SMALL / change["file"]).read_text("utf-8").replace(change["replace"], change["with"]), kind
        for file, text in case.get("write", {}).items():
            if kind := kinds.get(file.partition("/")[0]):
                yield text, kind


def mutant(rng, texts):
    """Return an input: bytes, and the model to judge it by."""
    text, kind = rng.choice(texts)
    if rng.random() < 0.02:
        return _made(rng), kind
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        text = rng.choice(_MUTATIONS)(rng, text, texts)
    data = text[: 600 * 1024].encode("utf-8", errors="replace")
    return (_bytes(rng, data) if rng.random() < 0.15 else data), kind


def _made(rng):
    """Make an input from nothing: signs in any order, deep nesting, or very many of one thing."""
    how = rng.randrange(3)
    if how == 0:
        return "".join(rng.choice(_SIGNS) + rng.choice(("", " ", "\n", "a")) for _ in range(rng.randrange(200))).encode(
            "utf-8", errors="replace"
        )
    sign = rng.choice(
        ("[", "{a: ", "- ", "? ", "a: ", "!x ", "&x ", "'", '"', "a\n", "a: a\n", "\x01", "#", "| ", "a: *x\n")
    )
    return (sign * rng.choice((10, 100, 1000, 100_000 // len(sign) if rng.random() < 0.01 else 300))).encode()


def _bytes(rng, data):
    """Change some bytes, or read the text in another encoding."""
    how = rng.randrange(4)
    if how == 0:
        return data.decode("utf-8", errors="replace").encode(
            rng.choice(("utf-16", "utf-32", "latin-1", "cp1252")), errors="replace"
        )
    changed = bytearray(data)
    for _ in range(rng.randrange(1, 5)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(rng, text, _):
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.choice((1, 1, 2, 10, 100)) :]


def _insert(rng, text, _):
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(_SIGNS) * rng.choice((1, 1, 1, 2, 30)) + text[at:]


def _lines(rng, text, _):
    """Double, drop, swap or shift whole lines."""
    lines = text.split("\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    how = rng.randrange(4)
    if how == 0:
        lines.insert(one, lines[two])
    elif how == 1:
        del lines[one]
    elif how == 2:
        lines[one], lines[two] = lines[two], lines[one]
    else:
        lines[one] = " " * rng.randrange(4) + lines[one].lstrip(" ")
    return "\n".join(lines)


def _value(rng, text, texts):
    """Put another value at a key: a sign, a list, a mapping, a line of another file."""
    lines = text.split("\n")
    keyed = [number for number, line in enumerate(lines) if _YAML_LINE.match(line)]
    if not keyed:
        return text
    number = rng.choice(keyed)
    match = _YAML_LINE.match(lines[number])
    other = rng.choice(rng.choice(texts)[0].split("\n")).strip()
    value = rng.choice(
        (rng.choice(_SIGNS), "[]", "{}", "[x]", "{sv: x, en: y}", f'"{rng.choice(_SIGNS)}"', other, "x" * 300)
    )
    lines[number] = f"{match[1]}{match[2] or ''}{match[3]}: {value}"
    return "\n".join(lines)


def _key(rng, text, _):
    """Rename a key, or put it in another form."""
    lines = text.split("\n")
    keyed = [number for number, line in enumerate(lines) if _YAML_LINE.match(line)]
    if not keyed:
        return text
    number = rng.choice(keyed)
    key = _YAML_LINE.match(lines[number])[3]
    new = rng.choice(
        (key[:-1], key.upper(), f'"{key}"', f"? {key}\n", rng.choice(_SIGNS), "sv", "id", "<<", "__class__")
    )
    lines[number] = lines[number].replace(key, new, 1)
    return "\n".join(lines)


def _words(rng, text, _):
    """Put signs into a text in a language, in quotes, so that the file stays one."""
    found = list(_TEXT.finditer(text))
    if not found:
        return text
    place = rng.choice(found)
    value = place[2].strip("\"'")
    at = rng.randrange(len(value) + 1)
    sign = rng.choice((*_MARKUP, rng.choice(_SIGNS)))
    whole = sign if rng.random() < 0.3 else value[:at] + sign + value[at:]
    written = json.dumps(whole, ensure_ascii=rng.random() < 0.5)
    return text[: place.start(2)] + written + text[place.end(2) :]


def _splice(rng, text, texts):
    other = rng.choice(texts)[0]
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other) + 1) :]


_MUTATIONS = (_cut, _insert, _insert, _lines, _lines, _value, _value, _words, _words, _key, _splice)


def judge(data, kind, figures):
    """Read one input as the build would; raise Failure if something is wrong with how it was taken."""
    figures.kinds[kind.__name__] += 1
    if kind is Handwritten:
        _page(data.decode("utf-8-sig", errors="replace"), figures)
        return
    root, found = parse(data, "x.yml")
    text = data.decode("utf-8-sig", errors="replace")
    entry = None
    if root is not None:
        document = Document("x.yml", text, root)
        entry, mistakes = validate(document, kind)
        found += mistakes
    if entry is None and not found:
        raise Failure("refused without a word")
    _spans(found, text)
    for item in found:
        figures.codes[item.code.name] += 1
    if found:
        _reports(found[:5], text)
    if entry is not None:
        figures.accepted += 1
        _rendered(entry)
        if isinstance(entry, Entry | Vocabulary | Glossary) and figures.accepted % SAMPLED == 0:
            figures.rendered += _published(entry, document, figures)


def _spans(found, text):
    lines = text.split("\n")
    if len(found) > 2 * MAX_FOUND:
        raise Failure(f"{len(found)} diagnostics")
    for item in found:
        if codes.ALL.get(item.code.name) is not item.code:
            raise Failure(f"undeclared {item.code.name}")
        span = item.span
        if not (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column):
            raise Failure(f"{item.code.name}: span {span} is no stretch")
        for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
            if line > len(lines) + 1 or column > len(lines[line - 1] if line <= len(lines) else "") + 2:
                raise Failure(f"{item.code.name}: span {span} lies outside the file")


def _reports(found: list[Diagnostic], text):
    for report in (human, github):
        printed = report(found, "sv", {"x.yml": text})
        for line in printed.splitlines():
            if not line.isprintable() and not line.replace("\xa0", " ").replace("\u3000", " ").isprintable():
                raise Failure(f"a report prints {line!r}")
            if report is human and (line.lstrip().startswith("::") or "##[" in line):
                raise Failure(f"a report gives the command {line!r}")


def _rendered(entry):
    texts = [
        written
        for _, value in walk(entry)
        if isinstance(value, Line | Prose)
        for written in (value.sv, value.en)
        if written
    ]
    html = "\n".join(markdown.block(written, lambda _: "x/") for written in texts).encode("utf-8")
    page = facts("/", html)
    if page.inline or page.fetched or _ACTIVE.search(html):
        raise Failure(f"renders as {html!r}")


@cache
def _small():
    return check_folder(SMALL).playbook


class _Memory(Cache):
    """A cache that keeps what the checks found in files and templates for as long as the run lasts."""

    def __init__(self):
        super().__init__(None)
        self._kept = {}

    def get(self, make, *names):
        if names not in self._kept:
            self._kept[names] = make()
        return self._kept[names]


_MEMORY = _Memory()


@cache
def _templates():
    folders = (ROOT / "playbook" / "templates", ROOT / "docs" / "theme", TEMPLATES)
    return tuple(path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.*ml")))


def _with(playbook, model, document):
    """Return the playbook with another entry, vocabulary or glossary in place of its own."""
    if isinstance(model, Vocabulary):
        return replace(playbook, vocabulary=model, vocabulary_document=document)
    if isinstance(model, Glossary):
        return replace(playbook, glossary=model, glossary_document=document)
    others = tuple(other for other in playbook.loaded if other.entry.id != model.id)
    return replace(playbook, loaded=(*others, Loaded(model, document)))


def _published(model, document, figures):
    """Check a file as part of the small playbook, and render the pages that show it; return how many there are."""
    playbook = _with(_small(), model, document)
    found = check(playbook, templates=_templates() if isinstance(model, Vocabulary) else (), cache=_MEMORY)
    mine = [mistake for mistake in found if mistake.file == document.file]
    _spans(mine, document.text)
    _reports(mine[:5], document.text)
    if has_errors(found):
        return 0
    renderer = Renderer(playbook, ROOT / "playbook" / "templates")
    is_entry = isinstance(model, Entry)
    shown = [page for locale in LOCALES for page in renderer.pages(locale) if not is_entry or page.subject is model]
    if not is_entry:  # Each shows a few of all pages, one after another.
        shown = shown[figures.rendered % SAMPLED :: SAMPLED]
    for page in shown:
        html = renderer.render(page).html
        if inline := facts(f"/{page.url}", html.encode()).inline:
            raise Failure(f"a page holds {inline}")
        if broken := _BROKEN.search(html):
            raise Failure(f"a page holds the broken entity {html[broken.start() :][:40]!r}")
    return len(shown)


def _page(text, figures):
    """Check a page written by hand; read it as the site generator does if nothing is wrong with it."""
    page = Handwritten("docs/sv/x.md", "x", "sv", text)
    versions = {"sv": page}
    if figures.kinds[Handwritten.__name__] % SAMPLED == 0:
        versions["en"] = replace(page, file="docs/en/x.md", locale="en", text=text.swapcase())
    found = [item for item in by_hand.check({"x": versions}, long_texts.NO_TARGETS) if item.file == page.file]
    found = [item for item in found if item.code is not codes.MISSING_PAGE]
    _spans(found, text)
    _reports(found[:5], text)
    for item in found:
        figures.codes[item.code.name] += 1
    if not has_errors(found):
        figures.accepted += 1
        Markdown(extensions=["attr_list", "md_in_html", "tables", "toc", "fenced_code"]).convert(text)


def _data():
    """Return the bytes of memory that the process holds now; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text("utf-8").split()[5]) * resource.getpagesize() if told.is_file() else 0


@contextlib.contextmanager
def limits():
    """Stop what takes too long or too much memory, where the system can."""

    def late(*_):
        raise Failure(f"took more than {MAX_SECONDS} s")

    most = _data() + (MAX_MEGABYTES << 20)  # What a run of all tests holds before is not counted.
    resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    before = signal.signal(signal.SIGALRM, late)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, before)
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def fuzz(inputs, seed, *, judging=judge, most=10):
    """Try ``inputs`` inputs; return the figures. Ends early after ``most`` failures."""
    figures, texts = Figures(), corpus()
    with limits():
        for number in range(inputs):
            data, kind = mutant(random.Random(f"{seed}/{number}"), texts)  # noqa: S311 - repeatable is what it must be
            figures.inputs += 1
            started = time.perf_counter()
            signal.alarm(MAX_SECONDS)
            try:
                judging(data, kind, figures)
            except Exception as error:  # noqa: BLE001 - whatever is raised is what a run is looking for
                figures.failures.append(f"seed {seed}, input {number}: {type(error).__name__}: {error}")
                _keep(f"{seed}-{number}", data)
            finally:
                signal.alarm(0)
            figures.slowest = max(figures.slowest, time.perf_counter() - started)
            if len(figures.failures) >= most:
                break
    return figures


def _keep(name, data):
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{name}.yml").write_bytes(data)


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Throw broken files at the reader.")
    parser.add_argument("--inputs", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="which (default 1)")
    parser.add_argument("--slow", action="store_true", help="measure how long long texts take instead")
    options = parser.parse_args()
    if options.slow:
        return long_texts.main()
    started = time.monotonic()
    figures = fuzz(options.inputs, options.seed)
    print(*figures.failures, *figures.lines(time.monotonic() - started), sep="\n")
    return 1 if figures.failures else 0


if __name__ == "__main__":
    sys.exit(main())
