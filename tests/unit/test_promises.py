# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is promised, what breaks a promise, and the file that holds them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spelbok.checks.folder import check_folder
from spelbok.checks.site.inventory import verify
from spelbok.playbook.inventory import Promise, comments, parse, written
from spelbok.site.permalinks import losses, promised, standing
from spelbok.site.renderer import Renderer

OLD = [
    Promise("file", "-", "/data/all.json"),
    Promise("practices/door", "-", "#step-open"),
    Promise("practices/door", "-", "/id/door/"),
    Promise("practices/door", "en", "/en/practices/door/"),
    Promise("practices/door", "sv", "/arbetssatt/dorr/"),
    Promise("about", "sv", "/om/"),
    Promise("page", "sv", "/"),
]
REACHED = {
    "/data/all.json": frozenset(),
    "/id/door/": frozenset(),
    "/en/practices/door/": frozenset({"step-open", "steps"}),
    "/arbetssatt/dorr/": frozenset({"step-open", "steps"}),
    "/om/": frozenset(),
    "/": frozenset(),
}


def places(old, reached, now=OLD):
    return [(loss.promise.place, loss.other) for loss in losses(old, reached, now)]


def test_all_is_kept():
    assert places(OLD, REACHED) == []


@pytest.mark.parametrize("promise", [promise for promise in OLD if not promise.is_anchor], ids=str)
def test_an_address_that_is_gone(promise):
    reached = {url: anchors for url, anchors in REACHED.items() if url != promise.place}
    assert places(OLD, reached) == [(promise.place, "")]


@pytest.mark.parametrize("url", ["/en/practices/door/", "/arbetssatt/dorr/"])
def test_an_anchor_that_one_language_lacks(url):
    assert places(OLD, {**REACHED, url: frozenset({"steps"})}) == [("#step-open", "")]


def test_an_anchor_holds_at_former_addresses_too():
    old = [*OLD, Promise("practices/door", "sv", "/arbetssatt/port/")]
    assert places(old, {**REACHED, "/arbetssatt/port/": frozenset()}) == [("#step-open", "")]


def test_an_address_that_is_somebody_elses():
    now = [*OLD, Promise("practices/gate", "sv", "/arbetssatt/dorr/")]
    assert places(OLD, REACHED, now) == [("/arbetssatt/dorr/", "practices/gate")]


def test_a_page_may_take_the_place_of_a_page_written_by_hand():
    now = [promise for promise in OLD if promise.owner != "about"] + [Promise("contact", "sv", "/om/")]
    assert places(OLD, REACHED, now) == []


def test_a_site_promises_what_it_keeps_of_the_data_and_its_other_pages_and_files(small):
    playbook = check_folder(small).playbook
    reached = {promise.place: frozenset({"steps", "step-open"}) for promise in promised(playbook)}
    found = standing(playbook, reached, ["/", "/en/about-us/", "/ordlista/"], ["/id/open-door/", "/data/all.json"])
    anchors = {promise.place for promise in found if promise.is_anchor and promise.owner == "practices/open-door"}
    assert anchors == {"#steps", "#step-open"}, "no heading that the page lacks, no step that it does not show"
    assert {promise for promise in found if promise.owner in {"page", "file"}} == {
        Promise("page", "sv", "/"),
        Promise("page", "en", "/en/about-us/"),
        Promise("file", "-", "/data/all.json"),
    }


def test_anchors_rest_on_ids_former_ids_and_fields_that_every_entry_has(small):
    file = small / "practices" / "open-door.yml"
    file.write_text(file.read_text("utf-8").replace("id: listen\n", "id: listen\n    former_ids: [hear]\n"), "utf-8")
    anchors = {
        promise.place for promise in promised(check_folder(small).playbook) if promise.owner == "practices/open-door"
    }
    assert {"#step-open", "#step-listen", "#step-hear", "#checklist", "#signs-of-progress"} <= anchors
    assert {"#examples", "#public-sector", "#related"}.isdisjoint(anchors), "may be empty"


def test_a_draft_promises_nothing(small):
    file = small / "measures" / "visits.yml"
    file.write_text(file.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    assert "measures/visits" not in {promise.owner for promise in promised(check_folder(small).playbook)}


def test_what_was_promised_and_cannot_be_read_just_now_is_not_called_lost(small):
    (small / "published.txt").write_text("measures/visits sv /matt/besok/\n", "utf-8")
    file = small / "measures" / "visits.yml"
    file.write_text(file.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")
    assert "lost-entry" not in {item.code.name for item in check_folder(small).diagnostics}


def change_pages(small, new):
    file = small / "vocabulary.yml"
    old = "slug: {sv: ordlista, en: glossary}"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return [(item.code.name, item.params["slug"]) for item in check_folder(small).diagnostics]


def test_pages_of_the_vocabulary_keep_their_addresses_too(small):
    (small / "published.txt").write_text("glossary sv /ordlista/\nglossary en /en/glossary/\n", "utf-8")
    assert change_pages(small, "slug: {sv: ord, en: glossary}") == [("lost-slug", "ordlista")]


def test_a_former_address_of_a_page_is_kept(small):
    (small / "published.txt").write_text("glossary sv /ordlista/\nglossary en /en/glossary/\n", "utf-8")
    former = "slug: {sv: ord, en: glossary}\n    former_slugs: {sv: [ordlista]}"
    assert change_pages(small, former) == []


@pytest.mark.parametrize("taken", ["karta", "matt", "ordlista"])
def test_a_former_address_of_a_page_is_nothing_elses(small, taken):
    """Another page's, the index of a kind, its own."""
    former = f"slug: {{sv: ordlista, en: glossary}}\n    former_slugs: {{sv: [ord, {taken}]}}"
    assert change_pages(small, former) == [("former-slug-taken", taken)]


def test_practices_of_an_archived_principle_stay_in_the_index(small):
    file = small / "principles" / "openness.yml"
    retired = "status: archived\nretired: {date: 2026-11-20, reason: {sv: Den är självklar., en: It is clear.}}"
    file.write_text(file.read_text("utf-8").replace("status: published", retired), "utf-8")
    renderer = Renderer(check_folder(small).playbook, small / "templates")
    pages = {page.key: renderer.render(page).html for page in renderer.pages("en")}
    assert "open-door/" in pages["practices/index"]
    assert "openness" not in pages["principles/index"] + pages["map"] + pages["self-assessment"]


names = st.from_regex(r"[a-z]+(/[a-z]+)?", fullmatch=True)
promises = st.builds(
    Promise, names, st.sampled_from(["sv", "en", "-"]), st.from_regex(r"[/#][a-z-]*/?", fullmatch=True)
)


#: Any place at all, as file names and anchors of other generators may have it.
places_of_all_kinds = st.builds(str.__add__, st.sampled_from(["/", "#"]), st.text(st.characters(), max_size=30))
any_promises = st.builds(Promise, names, st.sampled_from(["sv", "en", "-"]), places_of_all_kinds)


@example({Promise("page", "sv", "/Ny sida/"), Promise("page", "sv", "/Ny%20sida/")})
@example({Promise("file", "-", place) for place in ("/%", "/%25", "/%FF", "/\udcff", "/\ud800", "/a\u2028b", "/a \t")})
@given(st.sets(st.one_of(promises, any_promises)))
def test_what_is_written_is_read_again(some):
    inventory, found = parse(written(some), "published.txt")
    assert found == []
    assert inventory.promises == some
    for promise in some:
        line = inventory.span(promise).line
        assert written(some).splitlines()[line - 1] == str(promise)


def test_the_order_of_lines_and_repetitions_mean_nothing():
    """As a union merge leaves them."""
    lines = written(OLD).splitlines()
    assert parse("\n".join([*lines[::-1], *lines]), "x")[0].promises == set(OLD)


def test_a_licence_stays():
    licence = "# SPDX-License-Identifier: CC0-1.0\n"
    text = written(OLD, licence)
    assert comments(text) == licence
    assert written(OLD, comments(text)) == text


def test_a_line_of_an_earlier_version_is_read_as_it_was_meant():
    text = "page sv /Ny sida/\npage sv /100%/\npage sv /a%FFb/\npage sv /å/\n"
    inventory, found = parse(text, "addresses.txt")
    assert found == []
    assert [promise.place for _, promise in inventory.numbered] == ["/Ny sida/", "/100%/", "/a%FFb/", "/å/"]
    assert "page sv /Ny%20sida/" in written(inventory.promises).splitlines()
    assert "page sv /å/" in written(inventory.promises).splitlines()


def test_a_published_line_that_cannot_be_read_does_not_stop_what_mends_it(tmp_path):
    site = tmp_path / "site"
    (site / "data" / "v1").mkdir(parents=True)
    (site / "index.html").write_text("<title>x</title>", "utf-8")
    own = written([Promise("page", "sv", "/")])
    (site / "data" / "v1" / "addresses.txt").write_text(own, "utf-8")

    def verified(text):
        return [(item.code.name, item.severity) for item in verify(text, "x", site, "data/v1/addresses.txt")]

    assert verified(own) == []
    assert verified(own + "half of a line/\n") == [("skipped-promise", "warning")]
    assert verified(own + "page sv /Ny sida/\n") == [("lost-address", "error")]
    assert verified("nothing that can be read\n") == [("unreadable-promise", "error")]
