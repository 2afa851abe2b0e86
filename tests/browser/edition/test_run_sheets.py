# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our modules as they are taught: a run sheet on one page, a check with every question, a frame with no facilitator."""

import pytest

from spelbok.model import TrainingModule
from spelbok.site.routes import embed_url, entry_url
from tests.browser.test_teaching import pages_on_paper, press_print

#: The fullest run sheets; the others have fewer lines.
FULLEST = 3


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_fullest_run_sheets_fit_on_one_page(visit, published, playbook, language):
    fullest = sorted(playbook.of(TrainingModule), key=lambda module: -len(module.activities))[:FULLEST]
    with visit(published.address) as seen:
        for module in fullest:
            seen.page.goto(f"{published.address}{entry_url(module, language)}?start=09:00")
            press_print(seen.page, "run-sheet")
            [paper] = pages_on_paper(seen.page)
            assert module.title.shown(language)[0] in " ".join(paper.split())
            assert paper.count("–") >= len(module.activities)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_question_can_be_answered_in_a_frame(visit, published, playbook, language):
    with visit(published.address) as seen:
        for module in playbook.of(TrainingModule)[::4]:
            seen.page.goto(f"{published.address}{embed_url(module.id, language)}")
            quizzes = seen.page.locator(".sb-quiz")
            quizzes.last.wait_for()
            assert quizzes.count() == len(module.questions)
            assert seen.page.locator(".sb-facilitator").count() == 0
        assert (seen.messages, seen.failed, seen.foreign) == ([], [], [])
