"""The best placement of one component, in a form that is small enough to be sent between processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reassign.domain.errors import InternalError
from reassign.domain.plan import Proof
from reassign.domain.policy import Level
from reassign.model.component import Component
from reassign.model.formulate import Formulation, formulate, level_values
from reassign.model.priorities.terms import Received
from reassign.solve.bound import bound_exactly
from reassign.solve.certificate import Json, component_certificate
from reassign.solve.clock import Clock
from reassign.solve.levels import Settled, settle
from reassign.solve.problem import Integers, make_problem


@dataclass(frozen=True, slots=True)
class Part:
    """Best placement of a component.

    Attributes:
        branch_of: Branch id by member id.
        values: Value of each level.
        bounds: Bound of each level for placements that are as good in all levels above; None if nobody knows one.
        proofs: Who vouches for each bound.
        certificate: The proof as plain JSON values.
    """

    branch_of: Mapping[str, str]
    values: tuple[int, ...]
    bounds: tuple[int | None, ...]
    proofs: tuple[Proof, ...]
    certificate: Json


def solve_part(component: Component, levels: Sequence[Level], clock: Clock, *, engine: str = "auto") -> Part | None:
    """Best placement of a component in every level, first to last; None if there is none.

    Raises:
        InternalError: An engine's point has another value than the placement it stands for.
    """
    formulation = formulate(component, levels)
    settled = settle(formulation, clock, engine=engine)
    if settled is None:
        return None
    branch_of, values = placement_of(formulation, settled.values, _solved(settled))
    return Part(
        branch_of=branch_of,
        values=values,
        bounds=tuple(_bound(formulation, settled, values, index) for index in range(len(levels))),
        proofs=tuple(_proof(settled, index) for index in range(len(levels))),
        certificate=component_certificate(formulation, settled),
    )


def free_bound(component: Component, levels: Sequence[Level], index: int) -> int:
    """Bound on the value of a level whatever the levels above are worth."""
    formulation = formulate(component, levels)
    objective = formulation.objectives[index]
    problem = make_problem(formulation)
    free = bound_exactly(problem, objective.gains, np.zeros(problem.rows.count, dtype=np.int64), 1).floor
    return objective.constant + objective.sign * free


def placement_of(formulation: Formulation, point: Integers, solved: int) -> tuple[Mapping[str, str], tuple[int, ...]]:
    """Branch id by member id, and the value of each level, of an engine's point.

    Args:
        formulation: Columns, rows and objectives.
        point: Value of each column, shape (columns,).
        solved: Levels, from the first on, in which the point is settled and must have the value of its placement.

    Raises:
        InternalError: The point has another value than the placement it stands for.
    """
    component = formulation.component
    received = _received(component, point)
    values = _checked_values(formulation, point, received, solved)
    branch_of = {
        component.members[member].id: branch.id
        for branch, members in zip(component.branches, received, strict=True)
        for member in members
    }
    return branch_of, values


def _received(component: Component, point: Integers) -> Received:
    """Placed member indices by branch index."""
    received: list[list[int]] = [[] for _ in component.branches]
    for column in np.flatnonzero(point[: component.pairs]).tolist():
        received[component.pair_branch[column]].append(int(component.pair_member[column]))
    return received


def _checked_values(formulation: Formulation, point: Integers, received: Received, solved: int) -> tuple[int, ...]:
    """Values counted from the placement, which must agree with the linear form."""
    levels = [objective.level for objective in formulation.objectives]
    counted = level_values(formulation.component, levels, received)
    for index, (objective, value) in enumerate(zip(formulation.objectives, counted, strict=True)):
        gains = objective.gains.astype(object) @ point.astype(object) if len(objective.gains) else 0
        if index < solved and objective.constant + objective.sign * int(gains) != value:
            raise InternalError("value-contradiction", {"level": "+".join(objective.level.names)})
    return counted


def _solved(settled: Settled) -> int:
    """Levels before the first one that ran out of time."""
    return sum(stage.fold.count for stage in settled.stages)


def _proof(settled: Settled, index: int) -> Proof:
    for stage in settled.stages:
        if stage.first <= index < stage.first + stage.fold.count:
            return stage.proof
    return Proof.NONE


def _bound(formulation: Formulation, settled: Settled, values: Sequence[int], index: int) -> int | None:
    solved = _solved(settled)
    if index < solved:
        return values[index]
    if index - solved < len(settled.rest):
        objective = formulation.objectives[index]
        return objective.constant + objective.sign * settled.rest[index - solved]
    return None
