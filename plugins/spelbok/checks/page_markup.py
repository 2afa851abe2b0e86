# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markup of pages written by hand: nothing that runs, and nothing that readers would see as signs."""

import html
import re
from collections.abc import Iterator

from spelbok.checks.page_html import ELEMENTS, scripted, violations
from spelbok.checks.rendered_page import BOX_SIGN, RenderedPage
from spelbok.diagnostics import Diagnostic, codes
from spelbok.language.markup_rules import RULES
from spelbok.locales import Phrase
from spelbok.model.urls import ENTRY_SCHEME
from spelbok.source.characters import forbidden
from spelbok.source.parser import MAX_FOUND

#: So much of a text is repeated in a message.
_SHOWN = 40
_PLAIN = Phrase("skriv det med ord", "say it in words")
_BOX = Phrase(
    'skriv en ruta: !!! note "Rubrik" och texten på nästa rad med fyra mellanslag före',
    'write a box: !!! note "Title" and the text on the next line after four spaces',
)
_LIST = Phrase("skriv en vanlig lista", "write an ordinary list")
_HEADINGS = Phrase("skriv styckena efter varandra, med rubriker", "write the parts one after the other, with headings")
_NOTHING = Phrase("ta bort det", "remove it")
#: What Material and other tools render and these pages do not: rules of entries that hold here, with advice.
_ADVICE = {
    "a footnote": Phrase("skriv fotnotens text: [^1]: Texten", "write the footnote's text: [^1]: The text"),
    "a task list": _LIST,
    "an alert": _BOX,
    "an admonition": _BOX,
    "tabs": _HEADINGS,
    "struck-out text": _NOTHING,
    "highlighted text": Phrase("skriv *betonat* eller **viktigt**", "write *stressed* or **important**"),
    "superscript or subscript": _PLAIN,
    "a formula": _PLAIN,
    "an attribute list": _NOTHING,
    "an included file": Phrase("skriv texten här", "write the text here"),
    "an icon": _PLAIN,
    "a wiki link": Phrase("skriv länken som [text](sida.md)", "write the link as [text](page.md)"),
    "an abbreviation": _PLAIN,
}
_RULES = [
    *(
        (rule.pattern, rule.markup.what, _ADVICE[rule.markup.what.en])
        for rule in RULES
        if rule.markup.what.en in _ADVICE
    ),
    (re.compile(r"\+\+[a-z0-9-]+(?:\+[a-z0-9-]+)*\+\+"), Phrase("tangenter", "keys"), _PLAIN),
    (
        re.compile(r"\{\{.*?\}\}|\{%.*?%\}"),
        Phrase("en mall", "a template"),
        Phrase("skriv texten här", "write the text here"),
    ),
]
_UNTITLED = re.compile(rf"({BOX_SIGN.pattern}(?:[ \t]+[\w-]+)*)[ \t]*$", re.MULTILINE)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_DIAGRAM = Phrase(
    "spara diagrammet som en bild, och beskriv det med ord", "save the diagram as an image, and say it in words"
)
#: What an extension marks by a class for a script that pages do not have: how it is written, its name, and advice.
_SCRIPTED = {
    "mermaid": (r"(?:`{3,}|~{3,})[ {.]*mermaid", Phrase("ett diagram", "a diagram"), _DIAGRAM),
    "math": (r"(?:`{3,}|~{3,})[ {.]*math", Phrase("en formel", "a formula"), _PLAIN),
    "annotate": (r"\{[^}\n]*\.annotate[^}\n]*\}", Phrase("anmärkningar", "annotations"), _PLAIN),
}
_UNSAFE = Phrase(
    "ta bort det, eller skriv det inom `kod` om läsaren ska se det",
    "remove it, or put it in `code` if readers are to see it",
)
_UNCLOSED = Phrase(
    "stäng varje element, i rätt ordning, och bara det som sidan har öppnat",
    "close every element, in order, and only those that the page has opened",
)


def unsafe(page: RenderedPage) -> Iterator[Diagnostic]:
    """A page holds no element, attribute or address that could run code or ends what is around it."""
    place = page.places()
    for _, found in zip(range(MAX_FOUND), violations(page.html), strict=False):
        if found == ENTRY_SCHEME:
            continue  # The check of links tells which entry.
        is_unclosed = found.startswith("<") and found.strip("</>") in ELEMENTS
        advice = _UNCLOSED if is_unclosed else _UNSAFE
        params = {"found": found, "advice_sv": advice.sv, "advice_en": advice.en}
        yield place(codes.UNSAFE_MARKUP, _pattern(found), params)


def _pattern(found: str) -> str:
    """Return what finds in Markdown what was found in its HTML."""
    name = re.escape(found.strip("<>/:"))
    if found.startswith("</"):
        return rf"</\s*{name}"
    if found.startswith("<"):
        return rf"<\s*{name}"
    return rf"\b{name}\s*:" if found.endswith(":") else rf"(?<![\w-]){name}(?![\w-])"


def _told(what: Phrase, advice: Phrase) -> dict[str, str]:
    return {"what_sv": what.sv, "what_en": what.en, "advice_sv": advice.sv, "advice_en": advice.en}


def unrendered(page: RenderedPage) -> Iterator[Diagnostic]:
    """Nothing that readers see is markup that another tool would have rendered."""
    place = page.places()
    for found in scripted(page.html):
        name = found.removeprefix("language-")
        written, what, advice = _SCRIPTED[name]
        yield place(codes.MARKUP_NOT_RENDERED, written, {"found": name, **_told(what, advice)})
    for text in page.texts:
        for pattern, what, advice in _RULES:
            for sign in pattern.finditer(text):
                found = sign[sign.lastindex or 0]
                shown = " ".join(found.split())
                params = {
                    "found": shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]} …",
                    **_told(what, advice),
                }
                yield place(codes.MARKUP_NOT_RENDERED, re.escape(found.split("\n")[0].strip()), params)


def untitled_boxes(page: RenderedPage) -> Iterator[Diagnostic]:
    """Every box has a title in the page's own language."""
    for sign in _UNTITLED.finditer(page.without_code):
        found = sign[1].strip()
        yield page.page.about(codes.UNTITLED_BOX, sign.end(1) - len(found), sign.end(1), {"found": found})


def hidden_characters(page: RenderedPage) -> Iterator[Diagnostic]:
    """No character that a page may not hold is written as an entity: ``&#x202e;``."""
    for entity in _ENTITY.finditer(page.without_code):
        for character in html.unescape(entity[0]):
            if forbidden(character, allowed="\t\n"):
                yield page.page.about(
                    codes.FORBIDDEN_CHARACTER, *entity.span(), {"character": f"U+{ord(character):04X}"}
                )
