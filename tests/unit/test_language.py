# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Language: faults are seen once, where they stand, and good text is left alone."""

import typing

import pytest

from spelbok.checks.folder import check_folder
from spelbok.checks.language import CHECKS, MAX_SUGGESTED
from spelbok.diagnostics import codes
from spelbok.language import encoding, readability, spelling, translation, wording
from spelbok.language.words import read
from spelbok.model.entry import Exemption
from spelbok.model.wording import Rule

GOOD_SV = (
    "Teamet möter användarna varje vecka, t.ex. på kontoret i Kiruna. Ni ritar en tjänstekarta och gör klart. Läs "
    "2 kap. 5 § i lagen, bl.a. om allmänna handlingar. Användarnöjdheten följs upp i förvaltnings- och "
    "utvecklingsarbetet. HR:s kurs och IT-avdelningens effektfärdplan ligger på [kartan](id:nagon-plats-xyz). "
    "Kör `spelbok chekc`, se https://exempel.se/felstavt och e-tjänsten från Government Digital Service. "
    "Begreppet *stakeholder* (user journey) förklaras i ordlistan."
)
GOOD_EN = (
    "The team's organisation meets its users every week, e.g. at the Swedish Work Environment Authority. "
    "Prioritise the cross-functional programme, and don't leave anybody behind."
)


@pytest.fixture(scope="module")
def spellers():
    return {"sv": spelling.speller("sv"), "en": spelling.speller("en")}


def misspelled(text, locale, spellers):
    return [word.text for word in spelling.misspelled(text, read(text), locale, spellers)]


def sentences(text):
    return [" ".join(sentence.words) for sentence in read(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett. Två! Tre? Fyra", ["Ett", "Två", "Tre", "Fyra"]),
        ("Se t.ex. Skatteverket, 2 kap. 1 § och bl.a. Digg.", ["Se t.ex Skatteverket 2 kap 1 och bl.a Digg"]),
        ("Sa han ”Nej.” Sedan gick vi.", ["Sa han Nej", "Sedan gick vi"]),
        ("Fråga: Vad hände? Tid: 20 minuter", ["Fråga", "Vad hände", "Tid 20 minuter"]),
        ("Ta med:\n\n1. en penna\n2. ett papper\n", ["Ta med", "en penna", "ett papper"]),
        ("- ett\n- två", ["ett", "två"]),
        ("en rad\nsom fortsätter", ["en rad som fortsätter"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
        ("Läs [sidan](id:fel-ord) och `kod. Kod`. Klart.", ["Läs sidan och", "Klart"]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_lix_is_words_per_sentence_and_the_share_of_long_words():
    text = "Ett litet ord och sammansättningar. " * 12
    assert readability.lix([read(text)]) == 5 + 20
    assert readability.lix([read(text[: len(text) // 2])]) is None
    assert readability.lix([read(text[: len(text) // 2])] * 2) == 25


def test_a_sentence_may_have_thirty_words():
    assert list(readability.long_sentences(read("ord " * 30))) == []
    assert len(list(readability.long_sentences(read("ord " * 31)))) == 1


@pytest.mark.parametrize(("text", "locale"), [(GOOD_SV, "sv"), (GOOD_EN, "en")])
def test_good_text_is_spelled_right(text, locale, spellers):
    assert misspelled(text, locale, spellers) == []


@pytest.mark.parametrize(
    "word", ["användarnöjdeht", "utvecklningsplan", "katbord", "beslutslog", "infrastukturen", "bra.Vi"]
)
def test_misspelled_swedish(word, spellers):
    assert misspelled(f"Vi ser {word} här.", "sv", spellers) == [word]


@pytest.mark.parametrize("word", ["teh", "organization", "color", "recieve", "roadmaps"])
def test_misspelled_english(word, spellers):
    assert misspelled(f"We see {word} here.", "en", spellers) == [word]


def test_the_other_language_is_a_fault_in_running_text(spellers):
    assert misspelled("Vi gör en stakeholder nu.", "sv", spellers) == ["stakeholder"]


def test_listed_words_inflect_and_compound_like_their_example():
    listed = spelling.Speller("sv", ("kravkort/kort", "Digdir"))
    assert [word for word in ("kravkort", "kravkorten", "kravkortbunt", "Digdir") if not listed.knows(word)] == []
    assert not spelling.Speller("sv").knows("kravkorten")


def test_the_nearest_word_is_suggested(spellers):
    assert spellers["sv"].nearest("utvecklningsplan") == "utvecklingsplan"
    assert spellers["en"].nearest("recieve") == "receive"
    assert spellers["en"].nearest("xqzvwk") is None


def test_long_words_are_not_looked_for_without_end(small, monkeypatch):
    """Each of these takes seconds; a file of them took minutes."""
    asked = []
    monkeypatch.setattr(spelling.Speller, "nearest", lambda _, word: asked.append(word))
    words = [f"{letter}{'kunskaps' * 6}xz" for letter in "abcdefgh"]
    file = small / "practices" / "open-door.yml"
    file.write_text(file.read_text("utf-8").replace("Frågor kommer fram.", " ".join(words)), "utf-8")
    found = [item.params["word"] for item in check_folder(small).diagnostics if item.code is codes.MISSPELLED]
    assert found == words
    assert sum(len(word) ** 3 for word in asked) <= MAX_SUGGESTED


RULES = (
    Rule(find=("praktik*",), use="arbetssätt", unless=("i praktiken",)),
    Rule(find=("i syfte att",), use="för att"),
    Rule(find=("samt",), use="och"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flera Praktiker samt två", ["Praktiker", "samt"]),
        ("Det gäller i praktiken, i syfte  att lära", ["i syfte  att"]),
        ("Ordet ”praktik” och *samt* nämns; samtal och samtidigt används.", []),
        ("Se [sidan](id:praktik) och `samt`.", []),
    ],
)
def test_wording(text, found):
    matches = wording.Matcher(RULES).find(text, read(text))
    assert [text[match.start : match.end] for match in matches] == found


@pytest.mark.parametrize("word", ["mÃ¥l", "fÃ¶rvaltning", "Ã…r", "â€”"])
def test_double_encoded(word):
    right = word.encode("cp1252").decode()
    assert list(encoding.double_encoded(f"ett {word} till")) == [(4, 4 + len(word), right)]


def test_decomposed():
    assert list(encoding.decomposed("ett ma\u030al till")) == [(4, 8, "mål")]


@pytest.mark.parametrize("text", [GOOD_SV, GOOD_EN, "Åre, ”café” – naïve… 20 °C, § 5, ½, Ærø", "À la carte, Ängö, Ås"])
def test_whole_letters_are_left_alone(text):
    assert [*encoding.double_encoded(text), *encoding.decomposed(text)] == []


def change(folder, old, new):
    path = folder / "practices" / "open-door.yml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def found(folder):
    return [(item.code.name, item.span.line, item.span.column) for item in check_folder(folder).diagnostics]


def test_a_fault_is_reported_once_and_where_it_stands(small):
    change(small, "why: {sv: Frågor kommer fram.,", "why: {sv: Frågor komer fram.,")
    assert found(small) == [("misspelled", 17, 18)]


def test_an_exception_silences_its_text_alone(small):
    change(
        small,
        "why: {sv: Frågor kommer fram.,",
        "exceptions:\n  - {code: misspelled, field: why.sv, reason: Citat.}\nwhy: {sv: Frågor komer fram.,",
    )
    assert found(small) == []
    change(small, "- {sv: Folk undrar.,", "- {sv: Folk undarr.,")
    assert found(small) == [("misspelled", 21, 15)]


def test_names_of_either_list_hold_in_both_languages(small):
    change(small, "why: {sv: Frågor kommer fram.,", "why: {sv: Zqvar och zqvarna frågar.,")
    add(small / "words.en.txt", "Zqvar  # an agency\n# zqvarna\n")
    assert [(code, column) for code, _, column in found(small)] == [("misspelled", 21)]
    add(small / "words.sv.txt", "zqvarna\n")
    assert found(small) == []


def add(file, lines):
    file.write_text(file.read_text("utf-8") + lines, "utf-8")


def test_exceptions_are_for_every_code_of_language():
    names = set(typing.get_args(Exemption.model_fields["code"].annotation))
    assert names == {
        code.name
        for code in (
            codes.HARD_TO_READ,
            codes.LONG_SENTENCE,
            codes.MISSPELLED,
            codes.WRONG_TERM,
            codes.OFFICIALESE,
            codes.DOUBLE_ENCODED,
            codes.DECOMPOSED,
            codes.SHARED_SENTENCE,
            codes.UNFINISHED,
            codes.WRONG_LANGUAGE,
            codes.SAME_TEXT,
            codes.UNLIKE_STRUCTURE,
            codes.UNLIKE_LINKS,
            codes.MARKUP_NOT_RENDERED,
        )
    }
    assert len(CHECKS) == 12


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        (GOOD_SV, "sv", False),
        (GOOD_EN, "en", False),
        (GOOD_SV, "en", True),
        (GOOD_EN, "sv", True),
        ("Office of the Public Guardian (England och Wales)", "sv", False),
        ("Läs Department of Health and Social Care", "sv", False),
        ("The team and the users decide", "sv", True),
        ("Retrospektiv", "en", False),
    ],
)
def test_a_text_in_the_other_language_is_known_by_its_small_words(text, locale, expected):
    assert translation.in_other_language(read(text), locale) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skriv mer. TODO", ["TODO"]),
        ("FIXME: TBD, XXX", ["FIXME", "TBD", "XXX"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("Varför??? Vi vet inte.", ["???"]),
        ("Todos los santos. En to-do-lista. Va? TODOS", []),
    ],
)
def test_what_was_to_be_written_later_is_seen(text, expected):
    assert [text[start:end] for start, end in translation.unfinished(text)] == expected
