"""CP-SAT as a hint-giver: its points are within the rows, its verdicts are told apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reassign.solve.constraint import Verdict, search
from reassign.solve.problem import is_within
from reassign.solve.tree import gain_of
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, points, problem_of


def test_the_best_point_of_the_knapsack() -> None:
    answer = search(KNAPSACK, KNAPSACK_GAINS)
    assert answer.verdict is Verdict.OPTIMAL
    assert answer.values is not None
    assert is_within(KNAPSACK, answer.values)
    assert gain_of(KNAPSACK_GAINS, answer.values) == 2


def test_rows_that_nothing_satisfies_are_infeasible() -> None:
    answer = search(problem_of([0, 0], [1, 1], [({0: 1, 1: 1}, 2, None)]), np.zeros(2, dtype=np.int64))
    assert (answer.verdict, answer.values) == (Verdict.INFEASIBLE, None)


def test_a_member_without_open_columns_is_infeasible() -> None:
    shut = replace(KNAPSACK, high=np.array([0, 0, 1, 1, 1, 1], dtype=np.int64))
    assert search(shut, KNAPSACK_GAINS).verdict is Verdict.INFEASIBLE


def test_columns_fixed_by_their_box_stay_where_they_are() -> None:
    fixed = replace(KNAPSACK, low=np.array([0, 1, 0, 0, 0, 0], dtype=np.int64), high=np.array([0, 1, 1, 1, 1, 1]))
    answer = search(fixed, KNAPSACK_GAINS, hint=np.array([0, 1, 0, 1, 0, 1], dtype=np.int64))
    assert answer.values is not None
    assert answer.values[:2].tolist() == [0, 1]
    assert gain_of(KNAPSACK_GAINS, answer.values) == 2


@settings(deadline=None, derandomize=True, max_examples=30)
@given(
    st.lists(st.integers(-4, 4), min_size=6, max_size=6),
    st.lists(
        st.tuples(
            st.dictionaries(st.integers(0, 5), st.sampled_from((-1, 1, 2)), min_size=1),
            st.one_of(st.none(), st.integers(-1, 2)),
            st.one_of(st.none(), st.integers(-1, 2)),
        ),
        max_size=3,
    ),
)
def test_what_it_claims_is_what_enumeration_finds(
    gains: list[int], rows: list[tuple[dict[int, int], int | None, int | None]]
) -> None:
    problem, worth = problem_of([0, 0, 1, 1], [1, 1, 1, 1, 2, 1], rows), np.array(gains, dtype=np.int64)
    best = max((gain_of(worth, point) for point in points(problem)), default=None)
    answer = search(problem, worth)
    assert answer.verdict is (Verdict.INFEASIBLE if best is None else Verdict.OPTIMAL)
    assert (None if answer.values is None else gain_of(worth, answer.values)) == best
