"""The certificate of a plan as it is written, refused where its shape is not the one of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.check.linear import Key
from reassign.domain.plan import Proof

DEEPEST = 300
"""Deepest tree that is read [splits]."""


class Damaged(Exception):  # noqa: N818 - what it says of the certificate
    """The certificate proves nothing; the argument says why."""


@dataclass(frozen=True, slots=True)
class Multipliers:
    """One multiplier per row, over a common denominator."""

    denominator: int
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A row that follows from others by rounding.

    Attributes:
        sum: Multiplier of each row, and what the sum is divided by.
        members: Multiplier by member id, for the rows that place every member once.
        up: Columns whose coefficient is rounded up.
    """

    sum: Multipliers
    members: Mapping[str, int]
    up: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Split:
    """``column <= at`` below ``low``, ``column >= at + 1`` below ``high``."""

    column: Key
    at: int
    low: Node
    high: Node


@dataclass(frozen=True, slots=True)
class Node:
    """Part of the search: what narrows it, then a split, a leaf with multipliers, or a leaf where nothing is left."""

    narrow: tuple[Multipliers, ...]
    end: Split | Multipliers | None


@dataclass(frozen=True, slots=True)
class Stage:
    """Levels that are settled together, with the cuts that come before their bound."""

    levels: tuple[int, ...]
    weights: tuple[int, ...]
    value: int
    proof: Proof
    own: Multipliers
    tree: Node | None
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class ComponentProof:
    """The stages of one component and the rows that their multipliers belong to."""

    members: tuple[str, ...]
    branches: tuple[str, ...]
    rows: tuple[Key, ...]
    stages: tuple[Stage, ...]


def read_certificate(document: Mapping[str, object]) -> tuple[ComponentProof, ...]:
    """The components of a certificate.

    Raises:
        Damaged: A key is missing or unknown, or a value has the wrong type.
    """
    fields = _fields(document, {"format", "components"})
    told = _integer(fields["format"])
    components = tuple(map(_component, _list(fields["components"])))
    has_cuts = any(stage.cuts for component in components for stage in component.stages)
    if told != (2 if has_cuts else 1):
        raise Damaged("format")
    return components


def _component(value: object) -> ComponentProof:
    fields = _fields(value, {"members", "branches", "rows", "stages"})
    rows = tuple(map(_key, _list(fields["rows"])))
    if len(set(rows)) != len(rows):
        raise Damaged("rows")
    return ComponentProof(
        tuple(map(_text, _list(fields["members"]))),
        tuple(map(_text, _list(fields["branches"]))),
        rows,
        tuple(_stage(stage, len(rows)) for stage in _list(fields["stages"])),
    )


def _stage(value: object, rows: int) -> Stage:
    if not isinstance(value, dict):
        raise Damaged("keys")
    cuts = tuple(_cut(cut, rows) for cut in _list(value.get("cuts", [])))
    rest = {key: entry for key, entry in value.items() if key != "cuts"}
    fields = _fields(rest, {"levels", "weights", "value", "proof", "denominator", "multipliers", "tree"})
    proof = _text(fields["proof"])
    if proof not in set(Proof):
        raise Damaged("proof")
    tree = fields["tree"]
    return Stage(
        tuple(map(_integer, _list(fields["levels"]))),
        tuple(map(_integer, _list(fields["weights"]))),
        _integer(fields["value"]),
        Proof(proof),
        _multipliers(fields, rows),
        None if tree is None else _node(tree, rows, 0),
        cuts,
    )


def _cut(value: object, rows: int) -> Cut:
    fields = _fields(value, {"denominator", "multipliers", "members", "up"})
    members = fields["members"]
    if not isinstance(members, dict):
        raise Damaged("keys")
    return Cut(
        _multipliers(fields, rows),
        {_text(member): _integer(multiplier) for member, multiplier in members.items()},
        frozenset(map(_key, _list(fields["up"]))),
    )


def _node(value: object, rows: int, depth: int) -> Node:
    if depth > DEEPEST or not isinstance(value, dict):
        raise Damaged("tree")
    rest = {key: entry for key, entry in value.items() if key != "narrow"}
    narrow = tuple(
        _multipliers(_fields(entry, {"denominator", "multipliers"}), rows) for entry in _list(value.get("narrow", []))
    )
    if not rest:
        return Node(narrow, None)
    if "split" not in rest:
        return Node(narrow, _multipliers(_fields(rest, {"denominator", "multipliers"}), rows))
    fields = _fields(rest, {"split", "at", "low", "high"})
    low = _node(fields["low"], rows, depth + 1)
    high = _node(fields["high"], rows, depth + 1)
    return Node(narrow, Split(_key(fields["split"]), _integer(fields["at"]), low, high))


def _multipliers(fields: Mapping[str, object], rows: int) -> Multipliers:
    denominator = _integer(fields["denominator"])
    values = tuple(map(_integer, _list(fields["multipliers"])))
    if denominator < 1 or len(values) != rows:
        raise Damaged("multipliers")
    return Multipliers(denominator, values)


def _fields(value: object, keys: set[str]) -> Mapping[str, object]:
    if not isinstance(value, dict) or set(value) != keys:
        raise Damaged("keys")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise Damaged("list")
    return list(value)


def _key(value: object) -> Key:
    parts: list[str | int] = []
    for part in _list(value):
        if isinstance(part, bool) or not isinstance(part, str | int):
            raise Damaged("key")
        parts.append(part)
    if not parts:
        raise Damaged("key")
    return tuple(parts)


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Damaged("integer")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Damaged("text")
    return value
