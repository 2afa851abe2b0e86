# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a Common Cartridge must be like to arrive whole, as rules: no consumer of it is a package that tests can run.

Each rule comes from the standard (IMS Common Cartridge 1.1) or from an import
into a real LMS; docs/dev/packages.md tells which, and what happens otherwise.
"""

import io
import zipfile
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
WL = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
LINK, QUIZ, PAGE = "imswl_xmlv1p1", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "webcontent"
_NAMES = {"cp": CP, "wl": WL, "qti": QTI}
#: Importers look no further for the namespace that tells them what the file is.
_HEAD = 1024


def faults(package):
    """Return what is wrong with a cartridge, one line a fault."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        files = {name: source.read(name) for name in source.namelist()}
        dates = {info.date_time for info in source.infolist()}
    found = [] if dates == {(1980, 1, 1, 0, 0, 0)} else ["a date is not fixed"]
    manifest = files.get("imsmanifest.xml", b"")
    if f'xmlns="{CP}"'.encode() not in manifest[:_HEAD]:
        return [*found, "the default namespace is not among the first 1,024 bytes"]
    root = ET.fromstring(manifest)  # noqa: S314 - made by us
    return [*found, *_structure(root), *_resources(root, files)]


def _structure(root):
    if root.findtext("cp:metadata/cp:schemaversion", namespaces=_NAMES) != "1.1.0":
        yield "the version is not 1.1.0"
    organizations = root.findall("cp:organizations/cp:organization", _NAMES)
    if [item.get("structure") for item in organizations] != ["rooted-hierarchy"]:
        yield "not one rooted hierarchy"
        return
    roots = organizations[0].findall("cp:item", _NAMES)
    if len(roots) != 1 or roots[0].find("cp:title", _NAMES) is not None:
        yield "not one root item without a title"
        return
    folders = roots[0].findall("cp:item", _NAMES)
    for folder in folders:
        if folder.get("identifierref") or not folder.findtext("cp:title", namespaces=_NAMES):
            yield "below the root is something that is no folder"
        for item in folder.findall("cp:item", _NAMES):
            if not item.get("identifierref") or item.find("cp:item", _NAMES) is not None:
                yield "below a folder is something that is no link"
    names = [element.get("identifier") for element in root.iter() if element.get("identifier")]
    if len(names) != len(set(names)):
        yield "an identifier is used twice"


def _resources(root, files):
    resources = {item.get("identifier"): item for item in root.findall("cp:resources/cp:resource", _NAMES)}
    wanted = [item.get("identifierref") for item in root.iter(f"{{{CP}}}item") if item.get("identifierref")]
    if sorted(wanted) != sorted(resources):
        yield "items and resources do not match"
    named = [file.get("href") for item in resources.values() for file in item.findall("cp:file", _NAMES)]
    if sorted([*named, "imsmanifest.xml"]) != sorted(files):
        yield "files and resources do not match"
        return
    for resource in resources.values():
        kind, text = resource.get("type"), files[resource.find("cp:file", _NAMES).get("href")]
        if (kind == PAGE) != bool(resource.get("href")):
            yield "only pages have an address in the manifest"
        if kind == LINK:
            yield from _link(ET.fromstring(text))  # noqa: S314 - made by us
        elif kind == QUIZ:
            yield from _quiz(ET.fromstring(text))  # noqa: S314 - made by us
        elif kind != PAGE:
            yield f"a resource of type {kind}"


def _link(root):
    address = root.find("wl:url", _NAMES).get("href")
    if not address.isascii() or urlsplit(address).scheme not in {"http", "https"}:
        yield f"a link that an importer destroys: {address}"


def _quiz(root):
    items = root.findall("qti:assessment/qti:section/qti:item", _NAMES)
    if not items:
        yield "a quiz without questions"
    for item in items:
        labels = [label.get("ident") for label in item.iterfind(".//qti:response_label", _NAMES)]
        conditions = item.findall("qti:resprocessing/qti:respcondition", _NAMES)
        answers = [condition.findtext("qti:conditionvar/qti:varequal", namespaces=_NAMES) for condition in conditions]
        scored = [condition.find("qti:setvar", _NAMES) is not None for condition in conditions]
        feedback = {condition.find("qti:displayfeedback", _NAMES).get("linkrefid") for condition in conditions}
        there = {node.get("ident") for node in item.findall("qti:itemfeedback", _NAMES)}
        if sorted(answers) != sorted(labels):
            yield "an answer is not judged"
        if scored.count(True) != 1 or any(later and not earlier for earlier, later in pairwise(scored)):
            yield "the right answer is not judged first and alone"
        if {condition.get("continue") for condition in conditions} != {"No"}:
            yield "a condition lets the next one follow"
        if feedback != there:
            yield "feedback and answers do not match"
