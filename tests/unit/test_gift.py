# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""GIFT: every question with its answers, whatever characters they hold."""

from spelbok.exports.lms.gift import escaped
from tests.exports import exported, small


def test_a_module_becomes_a_category_with_its_questions():
    assert exported(small())["packages/opening-doors-en-gift.txt"].decode() == (
        "// Opening doors, version 1.0\n"
        "// https://agency.example/playbook/id/opening-doors/en/\n"
        "\n"
        "$CATEGORY: $course$/top/opening-doors-en\n"
        "\n"
        "::opening-doors-first::[html]What do you do first? {\n"
        "  =Open#Yes.\n"
        "  ~Close#No.\n"
        "}\n"
        "\n"
        "::opening-doors-second::[html]And then? {\n"
        "  =Listen#Yes.\n"
        "  ~Talk#No.\n"
        "}\n"
    )


def test_what_means_something_is_escaped():
    assert escaped("a~b=c#d{e}f:g\\h\ni") == r"a\~b\=c\#d\{e\}f\:g\\h\ni"
    assert escaped("50 % of 100") == "50 % of 100"
    assert escaped("%50% of all") == r"&\#37;50% of all"
