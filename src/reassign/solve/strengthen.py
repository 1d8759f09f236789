"""The relaxation of a level, cut off from its fractional vertices until it is integral or nothing more cuts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from reassign.solve.bound import Bound
from reassign.solve.clock import Clock
from reassign.solve.cut import Cut, with_cuts, with_rows
from reassign.solve.linear import Outcome, Relaxation
from reassign.solve.problem import Integers, Problem
from reassign.solve.separate import violated_cuts
from reassign.solve.simplex import Simplex
from reassign.solve.tree import closest_bound, gain_of, integral_point

MOST_ROUNDS = 30
"""Vertices that are cut off one after the other. A count and not a clock, so that every machine stops at the same."""


@dataclass(frozen=True, slots=True)
class Strengthened:
    """A problem with cuts: the same integer points, fewer fractional ones.

    Attributes:
        problem: The problem with a row per cut after its own.
        cuts: The cuts, each derived from the rows before it.
        root: Bound of the last relaxation.
        values: The best point known, shape (columns,), int64; None without one.
    """

    problem: Problem
    cuts: tuple[Cut, ...]
    root: Bound
    values: Integers | None

    def is_proved(self, gains: Integers, spare: int) -> bool:
        """Whether nothing gains more than the point by more than ``spare``."""
        return self.values is not None and self.root.floor <= gain_of(gains, self.values) + spare

    def without_idle_cuts(self, problem: Problem) -> Strengthened:
        """Only the cuts that the bound is made of, and those that these are made of; ``problem`` had none of them."""
        own = problem.rows.count
        multipliers = self.root.multipliers
        used = set(np.flatnonzero(multipliers).tolist())
        for row in range(own + len(self.cuts) - 1, own - 1, -1):
            if row in used:
                used.update(self.cuts[row - own].multipliers)
        kept = [row for row in range(len(multipliers)) if row < own or row in used]
        place = {row: index for index, row in enumerate(kept)}
        cuts = tuple(
            replace(cut, multipliers={place[row]: multiplier for row, multiplier in cut.multipliers.items()})
            for cut in (self.cuts[row - own] for row in kept[own:])
        )
        return Strengthened(
            with_cuts(problem, cuts), cuts, replace(self.root, multipliers=multipliers[kept]), self.values
        )


def strengthen(
    problem: Problem,
    gains: Integers,
    root: Bound,
    clock: Clock,
    *,
    rounds: int = MOST_ROUNDS,
    values: Integers | None = None,
    spare: int = 0,
    before: tuple[Cut, ...] = (),
) -> Strengthened:
    """Cut off the vertices of the relaxation of ``gains @ x`` (Gomory's method, every cut in exact integers).

    Args:
        problem: Boxes and rows.
        gains: Gain of each column, shape (columns,), int64.
        root: Bound of the relaxation as it is.
        clock: When to stop.
        rounds: Most vertices that are cut off.
        values: A known point.
        spare: How far a proved bound may be above the gain of the point.
        before: Cuts that the problem already has.
    """
    simplex = Simplex(problem, gains)
    found = Strengthened(problem, before, root, values)
    for _ in range(rounds):
        if clock.is_over():
            break
        relaxation = simplex.relax()
        if relaxation.outcome is not Outcome.OPTIMAL:
            break
        found = _closer(found, gains, relaxation)
        if found.is_proved(gains, spare):
            break
        added = violated_cuts(found.problem, simplex.vertex(relaxation.values))
        if not added:
            break
        rows = [row for _, row in added]
        simplex.extend(rows)
        cuts = found.cuts + tuple(cut for cut, _ in added)
        found = replace(found, problem=with_rows(found.problem, rows), cuts=cuts)
    return found


def _closer(found: Strengthened, gains: Integers, relaxation: Relaxation) -> Strengthened:
    """With the bound and the point of another relaxation, if they are better."""
    point = integral_point(found.problem, relaxation)
    values = found.values
    if point is not None and (values is None or gain_of(gains, point) > gain_of(gains, values)):
        values = point
    bound = closest_bound(found.problem, gains, relaxation, None if values is None else gain_of(gains, values))
    is_better = bound.numerator * found.root.denominator <= found.root.numerator * bound.denominator
    return replace(found, root=bound if is_better else found.root, values=values)
