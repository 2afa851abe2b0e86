# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cartridges of the small playbook keep every rule, and a spoiled one breaks the rule that it spoils."""

import pytest

from tests.cartridge_rules import CP, faults
from tests.exports import contents, exported, small, spoiled

QUIZ = "quizzes/quiz-opening-doors-sv.xml"
LINK = "links/link-opening-doors-sv.xml"


@pytest.fixture(scope="module")
def cartridges():
    return {url.split("/")[1]: data for url, data in exported(small()).items() if url.endswith(".imscc")}


@pytest.fixture(scope="module")
def participants(cartridges):
    return cartridges["to-openness-sv-cartridge-participants.imscc"]


def test_every_path_has_one_for_each_language_and_audience(cartridges):
    assert sorted(cartridges) == [
        f"to-openness-{locale}-cartridge-{audience}.imscc"
        for locale in ("en", "sv")
        for audience in ("facilitators", "participants")
    ]
    assert [fault for data in cartridges.values() for fault in faults(data)] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("imsmanifest.xml", f'xmlns="{CP}"', f'xmlns:ns0="{CP}"', "the default namespace"),
        ("imsmanifest.xml", "<manifest ", f"<!--{'x' * 1024}--><manifest ", "the default namespace"),
        ("imsmanifest.xml", ">1.1.0<", ">1.3.0<", "the version"),
        ("imsmanifest.xml", ' structure="rooted-hierarchy"', "", "not one rooted hierarchy"),
        ("imsmanifest.xml", '-participants">\n        <item', '-participants"><title>x</title><item', "not one root"),
        ("imsmanifest.xml", 'identifier="item-', 'identifier="folder-x" x="', "an identifier is used twice"),
        ("imsmanifest.xml", "imswl_xmlv1p1", "imsbasiclti_xmlv1p0", "a resource of type imsbasiclti_xmlv1p0"),
        ("imsmanifest.xml", '<file href="links/', '<file href="gone/', "files and resources"),
        ("imsmanifest.xml", 'identifierref="quiz-', 'identifierref="gone-', "items and resources"),
        (LINK, "/id/opening-doors/", "/öppna-dörrar/", "a link that an importer destroys"),
        (LINK, "https:", "lti:", "a link that an importer destroys"),
        (QUIZ, 'continue="No"', 'continue="Yes"', "a condition lets"),
        (QUIZ, ">first-2</varequal>", ">first-9</varequal>", "an answer is not judged"),
        (QUIZ, 'linkrefid="first-1-feedback"', 'linkrefid="first-9-feedback"', "feedback and answers"),
        (QUIZ, '<setvar varname="SCORE" action="Set">100</setvar>', "", "the right answer is not judged"),
    ],
)
def test_a_spoiled_one_is_refused(participants, name, old, new, fault):
    assert any(line.startswith(fault) for line in faults(spoiled(participants, name, old, new)))


def test_participants_get_no_answers_but_in_the_quiz(cartridges):
    for name, data in cartridges.items():
        texts = contents(data)
        shown = "".join(text for file, text in texts.items() if not file.startswith("quizzes/"))
        assert ("Visa först." in shown or "Show first." in shown) == ("facilitators" in name)
        assert (any(file.startswith("notes/") for file in texts)) == ("facilitators" in name)


def test_links_lead_to_permanent_addresses_in_their_language(participants):
    assert 'href="https://agency.example/playbook/id/opening-doors/sv/"' in contents(participants)[LINK]
