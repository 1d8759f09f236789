"""A cut is rounded from rows: whatever the multipliers, no integer point breaks it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reassign.solve.cut import Cut, cut_row, with_rows
from reassign.solve.problem import Problem
from tests.unit.solve.points import points, problem_of

# Two members choose between two places with room for one each; a column counts what the first place lacks.
SMALL = problem_of(
    [0, 0, 1, 1],
    [1, 1, 1, 1, 3],
    [({0: 1, 2: 1}, None, 1), ({1: 1, 3: 1}, 0, 2), ({0: 2, 3: -1, 4: 1}, 1, 4), ({0: 5, 1: -3, 4: 2}, None, None)],
)

COVER = problem_of([0, 0, 1, 1, 2, 2], [1] * 6, [({0: 3, 2: 3, 4: 3}, None, 4)])
"""Three members for 3 units or for nothing, and 4 units of room."""


def test_room_for_one_and_a_third_is_room_for_one() -> None:
    row = cut_row(COVER, Cut(3, {0: 1}, {}, frozenset()))
    assert (row.columns.tolist(), row.coefficients.tolist(), row.upper) == ([0, 2, 4], [1, 1, 1], 1)


def test_rounding_up_costs_the_upper_end_and_rounding_down_the_lower() -> None:
    problem = replace(SMALL, low=np.array([0, 0, 0, 0, 1], dtype=np.int64))
    # 2x0 - x3 + x4 <= 4 over 2: x4 is rounded down to 0 and is 1 at least; or up to 1, and is 3 at most.
    down = cut_row(problem, Cut(2, {2: 1}, {}, frozenset({3})))
    assert (down.columns.tolist(), down.coefficients.tolist(), down.upper) == ([0], [1], (4 + 1 - 1) // 2)
    up = cut_row(problem, Cut(2, {2: 1}, {}, frozenset({3, 4})))
    assert (up.columns.tolist(), up.coefficients.tolist(), up.upper) == ([0, 4], [1, 1], (4 + 1 + 3) // 2)


def test_members_add_the_row_that_places_them_once() -> None:
    row = cut_row(SMALL, Cut(1, {}, {1: 2}, frozenset()))
    assert (row.columns.tolist(), row.coefficients.tolist(), row.upper) == ([2, 3], [2, 2], 2)


def test_a_multiplier_below_zero_presses_with_the_lower_side() -> None:
    row = cut_row(SMALL, Cut(1, {2: -1}, {}, frozenset()))
    assert (row.columns.tolist(), row.coefficients.tolist(), row.upper) == ([0, 3, 4], [-2, 1, -1], -1)


def test_a_closed_column_is_rounded_down_so_that_it_may_open_again() -> None:
    closed = replace(COVER, high=np.array([0, 1, 1, 1, 1, 1], dtype=np.int64))
    assert cut_row(closed, Cut(3, {0: 1}, {}, frozenset())).columns.tolist() == [0, 2, 4]


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    some.integers(1, 7),
    some.dictionaries(some.integers(0, 3), some.integers(-6, 6)),
    some.dictionaries(some.integers(0, 1), some.integers(-6, 6)),
    some.frozensets(some.integers(0, 4)),
    some.integers(0, 1),
)
def test_no_integer_point_breaks_any_cut(
    denominator: int, multipliers: dict[int, int], members: dict[int, int], up: frozenset[int], least: int
) -> None:
    problem = replace(SMALL, low=np.array([0, 0, 0, 0, least], dtype=np.int64))
    row = cut_row(problem, Cut(denominator, multipliers, members, up))
    for point in points(problem):
        assert int(row.coefficients @ point[row.columns]) <= row.upper


@pytest.mark.parametrize("count", [0, 1, 2])
def test_added_rows_follow_the_problems_own(count: int) -> None:
    row = cut_row(COVER, Cut(3, {0: 1}, {}, frozenset()))
    grown: Problem = with_rows(COVER, [row] * count)
    assert grown.rows.count == 1 + count
    assert grown.rows.activity(np.array([1, 0, 1, 0, 0, 1])).tolist() == [6] + [2] * count
    assert (grown.rows.lower.tolist(), grown.rows.upper.tolist()) == ([0] * (1 + count), [4] + [1] * count)
    assert (grown.rows.has_lower.tolist(), grown.rows.has_upper.tolist()) == (
        [False] * (1 + count),
        [True] * (1 + count),
    )
