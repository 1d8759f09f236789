"""Branch and bound where the relaxation leaves a gap, with exact multipliers at every leaf."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from reassign.solve.bound import Bound, bound_by, bound_exactly, narrow
from reassign.solve.clock import Clock
from reassign.solve.linear import Outcome, Relaxation, relax
from reassign.solve.problem import Integers, Problem, is_within

DENOMINATORS = (1 << 10, 1 << 26)
"""Multipliers are rounded to these fractions of a unit of gain; the finer where rows have large coefficients."""

DEEPEST = 300
"""Splits below one another; deeper proofs are refused by checkers that recurse."""

INTEGRAL = 1e-6
"""Relaxed values this close to an integer are tried as that integer."""


@dataclass(slots=True)
class Node:
    """A leaf with its multipliers, or a split of one column; neither where no point is left.

    Attributes:
        narrowings: Bounds that rule out what cannot be better than the solution, in this order.
        bound: Exact bound at a leaf.
        column: Column that an inner node splits.
        threshold: The low child has ``x <= threshold``, the high child ``x > threshold``.
        low: Child below.
        high: Child above.
    """

    narrowings: list[Bound] = field(default_factory=list)
    bound: Bound | None = None
    column: int = -1
    threshold: int = 0
    low: Node | None = None
    high: Node | None = None


@dataclass(slots=True)
class Search:
    """State and result of one search.

    Attributes:
        problem: Root problem.
        gains: Gain of each column, shape (columns,), int64.
        values: Best solution so far; None without one.
        value: Its gain.
        nodes: Nodes visited.
        is_closed: Whether every leaf is proved.
        root: The tree.
    """

    problem: Problem
    gains: Integers
    values: Integers | None = None
    value: int = 0
    nodes: int = 0
    is_closed: bool = False
    root: Node = field(default_factory=Node)

    def offer(self, values: Integers) -> None:
        """Keep the values if they are the best so far."""
        value = gain_of(self.gains, values)
        if self.values is None or value > self.value:
            self.values, self.value = values, value


def gain_of(gains: Integers, values: Integers) -> int:
    """``gains @ values`` in Python integers."""
    chosen = np.flatnonzero(values)
    return sum(gain * value for gain, value in zip(gains[chosen].tolist(), values[chosen].tolist(), strict=True))


def closest_bound(problem: Problem, gains: Integers, relaxation: Relaxation, value: int | None) -> Bound:
    """Exact bound of the relaxation's multipliers; rounded more finely where that proves the value."""
    coarse, fine = DENOMINATORS
    bound = bound_by(problem, gains, relaxation.multipliers, coarse)
    if value is None or bound.floor <= value:
        return bound
    finer = bound_by(problem, gains, relaxation.multipliers, fine)
    return finer if finer.floor <= value else bound


def integral_point(problem: Problem, relaxation: Relaxation) -> Integers | None:
    """The relaxed point if it is integral and obeys every row exactly."""
    if relaxation.outcome is not Outcome.OPTIMAL:
        return None
    rounded = np.rint(relaxation.values)
    if bool((np.abs(relaxation.values - rounded) > INTEGRAL).any()):
        return None
    values = rounded.astype(np.int64)
    return values if is_within(problem, values) else None


def search(
    problem: Problem, gains: Integers, clock: Clock, *, most_nodes: int, values: Integers | None = None
) -> Search:
    """Maximise by depth-first search; each node is a relaxation, each leaf an exact bound.

    Without a time limit the number of nodes is the only limit, so that no clock decides.
    """
    state = Search(problem, gains)
    if values is not None:
        state.offer(values)
    waiting: list[tuple[Problem, Node, int]] = [(problem, state.root, 0)]
    is_complete = True
    while waiting:
        if state.nodes >= most_nodes or clock.is_over():
            return state
        here, node, depth = waiting.pop()
        state.nodes += 1
        children = _visit(state, here, node)
        if children is None or (children and depth >= DEEPEST):
            is_complete = False
        else:
            waiting.extend((part, child, depth + 1) for part, child in children)
    state.is_closed = is_complete and state.values is not None
    return state


def _visit(state: Search, here: Problem, node: Node) -> list[tuple[Problem, Node]] | None:
    """Prove the node or split it; None if it can be neither proved nor split."""
    while not is_empty(here):
        relaxation = relax(here, state.gains)
        if relaxation.outcome is Outcome.INFEASIBLE:
            node.bound = infeasible_bound(here, state.gains, _target(state))
            return None if node.bound is None else []
        if relaxation.outcome is not Outcome.OPTIMAL:
            return None
        point = integral_point(here, relaxation)
        if point is not None:
            state.offer(point)
        bound = closest_bound(here, state.gains, relaxation, state.value if state.values is not None else None)
        if state.values is not None and bound.floor <= state.value:
            node.bound = bound
            return []
        if state.values is not None:
            here = narrow(here, bound, state.value + 1)
            node.narrowings.append(bound)
        fractional = _fractional_columns(here, relaxation)
        if not len(fractional):
            return None
        is_free = here.low[fractional] < here.high[fractional]
        if is_free.any():
            return _split(here, node, int(fractional[is_free][0]), relaxation)
    return []


def _split(here: Problem, node: Node, column: int, relaxation: Relaxation) -> list[tuple[Problem, Node]]:
    """The two halves of a node; the one to which the relaxed value leans comes last, to be visited first."""
    node.column, node.threshold = column, int(np.floor(relaxation.values[column]))
    node.low, node.high = Node(), Node()
    below, above, shut = here.high.copy(), here.low.copy(), here.high.copy()
    below[column], above[column] = node.threshold, node.threshold + 1
    if column < here.pairs:
        shut[: here.pairs][here.member == here.member[column]] = 0
        shut[column] = 1
    children = [(replace(here, high=below), node.low), (replace(here, low=above, high=shut), node.high)]
    if relaxation.values[column] - node.threshold < 0.5:
        children.reverse()
    return children


def _target(state: Search) -> int:
    """A leaf is proved when its bound is at most this; without a solution, anything below every gain."""
    if state.values is not None:
        return state.value
    gains_and_ends = zip(state.gains.tolist(), state.problem.high.tolist(), strict=True)
    return -int(sum(abs(gain) * high for gain, high in gains_and_ends)) - 1


def is_empty(problem: Problem) -> bool:
    """Whether some box or row is empty, or some member has no candidate left."""
    open_pairs = np.bincount(problem.member, weights=problem.high[: problem.pairs], minlength=problem.members)
    return bool(
        (open_pairs == 0).any() or (problem.low > problem.high).any() or (problem.rows.lower > problem.rows.upper).any()
    )


def _fractional_columns(problem: Problem, relaxation: Relaxation) -> Integers:
    """Fractional columns, auxiliary ones first, the most fractional first."""
    off = np.abs(relaxation.values - np.rint(relaxation.values))
    fractional = np.flatnonzero(off > INTEGRAL)
    order = np.lexsort((fractional, -off[fractional], fractional < problem.pairs))
    return fractional[order]


def infeasible_bound(problem: Problem, gains: Integers, target: int) -> Bound | None:
    """Multipliers that push the bound down to ``target`` where no point exists (Farkas' lemma).

    The multipliers of the least total violation, rounded, are a direction in which the bound falls
    without end; going far enough along it proves that nothing gains more than ``target``.
    """
    violated = relax(problem, gains, is_elastic=True)
    if violated.outcome is not Outcome.OPTIMAL:
        return None
    nothing = np.zeros_like(gains)
    for denominator in (1, 2, 12, 1 << 10, 1 << 26, 1 << 40):
        ray = bound_by(problem, nothing, violated.multipliers, denominator)
        if ray.numerator < 0:
            start = bound_exactly(problem, gains, np.zeros(problem.rows.count, dtype=np.int64), 1)
            steps = max(1, -(-(start.numerator - target) // -ray.numerator))
            while True:
                scaled = np.array([int(value) * steps for value in ray.multipliers.tolist()], dtype=object)
                bound = bound_exactly(problem, gains, scaled, 1)
                if bound.floor <= target:
                    return bound
                steps *= 2
    return None
