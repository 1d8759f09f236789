"""Exact bounds from rounded multipliers (weak duality), and what they rule out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reassign.solve.problem import Integers, Problem

SAFE = 1 << 61
"""Sums of absolute values below this fit int64 with room; beyond, Python integers are used."""


@dataclass(frozen=True, slots=True)
class Bound:
    """No integer point of the problem gains more than ``numerator / denominator``.

    Attributes:
        multipliers: One integer per row, in units of ``1 / denominator``, shape (rows,).
        denominator: Common denominator.
        numerator: The bound times the denominator.
        surplus: Gain of each column after the multipliers, times the denominator, shape (columns,).
        best: Largest surplus among each member's candidates, shape (members,).
    """

    multipliers: Integers
    denominator: int
    numerator: int
    surplus: Integers
    best: Integers

    @property
    def floor(self) -> int:
        """Largest integer gain that the bound allows."""
        return self.numerator // self.denominator

    def gap(self, value: int) -> Fraction:
        """How far the bound is above a value."""
        return Fraction(self.numerator, self.denominator) - value


def bound_by(problem: Problem, gains: Integers, multipliers: NDArray[np.float64], denominator: int) -> Bound:
    """Bound on ``gains @ x`` with the multipliers rounded to the denominator.

    For any multipliers, ``gains @ x`` is at most: each member's best candidate after the multipliers,
    plus each auxiliary column at its better box end, plus each row's multiplier times the side it
    presses against. A multiplier against an unlimited side is dropped.
    """
    rows = problem.rows
    rounded = np.rint(multipliers * denominator)
    exact = np.array([int(value) for value in rounded.tolist()], dtype=object)
    exact = np.where((exact > 0) & ~rows.has_upper, 0, exact)
    exact = np.where((exact < 0) & ~rows.has_lower, 0, exact)
    return bound_exactly(problem, gains, exact, denominator)


def bound_exactly(problem: Problem, gains: Integers, multipliers: Integers, denominator: int) -> Bound:
    """The bound of integer multipliers (object or int64 dtype) in units of ``1 / denominator``."""
    rows = problem.rows
    kind = np.int64 if _reach(problem, gains, multipliers, denominator) < SAFE else object
    priced = multipliers.astype(kind)
    surplus = gains.astype(kind) * denominator - rows.transposed(priced, len(gains))
    best = _best_candidates(problem, surplus)
    spare = surplus[problem.pairs :]
    boxes = np.where(spare > 0, spare * problem.high[problem.pairs :], spare * problem.low[problem.pairs :])
    pressed = np.where(priced > 0, priced * rows.upper, priced * rows.lower)
    total = sum(best.tolist()) + sum(boxes.tolist()) + sum(pressed.tolist())
    return Bound(priced, denominator, int(total), surplus, best)


def _reach(problem: Problem, gains: Integers, multipliers: Integers, denominator: int) -> float:
    """What no sum of a bound exceeds, about; the error is far smaller than the room above ``SAFE``."""
    rows = problem.rows
    sides = np.maximum(np.abs(rows.lower), np.abs(rows.upper)).astype(np.float64)
    entries = np.abs(rows.coefficients).astype(np.float64) * problem.high[rows.columns]
    weights = np.bincount(rows.owner(), weights=entries, minlength=rows.count)
    try:
        prices = np.abs(multipliers).astype(np.float64)
    except OverflowError:
        return float(np.inf)
    gained = denominator * max(1.0, float(np.abs(gains).astype(np.float64).sum())) * int(problem.high.max(initial=1))
    return gained + float(prices @ (sides + weights))


def _best_candidates(problem: Problem, surplus: Integers) -> Integers:
    """Largest surplus of each member's columns that are not ruled out, shape (members,)."""
    open_pairs = np.flatnonzero(problem.high[: problem.pairs] > 0)
    fixed = np.flatnonzero(problem.low[: problem.pairs] > 0)
    starts = np.searchsorted(problem.member[open_pairs], np.arange(problem.members))
    best = np.maximum.reduceat(surplus[open_pairs], starts) if problem.members else surplus[:0]
    best = best.copy()
    best[problem.member[fixed]] = surplus[fixed]
    return best


def narrow(problem: Problem, bound: Bound, value: int) -> Problem:
    """The problem without the points that provably gain less than ``value``.

    A candidate that loses more than the gap against its member's best, a step of an auxiliary column
    off its better end, a unit of slack in a priced row: each that costs more than the gap is ruled out.
    """
    gap = bound.numerator - value * bound.denominator
    pairs = problem.pairs
    low, high = problem.low.copy(), problem.high.copy()
    loss = bound.best[problem.member] - bound.surplus[:pairs]
    high[:pairs] = np.where((loss > gap) & (low[:pairs] == 0), 0, high[:pairs])
    spare = bound.surplus[pairs:]
    for column in np.flatnonzero(spare).tolist():
        steps = gap // abs(int(spare[column]))
        index = pairs + column
        if spare[column] > 0:
            low[index] = max(int(low[index]), int(high[index]) - steps)
        else:
            high[index] = min(int(high[index]), int(low[index]) + steps)
    lower, upper = problem.rows.lower.copy(), problem.rows.upper.copy()
    for row in np.flatnonzero(bound.multipliers).tolist():
        slack = gap // abs(int(bound.multipliers[row]))
        if bound.multipliers[row] > 0:
            lower[row] = max(int(lower[row]), int(upper[row]) - slack)
        else:
            upper[row] = min(int(upper[row]), int(lower[row]) + slack)
    open_pairs = np.bincount(problem.member, weights=high[:pairs], minlength=problem.members)
    low[:pairs] = np.where((open_pairs[problem.member] == 1) & (high[:pairs] == 1), 1, low[:pairs])
    return replace(
        problem,
        low=low,
        high=high,
        rows=replace(
            problem.rows,
            lower=lower,
            upper=upper,
            has_lower=problem.rows.has_lower | (lower > problem.rows.lower),
            has_upper=problem.rows.has_upper | (upper < problem.rows.upper),
        ),
    )
