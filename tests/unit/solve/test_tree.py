"""Splitting closes what the relaxation leaves open, with a bound at every leaf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reassign.solve import tree
from reassign.solve.clock import Clock
from reassign.solve.linear import Outcome, Relaxation, relax
from reassign.solve.problem import Problem
from reassign.solve.tree import (
    Node,
    Search,
    _fractional_columns,
    closest_bound,
    gain_of,
    infeasible_bound,
    integral_point,
    is_empty,
    search,
)
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, points, problem_of
from tests.unit.solve.test_separate import questions


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


def test_a_better_point_takes_the_place_of_a_worse_one_and_no_other() -> None:
    state = Search(KNAPSACK, KNAPSACK_GAINS)
    nothing, one, other = (
        np.array(point, dtype=np.int64) for point in ([0, 1, 0, 1, 0, 1], [1, 0, 0, 1, 0, 1], [0, 1, 1, 0, 0, 1])
    )
    for point, value, kept in ((nothing, 0, nothing), (one, 2, one), (other, 2, one), (nothing, 2, one)):
        state.offer(point)
        assert (state.value, state.values is kept) == (value, True)


def test_a_point_that_gains_less_than_nothing_is_a_point() -> None:
    state = Search(KNAPSACK, -KNAPSACK_GAINS)
    state.offer(np.array([1, 0, 0, 1, 0, 1], dtype=np.int64))
    assert (state.value, state.values is not None) == (-2, True)


def test_every_leaf_of_a_search_without_points_is_proved_empty() -> None:
    # Two of three members for 3 units each, and exactly 4 units: no row is broken until two are placed.
    exact = replace(KNAPSACK, rows=replace(KNAPSACK.rows, lower=np.array([4]), has_lower=np.array([True])))
    found = search(exact, KNAPSACK_GAINS, Clock(), most_nodes=50)
    assert (found.values, found.is_closed) == (None, False)
    assert all(leaf.bound is None or leaf.bound.floor < -6 for leaf in leaves(found.root))
    assert found.root.low is not None
    assert any(leaf.bound is not None for leaf in leaves(found.root))


@pytest.mark.parametrize("target", [-1, -1000, -(10**30)])
def test_no_target_is_too_low_for_multipliers_of_what_is_impossible(target: int) -> None:
    bound = infeasible_bound(IMPOSSIBLE, np.array([7, 4], dtype=np.int64), target)
    assert bound is not None
    assert target - 20 < bound.floor <= target
    assert bound.denominator == 1


def test_impossible_is_proved_with_coefficients_of_any_kind() -> None:
    # At most four sevenths and at least two thirds: no multipliers that are whole numbers of twelfths show it.
    hard = problem_of([0, 0], [1, 1, 9], [({2: 7}, None, 4), ({2: 3}, 2, None)])
    assert not list(points(hard))
    found = relax(hard, np.zeros(3, dtype=np.int64))
    assert found.outcome is Outcome.INFEASIBLE
    assert infeasible_bound(hard, np.array([1, 1, 1], dtype=np.int64), -1) is not None


def test_a_node_without_points_closes_and_the_deepest_split_is_the_most_fractional_one() -> None:
    found = search(KNAPSACK, KNAPSACK_GAINS, Clock(), most_nodes=50)
    assert (found.root.column, found.root.threshold) == (2, 0)
    assert found.nodes <= 5


def test_the_finer_rounding_is_taken_where_it_proves_the_value() -> None:
    problem = problem_of([0, 0], [1, 1, 3000], [({0: 3000, 2: 1}, None, 3000)])
    gains = np.array([3000, 0, 1], dtype=np.int64)
    hint = Relaxation(Outcome.OPTIMAL, np.empty(0), np.array([1.0 + 1 / 3000]))
    coarse, exact = (closest_bound(problem, gains, hint, value) for value in (None, 3001))
    assert coarse.denominator == 1 << 10
    assert exact.floor <= 3001


@settings(deadline=None, derandomize=True, max_examples=150)
@given(questions(), some.sampled_from(["begun", "fresh"]))
def test_a_search_finds_the_best_point_and_proves_it(asked: tuple[Problem, list[int]], manner: str) -> None:
    problem, gains = asked[0], np.array(asked[1], dtype=np.int64)
    every = sorted((gain_of(gains, point), point.tolist()) for point in points(problem))
    begun = np.array(every[0][1], dtype=np.int64) if every and manner == "begun" else None
    found = search(problem, gains, Clock(), most_nodes=500, values=begun)
    assert found.nodes < 500
    if not every:
        assert (found.values, found.is_closed) == (None, False)
        return
    assert found.is_closed
    assert found.values is not None
    assert found.value == gain_of(gains, found.values) == every[-1][0]
    assert found.values.tolist() in [point for _, point in every]
    assert all(leaf.bound is None or leaf.bound.floor <= found.value for leaf in leaves(found.root))


@pytest.mark.parametrize("most", [1, 2])
def test_no_node_more_is_visited_than_allowed(most: int) -> None:
    found = search(KNAPSACK, KNAPSACK_GAINS, Clock(), most_nodes=most)
    assert (found.nodes, found.is_closed) == (most, False)


def test_auxiliary_columns_are_split_first_and_the_most_fractional_before_others() -> None:
    problem = problem_of([0, 0, 0, 0], [1, 1, 1, 1, 3, 3, 3], [])
    values = np.array([0.5, 0.25, 0.0, 0.25, 1.1, 2.0, 2.4])
    assert _fractional_columns(problem, Relaxation(Outcome.OPTIMAL, values, np.empty(0))).tolist() == [6, 4, 0, 1, 3]


@pytest.mark.parametrize(("off", "is_integral"), [(9e-7, True), (2e-6, False)])
def test_a_point_is_integral_within_what_rounding_spoils(off: float, *, is_integral: bool) -> None:
    values = np.array([1 - off, off, 0, 1, 0, 1])
    found = integral_point(KNAPSACK, Relaxation(Outcome.OPTIMAL, values, np.empty(0)))
    assert (found is not None) is is_integral


def test_no_relaxation_is_no_point_and_a_broken_row_is_none_either() -> None:
    assert integral_point(KNAPSACK, Relaxation(Outcome.UNKNOWN, np.empty(0), np.empty(0))) is None
    both = np.array([1.0, 0, 1, 0, 0, 1])
    assert integral_point(KNAPSACK, Relaxation(Outcome.OPTIMAL, both, np.empty(0))) is None


def test_a_tree_that_is_too_deep_is_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "DEEPEST", 1)
    gains = np.array([3, 0, 3, 0, 3, 0, 3, 0], dtype=np.int64)
    deep = problem_of([0, 0, 1, 1, 2, 2, 3, 3], [1] * 8, [({0: 5, 2: 5, 4: 5, 6: 5}, None, 12)])
    known = np.array([1, 0, 1, 0, 0, 1, 0, 1], dtype=np.int64)
    found = search(deep, gains, Clock(), most_nodes=500, values=known)
    assert (found.value, found.is_closed) == (6, False)
    monkeypatch.setattr(tree, "DEEPEST", 300)
    assert search(deep, gains, Clock(), most_nodes=500).is_closed


@pytest.mark.parametrize("problem", [KNAPSACK])
def test_every_leaf_that_holds_points_carries_the_bound_that_proves_it(problem: Problem) -> None:
    found = search(problem, KNAPSACK_GAINS // 2 * 3, Clock(), most_nodes=50)
    assert found.is_closed
    ends = list(leaves(found.root))
    assert len(ends) > 1
    assert all(leaf.bound is not None and leaf.bound.floor <= 3 for leaf in ends if not leaf.narrowings)
