# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site's menu: every page that ``nav`` in ``mkdocs.yml`` names exists."""

from collections.abc import Collection, Iterator

import yaml

from spelbok.diagnostics import Diagnostic, Span, codes


def without_page(text: str, file: str, pages: Collection[str]) -> Iterator[Diagnostic]:
    """Report every line of the menu whose page no language has.

    ``text`` is the configuration, ``pages`` the names of pages without suffix.
    A configuration that is no YAML is left to the generator.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    for key, value in pairs:
        if isinstance(key, yaml.ScalarNode) and key.value == "nav":
            for node in _leaves(value):
                name = node.value.removesuffix(".md")
                if node.value.endswith(".md") and "://" not in node.value and name not in pages:
                    yield Diagnostic(codes.NAV_WITHOUT_PAGE, file, _span(node), {"page": node.value})


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the pages of a menu with its sections."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value)


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
