"""CP-SAT as a hint-giver: its points are within the rows, its verdicts are told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model_helper as engine

from reassign.solve.constraint import DETERMINISTIC_LIMIT, Verdict, search
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


def test_a_member_who_is_in_two_places_is_infeasible() -> None:
    twice = replace(KNAPSACK, low=np.array([1, 1, 0, 0, 0, 0], dtype=np.int64))
    assert search(twice, KNAPSACK_GAINS).verdict is Verdict.INFEASIBLE


@pytest.mark.parametrize(
    ("low", "high"), [pytest.param([1, 0], [0, 1], id="crossed box"), pytest.param([0, 0], [1, 1], id="crossed row")]
)
def test_crossed_ends_are_infeasible(low: list[int], high: list[int]) -> None:
    problem = problem_of([0, 0], [1, 1], [({0: 1}, 1, 0 if high == [1, 1] else 1)])
    crossed = replace(problem, low=np.array(low, dtype=np.int64), high=np.array(high, dtype=np.int64))
    assert search(crossed, np.zeros(2, dtype=np.int64)).verdict is Verdict.INFEASIBLE


@pytest.mark.parametrize("is_limited", [True, False])
@pytest.mark.parametrize(
    ("seconds", "told"), [pytest.param(None, None, id="none"), pytest.param(0.0, 0.01, id="over"), (7.5, 7.5)]
)
def test_the_engine_gets_one_worker_one_seed_and_its_limits(
    monkeypatch: pytest.MonkeyPatch, seconds: float | None, told: float | None, *, is_limited: bool
) -> None:
    class Wrapper(engine.SolveWrapper):  # type: ignore[misc]
        def set_parameters(self, parameters: Any) -> None:
            asked.append(parameters)
            super().set_parameters(parameters)

    asked = list[Any]()
    unlimited = engine.SatParameters()
    monkeypatch.setattr(engine, "SolveWrapper", Wrapper)
    search(KNAPSACK, KNAPSACK_GAINS, seconds=seconds, is_limited=is_limited)
    (parameters,) = asked
    assert (parameters.num_workers, parameters.random_seed, parameters.linearization_level) == (1, 0, 2)
    assert parameters.max_time_in_seconds == (unlimited.max_time_in_seconds if told is None else told)
    most = DETERMINISTIC_LIMIT if is_limited else unlimited.max_deterministic_time
    assert parameters.max_deterministic_time == most
