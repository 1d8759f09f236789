"""Which placeholders a template may use, found without filling it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reassign.domain.letters import LetterKind
from reassign.domain.vietnamese import plain
from reassign.writers.letters.values import FIELDS, LISTS, SHARED, SUBJECTS

if TYPE_CHECKING:
    from jinja2 import nodes

_OPEN = "column"
"""The one field whose keys are those of the roster, whatever they are."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Names a template may use.

    Attributes:
        names: What each name is: a key of ``FIELDS``, a key of ``LISTS``, or empty for a text.
    """

    names: Mapping[str, str]

    def shared_only(self) -> Scope:
        """What headers and footers may use: they are filled once for the whole document."""
        return Scope({name: kind for name, kind in self.names.items() if name in SHARED})

    def placeholders(self) -> tuple[str, ...]:
        """Everything that can be written between braces outside a loop."""
        found: list[str] = []
        for name, kind in self.names.items():
            fields = FIELDS.get(kind, ())
            found.extend(f"{name}.{field}" for field in fields)
            if not fields:
                found.append(name)
        return tuple(found)


def scope_of(kind: LetterKind) -> Scope:
    """The names that templates of a kind may use."""
    names = {name: name if name in FIELDS else "" for name in SHARED}
    return Scope(names | {name: name for name in SUBJECTS[kind]})


def unknown_names(tree: nodes.Template, scope: Scope) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Placeholders that stand for nothing: as written, line in the source, and what is known there."""
    yield from _visit(tree, scope.names)


def deepest_loop(node: nodes.Node) -> int:
    """How many loops stand inside each other."""
    from jinja2 import nodes

    inner = max((deepest_loop(child) for child in node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)


def nearest_names(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three placeholders that look like a wrong one."""
    subject, _, field = written.rpartition(".")
    fields = {plain(name.rpartition(".")[2]): name for name in known if name.rpartition(".")[0] == subject}
    if subject and fields:
        return tuple(fields[match] for match in difflib.get_close_matches(plain(field), list(fields), n=3, cutoff=0.6))
    whole = {plain(name): name for name in known}
    return tuple(whole[match] for match in difflib.get_close_matches(plain(written), list(whole), n=3, cutoff=0.7))


def _visit(node: nodes.Node, names: Mapping[str, str]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    from jinja2 import nodes

    if isinstance(node, nodes.For):
        yield from _visit(node.iter, names)
        inner = dict(names) | {name: _entry(node.iter, names) for name in _targets(node.target)} | {"loop": "loop"}
        for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
            yield from _visit(child, inner)
        return
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        yield from _field(node.node, node.attr, names)
        return
    if isinstance(node, nodes.Getitem) and isinstance(node.node, nodes.Name) and isinstance(node.arg, nodes.Const):
        yield from _field(node.node, str(node.arg.value), names)
        return
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in names:
        yield node.name, node.lineno, _all(names)
        return
    assigned = dict(names)
    for child in node.iter_child_nodes():
        yield from _visit(child, assigned)
        if isinstance(child, nodes.Assign):
            assigned |= dict.fromkeys(_targets(child.target), "any")


def _field(node: nodes.Name, field: str, names: Mapping[str, str]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    written = f"{node.name}.{field}"
    kind = names.get(node.name)
    if kind is None:
        yield written, node.lineno, _all(names)
    elif kind in FIELDS and field not in FIELDS[kind]:
        yield written, node.lineno, tuple(f"{node.name}.{known}" for known in FIELDS[kind])
    elif kind == "" or kind in LISTS:
        yield written, node.lineno, _all(names)


def _all(names: Mapping[str, str]) -> tuple[str, ...]:
    return Scope({name: kind for name, kind in names.items() if kind not in {"loop", "any"}}).placeholders()


def _entry(listed: nodes.Node, names: Mapping[str, str]) -> str:
    """What one entry of a list is."""
    from jinja2 import nodes

    while isinstance(listed, nodes.Filter) and listed.node is not None:
        listed = listed.node
    kind = names.get(listed.name, "") if isinstance(listed, nodes.Name) else ""
    return LISTS.get(kind, "any")


def _targets(target: nodes.Node) -> list[str]:
    from jinja2 import nodes

    return [target.name] if isinstance(target, nodes.Name) else [name.name for name in target.find_all(nodes.Name)]
