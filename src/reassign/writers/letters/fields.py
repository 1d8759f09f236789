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
        columns: Further columns of the member roster, which ``member.column`` has; None if the roster is not known.
    """

    names: Mapping[str, str]
    columns: tuple[str, ...] | None = None

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


def scope_of(kind: LetterKind, columns: tuple[str, ...] | None = None) -> Scope:
    """The names that templates of a kind may use; with the further columns of the roster if they are known."""
    names = {name: name if name in FIELDS else "" for name in SHARED}
    return Scope(names | {name: name for name in SUBJECTS[kind]}, columns)


def unknown_names(tree: nodes.Template, scope: Scope) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Placeholders that stand for nothing: as written, line in the source, and what is known there."""
    yield from _visit(tree, scope.names)
    yield from _unknown_columns(tree, scope.columns)


def deepest_loop(node: nodes.Node) -> int:
    """How many loops stand inside each other."""
    from jinja2 import nodes

    inner = max((deepest_loop(child) for child in node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)


def nearest_names(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three placeholders that look like a wrong one."""
    if written.endswith('"]'):
        # What two columns have in common is their heading, not how a template writes them.
        headings = {plain(name.split('"')[1]): name for name in known}
        found = difflib.get_close_matches(plain(written.split('"')[1]), list(headings), n=3, cutoff=0.6)
        return tuple(headings[match] for match in found)
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


def _unknown_columns(node: nodes.Node, columns: tuple[str, ...] | None) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Columns that the roster does not have; what has a default, or is only asked for, may be missing."""
    from jinja2 import nodes

    if columns is None or (isinstance(node, nodes.Filter | nodes.Test) and node.name in {"default", "d", "defined"}):
        return
    if isinstance(node, nodes.Getitem | nodes.Getattr) and isinstance(node.node, nodes.Getitem | nodes.Getattr):
        wanted, held = _key(node), node.node
        if wanted is not None and _key(held) == _OPEN and isinstance(held.node, nodes.Name) and wanted not in columns:
            subject = f"{held.node.name}.{_OPEN}"
            yield f'{subject}["{wanted}"]', node.lineno, tuple(f'{subject}["{column}"]' for column in columns)
            return
    for child in node.iter_child_nodes():
        yield from _unknown_columns(child, columns)


def _key(node: nodes.Getitem | nodes.Getattr) -> str | None:
    """What stands after the dot or between the brackets; None if it is not written out."""
    from jinja2 import nodes

    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else None


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
