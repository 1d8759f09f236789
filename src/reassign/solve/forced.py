"""What the best placement becomes when one member must go to one branch, starting from what is proved already.

The multipliers that prove the best placement bound every placement, so also those with the forced pair: the
bound falls by what the pair loses against its member's best (reduced cost). Where some placement reaches the
lowered bounds, it is proved by them, and only the levels below remain to be settled, on what little the bounds leave
open. Where none does, the component is settled afresh with the pair in it. Nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reassign.domain.plan import Proof
from reassign.domain.policy import Level
from reassign.model.component import Component
from reassign.model.formulate import Formulation, formulate
from reassign.solve.bound import narrow
from reassign.solve.clock import Clock
from reassign.solve.levels import Settled, Stage, settle_problem
from reassign.solve.part import placement_of
from reassign.solve.passage import Passages, passages
from reassign.solve.problem import Integers, Problem, make_problem
from reassign.solve.shrink import Shrunk, shrink
from reassign.solve.tree import gain_of

_RANK = {Proof.NONE: 0, Proof.SOLVER: 1, Proof.CERTIFICATE: 2}


@dataclass(frozen=True, slots=True)
class Forced:
    """The best placement of a component with a forced pair.

    Attributes:
        branch_of: Branch id by member id.
        values: Value of each level.
        proof: Weakest proof among the levels.
    """

    branch_of: Mapping[str, str]
    values: tuple[int, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Face:
    """What the first levels leave open.

    Attributes:
        first: Index of the first level that is still to be settled.
        problem: The placements that the bounds above do not rule out.
        passages: Ways over which members can make room there.
    """

    first: int
    problem: Problem
    passages: Passages


@dataclass(frozen=True, slots=True)
class Ground:
    """A component that was settled once, from which forced pairs are settled.

    Attributes:
        formulation: Columns, rows and objectives.
        gains: Gain of each column by level.
        stages: Stages whose bound is met exactly, so that their multipliers leave only placements that meet it.
        faces: The whole problem, then what each of these stages leaves of it.
        at: Branch of each member in the best placement, by index, shape (members,).
    """

    formulation: Formulation
    gains: tuple[Integers, ...]
    stages: tuple[Stage, ...]
    faces: tuple[Face, ...]
    at: NDArray[np.intp]


def ground(component: Component, levels: Sequence[Level], clock: Clock) -> Ground | None:
    """Settle a component for what-ifs; None if it has no placement."""
    formulation = formulate(component, levels)
    problem = make_problem(formulation)
    gains = tuple(objective.gains for objective in formulation.objectives)
    settled = settle_problem(problem, gains, clock)
    if settled is None:
        return None
    point = settled.values
    stages: list[Stage] = []
    faces = [Face(0, problem, passages(formulation, problem, point))]
    # The last stage settles the draw; it leaves one placement and nothing to start from.
    for stage in settled.stages[:-1]:
        if stage.proof is not Proof.CERTIFICATE or stage.tree is not None or stage.root.gap(stage.value) != 0:
            break
        problem = narrow(problem, stage.root, stage.value)
        stages.append(stage)
        faces.append(Face(stage.first + stage.fold.count, problem, passages(formulation, problem, point)))
    at = np.empty(len(component.members), dtype=np.intp)
    chosen = np.flatnonzero(point[: component.pairs])
    at[component.pair_member[chosen]] = component.pair_branch[chosen]
    return Ground(formulation, gains, tuple(stages), tuple(faces), at)


class Trial:
    """One member of a settled component, tried in one candidate after the other."""

    def __init__(self, start: Ground, member: int) -> None:
        self._start = start
        self._member = member
        self._shrunk: dict[int, Shrunk | None] = {}

    def force(self, column: int, clock: Clock) -> Forced | None:
        """The best placement that contains the candidate pair of a column of the member; None if there is none."""
        start = self._start
        origin, target = int(start.at[self._member]), int(start.formulation.component.pair_branch[column])
        for depth in self._depths(column):
            if start.faces[depth].passages.has_room(origin, target):
                found = self._settle_face(depth, column, clock)
                if found is not None and _meets_bounds(start, depth, column, found[0]):
                    return _described(start, *found)
        settled = settle_problem(_forced(start.faces[0].problem, column), start.gains, clock)
        if settled is None:
            return None
        return _described(start, settled.values, _weakest(settled, len(start.gains)))

    def _depths(self, column: int) -> tuple[int, ...]:
        """Faces that are worth trying: the deepest whose last bound the pair does not lower, and the first.

        Which are tried decides about time and nothing else: a pair that lowers a bound of many different figures,
        such as distances, is rarely made good for exactly.
        """
        deepest = len(self._start.faces) - 1
        free = (depth for depth in range(deepest, 1, -1) if not _lost(self._start, depth - 1, column))
        return tuple(dict.fromkeys((next(free, 1), 1))) if deepest else ()

    def _settle_face(self, depth: int, column: int, clock: Clock) -> tuple[Integers, Proof] | None:
        """Best point of a face; None if the relaxation finds none, which is a hint to look outside and no proof."""
        face = self._start.faces[depth]
        if depth not in self._shrunk:
            self._shrunk[depth] = shrink(face.problem, self._member)
        small = self._shrunk[depth]
        if small is None:
            return None
        problem = _forced(small.problem, int(np.searchsorted(small.kept, column)))
        gains = tuple(level[small.kept] for level in self._start.gains[face.first :])
        settled = settle_problem(problem, gains, clock, is_trial=True)
        return None if settled is None else (small.whole(settled.values), _weakest(settled, len(gains)))


def _forced(problem: Problem, column: int) -> Problem:
    """The problem in which a member has only one candidate left."""
    low, high = problem.low.copy(), problem.high.copy()
    others = slice(*np.searchsorted(problem.member, [problem.member[column], problem.member[column] + 1]))
    low[others], high[others] = 0, 0
    low[column] = high[column] = 1
    return replace(problem, low=low, high=high)


def _meets_bounds(start: Ground, depth: int, column: int, values: Integers) -> bool:
    """Whether no placement with the pair can be better in the stages above a face than this one.

    The bound of each stage holds for placements that meet the bounds above it; with the pair it is lower by what
    the pair loses against its member's best candidate. Levels that a stage adds up keep their order, for a member
    with one candidate only narrows the ranges that their weights were made for.
    """
    for number, stage in enumerate(start.stages[:depth]):
        bound = Fraction(stage.root.numerator - _lost(start, number, column), stage.root.denominator)
        if bound - _folded_value(start, stage, values) >= 1:
            return False
    return True


def _lost(start: Ground, number: int, column: int) -> int:
    """What a pair loses against its member's best candidate under the multipliers of a stage, in their units."""
    stage = start.stages[number]
    surplus = _folded_gain(start, stage, column) * stage.root.denominator
    surplus -= _priced(start.faces[0].problem, stage, column)
    return int(stage.root.best[start.formulation.component.pair_member[column]]) - surplus


def _folded_gain(start: Ground, stage: Stage, column: int) -> int:
    """Gain of a column in a stage; the stage itself forgets it where the column was ruled out."""
    levels = start.gains[stage.first : stage.first + stage.fold.count]
    return sum(weight * int(level[column]) for weight, level in zip(stage.fold.weights, levels, strict=True))


def _folded_value(start: Ground, stage: Stage, values: Integers) -> int:
    levels = start.gains[stage.first : stage.first + stage.fold.count]
    return sum(weight * gain_of(level, values) for weight, level in zip(stage.fold.weights, levels, strict=True))


def _priced(problem: Problem, stage: Stage, column: int) -> int:
    """What the rows charge a column."""
    rows = problem.rows
    entries = np.flatnonzero(rows.columns == column)
    owners = rows.owner()[entries].tolist()
    multipliers = stage.root.multipliers.tolist()
    return sum(
        int(coefficient) * int(multipliers[row])
        for row, coefficient in zip(owners, rows.coefficients[entries].tolist(), strict=True)
    )


def _described(start: Ground, values: Integers, proof: Proof) -> Forced:
    solved = 0 if proof is Proof.NONE else len(start.gains)
    branch_of, levels = placement_of(start.formulation, values, solved)
    return Forced(branch_of, levels, proof)


def _weakest(settled: Settled, levels: int) -> Proof:
    """Weakest proof of a settled problem; levels that no stage reached have none."""
    if sum(stage.fold.count for stage in settled.stages) < levels:
        return Proof.NONE
    return min((stage.proof for stage in settled.stages), key=_RANK.__getitem__, default=Proof.CERTIFICATE)
