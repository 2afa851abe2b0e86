# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""GIFT: a module's questions in Moodle's text format for question banks.

The format is that of Moodle's documentation, "GIFT format". Category and names
are ids, so that a module whose title or questions change lands in the same
category, and an old question can be found beside the new one.
"""

from spelbok.exports.texts import Texts
from spelbok.model import TrainingModule
from spelbok.model.module import Question
from spelbok.model.values import Line

#: Characters that mean something in GIFT; a backslash makes each of them a character again.
_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "\\~=#{}:"}
    | {"\n": "\\n", "\r": None}
    | dict.fromkeys("\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ")
)


def gift(texts: Texts, module: TrainingModule) -> str:
    """Return the questions of a module, each with feedback on every answer."""
    title = texts.plain(module.title)
    about = f"// {title}, {texts.label('version').lower()} {module.version}\n// {texts.url(module)}"
    category = f"$CATEGORY: $course$/top/{module.id}-{texts.locale}"
    return (
        "\n\n".join([about, category, *(_question(texts, module.id, question) for question in module.questions)]) + "\n"
    )


def _question(texts: Texts, module: str, question: Question) -> str:
    answers = [
        f"  {'=' if option.correct else '~'}{_text(texts, option.text)}#{_text(texts, option.feedback)}"
        for option in question.options
    ]
    return "\n".join([f"::{module}-{question.id}::[html]{_text(texts, question.text)} {{", *answers, "}"])


def _text(texts: Texts, line: Line) -> str:
    return escaped(str(texts.html(line)))


def escaped(text: str) -> str:
    """Return a text, as HTML, in which no character means anything to GIFT.

    At the beginning of an answer a percent sign would be its weight.
    """
    text = text.translate(_ESCAPES)
    return f"&\\#37;{text[1:]}" if text.startswith("%") else text
