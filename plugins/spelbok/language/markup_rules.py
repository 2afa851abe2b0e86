# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of markup that entries do not render: their patterns, names and advice.

Every pattern takes linear time.
"""

import re
from dataclasses import dataclass
from typing import Literal

from spelbok.locales import Phrase

#: How much of CommonMark a text renders: none, one line of it, or paragraphs, lists and tables too.
Form = Literal["plain", "inline", "block"]

_ALL: tuple[Form, ...] = ("plain", "inline", "block")
_RENDERED: tuple[Form, ...] = ("inline", "block")
_PREFIX = r"^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?"
_ELEMENTS = (
    "a abbr address article aside audio b blockquote body br button caption center cite code col dd del "
    "details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i "
    "iframe img input ins kbd label li link main mark meta nav ol option p picture pre q s samp script section "
    "select small source span strike strong style sub summary sup svg table tbody td textarea tfoot th thead "
    "time title tr tt u ul var video wbr"
).replace(" ", "|")


@dataclass(frozen=True, slots=True)
class Markup:
    """A kind of markup: what it is called, and what to write instead."""

    what: Phrase
    advice: Phrase


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a kind of markup, and the forms of text in which it is one. A group is what is shown."""

    markup: Markup
    pattern: re.Pattern[str]
    forms: tuple[Form, ...] = _ALL


RULES: list[Rule] = []


def _rule(what: Phrase, advice: Phrase, pattern: str, forms: tuple[Form, ...] = _ALL) -> Markup:
    markup = Markup(what, advice)
    RULES.append(Rule(markup, re.compile(pattern, re.MULTILINE | re.IGNORECASE), forms))
    return markup


_WORDS = Phrase("skriv det med ord", "say it in words")
_OWN_FIELD = Phrase(
    "skriv rubriken som en egen mening, eller dela texten i flera fält",
    "write the heading as a sentence of its own, or split the text into several fields",
)
_AS_LINK = Phrase("skriv länken som [text](https://...)", "write the link as [text](https://...)")

_rule(Phrase("en rubrik", "a heading"), _OWN_FIELD, _PREFIX + r"(#{1,6}(?:[ \t][^\n]*|$))")
_rule(
    Phrase("en understruken rubrik", "an underlined heading"),
    _OWN_FIELD,
    r"^(?=[ \t]*[^\s|])[^|\n]+\n[ \t]{0,3}(=+|-{2,})[ \t]*$",
    ("block",),
)
_rule(
    Phrase("en fotnot", "a footnote"),
    Phrase(
        "skriv källan i meningen, som länk, eller under 'references'",
        "name the source in the sentence, as a link, or under 'references'",
    ),
    r"\[\^[^\]\s]{1,60}\]:?",
)
_rule(
    Phrase("en bild", "an image"),
    Phrase(
        "poster har inga bilder: beskriv bilden med ord, eller länka till den",
        "entries have no images: describe it in words, or link to it",
    ),
    r"!\[[^\]\n]{0,200}\](?:\([^)\n]{0,500}\))?",
)
_rule(
    Phrase("en kryssruta", "a task list"),
    Phrase(
        "skriv en vanlig lista; arbetssätt har fältet 'checklist'",
        "write an ordinary list; practices have the field 'checklist'",
    ),
    r"^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)(\[[ x]\])(?=[ \t])|^[ \t]*(\[[ x]\])(?=[ \t])",
)
_rule(
    Phrase("HTML", "HTML"),
    Phrase(
        "skriv texten utan HTML: en blank rad skiljer stycken åt",
        "write the text without HTML: a blank line separates paragraphs",
    ),
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]{{0,300}})?/?>|<!--|<!doctype|<\?(?:php|xml)|<!\[CDATA",
)
_rule(
    Phrase("en inforuta", "an alert"),
    Phrase("skriv stycket utan ruta", "write the paragraph without a box"),
    r"\[!(?:note|tip|important|warning|caution|info|danger|example|quote|abstract|success|question|bug|todo)\][-+]?",
)
_rule(
    Phrase("en inforuta", "an admonition"),
    Phrase("skriv stycket utan ruta", "write the paragraph without a box"),
    r"^[ \t]*((?:!!!|\?\?\?\+?|:::+)[ \t]*[\w{][^\n]{0,200})",
)
_rule(
    Phrase("flikar", "tabs"),
    Phrase("skriv styckena efter varandra", "write the paragraphs one after the other"),
    r"^[ \t]*(===[+!]*[ \t]+[\"'][^\n]{0,200})",
)
_rule(
    Phrase("genomstruken text", "struck-out text"),
    Phrase("ta bort texten", "remove the text"),
    r"~~(?=\S)[^~\n]+~~",
)
_rule(
    Phrase("markerad text", "highlighted text"),
    Phrase("skriv *betonat* eller **viktigt**", "write *stressed* or **important**"),
    r"(?<!=)==(?=[^\s=])[^=\n]+==(?!=)|(?<!\+)\+\+(?=[^\s+])[^+\n]+\+\+(?!\+)",
    _RENDERED,
)
_rule(
    Phrase("upphöjd eller nedsänkt text", "superscript or subscript"),
    Phrase("skriv tecknet, till exempel ² eller ₂, eller ord", "write the sign, such as ² or ₂, or words"),
    r"(?<=\w)\^[^\s^]{1,20}\^|(?<=\w)(?<!~)~[^\s~]{1,20}~(?!~)",
)
_rule(
    Phrase("en formel", "a formula"),
    Phrase("skriv formeln med ord", "write the formula in words"),
    r"\$\$[^$\n]+\$\$|(?<![\w$])\$[^\s$](?:[^$\n]{0,100})[\\^_{}=](?:[^$\n]{0,100})\$(?!\w)",
)
_rule(
    Phrase("en attributlista", "an attribute list"),
    Phrase("ta bort den: utseendet bestäms av mallarna", "remove it: the templates decide on looks"),
    r"\{:?[ \t]*[.#][a-z][^{}\n]{0,100}\}|\{:?[ \t]*[\w-]{1,40}=[^{}\n]{0,100}\}",
)
_rule(
    Phrase("en infogad fil", "an included file"),
    Phrase("skriv texten här", "write the text here"),
    r"^[ \t]*(-+8<-+[^\n]{0,200})",
)
_rule(
    Phrase("en ikon", "an icon"),
    Phrase("skriv det med ord, eller skriv själva emojin", "say it in words, or write the emoji itself"),
    r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])",
)
_rule(
    Phrase("en wikilänk", "a wiki link"),
    Phrase("skriv länken som [text](id:postens-id)", "write the link as [text](id:the-entry)"),
    r"\[\[[^\[\]\n]{1,100}\]\]",
)
_rule(Phrase("en förkortning", "an abbreviation"), _WORDS, r"^\*\[[^\]\n]{1,40}\]:[^\n]{0,100}")
_rule(
    Phrase("en definitionslista", "a definition list"),
    Phrase("skriv en vanlig lista: - **ord**: förklaring", "write an ordinary list: - **word**: explanation"),
    r"^[^\s:][^\n]*\n[ \t]{0,3}(:[ \t]+\S[^\n]{0,100})",
    ("block",),
)
_rule(
    Phrase("en adress utan länk", "an address without a link"),
    _AS_LINK,
    r"(?<![\w/@.\[])(?:https?://|www\.)[^\s<>()\[\]]{2,200}|<(?:[\w-]{1,63}\.){1,5}[a-z]{2,20}(?:/[^\s<>]{0,200})?>",
    _RENDERED,
)
LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]{0,300})\]\((?P<target>(?:[^()]|\([^()]{0,300}\)){0,500})\)")
TARGET = re.compile(r"""\s*(?:<[^<>\n]*>|[^\s<>]*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*""")
_rule(
    Phrase("en länk som inte är hel", "a link that is not whole"),
    Phrase(
        "skriv länken som [text](https://...), utan mellanslag", "write the link as [text](https://...), without spaces"
    ),
    r"\][ \t]+\((?:https?:|id:|mailto:)[^()\n]{0,300}\)|\([^()\n]{1,200}\)\[(?:https?:|id:|mailto:)[^\[\]\n]{0,300}\]"
    r"|\]\((?:https?:|id:|mailto:)[^()\s]{0,500}(?=\s*$|\s+[^\s\"'(])",
    _RENDERED,
)
BROKEN_LINK = RULES[-1].markup
REFERENCE = re.compile(r"(?<![\]!\\])\[([^\[\]\n^]{1,200})\]\[([^\[\]\n]{0,200})\]")
DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]\n^]{1,200})\]:[ \t]*\S", re.MULTILINE)
MISSING_REFERENCE = Markup(Phrase("en länk vars adress saknas", "a link whose address is missing"), _AS_LINK)
_rule(
    Phrase("en entitet", "an entity"),
    Phrase("skriv själva tecknet", "write the character itself"),
    r"&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});",
    ("plain",),
)
ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
UNKNOWN_ENTITY = RULES[-1].markup
_rule(
    Phrase("en lista", "a list"),
    Phrase(
        "fältet är en enda rad: skriv en mening, eller flera punkter i fältet om det är en lista",
        "the field is a single line: write a sentence, or several items if the field is a list",
    ),
    r"^[ \t]*([-*+][ \t]+\S[^\n]{0,100})|^[ \t]*(>[ \t]+\S[^\n]{0,100})",
    ("plain", "inline"),
)
_rule(
    Phrase("betoning, kod eller en länk", "emphasis, code or a link"),
    Phrase("fältet är ren text: skriv orden utan tecken", "the field is plain text: write the words without signs"),
    r"\*\*[^*\n]+\*\*|(?<![\w*])\*[^\s*][^*\n]{0,100}\*(?![\w*])|(?<![\w_])__[^_\n]+__(?!\w)|`[^`\n]+`"
    r"|\[[^\[\]\n]{1,200}\]\([^()\n]{1,300}\)",
    ("plain",),
)
TABLE_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[-: \t|]*$", re.MULTILINE)
TABLE = Markup(
    Phrase("en tabell som inte är hel", "a table that is not whole"),
    Phrase(
        "en tabell har en blank rad före, en rad med rubriker och sedan raden | --- | --- |",
        "a table has a blank line before it, a row of headings and then the row | --- | --- |",
    ),
)
UNCLOSED_STRONG = Markup(
    Phrase("** som inte stängs", "an unclosed **"),
    Phrase(
        "skriv ** på båda sidor om orden, utan mellanslag innanför", "write ** on both sides, without spaces inside"
    ),
)
UNCLOSED_CODE = Markup(
    Phrase("` som inte stängs", "an unclosed `"), Phrase("skriv ` på båda sidor", "write ` on both sides")
)
