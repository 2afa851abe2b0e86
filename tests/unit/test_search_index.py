# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index as files: what can be found, in which language, and that it is always the same."""

import dataclasses
import json

import pytest

from spelbok.checks.folder import check_folder
from spelbok.language.stems import Stems
from spelbok.locales import LOCALES
from spelbok.model.wording import Rule, Rules
from spelbok.site import search
from tests.conftest import ROOT, SMALL
from tests.consumers import node

WRITTEN = {
    "om/": '<html><head><meta name="description" content="Vad det är."></head><body><nav>meny</nav>'
    "<article><h1>Om oss</h1><p>Ugglor i mossen.</p><script>kod()</script></article></body></html>",
    "gammal/": '<html><head><meta http-equiv="refresh" content="0; url=../om/"></head></html>',
}


@pytest.fixture
def playbook(small):
    return check_folder(small).playbook


def found(playbook, locale, written=WRITTEN):
    return {record.url: record for record in search.records(playbook, locale, written)}


def postings(files):
    """The index read back: the records of each term, by field."""
    data = json.loads(files["index.json"])
    terms = iter(data["terms"].split())
    read = {}
    for number in range(len(data["shards"])):
        for fields in json.loads(files[f"words-{number}.json"]):
            term = read.setdefault(next(terms), {})
            for field, steps in fields.items():
                numbers = [sum(steps[: at + 1 : 2]) for at in range(0, len(steps), 2)]
                term[int(field)] = dict(zip(numbers, steps[1::2], strict=True))
    assert next(terms, None) is None
    return read


def titles(files, records):
    read = []
    for number in range((len(records) + 7) // 8):
        read += json.loads(files[f"titles-{number}.json"])
    return read


def test_everything_can_be_found_in_its_language(playbook):
    swedish, english = found(playbook, "sv", {}), found(playbook, "en", {})

    assert len(swedish) == len(english)
    assert all(url.startswith("en/") for url in english)
    assert not any(url.startswith("en/") for url in swedish)
    assert {record.kind for record in swedish.values()} >= {*(kind.kind for kind in playbook.kinds), "page", "term"}
    assert not any(url in swedish for url in ("sok/", "en/find/"))


def test_pages_written_by_hand_give_their_article_alone(playbook):
    page = found(playbook, "sv")["om/"]

    assert (page.kind, page.title, page.summary) == ("page", "Om oss", "Vad det är.")
    assert page.text.split() == ["Ugglor", "i", "mossen."]
    assert "gammal/" not in found(playbook, "sv")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_of_every_record_leads_back_to_it(playbook, locale):
    records = list(search.records(playbook, locale, WRITTEN))
    files = search.index(playbook, locale, records)
    index, stem = postings(files), Stems(locale)
    addresses = [url for _, url, _ in titles(files, records)]

    assert sorted(addresses) == sorted(record.url for record in records)
    for record in records:
        for field, text in enumerate(record.fields):
            for word in filter(None, map(stem, search.words(text))):
                assert addresses.index(record.url) in index[word][field], word


def test_parts_of_compounds_count_less_than_words(playbook):
    records = [search.Record("page", "a/", "Effektfärdplan", ""), search.Record("page", "b/", "Färdplan", "")]

    index = postings(search.index(playbook, "sv", records))

    assert index["färdplan"] == {0: {0: search._PART, 1: search._WHOLE}}


def test_untranslated_texts_are_not_found_in_the_other_language(playbook):
    entry = next(entry for entry in playbook.entries if entry.kind == "practice")
    alone = entry.model_copy(update={"summary": type(entry.summary)(sv="Bara på svenska.")})

    assert search._entry(playbook, alone, "en").summary == ""


@pytest.mark.parametrize("locale", LOCALES)
def test_two_builds_give_the_same_bytes(playbook, locale):
    records = list(search.records(playbook, locale, WRITTEN))

    assert search.index(playbook, locale, records) == search.index(playbook, locale, records[::-1])


def test_a_word_that_texts_avoid_finds_the_one_they_use(playbook):
    rule = Rule(find=("tröskel*", "grind utan lås"), use="dörr eller port")
    wording = playbook.wording.model_copy(update={"terms": Rules(sv=(rule,))})
    stem = Stems("sv")

    groups = search.synonyms(dataclasses.replace(playbook, wording=wording), "sv", stem)

    assert [stem(word) for word in ("tröskel", "dörr", "port")] in groups


def test_keywords_are_found_in_their_language(playbook, small):
    file = small / "practices" / "open-door.yml"
    file.write_text(file.read_text("utf-8") + "keywords: {sv: [insynsväg], en: [way of looking in]}\n", "utf-8")
    changed = check_folder(small).playbook
    for locale, word in (("sv", "insynsväg"), ("en", "looking")):
        before, after = (
            [record.url for record in search.records(book, locale, {}) if word in record.keywords]
            for book in (playbook, changed)
        )
        assert (before, len(after)) == ([], 1)


def asked(tmp_path, locale, files, queries):
    """Return the titles of the hits of each query, as the search page's own module finds them."""
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "queries.json").write_text(json.dumps(queries), "utf-8")
    return node("search.mjs", str(ROOT / "docs" / "theme" / "assets"), str(tmp_path), locale)


#: Texts of which one word is a stop word in small letters and a name in capitals, and titles that say nothing.
PLAIN = [
    search.Record("page", "a/", "Who does what", "A map of decisions."),
    search.Record("page", "b/", "Teams", "In a team it is so, with what it needs.", text="What a team does. " * 9),
    search.Record("page", "c/", "In a team", "Life."),
    search.Record("page", "d/", "Computers", "The IT of the agency.", text="Ask IT."),
    search.Record("page", "e/", "Us and IT", "The others."),
    search.Record("page", "f/", "Team team", "Twice."),
]


def test_titles_of_words_that_say_nothing_and_names_in_capitals_are_found(tmp_path):
    files = search.index(check_folder(SMALL).playbook, "en", PLAIN)
    queries = ["who does what", "Who does what", "in a team", "IT", "it", "teams", "of", "xyzzy", "IT agency"]

    found = dict(zip(queries, asked(tmp_path, "en", files, queries), strict=True))

    assert found["who does what"] == found["Who does what"] == ["Who does what"]
    assert found["in a team"][0] == "In a team"
    assert set(found["IT"]) == set(found["it"]) == {"Computers", "Us and IT"}
    assert found["IT"][0] == "Us and IT"
    assert found["teams"][0] == "Teams"
    assert found["IT agency"][0] == "Computers"
    assert (found["of"], found["xyzzy"]) == ([], [])


def test_words_that_say_nothing_are_indexed_in_titles_alone():
    index = postings(search.index(check_folder(SMALL).playbook, "en", PLAIN))

    assert {term for term in index if term.startswith("=")} == {
        "=who",
        "=does",
        "=what",
        "=in",
        "=a",
        "=and",
        "=us",
        "=it",
    }
    assert index["IT"] == {0: {4: 2}, 2: {3: 2}, 3: {3: 2}}
