# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Edit a playbook at random under the preview: ``python -m tests.incremental --edits 500``.

After each edit the project is built from nothing, in a process that keeps
nothing. What is kept from before must give the same bytes:

- every page as the preview shows it, made from the playbook it holds and the edits since;
- every file of a build that finds in its cache what earlier builds left there.

Where the edit breaks the playbook, both must say the same about it. The exit
code is 1 at the first difference.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks import corpus
from spelbok.build.pipeline import build
from spelbok.build.preview.session import Live
from spelbok.diagnostics.reporters import REPORTERS
from spelbok.storage.cache import Cache
from tests.conftest import ROOT
from tests.reproduce import differences
from tests.site import bytes_of

_ENTRIES = 25
#: A text of an entry in one language, and the title's and the slug's lines.
_TEXT = re.compile(r"^ +(?:- )?(?:sv|en): [^'\"\n]* [^'\"\n]*\.$", re.MULTILINE)
_TITLE = re.compile(r"^title:\n  sv: (.*)\n  en: (.*)$", re.MULTILINE)
_STATUS = re.compile(r"^status: .*$", re.MULTILINE)
_ID = re.compile(r"^id: (.*)$", re.MULTILINE)
_SLUG = re.compile(r"^slug:\n  sv: (.*)\n  en: (.*)$", re.MULTILINE)


class Playbook:
    """A project to edit. Each edit returns the files that it touched."""

    def __init__(self, project, seed):
        self.project = project
        self.random = random.Random(seed)  # noqa: S311 - to repeat, not to hide
        self.pristine = {path: path.read_bytes() for path in self._files("playbook", "docs")}
        self.number = 0

    def edit(self, *, is_broken):
        """Make one edit; return its name and the files. Most often, what is broken is mended."""
        self.number += 1
        if is_broken and self.random.random() < _MENDED:
            return "mending", undo(self)
        (edit,) = self.random.choices([edit for edit, _ in EDITS], [weight for _, weight in EDITS])
        return edit.__name__, edit(self)

    def _files(self, *folders):
        return sorted(path for name in folders for path in (self.project / name).rglob("*") if path.is_file())

    def entry(self):
        """Return the file of some entry."""
        kinds = ("principles", "practices", "modules", "paths", "measures")
        return self.random.choice(self._files(*(f"playbook/{kind}" for kind in kinds)))

    def change(self, path, change):
        """Change the text of a file."""
        path.write_text(change(path.read_text("utf-8")), "utf-8", newline="\n")
        return {path}


def _numbered(field, number):
    return rf"{field}:\n  sv: \1 {number}\n  en: \2 {number}"


def text(playbook):
    """Say one sentence more in some text."""
    path = playbook.entry()
    place = playbook.random.choice([*_TEXT.finditer(path.read_text("utf-8"))]).end()
    more = f" Ord {playbook.number}."
    return playbook.change(path, lambda old: old[:place] + more + old[place:])


def title(playbook):
    """Give an entry another title."""
    return playbook.change(
        playbook.entry(),
        lambda old: _TITLE.sub(rf"title:\n  sv: \1 {playbook.number}\n  en: \2 {playbook.number}", old),
    )


def slug(playbook):
    """Give an entry another address, which leads on from the old one."""
    path = playbook.entry()
    slugs = _SLUG.search(path.read_text("utf-8"))
    if slugs is None:
        return set()
    words = ["rename", "--of", "sv", _ID.search(path.read_text("utf-8"))[1], f"namn-{playbook.number}"]
    subprocess.run(_command(*words), cwd=playbook.project, capture_output=True, check=False)
    return {path, playbook.project / "playbook" / "published.txt"}


def status(playbook):
    """Draw an entry back, or publish it again."""
    states = ("draft", "published")
    return playbook.change(
        playbook.entry(),
        lambda old: re.sub(r"^status: .*$", f"status: {playbook.random.choice(states)}", old, flags=re.MULTILINE),
    )


def removal(playbook):
    """Remove an entry."""
    path = playbook.entry()
    path.unlink()
    return {path}


def addition(playbook):
    """Add an entry that is like another one, under its own name."""
    path = playbook.entry()
    name = f"{path.stem}-{playbook.number}"
    new = path.with_name(f"{name}.yml")
    old = _TITLE.sub(_numbered("title", playbook.number), path.read_text("utf-8"))
    old = _SLUG.sub(rf"slug:\n  sv: \1-{playbook.number}\n  en: \2-{playbook.number}", old)
    new.write_text(_ID.sub(f"id: {name}", old), "utf-8", newline="\n")
    return {new}


def mistake(playbook):
    """Break an entry's file."""
    wrong = playbook.random.choice(["\nsteps: [", "\nunknown: x", "\n\tx", "\nid: other"])
    return playbook.change(playbook.entry(), lambda old: old + wrong)


def template(playbook):
    """Let a template say more."""
    path = playbook.random.choice(playbook._files("playbook/templates"))
    return playbook.change(path, lambda old: f"{old}\n<p>{playbook.number}</p>\n" if path.suffix == ".html" else old)


def theme(playbook):
    """Change the theme: its style, or what stands around pages."""
    path = playbook.project / "docs" / "theme" / playbook.random.choice(["assets/spelbok.css", "main.html"])
    more = f".md-x{playbook.number} {{ color: red }}\n" if path.suffix == ".css" else f"<!-- {playbook.number} -->\n"
    return playbook.change(path, lambda old: old + more)


def words(playbook):
    """Change what pages share: a label, a term, a word that is listed, the publisher."""
    name = playbook.random.choice(["vocabulary.yml", "glossary.yml", "publisher.yml", "words.sv.txt", "wording.yml"])
    path = playbook.project / "playbook" / name
    if path.suffix == ".txt":
        return playbook.change(path, lambda old: f"{old}Nyord{playbook.number}\n")
    found = [*re.finditer(r"sv: ([A-ZÅÄÖ][a-zåäö ]+?)(?=[,.}\n])", path.read_text("utf-8"))]
    place = playbook.random.choice(found).end() if found else None
    return playbook.change(path, lambda old: f"{old[:place]} nu{old[place:]}" if place else old)


def page(playbook):
    """Write more on a page written by hand."""
    path = playbook.random.choice(playbook._files("docs/sv", "docs/en"))
    return playbook.change(path, lambda old: f"{old}\n\nOrd {playbook.number}.\n" if path.suffix == ".md" else old)


def undo(playbook):
    """Bring everything back that was there at first."""
    changed = {path for path in playbook._files("playbook", "docs") if path not in playbook.pristine}
    for path in changed:
        path.unlink()
    for path, content in playbook.pristine.items():
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
            changed.add(path)
    return changed


#: Mistakes that reading a file alone brings to light.
_UNREADABLE = {"duplicate-key", "yaml-syntax", "unknown-field", "id-mismatch"}
#: How often what is broken is mended at once.
_MENDED = 0.7
#: How a playbook is edited, and how often in proportion.
EDITS = (
    *((text, 30), (title, 12), (slug, 5), (status, 6), (removal, 4), (addition, 5), (mistake, 7)),
    *((template, 6), (theme, 4), (words, 7), (page, 3), (undo, 4)),
)


def _command(*words):
    return [sys.executable, "-m", "spelbok", *words]


class Follower:
    """What ``spelbok serve`` holds: the pages of the last whole build, and of the edits since."""

    def __init__(self, project, cache):
        self.project = project
        self.site = project.parent / "kept"
        self.cache = cache
        self.live = None

    def follow(self, changed):
        """Take over an edit; return whether it was shown without a whole build."""
        return self.live is not None and (outcome := self.live.follow(changed)) is not None and outcome.ok

    def whole(self):
        """Build everything, with what was kept."""
        outcome = build(Path(), Path("playbook"), self.site, lambda _: None, self.cache, with_paper=False)
        self.live = Live(self.project, outcome.standing) if outcome.standing else None
        return outcome


def compare(follower, from_nothing):
    """Return which pages differ as followed and as built from nothing, and how many were compared."""
    site = follower.project.parent / "fresh"
    shown, broken = 0, []
    if from_nothing.returncode == 0 and follower.live is not None:
        for file in sorted(site.rglob("index.html")):
            url = f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
            made = follower.live.page(url)
            shown += made is not None
            if made is not None and made != file.read_bytes():
                broken.append(f"the preview's /{url}")
    return broken, shown


def run(folder, edits, seed, say):
    """Make so many edits; return what differed after the first that made a difference, and what was seen."""
    project = folder / "project"
    corpus.write(ROOT, project, _ENTRIES)
    os.chdir(project)
    playbook = Playbook(project.resolve(), seed)
    follower = Follower(project.resolve(), Cache(folder / "cache", b"incremental"))
    outcome = follower.whole()
    seen = Counter()
    for number in range(edits):
        name, changed = playbook.edit(is_broken=not outcome.ok)
        fresh = subprocess.Popen(
            _command("build", "--no-paper", "--lang", "en", "--site", str(folder / "fresh")),
            env={**os.environ, "SPELBOK_CACHE": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        followed = follower.follow(changed)
        if not followed:
            outcome = follower.whole()
        told = fresh.communicate()[0]
        broken, shown = compare(follower, fresh)
        if followed:  # As the preview's build that catches up.
            outcome = follower.whole()
        if (fresh.returncode == 0) != outcome.ok:
            broken.append(f"built from nothing: {fresh.returncode}, with what was kept: {outcome.ok}")
        elif not outcome.log and outcome.diagnostics:
            kept = REPORTERS["human"](outcome.diagnostics, "en", outcome.texts)
            broken += [f"told from nothing:\n{told}\nwith what was kept:\n{kept}"] if kept != told else []
        if outcome.ok:
            broken += differences([bytes_of(folder / "fresh"), bytes_of(follower.site)])
        seen.update([name, "shown at once" if followed else "built", "clean" if outcome.ok else "refused"])
        seen["pages compared"] += shown
        codes = sorted({found.code.name for found in outcome.diagnostics}) if not outcome.ok else []
        how = "shown at once" if followed else "built"
        say(f"{number + 1} {name}: {how}, {' '.join(['refused', *codes]) if not outcome.ok else 'clean'}")
        if followed and not outcome.ok and _UNREADABLE & set(codes):
            broken.append("the preview showed what cannot be read")
        if broken:
            return [f"after edit {number + 1} ({name}, seed {seed}):", *broken], seen
    return [], seen


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Edit a playbook at random under the preview.")
    parser.add_argument("--edits", type=int, default=500, help="how many edits (default 500)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default 1)")
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        broken, seen = run(Path(folder), options.edits, options.seed, lambda line: print(line, flush=True))
        os.chdir("/")
    print(f"{time.monotonic() - started:.0f} s", *(f"{name}: {count}" for name, count in seen.most_common()), sep="\n")
    print(*(broken or ["no difference"]), sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
