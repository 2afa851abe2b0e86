# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the YAML parser reports, in both languages, and the usual cause behind it.

The messages are libyaml's (scanner.c, parser.c, reader.c). A message that is
not listed here becomes a general sentence: no English stands in Swedish ones.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from spelbok.diagnostics import START, Span
from spelbok.locales import Phrase

#: libyaml's problems in Swedish.
_PROBLEMS = {
    "block sequence entries are not allowed in this context": "en punkt i en lista får inte stå här",
    "control characters are not allowed": "styrtecken får inte finnas",
    "could not find expected ':'": "kolon saknas efter fältets namn",
    "could not find expected directive name": "namnet på ett direktiv saknas",
    "did not find URI escaped octet": "ett tecken i en tagg är felskrivet",
    "did not find expected '!'": "'!' saknas",
    "did not find expected ',' or ']'": "',' eller ']' saknas",
    "did not find expected ',' or '}'": "',' eller '}' saknas",
    "did not find expected '-' indicator": "'-' saknas framför en punkt i en lista",
    "did not find expected <document start>": "text står efter dokumentets slut",
    "did not find expected <stream-start>": "filens början saknas",
    "did not find expected alphabetic or numeric character": "en bokstav eller siffra saknas",
    "did not find expected comment or line break": "här ska raden ta slut",
    "did not find expected digit or '.' character": "en siffra eller punkt saknas",
    "did not find expected hexdecimal number": "ett hexadecimalt tal saknas efter omvänt snedstreck",
    "did not find expected key": "här ska ett fält börja",
    "did not find expected node content": "ett värde saknas",
    "did not find expected tag URI": "en tagg saknar innehåll",
    "did not find expected version number": "ett versionsnummer saknas",
    "did not find expected whitespace": "ett mellanslag saknas",
    "did not find expected whitespace or line break": "ett mellanslag eller en radbrytning saknas",
    "did not find the expected '>'": "'>' saknas",
    "found a tab character that violates indentation": "en tabb står där indrag ska vara mellanslag",
    "found a tab character where an indentation space is expected": "en tabb står där indrag ska vara mellanslag",
    "found an incorrect leading UTF-8 octet": "ett tecken i en tagg är felskrivet",
    "found an incorrect trailing UTF-8 octet": "ett tecken i en tagg är felskrivet",
    "found an indentation indicator equal to 0": "ett indrag kan inte vara 0",
    "found character that cannot start any token": "ett värde kan inte börja med tecknet",
    "found duplicate %TAG directive": "direktivet %TAG står två gånger",
    "found duplicate %YAML directive": "direktivet %YAML står två gånger",
    "found extremely long version number": "versionsnumret är för långt",
    "found incompatible YAML document": "YAML-versionen går inte att läsa",
    "found invalid Unicode character escape code": "koden efter omvänt snedstreck är inget tecken",
    "found undefined tag handle": "taggen är inte känd",
    "found unexpected ':'": "ett kolon står där det inte får stå",
    "found unexpected document indicator": "dokumentet tar slut",
    "found unexpected end of stream": "filen tar slut",
    "found unexpected non-alphabetical character": "ett oväntat tecken står i namnet på ett direktiv",
    "found unknown directive name": "direktivet är inte känt",
    "found unknown escape character": "tecknet efter omvänt snedstreck är ingen kod",
    "incomplete UTF-16 character": "filens teckenkodning är bruten",
    "incomplete UTF-16 surrogate pair": "filens teckenkodning är bruten",
    "incomplete UTF-8 octet sequence": "filens teckenkodning är bruten",
    "invalid Unicode character": "ett tecken får inte finnas i en text",
    "invalid leading UTF-8 octet": "filens teckenkodning är bruten",
    "invalid length of a UTF-8 sequence": "filens teckenkodning är bruten",
    "invalid trailing UTF-8 octet": "filens teckenkodning är bruten",
    "unexpected low surrogate area": "filens teckenkodning är bruten",
    "expected low surrogate area": "filens teckenkodning är bruten",
    "input error": "filen gick inte att läsa",
    "input is too long": "filen är för lång",
    "mapping keys are not allowed in this context": "ett fält får inte börja här",
    "mapping values are not allowed in this context": "ett kolon får inte stå här",
}
#: Where the parser was, in Swedish.
_CONTEXTS = {
    "while parsing a block collection": "i en lista",
    "while parsing a block mapping": "bland fält med namn",
    "while parsing a block node": "i ett värde",
    "while parsing a flow mapping": "inom klammer",
    "while parsing a flow node": "i ett värde",
    "while parsing a flow sequence": "inom hakparenteser",
    "while parsing a node": "i ett värde",
    "while parsing a quoted scalar": "i en text inom citattecken",
    "while parsing a tag": "i en tagg",
    "while parsing a tag directive": "i direktivet %TAG",
    "while parsing a %TAG directive": "i direktivet %TAG",
    "while scanning a %TAG directive": "i direktivet %TAG",
    "while scanning a %YAML directive": "i direktivet %YAML",
    "while scanning a block scalar": "i en text efter | eller >",
    "while scanning a directive": "i ett direktiv",
    "while scanning a plain scalar": "i en text",
    "while scanning a quoted scalar": "i en text inom citattecken",
    "while scanning a simple key": "i namnet på ett fält",
    "while scanning a tag": "i en tagg",
    "while scanning a tag directive": "i direktivet %TAG",
    "while scanning an alias": "i ett alias",
    "while scanning an anchor": "i ett ankare",
    "while scanning for the next token": "",
}
_UNKNOWN = Phrase("raden följer inte reglerna", "the line does not follow the rules")

#: White space that looks like a space and is none to YAML: no-break, thin, ideographic and others.
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(rf"^\s*[{ODD_SPACES}]|^\s*-[{ODD_SPACES}]|^\s*(?:- +)?[\w-]+:[{ODD_SPACES}]")
_NO_SPACE = re.compile(r"\s*(?:- +)?[a-z_]+:[^\s/]")
_HASH = re.compile(r"[^\s#].*?[ \t]#")
#: Where a comment can have cut off the end of a value or name.
_CUT = ("while parsing a flow mapping", "while parsing a flow sequence", "while scanning a simple key")


@dataclass(frozen=True, slots=True)
class Problem:
    """What the parser found. Lines and columns count from 0; ``started`` is where the faulty value began."""

    lines: list[str]
    problem: str
    context: str
    at: tuple[int, int]
    started: tuple[int, int]

    def line(self, back: int = 0) -> str:
        """Return the line of the problem, or one ``back`` lines before it."""
        number = self.at[0] - back
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character that the parser stopped at; empty at the end of a line."""
        return self.line()[self.at[1] : self.at[1] + 1]

    @property
    def before(self) -> str:
        """What stands before it on the line."""
        return self.line()[: self.at[1]]

    @property
    def near(self) -> list[str]:
        """The lines from where the value began to the problem, at most five of each end."""
        first, last = min(self.started[0], self.at[0]), self.at[0]
        numbers = sorted({*range(first, min(first + 5, last + 1)), *range(max(first, last - 4), last + 1)})
        return [self.lines[number] for number in numbers if number < len(self.lines)]


def explain(error: yaml.YAMLError | ValueError, text: str) -> tuple[Span, dict[str, str]]:
    """Return where an error of the parser stands, and the params of its diagnostic.

    The params are ``problem_sv``, ``problem_en``, ``advice_sv`` and ``advice_en``.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        reason = str(getattr(error, "reason", ""))
        said = Phrase(_PROBLEMS.get(reason, _UNKNOWN.sv), reason or str(error).split("\n", 1)[0])
        return START, {"problem_sv": said.sv, "problem_en": said.en, "advice_sv": "", "advice_en": ""}
    problem, context = error.problem or "", error.context or ""
    marks = [(mark.line, mark.column) if mark else None for mark in (error.problem_mark, error.context_mark)]
    at = marks[0] or marks[1] or (0, 0)
    found = Problem(text.split("\n"), problem, context, at, marks[1] or at)
    line, column = found.started if _is_at_start(found) else found.at
    said, advice = _said(problem, context), _advice(found)
    params = {"problem_sv": said.sv, "problem_en": said.en, "advice_sv": advice.sv, "advice_en": advice.en}
    return Span(line + 1, column + 1, line + 1, column + 2), params


def _said(problem: str, context: str) -> Phrase:
    swedish = " ".join(filter(None, (_PROBLEMS.get(problem, _UNKNOWN.sv), _CONTEXTS.get(context, ""))))
    return Phrase(swedish, " ".join(filter(None, (problem, context))) or _UNKNOWN.en)


def _is_at_start(found: Problem) -> bool:
    """Whether the fault stands where the value began: what is opened and never closed, a name without colon."""
    if "expected ','" in found.problem:
        return not _is_second_colon(found) and _goes_on(found) is None
    opened = "unexpected end" in found.problem or found.context in {
        "while scanning an alias",
        "while scanning an anchor",
    }
    return opened or found.problem == "could not find expected ':'"


def _advice(found: Problem) -> Phrase:
    return next((advice for rule in _RULES if (advice := rule(found))), Phrase("", ""))


def _tab(found: Problem) -> Phrase | None:
    line = found.line()
    if "tab character" in found.problem or "\t" in line[: len(line) - len(line.lstrip())] or found.sign == "\t":
        return Phrase("dra in med mellanslag i stället för tabb", "indent with spaces instead of tabs")
    if "\t-" in found.before + found.sign:
        return Phrase("skriv mellanslag i stället för tabb", "write spaces instead of tabs")
    return None


def _odd_space(found: Problem) -> Phrase | None:
    if any(_ODD_SPACE.match(line) for line in [*found.near, found.line(1)]):
        return Phrase(
            "ett hårt mellanslag (U+00A0) eller liknande står på raden: byt det mot ett vanligt mellanslag",
            "the line has a no-break space (U+00A0) or the like: replace it with an ordinary space",
        )
    return None


def _hash(found: Problem) -> Phrase | None:
    opening = found.lines[found.started[0]] if found.started[0] < len(found.lines) else ""
    cut = found.context in _CUT and _HASH.match(opening.lstrip())
    above = found.line(1)
    if cut or (above[:1].isspace() and above.lstrip().startswith("#") and ":" not in found.line()):
        return Phrase(
            'det som står efter # är en kommentar och läses inte: sätt texten inom "citattecken"',
            'what stands after # is a comment and is not read: put the text in "quotes"',
        )
    return None


def _colon(found: Problem) -> Phrase | None:
    if _is_second_colon(found):
        return _COLON
    if found.problem != "mapping values are not allowed in this context":
        return None
    if _NO_SPACE.match(found.line(1)) and not _NO_SPACE.match(found.line()):
        return Phrase(
            "skriv ett mellanslag efter kolonet på raden före", "put a space after the colon on the line before"
        )
    is_name = re.fullmatch(r"\s*(?:- +)?[\w-]+", found.before)
    return _INDENT if is_name else _COLON


def _is_second_colon(found: Problem) -> bool:
    """Whether brackets or braces end at the second colon of a value: ``{sv: Step 1: open}``."""
    return "expected ','" in found.problem and found.sign == ":" and ": " in found.before


def _first_sign(found: Problem) -> Phrase | None:
    """A value begins with a sign that means something to YAML."""
    if found.problem == "block sequence entries are not allowed in this context":
        return Phrase(
            'en text som börjar med - sätts inom "citattecken"; en lista börjar på en egen rad',
            'put text that starts with - in "quotes"; a list begins on a line of its own',
        )
    sign = found.lines[found.started[0]][found.started[1] :][:1] if found.started[0] < len(found.lines) else ""
    starts = "alias", "anchor", "block scalar", "tag", "next token"
    if sign and (found.context.endswith(starts) or "node content" in found.problem):
        return Phrase(
            f'en text som börjar med {sign} sätts inom "citattecken"', f'put text that starts with {sign} in "quotes"'
        )
    return None


def _goes_on(found: Problem) -> Phrase | None:
    """A value in quotes or brackets is followed by more text."""
    if found.problem not in {"did not find expected key", "did not find expected ',' or '}'"} or not found.sign.strip():
        return None
    if found.before.rstrip().endswith(("'", '"')):
        return Phrase(
            "texten går vidare efter citattecknet: sätt hela texten inom den andra sortens citattecken, ' eller \"",
            "the text goes on after the closing quote: put all of it in quotes of the other kind, ' or \"",
        )
    if found.before.rstrip().endswith(("]", "}")):
        return Phrase(
            'en text som börjar med [ eller { sätts inom "citattecken"',
            'put text that starts with [ or { in "quotes"',
        )
    return None


def _backslash(found: Problem) -> Phrase | None:
    if found.context == "while parsing a quoted scalar":
        return Phrase(
            "omvänt snedstreck inleder en kod inom \": skriv \\\\, eller sätt texten inom '",
            "a backslash begins a code inside \": write \\\\, or put the text in '",
        )
    return None


def _by_message(found: Problem) -> Phrase | None:
    return _BY_MESSAGE.get(found.problem)


_COLON = Phrase(
    'ett kolon följt av mellanslag i texten: sätt texten inom "citattecken"',
    'a colon followed by a space within the text: put the text in "quotes"',
)
_INDENT = Phrase(
    "kontrollera att raden är lika mycket indragen som raderna intill",
    "check that the line is indented as much as its neighbours",
)
_UNCLOSED = Phrase(
    "en hakparentes eller klammer som öppnas stängs aldrig, eller ett komma saknas",
    "a bracket or brace that opens never closes, or a comma is missing",
)
_DIRECTIVE = Phrase("ta bort raden som börjar med %", "remove the line that starts with %")
_BY_MESSAGE = {
    "could not find expected ':'": Phrase(
        "raden saknar kolon efter fältets namn, eller är för lite indragen",
        "the line lacks a colon after the field's name, or is indented too little",
    ),
    "did not find expected key": Phrase(
        "kontrollera indraget, och att citattecken som öppnas också stängs",
        "check the indentation, and that every quote that opens also closes",
    ),
    "did not find expected '-' indicator": _INDENT,
    "found unexpected end of stream": Phrase(
        "ett citattecken eller en parentes som öppnas stängs aldrig", "a quote or a bracket that opens never closes"
    ),
    "found unexpected document indicator": Phrase(
        "ett citattecken som öppnas stängs aldrig", "a quote that opens never closes"
    ),
    "did not find expected ',' or ']'": _UNCLOSED,
    "did not find expected ',' or '}'": _UNCLOSED,
    "did not find expected <document start>": Phrase("ta bort raden med '...'", "remove the line with '...'"),
    "found incompatible YAML document": _DIRECTIVE,
    "found unknown directive name": _DIRECTIVE,
    "found duplicate %YAML directive": _DIRECTIVE,
    "found duplicate %TAG directive": _DIRECTIVE,
    "did not find expected version number": _DIRECTIVE,
}
#: The causes, the most certain first.
_RULES: tuple[Callable[[Problem], Phrase | None], ...] = (
    _odd_space,
    _tab,
    _hash,
    _backslash,
    _first_sign,
    _colon,
    _goes_on,
    _by_message,
)
