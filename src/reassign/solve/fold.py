"""Several levels in one objective, with weights that provably keep their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reassign.domain.errors import UsageError
from reassign.solve.problem import Integers, Problem

LARGEST_RANGE = 1 << 60
"""A level may not differ by more within a component: engines count in 64 bits."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Consecutive levels added up so that a higher one always outweighs all lower ones.

    Attributes:
        count: How many levels are folded.
        weights: Weight of each, most important first; the last is 1.
        gains: Folded gain of each column, shape (columns,), int64.
        reach: Largest difference of two folded gains, plus one.
    """

    count: int
    weights: tuple[int, ...]
    gains: Integers
    reach: int


def gain_range(problem: Problem, gains: Integers) -> int:
    """Upper bound on the difference of the gains of two points: per member best minus worst, plus the boxes."""
    pairs = problem.pairs
    if not problem.members:
        return 0
    open_pairs = np.flatnonzero(problem.high[:pairs] > 0)
    starts = np.searchsorted(problem.member[open_pairs], np.arange(problem.members))
    gained = gains[open_pairs]
    spread = np.maximum.reduceat(gained, starts) - np.minimum.reduceat(gained, starts)
    boxes = np.abs(gains[pairs:]) * (problem.high[pairs:] - problem.low[pairs:])
    return int(sum(spread.tolist()) + sum(boxes.tolist()))


def fold(problem: Problem, gains: Sequence[Integers], *, bits: int, most: int | None = None) -> Fold:
    """Fold as many levels as fit, at least one.

    The weight of a level is the product of (range + 1) of those below it, so one unit of a level
    outweighs every difference below.

    Args:
        problem: Boxes that limit the ranges.
        gains: Gain of each column by level, most important first.
        bits: The folded range stays below 2^bits unless a single level exceeds it.
        most: Most levels to fold.

    Raises:
        UsageError: A single level differs by more than any engine can tell exactly.
    """
    reaches: list[int] = []
    product = 1
    for level in gains[:most]:
        reach = gain_range(problem, level) + 1
        if reach > LARGEST_RANGE:
            raise UsageError("level-too-large", {"bits": LARGEST_RANGE.bit_length() - 1})
        if reaches and product * reach > 1 << bits:
            break
        reaches.append(reach)
        product *= reach
    weights = [1]
    for reach in reversed(reaches[1:]):
        weights.append(weights[-1] * reach)
    weights.reverse()
    is_open = problem.high > 0
    folded = np.zeros_like(gains[0])
    for weight, level in zip(weights, gains, strict=False):
        folded = folded + weight * np.where(is_open, level, 0)
    return Fold(len(reaches), tuple(weights), folded, product)
