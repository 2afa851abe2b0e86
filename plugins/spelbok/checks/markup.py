# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markup of texts: what is written is rendered, hides nothing, and links to the same places in both languages."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from spelbok.checks.placed import Finding, Rules, Texts, in_both
from spelbok.diagnostics import codes
from spelbok.language.markup import unrendered
from spelbok.language.markup_rules import Form
from spelbok.model.urls import is_allowed
from spelbok.model.values import Line, Prose, Summary, Text, Title
from spelbok.site import markdown
from spelbok.source.characters import forbidden

_FORMS: dict[type[Text], Form] = {Title: "plain", Summary: "plain", Line: "inline", Prose: "block"}
#: So much of a text is repeated in a message.
_SHOWN = 40
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
#: Words of an address that tell a page's language.
_LANGUAGES = frozenset("en eng english inenglish engelska gb uk us sv swe svenska swedish se".split())  # noqa: SIM905
_PARTS = re.compile(r"[/.?&=_#-]+")


def unrendered_markup(_: Rules, texts: Texts) -> Iterator[Finding]:
    """No text has markup that readers would see as signs."""
    for text in texts:
        for start, end, markup in unrendered(text.text, _FORMS.get(text.kind, "inline")):
            found = " ".join(text.text[start:end].split())
            params = {
                "found": found if len(found) <= _SHOWN else f"{found[:_SHOWN]} …",
                "what_sv": markup.what.sv,
                "what_en": markup.what.en,
                "advice_sv": markup.advice.sv,
                "advice_en": markup.advice.en,
            }
            yield Finding(codes.MARKUP_NOT_RENDERED, text.document, text.path, start, end, params)


def hidden_characters(_: Rules, texts: Texts) -> Iterator[Finding]:
    """No character that a text may not hold is written as an entity: ``&#x202e;``."""
    for text in texts:
        for entity in _ENTITY.finditer(text.text) if "&" in text.text and issubclass(text.kind, Line | Prose) else ():
            for character in html.unescape(entity[0]):
                if forbidden(character, allowed="\t\n"):
                    params = {"character": f"U+{ord(character):04X}"}
                    yield Finding(codes.FORBIDDEN_CHARACTER, text.document, text.path, *entity.span(), params)


def unlike_links(_: Rules, texts: Texts) -> Iterator[Finding]:
    """Both versions of a text link to the same entries, and to the same pages of other sites."""
    for swedish, english in in_both(texts):
        if not issubclass(english.kind, Line | Prose):
            continue
        mine, theirs = Counter(markdown.links(swedish.text)), Counter(markdown.links(english.text))
        if mine == theirs or mine.total() != theirs.total():  # Another check tells how many there are.
            continue
        left, right = list((mine - theirs).elements()), list((theirs - mine).elements())
        for url in [*left]:
            if same := next((other for other in right if _is_same_page(url, other)), None):
                left.remove(url)
                right.remove(same)
        for first, second in zip(left, right, strict=True):
            if is_allowed(first) and is_allowed(second):  # Others have an error.
                span = dict(markdown.placed_links(english.text))[second]
                params = {"swedish": first, "english": second}
                yield Finding(codes.UNLIKE_LINKS, english.document, english.path, *span, params)


def _is_same_page(first: str, second: str) -> bool:
    """Whether two addresses are those of one page in two languages."""
    if not (first.startswith("http") and second.startswith("http")):
        return False
    (host, path), (other_host, other_path) = _place(first), _place(second)
    if host != other_host:
        return False
    words, other_words = (frozenset(_PARTS.split(url.casefold())) for url in (first, second))
    return path == other_path or bool((words ^ other_words) & _LANGUAGES)


def _place(url: str) -> tuple[list[str], list[str]]:
    """Return the words of an address's host and of the rest, without those that tell a language."""
    try:
        parts = urlsplit(url.casefold())
    except ValueError:
        return [url], []
    host = [word for word in parts.netloc.split(".") if word not in {"www", *_LANGUAGES}]
    rest = _PARTS.split(f"{parts.path}/{parts.query}/{parts.fragment}")
    return host, [word for word in rest if word and word not in _LANGUAGES]
