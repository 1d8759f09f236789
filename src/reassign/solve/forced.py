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

from reassign.domain.plan import Proof
from reassign.domain.policy import Level
from reassign.model.component import Component
from reassign.model.formulate import Formulation, formulate
from reassign.solve.bound import narrow
from reassign.solve.clock import Clock
from reassign.solve.fold import fold
from reassign.solve.levels import FOLD_BITS, Settled, Stage, settle_problem
from reassign.solve.linear import Outcome, relax
from reassign.solve.part import placement_of
from reassign.solve.problem import Integers, Problem, make_problem
from reassign.solve.tree import closest_bound, gain_of, integral_point

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
    """

    first: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Ground:
    """A component that was settled once, from which forced pairs are settled.

    Attributes:
        formulation: Columns, rows and objectives.
        gains: Gain of each column by level.
        stages: Stages whose bound is met exactly, so that their multipliers leave only placements that meet it.
        faces: The whole problem, then what each of these stages leaves of it.
    """

    formulation: Formulation
    gains: tuple[Integers, ...]
    stages: tuple[Stage, ...]
    faces: tuple[Face, ...]


def ground(component: Component, levels: Sequence[Level], clock: Clock) -> Ground | None:
    """Settle a component for what-ifs; None if it has no placement."""
    formulation = formulate(component, levels)
    problem = make_problem(formulation)
    gains = tuple(objective.gains for objective in formulation.objectives)
    settled = settle_problem(problem, gains, clock)
    if settled is None:
        return None
    stages: list[Stage] = []
    faces = [Face(0, problem)]
    # The last stage settles the draw; it leaves one placement and nothing to start from.
    for stage in settled.stages[:-1]:
        if stage.proof is not Proof.CERTIFICATE or stage.tree is not None or stage.root.gap(stage.value) != 0:
            break
        problem = narrow(problem, stage.root, stage.value)
        stages.append(stage)
        faces.append(Face(stage.first + stage.fold.count, problem))
    return Ground(formulation, gains, tuple(stages), tuple(faces))


def columns_of(start: Ground, member: int) -> range:
    """Candidate columns of a member, by its index in the component."""
    first, last = np.searchsorted(start.formulation.component.pair_member, [member, member + 1]).tolist()
    return range(first, last)


def force(start: Ground, column: int, clock: Clock) -> Forced | None:
    """The best placement that contains the candidate pair of a column; None if there is none."""
    for depth in range(len(start.faces) - 1, 0, -1):
        face = start.faces[depth]
        found = _settle_face(_forced(face.problem, column), start.gains[face.first :], clock)
        if found is not None and _meets_bounds(start, depth, column, found[0]):
            return _described(start, *found)
    settled = settle_problem(_forced(start.faces[0].problem, column), start.gains, clock)
    if settled is None:
        return None
    return _described(start, settled.values, _weakest(settled, len(start.gains)))


def _forced(problem: Problem, column: int) -> Problem:
    """The problem in which a member has only one candidate left."""
    low, high = problem.low.copy(), problem.high.copy()
    others = slice(*np.searchsorted(problem.member, [problem.member[column], problem.member[column] + 1]))
    low[others], high[others] = 0, 0
    low[column] = high[column] = 1
    return replace(problem, low=low, high=high)


def _settle_face(problem: Problem, gains: Sequence[Integers], clock: Clock) -> tuple[Integers, Proof] | None:
    """Best point of a face; None if the relaxation finds none, which is a hint to look outside and no proof."""
    folded = fold(problem, gains, bits=FOLD_BITS)
    relaxation = relax(problem, folded.gains)
    if relaxation.outcome is not Outcome.OPTIMAL:
        return None
    point = integral_point(problem, relaxation)
    if point is not None and folded.count == len(gains):
        value = gain_of(folded.gains, point)
        if closest_bound(problem, folded.gains, relaxation, value).floor <= value:
            return point, Proof.CERTIFICATE
    settled = settle_problem(problem, gains, clock)
    return None if settled is None else (settled.values, _weakest(settled, len(gains)))


def _meets_bounds(start: Ground, depth: int, column: int, values: Integers) -> bool:
    """Whether no placement with the pair can be better in the stages above a face than this one.

    The bound of each stage holds for placements that meet the bounds above it; with the pair it is lower by what
    the pair loses against its member's best candidate. Levels that a stage adds up keep their order, for a member
    with one candidate only narrows the ranges that their weights were made for.
    """
    for stage in start.stages[:depth]:
        gain = _folded_gain(start, stage, column)
        surplus = gain * stage.root.denominator - _priced(start.faces[0].problem, stage, column)
        best = int(stage.root.best[start.formulation.component.pair_member[column]])
        bound = Fraction(stage.root.numerator - best + surplus, stage.root.denominator)
        if bound - _folded_value(start, stage, values) >= 1:
            return False
    return True


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
