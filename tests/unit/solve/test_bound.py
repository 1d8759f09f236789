"""Exact bounds hold for any multipliers, and narrowing loses nothing that counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reassign.solve.bound import bound_by, bound_exactly, narrow
from reassign.solve.problem import Integers, Problem
from reassign.solve.tree import gain_of, is_empty
from tests.unit.solve.points import points, problem_of

EXACT = settings(deadline=None, derandomize=True, max_examples=150)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to three members with up to two columns each, an auxiliary column or two, up to three rows."""
    member = [index for index in range(draw(st.integers(1, 3))) for _ in range(draw(st.integers(1, 2)))]
    high = [1] * len(member) + draw(st.lists(st.integers(0, 2), max_size=2))
    sides = st.one_of(st.none(), st.integers(-2, 3))
    coefficients = st.dictionaries(st.integers(0, len(high) - 1), st.sampled_from((-2, -1, 1, 3)), min_size=1)
    return problem_of(member, high, draw(st.lists(st.tuples(coefficients, sides, sides), max_size=3)))


def integers(values: Sequence[int]) -> Integers:
    return np.array(values, dtype=np.int64)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Problem, Integers, Integers]:
    """A problem, gains, and multipliers that press only against sides that exist."""
    problem = draw(problems())
    gains = draw(st.lists(st.integers(-5, 5), min_size=len(problem.high), max_size=len(problem.high)))
    rows = zip(problem.rows.has_lower.tolist(), problem.rows.has_upper.tolist(), strict=True)
    multipliers = [draw(st.integers(-9 if has_lower else 0, 9 if has_upper else 0)) for has_lower, has_upper in rows]
    return problem, integers(gains), integers(multipliers)


@EXACT
@given(questions(), st.integers(1, 4))
def test_no_point_gains_more_than_the_bound(asked: tuple[Problem, Integers, Integers], denominator: int) -> None:
    problem, gains, multipliers = asked
    bound = bound_exactly(problem, gains, multipliers, denominator)
    assert all(denominator * gain_of(gains, point) <= bound.numerator for point in points(problem))


@EXACT
@given(questions(), st.integers(1, 4))
def test_rounded_multipliers_bound_as_well(asked: tuple[Problem, Integers, Integers], denominator: int) -> None:
    problem, gains, multipliers = asked
    bound = bound_by(problem, gains, -multipliers / 3, denominator)
    assert all(gain_of(gains, point) <= bound.floor for point in points(problem))


@EXACT
@given(questions(), st.integers(1, 4), st.integers(-12, 12))
def test_narrowing_keeps_every_point_that_gains_the_value(
    asked: tuple[Problem, Integers, Integers], denominator: int, value: int
) -> None:
    problem, gains, multipliers = asked
    narrowed = narrow(problem, bound_exactly(problem, gains, multipliers, denominator), value)
    good = [point.tolist() for point in points(problem) if gain_of(gains, point) >= value]
    if is_empty(narrowed):
        assert good == []
        return
    kept = [point.tolist() for point in points(narrowed)]
    assert [point for point in good if point not in kept] == []


@pytest.mark.parametrize("scale", [1 << 60, 10**30])
@EXACT
@given(questions())
def test_size_of_numbers_changes_nothing(scale: int, asked: tuple[Problem, Integers, Integers]) -> None:
    problem, gains, multipliers = asked
    small = bound_exactly(problem, gains, multipliers, 1)
    large = bound_exactly(
        problem, gains, np.array([int(value) * scale for value in multipliers.tolist()], dtype=object), scale
    )
    assert large.numerator == small.numerator * scale


ONE_OF_TWO = problem_of([0, 0], [1, 1], [({0: 1}, 0, 0)])


def test_the_right_multiplier_closes_the_gap_that_none_leaves() -> None:
    gains = integers([5, 3])
    assert bound_exactly(ONE_OF_TWO, gains, integers([0]), 1).floor == 5
    assert bound_exactly(ONE_OF_TWO, gains, integers([2]), 1).floor == 3


@pytest.mark.parametrize(
    ("lower", "upper", "multiplier"),
    [
        pytest.param(0, None, 2.0, id="no upper side"),
        pytest.param(None, 1, -2.0, id="no lower side"),
        pytest.param(0, None, 0.25, id="the least above zero"),
        pytest.param(None, 1, -0.25, id="the least below zero"),
    ],
)
def test_a_multiplier_against_an_unlimited_side_is_dropped(
    lower: int | None, upper: int | None, multiplier: float
) -> None:
    problem = problem_of([0, 0], [1, 1], [({0: 1}, lower, upper)])
    assert bound_by(problem, integers([5, 3]), np.array([multiplier]), 4).multipliers.tolist() == [0]


def test_a_closed_gap_fixes_the_members_choice() -> None:
    narrowed = narrow(ONE_OF_TWO, bound_exactly(ONE_OF_TWO, integers([5, 3]), integers([0]), 1), 5)
    assert (narrowed.low.tolist(), narrowed.high.tolist()) == ([1, 0], [1, 0])


def test_a_gap_of_one_leaves_an_auxiliary_column_one_step() -> None:
    problem = problem_of([0], [1, 5], [])
    narrowed = narrow(problem, bound_exactly(problem, integers([0, 2]), integers([]), 1), 7)
    assert (narrowed.low.tolist(), narrowed.high.tolist()) == ([1, 4], [1, 5])


def test_a_priced_row_keeps_the_slack_that_the_gap_pays_for() -> None:
    problem = problem_of([0, 0, 1, 1], [1] * 4, [({0: 1, 2: 1}, 0, 2)])
    narrowed = narrow(problem, bound_exactly(problem, integers([3, 0, 3, 0]), integers([3]), 1), 6)
    assert narrowed.rows.lower.tolist() == [2]


TWO_OF_FOUR = [({0: 1, 2: 1}, 0, 2)]


@pytest.mark.parametrize(
    ("gains", "multiplier", "value", "sides"),
    [
        pytest.param([5, 0, 5, 0], 2, 10, (2, 2), id="no gap"),
        pytest.param([5, 0, 5, 0], 2, 9, (2, 2), id="a gap that pays for no slack"),
        pytest.param([5, 0, 5, 0], 2, 7, (1, 2), id="a gap that pays for a slack of one"),
        pytest.param([5, 0, 5, 0], 1, 9, (1, 2), id="the least multiplier"),
        pytest.param([0, 5, 0, 5], -2, 10, (0, 0), id="pressed from below"),
        pytest.param([0, 5, 0, 5], -2, 7, (0, 1), id="a slack above the lower side"),
        pytest.param([0, 5, 0, 5], -1, 9, (0, 1), id="the least multiplier from below"),
        pytest.param([5, 0, 5, 0], 0, 10, (0, 2), id="no multiplier"),
    ],
)
def test_a_row_is_narrowed_by_what_a_unit_of_slack_costs(
    gains: list[int], multiplier: int, value: int, sides: tuple[int, int]
) -> None:
    problem = problem_of([0, 0, 1, 1], [1] * 4, TWO_OF_FOUR)
    rows = narrow(problem, bound_exactly(problem, integers(gains), integers([multiplier]), 1), value).rows
    assert (int(rows.lower[0]), int(rows.upper[0])) == sides


def test_only_a_side_that_was_narrowed_becomes_one_that_may_be_priced() -> None:
    problem = problem_of([0, 0, 1, 1], [1] * 4, [({0: 1, 2: 1}, None, 2), ({1: 1, 3: 1}, None, 2), ({1: 1}, 0, None)])
    rows = narrow(problem, bound_exactly(problem, integers([5, 0, 5, 0]), integers([2, 0, 0]), 1), 10).rows
    assert (rows.has_lower.tolist(), rows.has_upper.tolist()) == ([True, False, True], [True, True, False])


def test_a_multiplier_beyond_floating_point_is_a_number_like_others() -> None:
    bound = bound_exactly(ONE_OF_TWO, integers([5, 3]), np.array([10**400], dtype=object), 1)
    assert (bound.numerator, bound.surplus.tolist()) == (3, [5 - 10**400, 3])


def test_without_members_the_boxes_are_the_bound() -> None:
    bound = bound_exactly(problem_of([], [2, 3], []), integers([1, -4]), integers([]), 1)
    assert (bound.numerator, bound.best.tolist()) == (2, [])


def test_a_loss_as_large_as_the_gap_stays_open() -> None:
    problem = problem_of([0, 0, 0], [1, 1, 1], [])
    narrowed = narrow(problem, bound_exactly(problem, integers([5, 3, 2]), integers([]), 1), 3)
    assert (narrowed.low.tolist(), narrowed.high.tolist()) == ([0, 0, 0], [1, 1, 0])


def test_large_gains_are_counted_in_python_integers() -> None:
    problem = problem_of([0, 0, 1, 1], [1, 1, 1, 1], [])
    large = 3 << 60
    assert bound_exactly(problem, integers([large, 0, large, 0]), integers([]), 1 << 10).numerator == large << 11
