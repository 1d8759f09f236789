"""Splitting closes what the relaxation leaves open, with a bound at every leaf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from reassign.solve.clock import Clock
from reassign.solve.linear import Outcome, relax
from reassign.solve.tree import Node, gain_of, infeasible_bound, integral_point, is_empty, search
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, points, problem_of


def leaves(node: Node) -> Iterator[Node]:
    """Nodes without children."""
    if node.low is None or node.high is None:
        yield node
        return
    yield from leaves(node.low)
    yield from leaves(node.high)


def test_the_relaxation_is_above_every_point() -> None:
    relaxation = relax(KNAPSACK, KNAPSACK_GAINS)
    assert relaxation.outcome is Outcome.OPTIMAL
    assert float(KNAPSACK_GAINS @ relaxation.values) == pytest.approx(2 * 4 / 3)
    assert integral_point(KNAPSACK, relaxation) is None


def test_splitting_finds_and_proves_the_best_point() -> None:
    found = search(KNAPSACK, KNAPSACK_GAINS, Clock(), most_nodes=50)
    assert found.values is not None
    assert found.is_closed
    assert found.value == gain_of(KNAPSACK_GAINS, found.values) == 2
    assert found.value == max(gain_of(KNAPSACK_GAINS, point) for point in points(KNAPSACK))
    assert all(leaf.bound is None or leaf.bound.floor <= 2 for leaf in leaves(found.root))


def test_a_known_point_is_kept_and_proved() -> None:
    known = np.array([1, 0, 0, 1, 0, 1], dtype=np.int64)
    found = search(KNAPSACK, KNAPSACK_GAINS, Clock(), most_nodes=50, values=known)
    assert found.is_closed
    assert found.values is not None
    assert found.value == 2


@pytest.mark.parametrize(
    ("clock", "most_nodes"),
    [pytest.param(Clock(0.0), 50, id="time is up"), pytest.param(Clock(), 0, id="no node left")],
)
def test_a_search_that_was_cut_short_claims_nothing(clock: Clock, most_nodes: int) -> None:
    known = np.array([0, 1, 0, 1, 0, 1], dtype=np.int64)
    found = search(KNAPSACK, KNAPSACK_GAINS, clock, most_nodes=most_nodes, values=known)
    assert (found.is_closed, found.value) == (False, 0)


IMPOSSIBLE = problem_of([0, 0], [1, 1], [({0: 1, 1: 1}, 2, None)])


def test_multipliers_prove_that_nothing_is_possible() -> None:
    gains = np.array([7, 4], dtype=np.int64)
    assert relax(IMPOSSIBLE, gains).outcome is Outcome.INFEASIBLE
    bound = infeasible_bound(IMPOSSIBLE, gains, -1000)
    assert bound is not None
    assert bound.floor <= -1000


def test_no_multipliers_prove_that_the_possible_is_impossible() -> None:
    assert infeasible_bound(KNAPSACK, KNAPSACK_GAINS, -1) is None


def test_empty_is_no_candidate_a_crossed_box_or_a_crossed_row() -> None:
    assert not is_empty(KNAPSACK)
    assert is_empty(replace(KNAPSACK, high=np.array([0, 0, 1, 1, 1, 1], dtype=np.int64)))
    assert is_empty(replace(KNAPSACK, low=np.array([2, 0, 0, 0, 0, 0], dtype=np.int64)))
    assert is_empty(replace(KNAPSACK, rows=replace(KNAPSACK.rows, lower=np.array([5], dtype=np.int64))))
