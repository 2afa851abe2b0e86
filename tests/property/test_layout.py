# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Laying out a file keeps its meaning and its comments, puts fields in order, and does nothing the second time."""

from itertools import count

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from spelbok.model import KINDS, Practice
from spelbok.model.validate import validate
from spelbok.model.values import Model
from spelbok.model.walk import walk
from spelbok.playbook.formatter import comments, laid_out, sentences
from spelbok.source.document import Document
from spelbok.source.emitter import block, in_flow
from spelbok.source.parser import parse
from tests.conftest import SMALL

PRACTICE = (SMALL / "practices" / "open-door.yml").read_text("utf-8")
ENTRIES = [(kind, file) for kind in KINDS for file in sorted((SMALL / kind.folder).glob("*.yml"))]


def read(text, kind=Practice):
    root, found = parse(text.encode(), "x.yml")
    assert (root is not None, found) == (True, [])
    document = Document("x.yml", text, root)
    entry, found = validate(document, kind)
    assert found == []
    return document, entry


def assert_in_order(document, entry):
    for path, value in [((), entry), *walk(entry)]:
        if isinstance(value, Model) and (node := document.node(path)) is not None:
            names = list(type(value).model_fields)
            present = [key.value for key, _ in node.pairs]
            assert present == sorted(present, key=names.index), f"{path} is out of order"


NEW = (None, "En mening.", "En mening. " * 9 + "Slut", "Ett: kolon. Ett #tecken.", "Rad ett\nrad två  \n")


class Scribe:
    """Writes values with their fields in any order, in any style, and comments between and behind them."""

    def __init__(self, draw):
        self.draw = draw
        self.is_summary = False  # A summary is one line.
        self.numbers = count()

    def comments(self, margin):
        return "".join(
            f"{margin}# c{next(self.numbers)}.\n" for _ in range(self.draw(st.sampled_from([0, 0, 0, 1, 2])))
        )

    def behind(self):
        end = self.draw(st.sampled_from(["", "   ", "#"]))
        return f"  # c{next(self.numbers)}." if end == "#" else end

    def mapping(self, value, column):
        margin = " " * column
        for key in self.draw(st.permutations(sorted(value))):
            inner = value[key]
            self.is_summary = key == "summary" if isinstance(inner, dict) else self.is_summary
            new = (
                self.draw(st.sampled_from(NEW[:-1] if self.is_summary else NEW))
                if key in {"sv", "en"} and inner[-1] in ".!"
                else None
            )
            yield self.comments(margin) + margin + f"{key}:" + self.after(new or inner, column)

    def items(self, value, column):
        margin = " " * column
        for item in value:
            text = "".join(self.mapping(item, column + 2)).lstrip() if isinstance(item, dict) else f"{item}\n"
            yield f"{margin}-\n{margin}  {text}" if text.startswith("#") else f"{margin}- {text}"

    def after(self, value, column):
        if isinstance(value, str):
            return self.text(value, column)
        if self.draw(st.booleans()):
            order = self.draw(st.permutations(sorted(value))) if isinstance(value, dict) else ()
            return f" {in_flow({key: value[key] for key in order} if order else value)}{self.behind()}\n"
        lines = self.mapping if isinstance(value, dict) else self.items
        return self.behind() + "\n" + "".join(lines(value, column + 2))

    def text(self, value, column):
        text = block({"k": value}, column).removeprefix("k:")
        if "\n" in text:
            return text + "\n"
        if " " in value and self.draw(st.booleans()):
            return " >-\n" + "".join(f"{' ' * (column + 2)}{word}\n" for word in value.split(" "))
        return text + self.behind() + "\n"


@st.composite
def shuffled(draw):
    """The small practice, written by anybody."""
    head = draw(st.sampled_from(["", "# Licence\n\n", "# Licence\n"]))
    end = draw(st.sampled_from(["", "# The end", "\n\n"]))
    return head + "".join(Scribe(draw).mapping(read(PRACTICE)[0].values(), 0)) + end


@settings(phases=(Phase.generate,), max_examples=50)  # To shrink a whole file takes minutes.
@given(shuffled(), st.booleans())
def test_meaning_and_comments_stay(text, windows):
    document, entry = read(text.replace("\n", "\r\n") if windows else text)

    laid = laid_out(document, entry)

    again, same = read(laid.text)
    assert same == entry
    assert again.values() == document.values()
    assert comments(laid) == comments(document)
    assert all(laid.text.count(f"# c{number}.") == 1 for number in range(text.count("# c")))
    assert_in_order(laid, entry)
    assert laid_out(laid, same).text == laid.text


@pytest.mark.parametrize(("kind", "file"), ENTRIES, ids=lambda value: getattr(value, "stem", ""))
def test_entries_of_every_kind_keep_their_meaning(kind, file):
    document, entry = read(file.read_text("utf-8"), kind)

    laid = laid_out(document, entry)

    assert read(laid.text, kind)[1] == entry
    assert_in_order(laid, entry)
    assert laid_out(laid, entry).text == laid.text


@given(st.text('aÅ .:?!"()', max_size=60))
def test_sentences_make_the_text_again(text):
    assert " ".join(sentences(text)) == text


def test_a_comment_goes_with_its_field():
    text = PRACTICE.replace("status: published\n", "").replace(
        "owner: team\n", "owner: team\n  # of the team\n# why it is published\nstatus: published  # since May\n"
    )
    laid = laid_out(*read(text)).text

    assert "\n# why it is published\nstatus: published  # since May\nowner: team\n  # of the team\nreviewed:" in laid


def test_what_does_not_fit_gets_a_line_for_each_sentence():
    long = "Det här är en mening som är rätt lång. " * 4
    text = PRACTICE.replace("  sv: En återkommande timme. Se [öppenhet](id:openness).", f"  sv: {long.strip()}")
    laid = laid_out(*read(text)).text

    swedish = "  sv: >-\n" + "    Det här är en mening som är rätt lång.\n" * 4
    assert swedish + "  en: >-\n    A recurring hour.\n" in laid
    back = laid.replace("    Det här är en mening som är rätt lång.\n" * 3, "")
    assert "  sv: Det här är en mening som är rätt lång.\n  en: A recurring hour." in laid_out(*read(back)).text


def test_a_single_sentence_stays_on_its_line_however_long_the_other_language_is():
    long = "Det här är en mening som är rätt lång. " * 4
    text = PRACTICE.replace("  sv: En återkommande timme. Se [öppenhet](id:openness).", f"  sv: {long.strip()}")
    english = next(line for line in text.splitlines() if line.startswith("  en: A recurring hour."))
    laid = laid_out(*read(text.replace(english, "  en: Once."))).text

    assert "lång.\n  en: Once.\n" in laid
