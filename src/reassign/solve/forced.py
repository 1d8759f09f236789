"""What the best placement becomes when one member must go to one branch, starting from what is proved already.

The multipliers that prove the best placement bound every placement, so also those with the forced pair: the
bound falls by what the pair loses against its member's best (reduced cost). Where some placement reaches the
lowered bounds, it is proved by them, and only the levels below remain to be settled, on what little the bounds leave
open. Where none does, the component is settled afresh with the pair in it. Nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reassign.domain.errors import InternalError
from reassign.domain.plan import Proof, weakest
from reassign.domain.policy import Level, Priority, single_level
from reassign.model.component import Component
from reassign.model.formulate import Formulation, formulate
from reassign.solve.bound import bound_exactly, narrow
from reassign.solve.clock import Clock
from reassign.solve.completion import Completion
from reassign.solve.cut import with_cuts
from reassign.solve.exchange import Exchanges
from reassign.solve.levels import Settled, settle_problem
from reassign.solve.part import placement_of
from reassign.solve.problem import Integers, Problem, is_within, make_problem
from reassign.solve.shrink import Shrunk, shrink
from reassign.solve.stage import Stage
from reassign.solve.tree import gain_of


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
        stage: The stage that settled the next levels there.
        gains: What the stage adds up, also for columns that it never saw because they were ruled out, shape (columns,).
        lost: What each pair loses against its member's best candidate by the multipliers of the stage, in their
            units, shape (pairs,).
    """

    first: int
    problem: Problem
    stage: Stage
    gains: Integers
    lost: Integers


@dataclass(frozen=True, slots=True)
class Ground:
    """A component that was settled once, from which forced pairs are settled.

    Attributes:
        formulation: Columns, rows and objectives.
        gains: Gain of each column by level.
        faces: The whole problem, then what each stage leaves of it whose bound is met exactly.
        at: Branch of each member in the best placement, by index, shape (members,).
        completion: Completes placements to points.
        exchanges: Finds good placements near the best one.
        counts: How many levels were settled at once from a level on.
    """

    formulation: Formulation
    gains: tuple[Integers, ...]
    faces: tuple[Face, ...]
    at: NDArray[np.intp]
    completion: Completion
    exchanges: Exchanges
    counts: Mapping[int, int]

    def counts_from(self, first: int) -> dict[int, int]:
        """The same, levels counted from one on."""
        return {level - first: count for level, count in self.counts.items()}


def ground(component: Component, levels: Sequence[Level], clock: Clock) -> Ground | None:
    """Settle a component for what-ifs; None if it has no placement."""
    formulation = formulate(component, levels)
    whole = problem = make_problem(formulation)
    gains = tuple(objective.gains for objective in formulation.objectives)
    settled = settle_problem(problem, gains, clock)
    if settled is None:
        return None
    at = np.empty(len(component.members), dtype=np.intp)
    chosen = np.flatnonzero(settled.values[: component.pairs])
    at[component.pair_member[chosen]] = component.pair_branch[chosen]
    faces: list[Face] = []
    for stage in settled.stages:
        problem = with_cuts(problem, stage.cuts)
        faces.append(_face(problem, stage, gains))
        if stage.proof is not Proof.CERTIFICATE or stage.tree is not None or stage.root.gap(stage.value) != 0:
            break
        problem = narrow(problem, stage.root, stage.value)
    exchanges = Exchanges(formulation, whole, gains, at)
    counts = {stage.first: stage.fold.count for stage in settled.stages}
    return Ground(formulation, gains, tuple(faces), at, Completion(formulation), exchanges, counts)


def _face(problem: Problem, stage: Stage, gains: Sequence[Integers]) -> Face:
    folded = np.zeros_like(gains[0])
    for weight, level in zip(stage.fold.weights, gains[stage.first :], strict=False):
        folded = folded + weight * level
    root = stage.root
    priced = problem.rows.transposed(root.multipliers.astype(object), len(folded))
    surplus = folded.astype(object) * root.denominator - priced
    lost = root.best.astype(object)[problem.member] - surplus[: problem.pairs]
    return Face(stage.first, problem, stage, folded, lost)


class Trial:
    """One member of a settled component, tried in one candidate after the other."""

    def __init__(self, start: Ground, member: int) -> None:
        self._start = start
        self._member = member
        self._ways = start.exchanges.ways_to(member)
        self._shrunk: dict[int, Shrunk | None] = {}

    def force(self, column: int, clock: Clock) -> Forced | None:
        """The best placement that contains the candidate pair of a column of the member; None if there is none."""
        start = self._start
        known = self._exchanged(column)
        if known is not None:
            depths = range(len(start.faces) - 1, -1, -1)
            depth = next(depth for depth in depths if _meets_bounds(start, depth, column, known))
            return _described(start, *self._settle_near(depth, column, known, clock))
        if len(start.faces) > 1:
            found = self._settle(1, column, clock)
            if found is not None and _meets_bounds(start, 1, column, found[0]):
                return _described(start, *found)
        found = self._settle(0, column, clock)
        return None if found is None else _described(start, *found)

    def force_each(self, clock: Clock) -> tuple[Forced | None, ...]:
        """What forcing each candidate of the member comes to, in their order."""
        candidates = self._start.formulation.component.pair_member
        first, last = np.searchsorted(candidates, [self._member, self._member + 1]).tolist()
        return tuple(self.force(column, clock) for column in range(first, last))

    def _exchanged(self, column: int) -> Integers | None:
        """A point with the pair in it, found without solving; None if that finds none."""
        start = self._start
        target = int(start.formulation.component.pair_branch[column])
        at = (
            start.at
            if target == start.at[self._member]
            else start.exchanges.placement(self._member, self._ways, target)
        )
        point = None if at is None else start.completion.point(at)
        return point if point is not None and is_within(start.faces[0].problem, point) else None

    def _face(self, depth: int) -> Shrunk | None:
        """A face without what is settled in it."""
        if depth not in self._shrunk:
            self._shrunk[depth] = shrink(self._start.faces[depth].problem, self._member)
        return self._shrunk[depth]

    def _steps(self, depth: int) -> list[int]:
        """By how much values of each level differ at least, from a face on.

        A square is as odd as its root, so the sum of squared loads is always as odd as the sum of the loads.
        """
        objectives = self._start.formulation.objectives[self._start.faces[depth].first :]
        return [2 if each.level == single_level(Priority.BALANCE) else 1 for each in objectives]

    def _settle(self, depth: int, column: int, clock: Clock) -> tuple[Integers, Proof] | None:
        """Best point of a face with the pair in it; below the whole problem, None is a hint and no proof."""
        small = self._face(depth)
        if small is None:
            return None
        gains = tuple(level[small.kept] for level in self._start.gains[self._start.faces[depth].first :])
        problem = _forced(small.problem, small.position(column))
        settled = settle_problem(problem, gains, clock, steps=self._steps(depth), is_trial=depth > 0)
        return None if settled is None else (small.whole(settled.values), _weakest(settled, len(gains)))

    def _settle_near(self, depth: int, column: int, known: Integers, clock: Clock) -> tuple[Integers, Proof]:
        """Best point of a face that a known point lies in, sought where the next stage's bound leaves anything better.

        Raises:
            InternalError: The known point is not a point of the face.
        """
        face, small = self._start.faces[depth], self._face(depth)
        if small is None:
            raise InternalError("undecided")
        problem = _forced(small.problem, small.position(column))
        gains = tuple(level[small.kept] for level in self._start.gains[face.first :])
        point = known[small.kept]
        folded = face.gains[small.kept]
        root = face.stage.root
        bound = bound_exactly(problem, folded, root.multipliers[small.rows], root.denominator)
        near = shrink(narrow(problem, bound, gain_of(folded, point)), None)
        if near is None:
            raise InternalError("undecided")
        rest = tuple(level[near.kept] for level in gains)
        settled = settle_problem(
            near.problem,
            rest,
            clock,
            known=point[near.kept],
            steps=self._steps(depth),
            counts=self._start.counts_from(face.first),
        )
        if settled is None:
            raise InternalError("undecided")
        return small.whole(near.whole(settled.values)), _weakest(settled, len(gains))


def _forced(problem: Problem, column: int) -> Problem:
    """The problem in which a member has only one candidate left."""
    low, high = problem.low.copy(), problem.high.copy()
    others = slice(*np.searchsorted(problem.member, [problem.member[column], problem.member[column] + 1]))
    low[others], high[others] = 0, 0
    low[column] = high[column] = 1
    return replace(problem, low=low, high=high)


def _meets_bounds(start: Ground, depth: int, column: int, values: Integers) -> bool:
    """Whether a placement meets the bounds of the stages above a face exactly: it lies in the face, and none is better.

    The bound of each stage holds for placements that meet the bounds above it, and so do its cuts: they round no closed
    pair up. With the pair the bound is lower by what the pair loses against its member's best candidate. Levels that a
    stage adds up keep their order, for a member with one candidate only narrows the ranges that their weights were
    made for.
    """
    for face in start.faces[:depth]:
        root = face.stage.root
        if root.numerator - int(face.lost[column]) != gain_of(face.gains, values) * root.denominator:
            return False
    return True


def _described(start: Ground, values: Integers, proof: Proof) -> Forced:
    """The placement of a point; auxiliary columns are at their best where every level is settled, and only there."""
    component = start.formulation.component
    if proof is Proof.NONE:
        branch_of, counted = placement_of(start.formulation, values, 0)
        return Forced(branch_of, counted, proof)
    chosen = np.flatnonzero(values[: component.pairs]).tolist()
    branch_of = {
        component.members[component.pair_member[column]].id: component.branches[component.pair_branch[column]].id
        for column in chosen
    }
    levels = tuple(
        objective.constant + objective.sign * gain_of(objective.gains, values)
        for objective in start.formulation.objectives
    )
    return Forced(branch_of, levels, proof)


def _weakest(settled: Settled, levels: int) -> Proof:
    """Weakest proof of a settled problem; levels that no stage reached have none."""
    if sum(stage.fold.count for stage in settled.stages) < levels:
        return Proof.NONE
    return weakest(stage.proof for stage in settled.stages)
