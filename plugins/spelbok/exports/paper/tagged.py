# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Say in a PDF's tags what WeasyPrint leaves unsaid.

WeasyPrint writes the tree of tags. Added here, on the objects before they are
written (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.5 and 7.18):

- that the text of a link is a link on its second line too;
- what stands in an item of a list is the item's body;
- what a link leads to in words, instead of its bare address;
- the language of a link's text, where it is another than the document's;
- whether a header cell stands for a column or a row;
- that links belong to the printed page too;
- that running headers and page numbers are no part of the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pydyf

#: The flag Print of an annotation (ISO 32000-1, table 165).
_PRINT = 4
#: What may stand in an item of a list (ISO 32000-1, table 336).
_OF_ITEM = frozenset({"/Lbl", "/LBody"})


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """What a link leads to, in words, and the language of its text if it is not the document's."""

    words: str
    language: str = ""


def complete(pdf: pydyf.PDF, links: Mapping[str, Link]) -> None:
    """Add to a PDF's tags; ``links`` has each link's words by its target, an address or an anchor."""
    objects = {thing.reference: thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary)}
    for thing in objects.values():
        if thing.get("Subtype") == "/Link":
            _describe(thing, links)
    for element in [thing for thing in objects.values() if thing.get("Type") == "/StructElem"]:
        targets = tuple(_targets(element, objects))
        if targets:
            element["S"] = "/Link"
            _tell_language(element, [links[target].language for target in targets if target in links])
        elif element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if _row_group(element, objects) == "/THead" else "/Row"
        elif element["S"] == "/LI":
            _gather_body(element, pdf, objects)
    _set_apart(pdf, objects)


def _set_apart(pdf: pydyf.PDF, objects: Mapping[bytes, pydyf.Dictionary]) -> None:
    """Mark as artifacts what is drawn on a page, but stands in no tag of the document: its margins."""
    streams = {thing.reference: thing for thing in pdf.objects if isinstance(thing, pydyf.Stream)}
    root = objects[pdf.catalog["StructTreeRoot"]]
    reached = set(_below(root, objects))
    numbers = objects[root["ParentTree"]]["Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in objects.values():
        if page.get("Type") == "/Page":
            _mark(streams[page["Contents"]].stream, [owner in reached for owner in owners[page["StructParents"]]])


def _below(element: Mapping[str, Any], objects: Mapping[bytes, pydyf.Dictionary]) -> Iterator[bytes]:
    for child in element["K"]:
        if isinstance(child, bytes):
            yield child
            if "K" in objects[child]:
                yield from _below(objects[child], objects)


def _mark(operators: list[Any], is_tagged: list[bool]) -> None:
    """Change the marked-content operators of a page's content whose number stands in no tag."""
    for index, operator in enumerate(operators):
        if operator == b"BDC" and not is_tagged[operators[index - 1]["MCID"]]:
            operators[index - 2 : index] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def _describe(annotation: pydyf.Dictionary, links: Mapping[str, Link]) -> None:
    annotation["F"] = _PRINT
    if known := links.get(_target(annotation)):
        annotation["Contents"] = pydyf.String(known.words)


def _tell_language(element: pydyf.Dictionary, languages: list[str]) -> None:
    if languages and languages[0]:
        element["Lang"] = pydyf.String(languages[0])


def _gather_body(item: pydyf.Dictionary, pdf: pydyf.PDF, objects: dict[bytes, pydyf.Dictionary]) -> None:
    """Put all that stands in an item of a list, beside its label, into one body."""
    own = [child for child in item["K"] if str(objects[child]["S"]) in _OF_ITEM]
    loose = [child for child in item["K"] if child not in own]
    if not loose:
        return
    body = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/LBody",
            "K": pydyf.Array(loose),
            "Pg": objects[loose[0]]["Pg"],
            "P": item.reference,
        }
    )
    pdf.add_object(body)
    objects[body.reference] = body
    for child in loose:
        objects[child]["P"] = body.reference
    item["K"] = pydyf.Array([*own, body.reference])


def _target(annotation: Mapping[str, Any]) -> str:
    """Return where a link annotation leads: an anchor of the document, or an address."""
    place = annotation["Dest"] if "Dest" in annotation else annotation["A"]["URI"]
    return str(place.string)


def _targets(element: Mapping[str, Any], objects: Mapping[bytes, Any]) -> Iterator[str]:
    """Yield where the link annotations that a tag holds lead."""
    for child in element["K"]:
        held = objects.get(child) if isinstance(child, bytes) else None
        if held is not None and held.get("Type") == "/OBJR" and objects[held["Obj"]].get("Subtype") == "/Link":
            yield _target(objects[held["Obj"]])


def _row_group(cell: Mapping[str, Any], objects: Mapping[bytes, Any]) -> str:
    """Return the tag of the group of rows that a cell stands in."""
    return str(objects[objects[cell["P"]]["P"]]["S"])
