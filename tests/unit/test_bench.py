# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The benchmark: the corpus that it makes, what it prints, and how it compares. No test looks at a clock."""

import datetime as dt
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import comparison, corpus, edits
from benchmarks.cli import main
from benchmarks.cost import CommandFailedError, Cost, run
from benchmarks.measure import SCENARIOS, Measured
from benchmarks.output import Size, size
from benchmarks.previewing import Waits
from benchmarks.table import exponent, record, table
from benchmarks.writer import PLANTED
from commands import bench
from spelbok.checks.folder import check_folder
from spelbok.diagnostics import has_errors
from spelbok.model import KINDS, Practice
from spelbok.playbook.translations import SHARED, of_playbook
from spelbok.source.document import Document
from spelbok.source.parser import parse
from tests.conftest import ROOT
from tests.peers.pages import pages
from tests.peers.projects import PROJECTS
from tests.site import small_project

ENTRIES = 40


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A corpus in the small playbook's words: its folder, its plan and what loading it gives."""
    place = tmp_path_factory.mktemp("bench")
    out = place / "corpus"
    plan = corpus.write(small_project(place / "small"), out, ENTRIES)
    return out, plan, check_folder(out / "playbook")


# --- The corpus ---------------------------------------------------------------


def test_a_corpus_has_as_many_entries_as_asked_for_and_no_mistakes(made):
    _, _, result = made
    assert not has_errors(result.diagnostics), [item.code.name for item in result.diagnostics]
    assert len(result.playbook.entries) == ENTRIES
    assert {type(entry) for entry in result.playbook.entries} == set(KINDS)


@pytest.mark.parametrize("entries", [25, 100, 1000, 3000])
def test_the_kinds_add_up_and_principles_keep_to_their_numbers(entries):
    counts = corpus.counts(entries)
    assert sum(counts.values()) == entries
    assert counts["principle"] <= 99
    assert counts["practice"] > entries / 2
    assert counts["practice"] / counts["principle"] <= 22  # What a reader sees beside a practice.


def test_texts_go_through_the_checks_of_language_and_translations_are_current(made):
    _, _, result = made
    known = {"unlisted-address", "misspelled"}  # The small playbook lists no words of its own.
    assert {item.code.name for item in result.diagnostics} <= known
    lagging = [
        name for name, texts in of_playbook(result.playbook).items() if {text.state for text in texts} != {"current"}
    ]
    assert [name for name in lagging if not name.startswith(SHARED)] == []  # Those are the project's own.


def test_planted_words_stand_where_a_search_is_to_find_them(made):
    out, plan, _ = made
    place = plan.places["practice"][0]
    text = (out / "playbook" / "practices" / f"{place.id}.yml").read_text("utf-8")
    assert PLANTED.sv in text
    assert PLANTED.en in text


def test_the_same_number_gives_the_same_bytes_whatever_the_hash_seed(made, tmp_path):
    out, _, _ = made
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        "corpus",
        "--entries",
        str(ENTRIES),
        "--out",
        tmp_path / "again",
    ]
    subprocess.run(
        command,
        check=True,
        cwd=out.parent / "small",
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
    )
    assert digests(tmp_path / "again") == digests(out)


def digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_larger_corpus_gives_nobody_more_neighbours():
    vocabulary = check_folder(ROOT / "tests" / "data" / "small").playbook.vocabulary
    for entries in (100, 1000):
        plan = corpus.planned(entries, vocabulary)
        practices = plan.places["practice"]
        near = [plan.near("principle", place, 3) for place in practices]
        assert {len(found) for found in near} == {3}
        first = [found[0].id for found in near]
        assert max(map(first.count, set(first))) <= 12
        assert all(place not in plan.near("practice", place, 4) for place in practices)


def test_neither_too_few_entries_nor_a_folder_in_use(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(small_project(tmp_path / "project"))
    with pytest.raises(ValueError, match="at least"):
        corpus.write(Path.cwd(), tmp_path / "out", corpus.MIN_ENTRIES - 1)
    used = tmp_path / "used"
    used.mkdir()
    (used / "file").write_text("mine", "utf-8")
    assert main(["corpus", "--entries", "25", "--out", str(used), "--lang", "en"]) == 2
    assert "is not empty" in capsys.readouterr().err


def test_a_vocabulary_with_mistakes_is_refused(tmp_path, monkeypatch, capsys):
    project = small_project(tmp_path / "project")
    (project / "playbook" / "vocabulary.yml").write_text("roles: no\n", "utf-8")
    monkeypatch.chdir(project)
    assert main(["corpus", "--entries", "25", "--out", str(tmp_path / "out"), "--lang", "en"]) == 2
    assert "spelbok check" in capsys.readouterr().err


# --- Edits --------------------------------------------------------------------


@pytest.mark.parametrize(("of", "field"), [(edits.of_text, "summary"), (edits.of_title, "title")])
def test_an_edit_changes_one_field_in_both_languages_and_is_undone(made, of, field):
    out, plan, result = made
    edit = of(out, plan, 3)
    before, after = (values(edit.file.name, text) for text in (edit.before, edit.after))
    assert {name for name in before if before[name] != after[name]} == {field}
    edit.do()
    assert edit.file.read_text("utf-8") == edit.after
    edit.undo()
    assert edit.file.read_text("utf-8") == edit.before
    entry = next(entry for entry in result.playbook.of(Practice) if entry.id == edit.file.stem)
    urls = [url for url, _ in edit.seen]
    assert urls == [f"arbetssatt/{entry.slug.sv}/", f"en/practices/{entry.slug.en}/", "arbetssatt/"]
    assert [words for _, words in edit.seen] == [after[field]["sv"], after[field]["en"], after[field]["sv"]]


def values(name, text):
    return Document(name, text, parse(text.encode(), name)[0]).values()


# --- Measuring ----------------------------------------------------------------


def test_a_command_costs_what_it_and_its_children_need():
    child = "x = bytearray(300_000_000)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    cost = run([sys.executable, "-c", code], Path.cwd())
    assert cost.cpu > 0
    assert cost.peak > 300_000_000  # The child's, which is larger than its parent.


def test_a_command_that_fails_has_no_cost():
    with pytest.raises(CommandFailedError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], Path.cwd())


def test_the_size_counts_pages_for_readers_and_compresses_texts_only(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"x" * 10_000)
    (tmp_path / "picture.png").write_bytes(b"x" * 10_000)
    (tmp_path / "moved.html").write_bytes(b'<meta http-equiv="refresh" content="0; url=a/">')
    (tmp_path / "frame.html").write_bytes(b'<meta name="robots" content="noindex">')
    found = size(tmp_path)
    assert (found.pages, found.files) == (1, 4)
    assert 20_000 < found.raw < 20_100
    assert 10_000 < found.compressed < 10_300


def measured(entries, cpu, peak=100 * 2**20):
    costs = {name: Cost(cpu * number, 3 * cpu, peak) for number, name in enumerate(SCENARIOS, 1)}
    waits = {"start": Waits(4.0, 4.0, 1), "text": Waits(0.25, 0.5, 5), "title": Waits(0.75, 1.0, 5)}
    return Measured(entries, Size(2 * entries, 3 * entries, 5_000_000, 1_000_000), costs, waits, {"packages": 0.5})


def test_the_table_tells_costs_sizes_and_growth():
    text = table([measured(100, 1.0), measured(1000, 11.0, 200 * 2**20)], "en")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    assert ["100", "check", "1.00", "3.00", "100"] in rows
    assert ["1000", "build, cold", "33.00", "33.00", "200"] in rows
    assert ["1000", "of which packages", "0.50", "", ""] in rows
    assert ["100", "preview: a saved text", "", "0.25 (0.50)", ""] in rows
    assert ["1000", "2000", "3000", "5.0", "1.0"] in rows
    assert ["100 → 1000", "build, cold", "11.00", "1.04", "2.00"] in rows
    assert len({len(line) for line in text.splitlines() if line.startswith("|")}) == 3  # Each table stands straight.


def test_one_size_has_no_growth():
    assert "exponent" not in table([measured(100, 1.0)], "sv")


@pytest.mark.parametrize(("large", "power"), [(10.0, 1.0), (100.0, 2.0), (1.0, 0.0)])
def test_the_exponent_is_the_power_of_growth(large, power):
    assert exponent(1.0, large, 10) == pytest.approx(power)


# --- Comparing ----------------------------------------------------------------


def written(*all_measured):
    return record(all_measured, 1, dt.datetime(2026, 11, 23, tzinfo=dt.UTC)) + "\n"


def test_the_same_version_has_no_regression():
    before = written(measured(100, 1.0), measured(1000, 10.0))
    ratios = comparison.ratios(before, before)
    assert {ratio.entries for ratio in ratios} == {100, 1000}
    assert {ratio.times for ratio in ratios} == {1.0}
    assert not any(ratio.is_regression() for ratio in ratios)


def test_a_slower_version_is_a_regression_however_fast_the_machine():
    for machine in (0.5, 1.0, 20.0):
        before, now = written(measured(1000, machine)), written(measured(1000, 1.5 * machine))
        worse = [ratio for ratio in comparison.ratios(before, now) if ratio.is_regression()]
        assert {ratio.what for ratio in worse} == {f"{name}, CPU" for name in SCENARIOS}
        assert {round(ratio.times, 3) for ratio in worse} == {1.5}


def test_more_memory_is_a_regression_too():
    before, now = written(measured(1000, 1.0)), written(measured(1000, 1.0, 150 * 2**20))
    worse = [ratio for ratio in comparison.ratios(before, now) if ratio.is_regression()]
    assert {ratio.what for ratio in worse} == {f"{name}, memory" for name in SCENARIOS}


def test_of_several_runs_the_one_that_nothing_disturbed_counts():
    before = written(measured(1000, 1.0)) + written(measured(1000, 9.0))
    now = written(measured(1000, 5.0)) + written(measured(1000, 1.1))
    cpu = [ratio.times for ratio in comparison.ratios(before, now) if ratio.what.endswith("CPU")]
    assert cpu == [pytest.approx(1.1)] * len(SCENARIOS)


def test_what_takes_no_time_does_not_regress():
    before, now = written(measured(100, 0.001)), written(measured(100, 0.03))
    assert not any(ratio.is_regression() for ratio in comparison.ratios(before, now))


def test_the_command_fails_on_a_regression_and_says_so_to_github(tmp_path, monkeypatch, capsys):
    before, now = tmp_path / "before.jsonl", tmp_path / "now.jsonl"
    before.write_text(written(measured(1000, 1.0)), "utf-8")
    now.write_text(written(measured(1000, 2.0)), "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["compare", str(before), str(before)]) == 0
    assert "::warning" not in capsys.readouterr().out
    assert main(["compare", str(before), str(now)]) == 1
    assert "::warning title=Slower than the last release::" in capsys.readouterr().out
    assert main(["compare", str(before), str(now), "--limit", "2.5"]) == 0


@pytest.mark.parametrize("text", ["", "{}\n", "no json\n", json.dumps({"measured": []}) + "\n"])
def test_records_that_hold_nothing_are_no_silent_success(tmp_path, text, capsys):
    file = tmp_path / "empty.jsonl"
    file.write_text(text, "utf-8")
    assert main(["compare", str(file), str(file), "--lang", "en"]) == 2
    assert capsys.readouterr().err


# --- The last release ---------------------------------------------------------


def test_this_version_and_the_release_are_measured_in_turn(tmp_path):
    commands = list(bench.turns(tmp_path, tmp_path / "release", 2, ["25"]))
    assert len(commands) == 4
    for release, now in (commands[:2], commands[2:]):
        assert release[release.index("--command") + 1].startswith(str(tmp_path / "release"))
        assert release[release.index("--project") + 1] == str(tmp_path / "release")
        assert release[release.index("--json") + 1].endswith("release.jsonl")
        assert "--with" not in now
        assert now[now.index("--json") + 1].endswith("now.jsonl")
    assert len(list(bench.turns(tmp_path, None, 2, ["25"]))) == 2


def test_the_last_release_is_the_newest_tag_of_a_version(tmp_path):
    def git(*words):
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", tmp_path, *identity, *words], check=True, capture_output=True)

    git("init")
    git("commit", "--allow-empty", "-m", "One")
    assert bench.last_release(tmp_path) == ""
    git("tag", "v0.1.0")
    git("commit", "--allow-empty", "-m", "Two")
    git("tag", "a-note")
    assert bench.last_release(tmp_path) == "v0.1.0"


# --- Others -------------------------------------------------------------------


def test_others_get_a_page_of_each_entry_in_both_languages_with_the_same_texts(made):
    _, _, result = made
    found = dict(pages(result.playbook))
    entry = result.playbook.of(Practice)[1]
    for locale in ("sv", "en"):
        own = {path: text for path, text in found.items() if path.startswith(f"{locale}/")}
        assert sum(path.rpartition("/")[2] != "index.md" for path in own) == ENTRIES
        (page,) = (text for path, text in own.items() if path.endswith(f"/{entry.id}.md"))
        assert entry.title[locale] in page
        for step in entry.steps:
            assert step.text[locale].strip() in page


def test_links_of_others_pages_lead_to_pages(made):
    _, _, result = made
    found = dict(pages(result.playbook))
    links = 0
    for path, text in found.items():
        for target in re.findall(r"\]\(([^):]+\.md)\)", text):
            assert os.path.normpath(Path(path).parent / target) in map(os.path.normpath, found), (path, target)
            links += 1
    assert links > 5 * ENTRIES


def test_material_is_set_up_as_it_comes_and_tuned(made, tmp_path):
    _, _, result = made
    for name in ("material", "material-tuned"):
        PROJECTS[name](result.playbook, tmp_path / name)
    plain, tuned = ((tmp_path / name / "mkdocs.yml").read_text("utf-8") for name in ("material", "material-tuned"))
    assert "navigation.sections" in plain
    assert "reconfigure_search" not in plain
    assert "navigation.prune" in tuned
    assert "reconfigure_search: false" in tuned
