# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
r"""Text as Markdown that says the same text and nothing else, whatever reads it.

What reads it is not known: Python-Markdown with any of its extensions,
pymdownx, a parser of CommonMark, before them perhaps a template engine. A
backslash is not enough (Python-Markdown reads ``\<b>`` as a tag, Jinja reads
``\{{``). Character references are the one way that all of them leave alone, so
every character that one of them could take for markup becomes one. Typography
such as ``(c)`` for © is not undone: it is no markup.
"""

import re
from urllib.parse import quote

from markupsafe import escape

#: Characters that are markup somewhere in a line, for one reader or another.
_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>&~^|=$#+@\u2028\u2029]"
    r"|:(?=[\w+-]+:|//)"  # :emoji: and addresses that a reader would make links of
    r"|(?<=www)\.",
    re.IGNORECASE,
)
#: What opens a block at the start of a line: the dot of a numbered item, or a character that no text begins with.
_OPENING = re.compile(
    r"(?P<before>\(?(?:\d+|[a-z]|[ivxlcdm]+))(?P<mark>[.)])(?=\s|$)|(?P<odd>[^\w\s&(\"'«»“”‘’§…–—])", re.IGNORECASE
)
_PLAIN_CODE = re.compile(r"[\w ,;/()'\"?!%-]+(?:[.:=][\w ,;/()'\"?!%-]+)*\.?", re.ASCII)
#: What an address may hold as it is; the rest is percent-encoded.
_SAFE_IN_ADDRESS = "/:?#@!,;=&%.-~+"


def escaped(text: str, *, opening: bool = False) -> str:
    """Return ``text`` for the middle of a line, or with ``opening`` for the start of one."""
    line = _MARKUP.sub(_reference, text)
    return _OPENING.sub(_opened, line, count=1) if opening and _OPENING.match(line) else line


def _opened(match: re.Match[str]) -> str:
    return f"{match['before'] or ''}&#{ord(match['mark'] or match['odd'])};"


def _reference(match: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(match[0], f"&#{ord(match[0])};")


def code(text: str) -> str:
    """Return ``text`` as code in a line.

    Between backticks nothing can be escaped, and a template engine reads there
    too; so anything but harmless characters stands in an element instead.
    """
    return f"`{text}`" if is_plain_code(text) and text == text.strip() else f"<code>{escaped(text)}</code>"


def is_plain_code(text: str) -> bool:
    """Whether nothing reads ``text`` as anything but itself where it stands as code."""
    return _PLAIN_CODE.fullmatch(text) is not None


def address(url: str) -> str:
    """Return an address as the target of a link. What it holds already percent-encoded stays so."""
    return quote(url, safe=_SAFE_IN_ADDRESS).replace("&", "&amp;")


def value(text: str) -> str:
    """Return ``text`` as the value of an attribute of an element."""
    return escaped(text).replace('"', "&quot;")


def for_theme(text: str) -> str:
    """Return ``text`` as front matter and configuration hold it: themes write such words into pages as HTML."""
    return str(escape(text))
