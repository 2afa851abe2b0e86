# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files that the form writes: read alike by both readers, laid out as ``spelbok fmt`` does, changed where asked."""

import json
import random
import unicodedata

import pytest

from spelbok.model import KINDS, Practice
from spelbok.model.scaffold import slug
from spelbok.model.validate import validate
from spelbok.playbook.formatter import laid_out, sentences
from spelbok.source.document import Document
from spelbok.source.parser import MAX_BYTES, parse
from tests.conftest import ROOT, SMALL
from tests.consumers import node
from tests.consumers.vendored import VENDOR, files

ENTRIES = [(kind, file) for kind in KINDS for file in sorted((SMALL / kind.folder).glob("*.yml"))]
OPEN_DOOR = (SMALL / "practices" / "open-door.yml").read_text("utf-8")
#: Texts that other ways of writing YAML stumble on, and such as say where sentences end.
TEXTS = (
    *"no~12:30~1.10~0x1f~null~2026-01-02~1e3~=~<<~- a~? a~: a~a: b~a:b~a #b~#a~a#b~&a~*a~!a~%a~@a~`a`".split("~"),  # noqa: SIM905
    *'|~>~{a}~[a]~a, b~\'a\'~"a"~it\'s~say "x"~a\\b~a:~a : b~-~--- a~å ä ö~…~– streck~”citat”~😀 glad'.split("~"),  # noqa: SIM905
    *("~", "a\tb", "Rad ett\nrad två\n", "Rad ett\n\n- två\n- tre\n", "slut\n\n\n", " inled\nmer\n"),
    "Vi gör t.ex. så. Det tar ca. 3 dagar. Se kap. 4. Sedan slutar det.",
    "See [a link. With stops.](https://example.org/a.b) and more. `Code. Here.` ends. Mail a.b@example.org. Now!",
    "Fråga: Vad? Svar: 1. Ett till… Och så. ”Ja.” Nej (inte nu.) Ja. {a.b} www.example.se. Klart",
    "En mening som är lång. " * 8 + "Slut.",
    "Ett enda långt ord utan slut " * 6,
    "Kolon: först. # inte en kommentar. " * 5,
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Ask the form's own modules many questions at once."""

    def asked(*questions):
        file = tmp_path_factory.mktemp("asked") / "questions.json"
        file.write_text(json.dumps(questions), "utf-8")
        return node("entry_yaml.mjs", str(ROOT / "docs" / "theme" / "assets"), str(file))

    return asked


def read(text):
    root, found = parse(text.encode(), "x.yml")
    assert (root is not None, found) == (True, []), text
    return Document("x.yml", text, root)


def assert_laid_out(text, kind):
    document = read(text)
    entry, found = validate(document, kind)
    assert found == []
    assert laid_out(document, entry).text == text


def with_text(text, other="En annan."):
    """Return the practice's values with a text in places of many depths and styles."""
    values = read(OPEN_DOOR).values()
    values["what"] = {"sv": text, "en": other}
    values["steps"][0]["text"] = {"sv": other, "en": text}
    values["use_when"].append({"sv": text, "en": text})
    line = " ".join(text.splitlines()).strip() if "\n" in text else text  # Keywords have no line breaks.
    values["keywords"] = {"sv": [line], "en": [other, line]}
    return in_order(values)


def in_order(values, kind=Practice):
    return {name: values[name] for name in kind.model_fields if name in values}


def test_the_vendored_libraries_are_those_of_the_lock():
    made = files()
    assert {name: (VENDOR / name).read_text("utf-8") for name in made} == made
    assert not any(word in text for text in made.values() for word in ("new Function(", "eval("))


def test_sentences_and_names_are_those_of_the_generator(ask):
    texts = [text for text in TEXTS if "\n" not in text]
    found = ask(
        *({"ask": "sentences", "text": text} for text in texts), *({"ask": "slug", "text": text} for text in texts)
    )
    assert found == [*(list(sentences(text)) for text in texts), *map(slug, texts)]


def test_both_readers_read_the_same(ask):
    sources = [file.read_text("utf-8") for _, file in ENTRIES]
    assert ask(*({"ask": "values", "source": text} for text in sources)) == [read(text).values() for text in sources]


def test_a_new_file_holds_what_was_written_and_is_laid_out(ask):
    asked = [(kind, in_order(read(file.read_text("utf-8")).values(), kind)) for kind, file in ENTRIES]
    asked += [(Practice, with_text(text)) for text in TEXTS]
    made = ask(*({"ask": "fresh", "kind": kind.kind, "value": values} for kind, values in asked))
    for (kind, values), text in zip(asked, made, strict=True):
        assert read(text).values() == values
        assert_laid_out(text, kind)
        assert text.startswith(f"# yaml-language-server: $schema=../schema/{kind.kind}.json\n\n")


def test_a_file_that_is_not_changed_stays_byte_by_byte(ask):
    sources = [file.read_text("utf-8") for _, file in ENTRIES]
    assert ask(*({"ask": "changed", "source": text, "after": read(text).values()} for text in sources)) == sources


def test_a_file_that_is_changed_holds_the_new_values_and_its_comments(ask):
    source = OPEN_DOOR.replace("evidence:", "# Why?\nevidence:  ").replace("  - id: listen", "  # Then\n  - id: listen")
    made = ask(*({"ask": "changed", "source": source, "after": with_text(text)} for text in TEXTS))
    for text, changed in zip(TEXTS, made, strict=True):
        assert read(changed).values() == with_text(text)
        assert_laid_out(changed, Practice)
        assert changed.startswith(OPEN_DOOR.partition("\nid:")[0])
        assert "\n# Why?\nevidence:" in changed
        assert "\n  # Then\n  - id: listen\n" in changed


def lines(changed, source=OPEN_DOOR):
    """Return the lines that a change takes away, and those that it adds."""
    before, after = source.splitlines(), changed.splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


#: What to change, and the lines that go and come.
CHANGES = {
    "a text in braces": (
        lambda values: values["title"].update(sv="Öppen port"),
        ["title: {sv: Öppen dörr, en: Open door}"],
        ["title: {sv: Öppen port, en: Open door}"],
    ),
    "a text on a line": (
        lambda values: values["what"].update(en="An hour."),
        ["  en: A recurring hour. See [openness](id:openness)."],
        ["  en: An hour."],
    ),
    "a text that loses a language": (
        lambda values: values["what"].pop("sv"),
        ["  sv: En återkommande timme. Se [öppenhet](id:openness)."],
        [],
    ),
    "a word": (lambda values: values.update(status="draft"), ["status: published"], ["status: draft"]),
    "a part of a part": (
        lambda values: values["steps"][1].update(duration="PT1H"),
        ["    duration: PT55M"],
        ["    duration: PT1H"],
    ),
    "a field that comes": (lambda values: values.update(tags=["strategy"]), [], ["tags: [strategy]"]),
    "a field of a part that comes": (
        lambda values: values["steps"][1].update(say={"sv": "Hej!", "en": "Hello!"}),
        [],
        ["    say: {sv: Hej!, en: Hello!}"],
    ),
    "a field that goes": (lambda values: values.pop("measures"), ["measures: [visits]"], []),
    "an item that comes": (
        lambda values: values["outcomes"].append({"sv": "Ett till.", "en": "One more."}),
        [],
        ["  - sv: Ett till.", "    en: One more."],
    ),
    "items that change places": (lambda values: values["steps"].reverse(), [], []),
    "an item that goes": (
        lambda values: values["steps"].pop(0),
        [
            "  - id: open",
            "    title: {sv: Öppna, en: Open}",
            "    text: {sv: Öppna dörren., en: Open the door.}",
            "    say: {sv: Välkomna!, en: Welcome!}",
            "    duration: PT5M",
        ],
        [],
    ),
}


@pytest.fixture(scope="module")
def changed(ask):
    """The file as it is after each change, with the values that it is to hold."""
    after = {}
    for what, (change, *_) in CHANGES.items():
        values = read(OPEN_DOOR).values()
        change(values)
        after[what] = in_order(values)
    made = ask(*({"ask": "changed", "source": OPEN_DOOR, "after": values} for values in after.values()))
    return dict(zip(CHANGES, zip(made, after.values(), strict=True), strict=True))


@pytest.mark.parametrize("what", CHANGES)
def test_only_what_was_changed_changes(changed, what):
    text, values = changed[what]
    assert read(text).values() == values
    assert lines(text) == tuple(CHANGES[what][1:])


def test_any_change_holds(ask):
    """A hundred files, each changed in a few places of any kind; always the same ones."""
    chance = random.Random(1)  # noqa: S311 - no secret
    asked = []
    for kind, file in ENTRIES * 20:
        source = file.read_text("utf-8")
        values = read(source).values()
        for _ in range(chance.randint(1, 4)):
            spoil(values, chance)
        asked.append((source, in_order(values, kind)))
    made = ask(*({"ask": "changed", "source": source, "after": values} for source, values in asked))
    for (_, values), text in zip(asked, made, strict=True):
        assert read(text).values() == values


def spoil(value, chance):
    """Change something somewhere inside a list or mapping."""
    if isinstance(value, list):
        if not value or chance.random() < 0.2:
            value.append(chance.choice([chance.choice(TEXTS), {"sv": chance.choice(TEXTS), "en": "x"}]))
        elif chance.random() < 0.2 and len(value) > 1:
            value.pop(chance.randrange(len(value)))
        elif chance.random() < 0.2:
            chance.shuffle(value)
        else:
            deeper(value, chance.randrange(len(value)), chance)
    elif chance.random() < 0.1 and len(value) > 1:
        value.pop(chance.choice(list(value)))
    else:
        deeper(value, chance.choice(list(value)), chance)


def deeper(value, place, chance):
    if isinstance(value[place], list | dict) and value[place]:
        spoil(value[place], chance)
    else:
        value[place] = chance.choice(TEXTS)


# --- What cannot be seen ------------------------------------------------------------

#: Joiners and selectors where emoji and scripts need them, and characters that are seen.
RIGHT = (
    "\U0001f469\u200d\U0001f4bb",
    "\U0001f469\U0001f3fd\u200d\U0001f4bb",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\u2764\ufe0f",
    "1\ufe0f\u20e3",
    "\u260e\ufe0e",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0915\u094d\u200d\u0937",
    "a\tb\nc",
    "\U0001f1f8\U0001f1ea",
    *TEXTS,
)
#: The same characters where nothing needs them, and those that nothing ever needs.
WRONG = (
    *("a\u200bc", "a\u200dc", "a\u200cc", "a\u00adc", "\ufeffac", "a\u202ec", "a\ufe0fc", "a\x01c", "a\ufffec"),
    *("ac\u2028", "ac\u2066", "ac\u200d", "a\u2060c", "a\ue000c", "a\U000e0041c"),
)


def test_joiners_are_accepted_where_they_are_needed_and_nowhere_else(ask):
    found = ask(*({"ask": "hidden", "text": text} for text in (*RIGHT, *WRONG)))
    assert found == [*([0, text] for text in RIGHT), *([1, "ac"] for _ in WRONG)]


def test_all_characters_of_the_hidden_categories_are_refused(ask):
    signs = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Co", "Zl", "Zp"} and chr(code) not in "\t\n"
    ]
    pages = ["x".join(signs[at : at + 5000]) for at in range(0, len(signs), 5000)]
    found = ask(*({"ask": "hidden", "text": text} for text in pages))
    assert sum(count for count, _ in found) == len(signs)


def test_the_form_and_the_check_agree_on_how_large_a_file_may_be():
    script = (ROOT / "docs" / "theme" / "assets" / "write.js").read_text("utf-8")
    assert f"const MOST = {MAX_BYTES // 1024} * 1024;" in script


# --- Two writers ----------------------------------------------------------------------

#: What two writers made of {a, b, c: [d, e]}: the merged value, and the paths of clashes.
BASE = {"a": "1", "t": {"sv": "x", "en": "y"}, "c": ["d", "e"]}
MERGES = {
    "one each": ({"a": "2"}, {"t": {"sv": "x", "en": "z"}}, {"a": "2", "t": {"sv": "x", "en": "z"}}, []),
    "a language each": (
        {"t": {"sv": "X", "en": "y"}},
        {"t": {"sv": "x", "en": "Y"}},
        {"t": {"sv": "X", "en": "Y"}},
        [],
    ),
    "the same": ({"a": "2"}, {"a": "2"}, {"a": "2"}, []),
    "both": ({"a": "2"}, {"a": "3"}, {"a": "2"}, [["a"]]),
    "an item each": ({"c": ["D", "e"]}, {"c": ["d", "E"]}, {"c": ["D", "E"]}, []),
    "the same item": ({"c": ["D", "e"]}, {"c": ["X", "e"]}, {"c": ["D", "e"]}, [["c", 0]]),
    "a longer list and a changed one": ({"c": ["d", "e", "f"]}, {"c": ["D", "e"]}, {"c": ["d", "e", "f"]}, [["c"]]),
    "a field that came": ({}, {"n": "new"}, {"n": "new"}, []),
    "a field that came on both sides": ({"n": "1"}, {"n": "2"}, {"n": "1"}, [["n"]]),
}


@pytest.mark.parametrize("name", MERGES)
def test_what_one_of_two_changed_is_kept_and_what_both_did_is_asked(ask, name):
    mine, theirs, value, clashes = MERGES[name]
    [found] = ask({"ask": "merged", "base": BASE, "mine": BASE | mine, "theirs": BASE | theirs})
    assert found["value"] == BASE | value
    assert [clash["path"] for clash in found["clashes"]] == clashes


def test_a_field_that_one_took_away_and_the_other_changed_is_asked(ask):
    without = {name: value for name, value in BASE.items() if name != "a"}
    [gone, taken, untouched] = ask(
        {"ask": "merged", "base": BASE, "mine": without, "theirs": BASE | {"a": "2"}},
        {"ask": "merged", "base": BASE, "mine": BASE | {"a": "2"}, "theirs": without},
        {"ask": "merged", "base": BASE, "mine": BASE, "theirs": without},
    )
    assert [clash["path"] for clash in (*gone["clashes"], *taken["clashes"])] == [["a"], ["a"]]
    assert (untouched["value"], untouched["clashes"]) == (without, [])
