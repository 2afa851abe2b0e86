# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How ``spelbok impact`` tells what it found: to people, programs, GitHub and the readers of a pull request."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from spelbok.diagnostics.reporters import visible
from spelbok.locales import LOCALES, Locale, Phrase
from spelbok.playbook.diff import Impact, PageChange

#: The most lines of a page's difference that a summary shows, so that GitHub takes it whole.
_SHOWN = 40

_HEADING = Phrase("Vad läsare kommer att se", "What readers will see")
_ADDED = Phrase("Nya sidor", "New pages")
_REMOVED = Phrase("Sidor som försvinner", "Pages that go away")
_CHANGED = Phrase("Ändrade sidor", "Changed pages")
_MOVED = Phrase("Adresser som ändras", "Addresses that change")
_REACHED = Phrase("Moduler och vägar som berörs, med sina kurspaket", "Modules and paths reached, with their packages")
_LAGS = Phrase("Översättningar som släpar efter", "Translations that lag")
_NOTHING = Phrase("Läsare ser ingen skillnad.", "Readers see no difference.")
_WELCOME = Phrase(
    "Det hindrar ingenting: en ändring på ett språk är välkommen.",
    "It stops nothing: a change in one language is welcome.",
)
_UNREAD = Phrase(
    "Filer med fel, som inte kan jämföras förrän felen är rättade (spelbok check visar dem)",
    "Files with mistakes, which cannot be compared until those are mended (spelbok check shows them)",
)
_UNTIDY = Phrase("Filer att lägga i ordning", "Files to put in order")
_TIDIED = Phrase(
    "Fält eller rader står inte som i andra filer. Det hindrar ingenting: den som tar in ändringen kör spelbok fmt.",
    "Fields or lines do not stand as in other files. It stops nothing: whoever merges the change runs spelbok fmt.",
)
_STATES = {
    "outdated": Phrase("översättningen är äldre än originalet", "the translation is older than the original"),
    "missing": Phrase("översättningen saknas", "the translation is missing"),
}


def human(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield lines for a terminal."""
    if found.unread:
        yield f"{_UNREAD[lang]}: {', '.join(found.unread)}"
    if not found.is_seen and not found.unread:
        yield _NOTHING[lang]
    for title, pages in ((_ADDED, found.added), (_REMOVED, found.removed), (_CHANGED, found.changed)):
        if pages:
            yield f"{title[lang]}:"
        for page in pages:
            yield f"  /{page.url} {visible(page.title)}"
            if title is _CHANGED:
                yield from (f"    {line[0]} {visible(line[1:])}" for line in _differing(page, lang))
    if found.moved:
        yield f"{_MOVED[lang]}:"
        yield from (f"  /{move.old} -> {f'/{move.new}' if move.new else '-'}" for move in found.moved)
    if found.reached:
        yield f"{_REACHED[lang]}: {', '.join(found.reached)}"
    yield from _human_for_editors(found, lang)


def _human_for_editors(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield what is left to do for whoever merges the change."""
    if found.lags:
        yield f"{_LAGS[lang]}:"
        yield from (
            f"  {lag.file}:{lag.line}: {lag.locale} {lag.name}: {_STATES[lag.state][lang]}" for lag in found.lags
        )
    if found.untidy:
        yield f"{_UNTIDY[lang]} ({_TIDIED[lang]})"
        yield from (f"  {file}" for file in found.untidy)


def _differing(page: PageChange, lang: Locale) -> Iterator[str]:
    """Yield the lines that differ, or that the page cannot be compared."""
    yield from page.lines or [f" {Phrase('(sidan kan inte jämföras)', '(the page cannot be compared)')[lang]}"]


def as_json(found: Impact, lang: Locale) -> Iterator[str]:  # noqa: ARG001 - the others take it
    """Yield everything as one JSON object."""
    yield json.dumps(asdict(found), ensure_ascii=False, indent=2)


def github(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield a notice for each translation that lags and each file to tidy; no warning, for nothing is wrong."""
    for lag in found.lags:
        text = f"{lag.name}: {_STATES[lag.state][lang]}. {_WELCOME[lang]}"
        yield _notice(lag.file, lag.line, _LAGS[lang], text)
    for file in found.untidy:
        yield _notice(file, 1, _UNTIDY[lang], _TIDIED[lang])


def _notice(file: str, line: int, title: str, text: str) -> str:
    escaped = file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::notice file={escaped},line={line},title={title}::{visible(text)}"


def markdown(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield a summary for a pull request. Texts stand in code blocks, where they cannot style, link or mention."""
    yield f"## {_HEADING[lang]}\n"
    if found.unread:
        yield f"{_UNREAD[lang]}: {', '.join(f'`{file}`' for file in found.unread)}\n"
    if not found.is_seen and not found.unread:
        yield _NOTHING[lang]
    for title, pages in ((_ADDED, found.added), (_REMOVED, found.removed)):
        if pages:
            yield f"### {title[lang]}\n"
            yield from (f"- `/{page.url}` {_code(page.title)}" for page in pages)
            yield ""
    if found.changed:
        yield f"### {_CHANGED[lang]}\n"
    for page in found.changed:
        lines = [visible(line) for line in _differing(page, lang)]
        more = len(lines) - _SHOWN
        if more > 0:
            lines[_SHOWN:] = [Phrase(f"… och {more} rader till", f"… and {more} more lines")[lang]]
        yield f"<details><summary><code>/{page.url}</code></summary>\n"
        yield "\n".join(["````diff", *(line.replace("````", "''''") for line in lines), "````"])
        yield "\n</details>\n"
    if found.moved:
        yield f"### {_MOVED[lang]}\n"
        yield from (f"- `/{move.old}` → {f'`/{move.new}`' if move.new else '–'}" for move in found.moved)
        yield ""
    if found.reached:
        yield f"### {_REACHED[lang]}\n"
        yield f"{', '.join(f'`{entry}`' for entry in found.reached)}\n"
    yield from _markdown_for_editors(found, lang)


def is_summary(content: bytes) -> bool:
    """Whether the content of a file begins as :func:`markdown` does."""
    return content.startswith(tuple(f"## {_HEADING[lang]}\n".encode() for lang in LOCALES))


def _markdown_for_editors(found: Impact, lang: Locale) -> Iterator[str]:
    """Yield what is left to do for whoever merges the change."""
    if found.lags:
        yield f"### {_LAGS[lang]}\n\n{_WELCOME[lang]}\n"
        yield from (
            f"- `{lag.file}:{lag.line}` `{lag.name}` ({lag.locale}): {_STATES[lag.state][lang]}" for lag in found.lags
        )
        yield ""
    if found.untidy:
        yield f"### {_UNTIDY[lang]}\n\n{_TIDIED[lang]}\n"
        yield from (f"- `{file}`" for file in found.untidy)


def _code(text: str) -> str:
    return f"`{text.replace('`', chr(39))}`"


FORMS = {"human": human, "json": as_json, "github": github, "markdown": markdown}
