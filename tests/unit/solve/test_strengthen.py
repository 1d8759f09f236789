"""Cuts take the fractional vertices away and no integer point."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reassign.solve.bound import bound_exactly
from reassign.solve.clock import Clock
from reassign.solve.cut import Cut, with_cuts
from reassign.solve.linear import Outcome, Relaxation, relax
from reassign.solve.problem import Integers, Problem
from reassign.solve.separate import violated_cuts
from reassign.solve.simplex import Simplex
from reassign.solve.strengthen import Strengthened, _closer, strengthen
from reassign.solve.tree import gain_of
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, points, problem_of


def strengthened(problem: Problem, gains: Integers) -> Strengthened:
    root = bound_exactly(problem, gains, np.zeros(problem.rows.count, dtype=np.int64), 1)
    return strengthen(problem, gains, root, Clock())


def test_a_third_of_a_member_is_cut_off() -> None:
    simplex = Simplex(KNAPSACK, KNAPSACK_GAINS)
    relaxation = simplex.relax()
    assert float(KNAPSACK_GAINS @ relaxation.values) == pytest.approx(8 / 3)
    added = violated_cuts(KNAPSACK, simplex.vertex(relaxation.values))
    assert added
    for _, row in added:
        assert float(row.coefficients @ relaxation.values[row.columns]) > row.upper
        assert all(int(row.coefficients @ point[row.columns]) <= row.upper for point in points(KNAPSACK))


def test_the_knapsack_is_proved_without_a_split() -> None:
    found = strengthened(KNAPSACK, KNAPSACK_GAINS)
    assert found.values is not None
    assert gain_of(KNAPSACK_GAINS, found.values) == found.root.floor == 2
    assert found.is_proved(KNAPSACK_GAINS, 0)
    assert found.problem.rows.count == KNAPSACK.rows.count + len(found.cuts)


def test_an_integral_vertex_needs_no_cut() -> None:
    problem = problem_of([0, 0], [1, 1], [({0: 1}, None, 1)])
    found = strengthened(problem, np.array([3, 1], dtype=np.int64))
    assert (found.cuts, found.root.floor) == ((), 3)


def test_no_time_means_no_cuts() -> None:
    root = bound_exactly(KNAPSACK, KNAPSACK_GAINS, np.zeros(1, dtype=np.int64), 1)
    found = strengthen(KNAPSACK, KNAPSACK_GAINS, root, Clock(0.0))
    assert (found.cuts, found.root, found.values) == ((), root, None)


def test_what_is_within_the_spare_is_proof_enough() -> None:
    found = strengthened(KNAPSACK, KNAPSACK_GAINS)
    known = np.array([0, 1, 0, 1, 0, 1], dtype=np.int64)
    near = Strengthened(found.problem, found.cuts, found.root, known)
    assert [near.is_proved(KNAPSACK_GAINS, spare) for spare in (1, 2)] == [False, True]


def test_a_problem_without_points_is_told() -> None:
    impossible = problem_of([0, 0], [1, 1], [({0: 1, 1: 1}, 2, None)])
    gains = np.array([1, 1], dtype=np.int64)
    assert Simplex(impossible, gains).relax().outcome is Outcome.INFEASIBLE
    assert strengthened(impossible, gains).values is None


@settings(deadline=None, derandomize=True, max_examples=150)
@given(some.data())
def test_random_problems_keep_their_points_and_the_bound_stays_above_the_best(data: some.DataObject) -> None:
    members = data.draw(some.integers(1, 4))
    gains = np.array(data.draw(some.lists(some.integers(-3, 5), min_size=2 * members, max_size=2 * members)))
    extra = data.draw(some.integers(0, 2))
    gains = np.concatenate([gains, np.full(extra, 2)]).astype(np.int64)
    columns = 2 * members + extra
    rows = data.draw(
        some.lists(
            some.tuples(
                some.dictionaries(some.integers(0, columns - 1), some.sampled_from([-2, -1, 1, 2, 3]), min_size=1),
                some.none(),
                some.integers(0, 4),
            ),
            min_size=1,
            max_size=4,
        )
    )
    problem = problem_of([index // 2 for index in range(2 * members)], [1] * (2 * members) + [2] * extra, rows)
    found = strengthened(problem, gains)
    allowed = list(points(problem))
    assert [point.tolist() for point in points(found.problem)] == [point.tolist() for point in allowed]
    if allowed:
        best = max(gain_of(gains, point) for point in allowed)
        assert found.root.floor >= best
        if found.is_proved(gains, 0):
            assert found.values is not None
            assert gain_of(gains, found.values) == best


def test_added_rows_are_obeyed_and_priced() -> None:
    simplex = Simplex(KNAPSACK, KNAPSACK_GAINS)
    (_, row), *_ = violated_cuts(KNAPSACK, simplex.vertex(simplex.relax().values))
    simplex.extend([row])
    relaxation = simplex.relax()
    assert float(row.coefficients @ relaxation.values[row.columns]) <= row.upper + 1e-9
    assert len(relaxation.multipliers) == 2


def test_what_is_settled_counts_in_every_row() -> None:
    high = KNAPSACK.high.copy()
    high[1] = 0
    low = KNAPSACK.low.copy()
    low[0] = 1
    settled = Problem(KNAPSACK.member, KNAPSACK.members, low, high, KNAPSACK.rows)
    fresh, kept = relax(settled, KNAPSACK_GAINS), Simplex(settled, KNAPSACK_GAINS).relax()
    assert kept.values[0] == 1
    assert float(KNAPSACK_GAINS @ kept.values) == pytest.approx(float(KNAPSACK_GAINS @ fresh.values))


def test_cuts_that_the_bound_does_not_need_are_left_out_and_it_stays() -> None:
    found = strengthened(KNAPSACK, KNAPSACK_GAINS)
    lean = found.without_idle_cuts(KNAPSACK)
    assert (len(found.cuts), len(lean.cuts)) == (2, 1)
    assert lean.problem.rows.count == len(lean.root.multipliers) == 2
    again = bound_exactly(lean.problem, KNAPSACK_GAINS, lean.root.multipliers, lean.root.denominator)
    assert again.numerator == lean.root.numerator == found.root.numerator


def test_a_cut_of_a_cut_keeps_what_it_is_made_of() -> None:
    first, idle, last = (
        Cut(3, {0: 1}, {}, frozenset()),
        Cut(3, {0: 2}, {}, frozenset()),
        Cut(2, {1: 3}, {}, frozenset()),
    )
    grown = with_cuts(KNAPSACK, [first, idle, last])
    root = bound_exactly(grown, KNAPSACK_GAINS, np.array([0, 0, 0, 2], dtype=np.int64), 1)
    lean = Strengthened(grown, (first, idle, last), root, None).without_idle_cuts(KNAPSACK)
    assert lean.cuts == (first, last)
    assert lean.root.multipliers.tolist() == [0, 0, 2]
    again = bound_exactly(lean.problem, KNAPSACK_GAINS, lean.root.multipliers, 1)
    assert again.numerator == root.numerator


def test_rounds_are_vertices_cut_off() -> None:
    root = bound_exactly(KNAPSACK, KNAPSACK_GAINS, np.zeros(1, dtype=np.int64), 1)
    none, one = (strengthen(KNAPSACK, KNAPSACK_GAINS, root, Clock(), rounds=rounds) for rounds in (0, 1))
    assert (none.cuts, none.root, len(one.cuts)) == ((), root, 2)
    assert one.root.floor == 2 < root.floor == 6


def test_a_bound_as_good_as_the_last_takes_its_place_and_a_worse_one_does_not() -> None:
    simplex = Simplex(KNAPSACK, KNAPSACK_GAINS)
    relaxation = simplex.relax()
    begun = strengthened(KNAPSACK, KNAPSACK_GAINS)
    assert _closer(begun, KNAPSACK_GAINS, relaxation).root.floor == begun.root.floor == 2
    loose = replace(begun, problem=KNAPSACK, root=bound_exactly(KNAPSACK, KNAPSACK_GAINS, np.zeros(1, np.int64), 1))
    assert _closer(loose, KNAPSACK_GAINS, relaxation).root.numerator * 3 < 9 * 1024
    tight = replace(loose, root=replace(loose.root, numerator=1))
    assert _closer(tight, KNAPSACK_GAINS, relaxation).root is tight.root


def test_a_worse_point_of_the_relaxation_leaves_the_known_one() -> None:
    problem = problem_of([0, 0], [1, 1], [])
    gains = np.array([3, 1], dtype=np.int64)
    root = bound_exactly(problem, gains, np.zeros(0, dtype=np.int64), 1)
    first, second = np.array([1, 0], dtype=np.int64), np.array([0, 1], dtype=np.int64)

    def hint(point: Integers) -> Relaxation:
        return Relaxation(Outcome.OPTIMAL, point.astype(float), np.empty(0))

    known = Strengthened(problem, (), root, first)
    assert _closer(known, gains, hint(second)).values is first
    better = _closer(replace(known, values=second), gains, hint(first)).values
    assert better is not None
    assert better.tolist() == [1, 0]
    unknown = _closer(replace(known, values=None), gains, hint(second)).values
    assert unknown is not None
    assert unknown.tolist() == [0, 1]


def test_nothing_is_spared_without_a_word() -> None:
    assert strengthened(KNAPSACK, KNAPSACK_GAINS // 2 * 3).root.floor == 3
