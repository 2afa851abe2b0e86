# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure that no text of 64 kB takes long to check and render: ``python -m tests.fuzz --slow``.

Each text is one sign, or a few, again and again, or many different words: what
makes patterns, parsers of Markdown and dictionaries slow. Measured is the CPU
time of this process, so a busy machine does not count.
"""

import json
import random
import time

from markdown import Markdown

from spelbok.checks import by_hand, language
from spelbok.checks.external import links
from spelbok.checks.page_links import Targets
from spelbok.checks.placed import File, Rules
from spelbok.diagnostics import codes, has_errors
from spelbok.diagnostics.reporters import human
from spelbok.language import words
from spelbok.model.values import Prose
from spelbok.playbook.loader import load
from spelbok.playbook.markdown_pages import Handwritten, document
from spelbok.site import markdown
from spelbok.site.glossary import Terms
from spelbok.source.document import read
from spelbok.storage.cache import NOTHING
from tests.conftest import ROOT

#: A page alone: there is nothing that it may link to.
NO_TARGETS = Targets(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())

SIZE = 64_000
#: The most that a text may take, in seconds of CPU time.
MOST = 2.0

#: What is written again and again.
_AGAIN = r"""
    a.a.a. aa. a.b@ a@ a-a. 1.2, 1.1 ` `a ``a` [ ( []( [a]( [a](b ]( ![ * **a _ _a __a < <a <!-- <a␠href= & &a &lt;
    &# ␠ ⏎ ⏎⏎ ␠⏎ ⏎␠ >␠ > -␠ -␠a⏎ 1.␠ 1.␠a⏎ ␠␠-␠a⏎ https:// https://a https://a.se␠ https://a.se/ mailto: id: { {a {a}
    {{ a å A 0 a1 - a- ' a' " "a ” (a : a: .. . ? ! a.␠ A.␠B a.␠B … \ \a | |a |␠a␠|⏎ a\⏎ # #␠a⏎ ##␠a⏎ ~ ~~~⏎ ```⏎ ---⏎
    ***⏎ Ã¥␠ Ã Ã¥ =⏎ a⏎=⏎ [a]:␠b⏎ [a] [a][b] [^a] <div>⏎ <b> {:␠a} ??? XXX och␠det␠ the␠of␠ data␠ e.g.␠ t.ex.␠ [[ ((
    ** ***a *a**b >␠a⏎ >>a⏎ <https://a <a@b.c> ␠␠⏎ ␠␠␠␠a⏎ a␠␠⏎ www. @ a.se/ a.se 1) +␠a⏎ *␠a⏎ ß 😀 word␠ 1,1 a:a a'a
    _. a_b. <div␠markdown="1">⏎
"""
_UNSEEN = ("\t", "\r", "\r\n", "\u200b", "\u0301", "a\u0301", "\xa0", "\u2028", "\x85", "\u2011", "a\u2011", "İ")


def texts(size=SIZE):
    """Return the texts by a name for each."""
    again = [sign.replace("␠", " ").replace("⏎", "\n") for sign in _AGAIN.split()]
    found = {repr(sign): (sign * (size // len(sign) + 1))[:size] for sign in (*again, *_UNSEEN)}
    rng = random.Random(1)  # noqa: S311 - repeatable is what it must be

    def word(length, of="abcdefghijklmnopqrstuvwxyzåäö"):
        return "".join(rng.choice(of) for _ in range(length))

    return found | {
        "different words": " ".join(word(rng.randint(4, 12)) for _ in range(size // 9)),
        "different names": " ".join(word(5).capitalize() for _ in range(size // 6)),
        "long words": " ".join(word(200) for _ in range(size // 201)),
        "hyphens": "-".join(word(3) for _ in range(size // 4)),
        "emphasis": " ".join(f"*{word(5)}*" for _ in range(size // 8)),
        "quotes": " ".join(f'"{word(5)}"' for _ in range(size // 8)),
        "links": " ".join(f"[a](https://a.se/{number})" for number in range(size // 24)),
        "table": "|a|b|\n|-|-|\n" + "|a|b|\n" * (size // 6),
        "wide table": f"|{'a|' * (size // 4)}\n|{'-|' * (size // 4)}\n",
        "nested list": "".join(f"{'  ' * depth}- a\n" for depth in range(int(size**0.5))),
        "longer and longer": " ".join("`" * length for length in range(1, int((2 * size) ** 0.5))),
        "nested quotations": ">" * (size // 2) + "a" * (size // 2),
        "nested brackets": "[" * (size // 2) + "]" * (size // 2),
    }


def readers():
    """Return what is done with a text, by name."""
    playbook = load(ROOT / "playbook").playbook
    rules, terms = Rules(playbook), Terms(playbook.glossary, "sv")
    assert rules.spellers and rules.wording, "dictionaries are read once, before anything is measured"  # noqa: PT018

    def entry(text):
        if not text.strip():
            return
        source = f"what: {{sv: {json.dumps(text)}}}"
        read_, _ = read(source.encode(), "x.yml", NOTHING)
        if read_ is None:  # Refused, with a diagnostic.
            return
        file = File(read_, [(("what",), Prose(sv=text))])
        found = [item for check in language.CHECKS for item in check(rules, file.texts)]
        human(
            [language.Diagnostic(item.code, "x.yml", item.span, item.params) for item in found], "sv", {"x.yml": source}
        )
        markdown.links(text)
        terms.explain(f"<div>{markdown.block(text, lambda _: 'x/')}</div>", lambda _: "x/")

    def page(text):
        mine = Handwritten("x.md", "x", "sv", text)
        found = [item for item in by_hand.check({"x": {"sv": mine}}, NO_TARGETS) if item.code is not codes.MISSING_PAGE]
        document({"sv": mine}, "sv").values()
        list(links.places("x.md", text))
        if not has_errors(found):
            Markdown(extensions=["attr_list", "md_in_html", "tables", "toc", "fenced_code"]).convert(text)

    return {"entry": entry, "page": page}


def measure(size=SIZE):
    """Yield the reader, the text and the seconds of CPU time for every text."""
    found = texts(size)
    for reader, do in readers().items():
        for name, text in found.items():
            for kept in (words.read, markdown._tokens, markdown._block, markdown._inline):
                kept.cache_clear()
            started = time.process_time()
            do(text)
            yield reader, name, time.process_time() - started


def main():
    """Measure all; return 1 if a text takes more than the limit."""
    slow = 0
    slowest = (0.0, "")
    for reader, name, seconds in measure():
        slowest = max(slowest, (seconds, f"{reader} {name}"))
        if seconds > MOST:
            slow += 1
            print(f"{reader} {name}: {seconds:.1f} s", flush=True)
    print(f"{slow} of {2 * len(texts())} take more than {MOST:.0f} s; slowest {slowest[1]}: {slowest[0]:.1f} s")
    return 1 if slow else 0
