"""The best plan of an instance: each component by itself, the levels added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reassign.domain.errors import InternalError
from reassign.domain.plan import LevelResult, Proof
from reassign.domain.policy import Level
from reassign.domain.progress import Progress
from reassign.model.component import Component
from reassign.model.formulate import Formulation, formulate, level_values
from reassign.model.priorities.terms import Received
from reassign.solve.bound import bound_exactly
from reassign.solve.certificate import FORMAT, component_certificate
from reassign.solve.clock import Clock
from reassign.solve.levels import Settled, settle
from reassign.solve.problem import make_problem

_RANK = {Proof.NONE: 0, Proof.SOLVER: 1, Proof.CERTIFICATE: 2}


@dataclass(frozen=True, slots=True)
class Solution:
    """The best placement found.

    Attributes:
        branch_of: Branch id by member id.
        levels: Value, bound and proof of each level over all components.
        certificate: The proofs as plain JSON values.
    """

    branch_of: Mapping[str, str]
    levels: tuple[LevelResult, ...]
    certificate: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Unsolvable:
    """Components that no placement satisfies."""

    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A component with its best point."""

    formulation: Formulation
    settled: Settled
    values: tuple[int, ...]


def solve(
    components: Sequence[Component],
    levels: Sequence[Level],
    progress: Progress,
    clock: Clock,
    *,
    engine: str = "auto",
) -> Solution | Unsolvable:
    """Best placement in every level, first to last.

    Args:
        components: All components of the instance.
        levels: Levels, most important first.
        progress: Told of each component that is done.
        clock: When to stop proving.
        engine: See ``settle``.

    Raises:
        InternalError: An engine's point has another value than the placement it stands for.
    """
    parts: list[_Part] = []
    failed: list[Component] = []
    progress.stage("solving", len(components))
    for component in components:
        formulation = formulate(component, levels)
        settled = settle(formulation, clock, engine=engine)
        if settled is None:
            failed.append(component)
        else:
            parts.append(_Part(formulation, settled, _checked_values(formulation, settled)))
        progress.advance()
    if failed:
        return Unsolvable(tuple(failed))
    branch_of: dict[str, str] = {}
    for part in parts:
        component = part.formulation.component
        for branch, members in zip(component.branches, _received(component, part.settled), strict=True):
            branch_of.update((component.members[member].id, branch.id) for member in members)
    certificate = {
        "format": FORMAT,
        "components": [component_certificate(part.formulation, part.settled) for part in parts],
    }
    return Solution(branch_of, _results(parts, levels), certificate)


def _received(component: Component, settled: Settled) -> Received:
    """Placed member indices by branch index."""
    received: list[list[int]] = [[] for _ in component.branches]
    for column in np.flatnonzero(settled.values[: component.pairs]).tolist():
        received[component.pair_branch[column]].append(int(component.pair_member[column]))
    return received


def _checked_values(formulation: Formulation, settled: Settled) -> tuple[int, ...]:
    """Values counted from the placement, which must agree with the linear form."""
    component = formulation.component
    levels = [objective.level for objective in formulation.objectives]
    counted = level_values(component, levels, _received(component, settled))
    solved = sum(stage.fold.count for stage in settled.stages)
    for index, (objective, value) in enumerate(zip(formulation.objectives, counted, strict=True)):
        gains = objective.gains.astype(object) @ settled.values.astype(object) if len(objective.gains) else 0
        if index < solved and objective.constant + objective.sign * int(gains) != value:
            raise InternalError("value-contradiction", {"level": "+".join(objective.level.names)})
    return counted


def _results(parts: Sequence[_Part], levels: Sequence[Level]) -> tuple[LevelResult, ...]:
    """Levels summed over the components; below a level without proof only unconditional bounds are honest."""
    results = []
    is_open = False
    for index, level in enumerate(levels):
        proofs = [_proof(part.settled, index) for part in parts]
        proof = Proof.NONE if is_open else min(proofs, key=_RANK.__getitem__, default=Proof.CERTIFICATE)
        value = sum(part.values[index] for part in parts)
        bound = value if proof is not Proof.NONE else sum(_bound(part, index, is_open=is_open) for part in parts)
        if proof is Proof.NONE:
            is_open = True
        results.append(LevelResult(tuple(level.names), level.sense, value, bound, proof))
    return tuple(results)


def _proof(settled: Settled, index: int) -> Proof:
    for stage in settled.stages:
        if stage.first <= index < stage.first + stage.fold.count:
            return stage.proof
    return Proof.NONE


def _bound(part: _Part, index: int, *, is_open: bool) -> int:
    """Bound of one component on the value of a level that is not proved everywhere."""
    objective = part.formulation.objectives[index]
    solved = sum(stage.fold.count for stage in part.settled.stages)
    if not is_open and index < solved:
        return part.values[index]
    if not is_open and index - solved < len(part.settled.rest):
        return objective.constant + objective.sign * part.settled.rest[index - solved]
    problem = make_problem(part.formulation)
    free = bound_exactly(problem, objective.gains, np.zeros(problem.rows.count, dtype=np.int64), 1).floor
    return objective.constant + objective.sign * free
