"""The proof of a component as plain JSON values, for a checker that trusts nobody.

The format is described in ``docs/reference/certificate.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reassign.model.formulate import Formulation
from reassign.solve.bound import Bound
from reassign.solve.levels import Settled, Stage
from reassign.solve.tree import Node

FORMAT = 1
"""Version of the certificate's format."""

Json: TypeAlias = Mapping[str, object]


def component_certificate(formulation: Formulation, settled: Settled) -> Json:
    """Rows that carry a multiplier, then each stage with its multipliers and splits."""
    component = formulation.component
    labels = _row_labels(formulation, settled)
    used = sorted({row for stage in settled.stages for row in _used_rows(stage)})
    return {
        "members": [member.id for member in component.members],
        "branches": [branch.id for branch in component.branches],
        "rows": [labels[row] for row in used],
        "stages": [_stage(formulation, stage, used) for stage in settled.stages],
    }


def _row_labels(formulation: Formulation, settled: Settled) -> list[list[object]]:
    """Rule and subject of each row; rows that hold a settled level come last."""
    labels: list[list[object]] = [[row.rule.value, *row.subject] for row in formulation.side_rows]
    return labels + [["level", level] for level in settled.level_rows]


def _used_rows(stage: Stage) -> list[int]:
    """Rows with a multiplier anywhere in the stage."""
    rows = [row for row, value in enumerate(stage.root.multipliers.tolist()) if value]
    waiting = [stage.tree] if stage.tree is not None else []
    while waiting:
        node = waiting.pop()
        for bound in (*node.narrowings, *([node.bound] if node.bound is not None else [])):
            rows.extend(row for row, value in enumerate(bound.multipliers.tolist()) if value)
        waiting.extend(child for child in (node.low, node.high) if child is not None)
    return rows


def _stage(formulation: Formulation, stage: Stage, used: Sequence[int]) -> Json:
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
