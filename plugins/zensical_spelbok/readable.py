# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a page is left without its scripts and its pointer."""

import xml.etree.ElementTree as ET

from zensical_spelbok.lines import Locate

_DROPPED = frozenset({"script", "style", "link", "button", "svg", "noscript", "template", "textarea", "select"})
#: What only works on a screen, by class; a site's own navigation shows the kind.
_CLICKABLE = frozenset(
    "sb-answers sb-checklist-bar sb-definition sb-kind sb-map sb-map-help sb-number sb-print-title sb-screen".split()  # noqa: SIM905 - as it reads
)

#: Attributes of what is seen when a script has begun, or after a reader acts.
_UNSEEN = frozenset({"hidden", "data-scripted"})
#: The class of a text whose line breaks are shown.
_AS_IT_STANDS = "sb-copied--text"


def prune(parent: ET.Element, locate: Locate) -> None:
    """Take away what only works on a screen, or only leads to where there is nothing; the text that follows stays."""
    before: ET.Element | None = None
    for child in list(parent):
        if not isinstance(child.tag, str) or _is_idle(child) or _leads_nowhere(child, locate):
            if before is None:
                parent.text = (parent.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")
            parent.remove(child)
        else:
            _break(child)
            prune(child, locate)
            before = child


def _is_idle(element: ET.Element) -> bool:
    """Whether an element does nothing without a script or a pointer."""
    is_field = element.tag == "input" and element.get("type") != "checkbox"
    classes = set(element.get("class", "").split())
    is_unseen = not element.attrib.keys().isdisjoint(_UNSEEN)
    return element.tag in _DROPPED or is_unseen or is_field or bool(classes & _CLICKABLE)


def _break(element: ET.Element) -> None:
    """Put breaks where a text shows its line breaks as they are."""
    if _AS_IT_STANDS not in element.get("class", "").split() or len(element):
        return
    element.text, *lines = (element.text or "").strip().split("\n")
    for line in lines:
        ET.SubElement(element, "br").tail = line


def _leads_nowhere(element: ET.Element, locate: Locate) -> bool:
    """Whether a paragraph or an item of a list is a link to a page that is not written, and nothing else."""
    if element.tag not in ("p", "li") or len(element) != 1 or element[0].tag != "a":
        return False
    beside = (element.text or "") + (element[0].tail or "")
    return not beside.strip() and locate(element[0].get("href", "")) is None
