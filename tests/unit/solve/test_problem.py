"""Rules as arrays, and which points obey them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reassign.model.rows import Row, RuleId
from reassign.solve.linear import Outcome, relax
from reassign.solve.problem import is_within, make_problem
from reassign.solve.shrink import shrink
from tests.unit.solve.points import formulations, problem_of
from tests.unit.solve.test_exchange import RICH, SHORT

SMALL = problem_of([0, 0, 1], [1, 1, 1, 3], [({0: 1, 3: 1}, 1, 3)])
"""One member with two columns, one with a single one, and a box of three."""


@pytest.mark.parametrize(
    ("values", "is_allowed"),
    [
        pytest.param([1, 0, 1, 0], True, id="at the lower side"),
        pytest.param([1, 0, 1, 2], True, id="at the upper side"),
        pytest.param([0, 1, 1, 0], False, id="below the lower side"),
        pytest.param([1, 0, 1, 3], False, id="above the upper side"),
        pytest.param([0, 0, 1, 1], False, id="a member nowhere"),
        pytest.param([1, 1, 1, 1], False, id="a member twice"),
        pytest.param([0, 1, 1, 3], True, id="at the end of a box"),
        pytest.param([2, -1, 1, 1], False, id="beyond both ends of boxes"),
    ],
)
def test_a_point_obeys_boxes_choices_and_rows(values: list[int], *, is_allowed: bool) -> None:
    assert is_within(SMALL, np.array(values, dtype=np.int64)) is is_allowed


@pytest.mark.parametrize(("value", "is_allowed"), [(0, False), (1, True), (2, True), (3, False)])
def test_a_box_ends_on_both_sides(value: int, *, is_allowed: bool) -> None:
    free = problem_of([0], [1, 3], [])
    narrow = replace(free, low=np.array([0, 1], dtype=np.int64), high=np.array([1, 2], dtype=np.int64))
    assert is_within(narrow, np.array([1, value], dtype=np.int64)) is is_allowed


@pytest.mark.parametrize("asked", [RICH, SHORT])
def test_every_rule_is_a_row_whose_missing_sides_are_what_the_boxes_allow(asked: object) -> None:
    (form,) = formulations(asked)  # type: ignore[arg-type]
    problem = make_problem(form)
    assert problem.rows.count == len(form.side_rows)
    for index, row in enumerate(form.side_rows):
        entries = slice(problem.rows.starts[index], problem.rows.starts[index + 1])
        assert problem.rows.columns[entries].tolist() == row.columns.tolist()
        assert problem.rows.coefficients[entries].tolist() == row.coefficients.tolist()
        ends = [sorted((0, int(c) * int(problem.high[x]))) for x, c in zip(row.columns, row.coefficients, strict=True)]
        least, most = sum(end[0] for end in ends), sum(end[1] for end in ends)
        assert problem.rows.lower[index] == (least if row.lower is None else row.lower)
        assert problem.rows.upper[index] == (most if row.upper is None else row.upper)
        assert (problem.rows.has_lower[index], problem.rows.has_upper[index]) == (
            row.lower is not None,
            row.upper is not None,
        )


def test_a_box_longer_than_one_counts_in_a_missing_side() -> None:
    (form,) = formulations(RICH)
    column = next(index for index, high in enumerate(form.upper.tolist()) if high == 2)
    row = Row(RuleId.LINK, ("x",), np.array([0, column]), np.array([3, -5], dtype=np.int64), None, None)
    rows = make_problem(replace(form, rows=(row,))).rows
    assert (rows.lower.tolist(), rows.upper.tolist()) == ([-10], [3])


def test_what_is_settled_of_a_member_leaves_nothing_for_the_relaxation_to_take() -> None:
    settled = replace(problem_of([0, 0], [1, 1], []), low=np.array([1, 0], dtype=np.int64))
    relaxation = relax(replace(settled, high=np.array([1, 1])), np.array([0, 5], dtype=np.int64))
    assert (relaxation.outcome, relaxation.values.tolist()) == (Outcome.OPTIMAL, [1, 0])


def test_only_the_candidates_of_the_member_are_kept_whatever_their_boxes() -> None:
    closed = replace(
        problem_of([0, 0, 1, 1, 2, 2], [1, 0, 1, 0, 1, 1], []), low=np.array([1, 0, 1, 0, 0, 0], dtype=np.int64)
    )
    for member, kept in ((None, [4, 5]), (0, [0, 1, 4, 5]), (1, [2, 3, 4, 5])):
        small = shrink(closed, member)
        assert small is not None
        assert small.kept.tolist() == kept
        assert [small.position(column) for column in kept] == list(range(len(kept)))
        assert small.whole(np.zeros(len(kept), dtype=np.int64))[[0, 2]].tolist() == [
            0 if column in kept else 1 for column in (0, 2)
        ]
