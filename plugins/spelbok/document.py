# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file as values with their places: what the model validates, and where it stands."""

from dataclasses import dataclass

from spelbok.diagnostics import START, Span
from spelbok.source import Mapping, Node, Scalar, Sequence

#: The way from the root of a file to a value: keys and list positions.
Path = tuple[str | int, ...]

#: What YAML text becomes before the model types it.
Value = str | None | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file that could be parsed. ``file`` is its path as users know it."""

    file: str
    text: str
    root: Mapping

    def values(self) -> Value:
        """Return the content as plain dicts, lists, texts and None (nothing written)."""
        return _value(self.root)

    def node(self, path: Path) -> Node | None:
        """Return the node at ``path``, or None if nothing stands there."""
        node: Node | None = self.root
        for step in path:
            if isinstance(node, Mapping):
                node = next((value for key, value in node.pairs if key.value == step), None)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def span(self, path: Path) -> Span:
        """Return where the value at ``path`` stands, or its nearest parent that stands."""
        while path:
            if node := self.node(path):
                if isinstance(node, Scalar) and not node.is_empty:
                    return node.span
                return self.key_span(path)
            path = path[:-1]
        return self.first_key_span(())

    def key_span(self, path: Path) -> Span:
        """Return where the last step of ``path`` is named: its key, or its list item."""
        parent = self.node(path[:-1])
        if isinstance(parent, Mapping):
            for key, _ in parent.pairs:
                if key.value == path[-1]:
                    return key.span
        node = self.node(path)
        return self.first_key_span(path) if isinstance(node, Mapping) else node.span if node else self.span(path[:-1])

    def first_key_span(self, path: Path) -> Span:
        """Return the first key of the mapping at ``path``: the place to name for what it lacks."""
        node = self.node(path)
        if isinstance(node, Mapping):
            return node.pairs[0][0].span if node.pairs else node.span
        return START


def _value(node: Node) -> Value:
    if isinstance(node, Scalar):
        return None if node.is_empty else node.value
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return {key.value: _value(value) for key, value in node.pairs}
