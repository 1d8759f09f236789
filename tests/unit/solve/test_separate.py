"""Cuts as deep as they can be: which rows they are made of, how they are rounded, in which order they come."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from reassign.solve.cut import Cut, combine, cut_row
from reassign.solve.linear import Outcome
from reassign.solve.problem import Problem
from reassign.solve.separate import LEAST_DEPTH, Vertex, _common, _tableau, violated_cuts
from reassign.solve.simplex import Simplex
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, points, problem_of


def vertex_of(problem: Problem, gains: list[int]) -> Vertex | None:
    simplex = Simplex(problem, np.array(gains, dtype=np.int64))
    relaxation = simplex.relax()
    return simplex.vertex(relaxation.values) if relaxation.outcome is Outcome.OPTIMAL else None


def cuts_of(problem: Problem, gains: list[int]) -> list[Cut]:
    vertex = vertex_of(problem, gains)
    assert vertex is not None
    return [cut for cut, _ in violated_cuts(problem, vertex)]


@pytest.mark.parametrize(
    ("parts", "denominator", "numerators"),
    [
        pytest.param([1 / 3, 1 / 2, 0.0], 6, [2, 3, 0], id="the least common one"),
        pytest.param([-2 / 3, 0.0, 0.0], 3, [-2, 0, 0], id="below zero"),
        pytest.param([2.0, 0.0, 0.0], 1, [2, 0, 0], id="whole"),
        pytest.param([0.0, 0.0, 0.0], 1, [0, 0, 0], id="nothing"),
        pytest.param([1 / 512, 0.0, 0.0], 512, [1, 0, 0], id="the largest part"),
        pytest.param([1 / 513, 1 / 2, 0.0], 1, [0, 0, 0], id="a part too small to know"),
        pytest.param([1 / 511, 1 / 509, 0.0], 260099, [509, 511, 0], id="a large one"),
        pytest.param([1 / 509, 1 / 503, 1 / 499], 1, [0, 0, 0], id="one too large"),
        pytest.param([1 / 3 + 9e-7, 0.0, 0.0], 3, [1, 0, 0], id="off by rounding"),
        pytest.param([9e-7, 1 / 2, 0.0], 2, [0, 1, 0], id="nothing but rounding"),
    ],
)
def test_multipliers_get_the_smallest_denominator(parts: list[float], denominator: int, numerators: list[int]) -> None:
    # The other lines have theirs, whatever this one has.
    denominators, found = _common(np.array([[1 / 5, 0, 0], parts, [0, 0, 3 / 7]]))
    assert denominators[[0, 2]].tolist() == [5, 7]
    assert found[[0, 2]].tolist() == [[1, 0, 0], [0, 0, 3]]
    assert denominators[1] == denominator
    if denominator > 1 or parts == [2.0, 0.0, 0.0]:
        assert found[1].tolist() == numerators


def test_the_cut_of_a_knapsack_is_its_row_rounded_down() -> None:
    assert cuts_of(KNAPSACK, KNAPSACK_GAINS.tolist()) == [
        Cut(3, {0: 1}, {}, frozenset()),
        Cut(3, {0: 2}, {}, frozenset()),
    ]


def test_a_row_at_its_lower_side_is_pressed_from_below() -> None:
    # One member, a box of at most 5: twice the box is at least three times the member, so 1.5 of it is 2.
    problem = problem_of([0], [1, 5], [({1: 2, 0: -3}, 0, None)])
    (cut,) = cuts_of(problem, [0, -1])
    assert cut.multipliers == {0: -1}
    ((row, upper),) = _rows(problem, [cut])
    assert int(row @ np.array([1, 2])) <= upper < float(row @ np.array([1, 1.5]))


def _rows(problem: Problem, cuts: list[Cut]) -> list[tuple[np.ndarray[tuple[int], np.dtype[np.int64]], int]]:
    rows = []
    for cut in cuts:
        row = cut_row(problem, cut)
        whole = np.zeros(len(problem.high), dtype=np.int64)
        whole[row.columns] = row.coefficients
        rows.append((whole, row.upper))
    return rows


@some.composite
def questions(draw: some.DrawFn) -> tuple[Problem, list[int]]:
    """Members with two or three columns, a few boxes that may begin above zero, rows of one side or two."""
    members = draw(some.integers(1, 4))
    sizes = [draw(some.integers(2, 3)) for _ in range(members)]
    extra = draw(some.integers(0, 3))
    member = [index for index, size in enumerate(sizes) for _ in range(size)]
    high = [1] * len(member) + [draw(some.integers(1, 4)) for _ in range(extra)]
    columns = len(high)
    entries = some.dictionaries(some.integers(0, columns - 1), some.sampled_from([-3, -2, -1, 1, 2, 3, 5]), min_size=2)
    sides = some.one_of(some.none(), some.integers(0, 5))
    rows = draw(some.lists(some.tuples(entries, sides, sides), min_size=1, max_size=4))
    problem = problem_of(member, high, rows)
    for index in range(len(member), columns):
        problem.low[index] = draw(some.integers(0, 1))
    return problem, draw(some.lists(some.integers(-4, 5), min_size=columns, max_size=columns))


@settings(deadline=None, derandomize=True, max_examples=300)
@given(questions())
def test_cuts_are_deep_different_ordered_and_rounded_to_the_dislike_of_the_vertex(
    asked: tuple[Problem, list[int]],
) -> None:
    problem, gains = asked
    vertex = vertex_of(problem, gains)
    assume(vertex is not None)
    assert vertex is not None
    is_basic = np.zeros(len(problem.high), dtype=bool)
    is_basic[vertex.columns] = True
    is_open = is_basic | (vertex.values > 1e-5)
    found = violated_cuts(problem, vertex)
    depths = list[float]()
    for cut, row in found:
        depth = float(row.coefficients @ vertex.values[row.columns]) - row.upper
        shown = row.coefficients[is_open[row.columns]].astype(float)
        depths.append(depth / max(sqrt(float(shown @ shown)), 1.0))
        assert cut.denominator > 1
        assert set(cut.multipliers) <= set(vertex.rows.tolist())
        assert set(cut.members) <= set(vertex.members.tolist())
        total, _ = combine(problem, cut.multipliers, cut.members)
        for column in np.flatnonzero(is_open).tolist():
            rest = int(total[column]) % cut.denominator
            low, high, value = problem.low[column], problem.high[column], float(vertex.values[column])
            up, down = (cut.denominator - rest) * (high - value), rest * (value - low)
            if rest and low < high and abs(up - down) > 1e-6:
                assert (column in cut.up) == (up < down)
            if not rest:
                assert column not in cut.up
        for point in points(problem):
            assert int(row.coefficients @ point[row.columns]) <= row.upper
    assert all(depth > LEAST_DEPTH - 1e-6 for depth in depths)
    assert depths == sorted(depths, key=lambda depth: -round(depth, 5)) or np.allclose(
        depths, sorted(depths, reverse=True), atol=1e-5
    )
    texts = [(row.columns.tolist(), row.coefficients.tolist(), row.upper) for _, row in found]
    assert all(text not in texts[:place] for place, text in enumerate(texts))
    if (np.abs(vertex.values - np.rint(vertex.values)) <= 1e-6).all():
        assert found == []


def test_a_basis_that_is_none_gives_no_lines() -> None:
    vertex = Vertex(np.array([0.5, 0.5]), *(np.array(each) for each in ([0, 1], [0, 1], np.empty(0, dtype=np.int64))))
    everything = np.ones(2, dtype=bool)
    assert _tableau(np.ones((2, 2)), vertex, everything, everything).shape == (0, 2)


ODD = problem_of(
    [0, 0, 1, 1, 2, 2], [1] * 6, [({0: 1, 2: 1}, None, 1), ({2: 1, 4: 1}, None, 1), ({0: 1, 4: 1}, None, 1)]
)
"""Any two of three members exclude each other: the relaxation takes half of each."""

ROOM = problem_of([0, 0, 1, 1], [1, 1, 1, 1, 4], [({4: 3, 0: -2, 2: -2}, 0, None), ({0: 1, 1: 1, 2: 1}, 2, None)])
"""Three places hold two members each; the second row leaves the second member no choice."""

TWO_BOXES = problem_of(
    [0, 0, 1, 1], [1, 1, 1, 1, 3, 3], [({4: 2, 5: 3, 0: 1}, None, 7), ({4: 1, 5: -1, 2: 1}, None, 1)]
)


@pytest.mark.parametrize(
    ("problem", "gains", "cuts"),
    [
        pytest.param(ODD, [1, 0, 1, 0, 1, 0], [Cut(2, {0: 1, 1: 1, 2: 1}, {}, frozenset())], id="an odd cycle"),
        pytest.param(
            ROOM,
            [0, 0, 0, 0, -1],
            [Cut(3, {0: -1, 1: -2}, {0: 2}, frozenset()), Cut(3, {0: -2, 1: -1}, {0: 1}, frozenset())],
            id="lower sides and a member",
        ),
        pytest.param(
            TWO_BOXES,
            [1, 0, 1, 0, 3, 4],
            [Cut(5, {0: 1, 1: 3}, {}, frozenset({2})), Cut(5, {0: 4, 1: 2}, {}, frozenset({2}))],
            id="a column rounded up",
        ),
    ],
)
def test_these_are_the_cuts_worked_out_by_hand(problem: Problem, gains: list[int], cuts: list[Cut]) -> None:
    assert cuts_of(problem, gains) == cuts
