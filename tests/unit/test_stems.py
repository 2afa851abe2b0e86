# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words as the search knows them: stems and the parts of compounds."""

import pytest

from spelbok.language.spelling import speller
from spelbok.language.stems import STOP_WORDS, Compounds, Stems, words
from tests.conftest import ROOT

OWN = words("handläggning kund nöjd sätt arbete ledning grupp effekt färdplan tid mål beslut karta skatt")


@pytest.fixture
def compounds():
    return Compounds(speller("sv"), Stems("sv"), set(OWN))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("användarnöjdhet", {"använd", "nöjd"}),  # By the dictionary's rules for compounds.
        ("användarintervjuer", {"använd", "intervju"}),
        ("effektfärdplanen", {"effek", "färdplan"}),
        ("beslutskartor", {"beslut", "kart"}),
        ("kundnöjdhet", {"kund", "nöjd"}),  # In the dictionary as one word; its parts are the playbook's own.
        ("ledningsgruppen", {"ledning", "grupp"}),
        ("arbetssätt", {"arbet", "sätt"}),
        ("handläggningstid", {"handläggning", "tid"}),
    ],
)
def test_compounds_are_taken_apart(compounds, word, parts):
    assert parts <= compounds.parts(word)


@pytest.mark.parametrize("word", ["besluta", "öppenhet", "kommunen", "handling", "fördelar", "team", "uppföljning", ""])
def test_endings_and_prefixes_are_no_parts(compounds, word):
    assert compounds.parts(word) == set()


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("sv", "intervju intervjuer intervjuerna intervjuernas"),
        ("sv", "nöjd nöjda nöjdhet nöjdheten"),
        ("sv", "besluta beslutar beslut besluten"),
        ("en", "interview interviews interviewing interviewed"),
        ("en", "measure measures measuring measured"),
    ],
)
def test_inflected_forms_have_one_stem(locale, forms):
    assert len({Stems(locale)(form) for form in forms.split()}) == 1


def test_words_that_say_nothing_have_no_stem():
    assert [Stems("sv")(word) for word in ("och", "i", "", "å")] == ["", "", "", ""]
    assert all(word == word.lower() for locale in STOP_WORDS for word in STOP_WORDS[locale])


def test_words_are_read_whole_and_composed():
    assert words("E-tjänst, a\u030atgärd 2026_x!") == ["etjänst", "åtgärd", "2026", "x"]


@pytest.mark.parametrize("name", ["swedish", "english"])
def test_the_stemmers_of_page_and_build_are_of_one_version(name):
    """The page's are vendored; both must be Snowball 3.0, or a query's stems miss the index's."""
    from importlib.metadata import version  # noqa: PLC0415 - of this test alone

    assert (ROOT / "docs" / "theme" / "assets" / "vendor" / "snowball" / f"{name}-stemmer.js").is_file()
    assert version("snowballstemmer").startswith("3.0.")
