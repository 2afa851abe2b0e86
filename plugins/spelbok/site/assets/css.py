# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""One style sheet for the whole site: sheets in, one sheet without the rules that no page can use out.

A theme's sheets serve every site that it may be on. Most of their rules name a
class, an id or the value of an attribute that our pages never have, and go.
Whatever is not understood stays: a rule too many costs a few bytes, a rule too
few a broken page. Syntax: CSS Syntax Module Level 3, read by tinycss2.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

#: A name as HTML, templates and scripts write it.
_NAME = re.compile(r"[\w-]+")
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
#: At-rules whose block holds rules again.
_NESTING = frozenset({"media", "supports", "layer", "container"})


def names(text: str) -> frozenset[str]:
    """Return everything in a text that may be the name of a class, an id or an attribute, or its value."""
    return frozenset(_NAME.findall(text))


def joined(foreign: Iterable[str], own: Iterable[str], known: frozenset[str]) -> str:
    """Return one sheet: of the ``foreign`` ones what can apply where only ``known`` names occur, all of the ``own``.

    A sheet that ends in the middle of a rule is closed, so that the next one holds all the same.
    """
    written = "\n".join(_serialised(_rules(css)) for css in own)
    kept = [rule for css in foreign for rule in _applicable(_rules(css), known)]
    used = frozenset(_REFERENCE.findall(_serialised(kept) + written))
    return f'@charset "UTF-8";\n{_serialised(_without_unused(kept, used))}\n{written}\n'


@lru_cache(maxsize=32)
def _rules(css: str) -> tuple[Node, ...]:
    parsed = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(rule for rule in parsed if getattr(rule, "lower_at_keyword", "") != "charset")


def _serialised(rules: Iterable[Node]) -> str:
    return "\n".join(rule.serialize() for rule in rules)


def _applicable(rules: Iterable[Node], known: frozenset[str]) -> Iterator[Node]:
    """Yield the rules that may apply, each with those of its selectors that may."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [selector for selector in _selectors(rule.prelude) if _may_match(selector, known)]
            if selectors:
                yield _rule(rule, _between_commas(selectors), rule.content)
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            inner = list(_applicable(_inner(rule), known))
            if inner:
                yield _at_rule(rule, inner)
        else:
            yield rule


def _selectors(prelude: list[Node]) -> list[list[Node]]:
    found: list[list[Node]] = [[]]
    for part in prelude:
        if part == ",":
            found.append([])
        else:
            found[-1].append(part)
    return found


def _between_commas(selectors: list[list[Node]]) -> list[Node]:
    (comma,) = tinycss2.parse_component_value_list(",")
    return [token for selector in selectors for token in (comma, *selector)][1:]


def _may_match(selector: list[Node], known: frozenset[str]) -> bool:
    """Return whether every name that a selector asks for is known, what stands in ``:is()`` and the like left out."""
    before: Node | None = None
    for part in selector:
        if part.type == "ident" and before == "." and part.value not in known:
            return False
        if part.type == "hash" and part.value not in known:
            return False
        if part.type == "[] block" and not {inner.value for inner in part.content if inner.type in _VALUES} <= known:
            return False
        before = part
    return True


#: What an attribute selector is made of: ``[dir=rtl]``, ``[dir="rtl"]``.
_VALUES = frozenset({"ident", "string"})


def _without_unused(rules: Iterable[Node], used: frozenset[str]) -> Iterator[Node]:
    """Yield rules without the custom properties that nothing refers to: among them are icons, as large as all else."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            declared = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            kept = [part for part in declared if not _is_unused(part, used)]
            if len(kept) == len(declared):
                yield rule
            elif kept:
                text = "".join(f"{part.serialize()};" for part in kept)
                yield _rule(rule, rule.prelude, tinycss2.parse_component_value_list(text))
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            yield _at_rule(rule, list(_without_unused(_inner(rule), used)))
        else:
            yield rule


def _is_unused(part: Node, used: frozenset[str]) -> bool:
    return isinstance(part, Declaration) and part.name.startswith("--") and part.name not in used


def _inner(rule: AtRule) -> list[Node]:
    return list(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _rule(rule: QualifiedRule, prelude: list[Node], content: list[Node]) -> QualifiedRule:
    return QualifiedRule(rule.source_line, rule.source_column, prelude, content)


def _at_rule(rule: AtRule, inner: list[Node]) -> AtRule:
    content = tinycss2.parse_component_value_list(_serialised(inner))
    return AtRule(rule.source_line, rule.source_column, rule.at_keyword, rule.lower_at_keyword, rule.prelude, content)
