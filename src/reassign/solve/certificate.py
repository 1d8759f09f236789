"""The proof of a component as plain JSON values, for a checker that trusts nobody.

The format is described in ``docs/reference/certificate.md``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias, cast

from reassign.model.formulate import Formulation
from reassign.solve.bound import Bound
from reassign.solve.cut import Cut
from reassign.solve.levels import Settled
from reassign.solve.stage import Stage
from reassign.solve.tree import Node

Json: TypeAlias = Mapping[str, object]


def whole_certificate(components: Sequence[Json]) -> Json:
    """The proof of a plan; format 2 where some stage has cuts, else 1."""
    stages = [stage for component in components for stage in cast("Sequence[Json]", component["stages"])]
    return {"format": 2 if any("cuts" in stage for stage in stages) else 1, "components": list(components)}


def component_certificate(formulation: Formulation, settled: Settled) -> Json:
    """Rows that carry a multiplier, then each stage with its cuts, multipliers and splits."""
    component = formulation.component
    own = len(formulation.side_rows)
    cuts = {own + place: added for place, added in enumerate(settled.added) if isinstance(added, Cut)}
    used = _used_rows(settled, cuts)
    labels = _row_labels(formulation, settled, used)
    stages, last = [], 0
    for stage in settled.stages:
        first, last = last, last + len(stage.cuts)
        rows = [row for row in list(cuts)[first:last] if row in labels]
        told = [_cut(formulation, cuts[row], labels) for row in rows]
        stages.append(({"cuts": told} if told else {}) | _stage(formulation, stage, list(labels)))
    return {
        "members": [member.id for member in component.members],
        "branches": [branch.id for branch in component.branches],
        "rows": list(labels.values()),
        "stages": stages,
    }


def _row_labels(formulation: Formulation, settled: Settled, used: Collection[int]) -> dict[int, list[object]]:
    """Name of each used row: rule and subject, or the level or cut that it came from."""
    labels: dict[int, list[object]] = {}
    side_rows = formulation.side_rows
    for row in sorted(used):
        place = row - len(side_rows)
        if place < 0:
            own = side_rows[row]
            labels[row] = [own.rule.value, *own.subject]
            continue
        added = settled.added[place]
        # Cuts are told in the order of their rows, so the number counts the cuts told before.
        told = sum(label[0] == "cut" for label in labels.values())
        labels[row] = ["cut", told] if isinstance(added, Cut) else ["level", added]
    return labels


def _used_rows(settled: Settled, cuts: Mapping[int, Cut]) -> set[int]:
    """Rows with a multiplier anywhere, and the rows that cuts among them come from."""
    rows = {row for stage in settled.stages for row in _rows_of_stage(stage)}
    for row in sorted(cuts, reverse=True):
        if row in rows:
            rows.update(cuts[row].multipliers)
    return rows


def _rows_of_stage(stage: Stage) -> list[int]:
    """Rows with a multiplier anywhere in the stage."""
    rows = [row for row, value in enumerate(stage.root.multipliers.tolist()) if value]
    waiting = [stage.tree] if stage.tree is not None else []
    while waiting:
        node = waiting.pop()
        for bound in (*node.narrowings, *([node.bound] if node.bound is not None else [])):
            rows.extend(row for row, value in enumerate(bound.multipliers.tolist()) if value)
        waiting.extend(child for child in (node.low, node.high) if child is not None)
    return rows


def _cut(formulation: Formulation, cut: Cut, used: Iterable[int]) -> Json:
    members = formulation.component.members
    return {
        "denominator": cut.denominator,
        "multipliers": [cut.multipliers.get(row, 0) for row in used],
        "members": {members[member].id: multiplier for member, multiplier in sorted(cut.members.items())},
        "up": [_column_label(formulation, column) for column in sorted(cut.up)],
    }


def _stage(formulation: Formulation, stage: Stage, used: Sequence[int]) -> dict[str, object]:
    return {
        "levels": list(range(stage.first, stage.first + stage.fold.count)),
        "weights": list(stage.fold.weights),
        "value": stage.value,
        "proof": stage.proof.value,
        **_multipliers(stage.root, used),
        "tree": None if stage.tree is None else _node(formulation, stage.tree, used),
    }


def _node(formulation: Formulation, node: Node, used: Sequence[int]) -> Json:
    document: dict[str, object] = {}
    if node.narrowings:
        document["narrow"] = [_multipliers(bound, used) for bound in node.narrowings]
    if node.low is not None and node.high is not None:
        document |= {
            "split": _column_label(formulation, node.column),
            "at": node.threshold,
            "low": _node(formulation, node.low, used),
            "high": _node(formulation, node.high, used),
        }
    elif node.bound is not None:
        document |= _multipliers(node.bound, used)
    return document


def _multipliers(bound: Bound, used: Sequence[int]) -> Json:
    multipliers = bound.multipliers.tolist()
    return {
        "denominator": bound.denominator,
        "multipliers": [int(multipliers[row]) if row < len(multipliers) else 0 for row in used],
    }


def _column_label(formulation: Formulation, column: int) -> list[str]:
    """``["pair", member, branch]``, or the priority and subject of an auxiliary column."""
    component = formulation.component
    if column >= component.pairs:
        return list(formulation.auxiliaries[column - component.pairs])
    member = component.members[component.pair_member[column]].id
    return ["pair", member, component.branches[component.pair_branch[column]].id]
