"""Folded levels keep their order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from reassign.domain.errors import UsageError
from reassign.domain.instance import Instance
from reassign.solve.fold import LARGEST_RANGE, fold, gain_range
from reassign.solve.problem import make_problem
from reassign.solve.tree import gain_of
from tests.properties.instances import instances
from tests.unit.solve.points import formulations, points, problem_of

SMALL = settings(deadline=None, derandomize=True, max_examples=25)
TWO_MEMBERS = problem_of([0, 0, 1, 1], [1, 1, 1, 1, 3], [])


def test_the_range_is_best_minus_worst_of_each_member_and_the_boxes() -> None:
    assert gain_range(TWO_MEMBERS, np.array([5, 2, -1, 0, 2], dtype=np.int64)) == 3 + 1 + 6


def test_a_weight_is_one_more_than_everything_below() -> None:
    levels = [np.array(gains, dtype=np.int64) for gains in ([1, 0, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 0, 4, 0])]
    folded = fold(TWO_MEMBERS, levels, bits=32)
    assert folded.weights == (15, 5, 1)
    assert folded.gains.tolist() == [15, 10, 0, 4, 0]
    assert folded.reach == 2 * 3 * 5


def test_what_does_not_fit_is_left_for_the_next_fold() -> None:
    levels = [np.array([100, 0, 0, 0, 0], dtype=np.int64)] * 3
    assert [fold(TWO_MEMBERS, levels, bits=bits).count for bits in (1, 14, 32)] == [1, 2, 3]
    assert fold(TWO_MEMBERS, levels, bits=32, most=2).count == 2


def test_a_level_that_no_engine_can_count_is_refused() -> None:
    with pytest.raises(UsageError, match="level-too-large"):
        fold(TWO_MEMBERS, [np.array([LARGEST_RANGE, 0, 0, 0, 0], dtype=np.int64)], bits=32)


@SMALL
@given(instances(most_members=3, most_branches=2))
def test_a_better_vector_has_a_larger_folded_gain(asked: Instance) -> None:
    for form in formulations(asked):
        problem = make_problem(form)
        if problem.members > len(set(problem.member.tolist())):
            continue
        levels = [objective.gains for objective in form.objectives]
        folded = fold(problem, levels, bits=60)
        found = sorted(
            ([gain_of(level, point) for level in levels[: folded.count]], gain_of(folded.gains, point))
            for point in points(problem)
        )
        gains = [gain for _, gain in found]
        assert gains == sorted(gains)
        assert len({tuple(vector) for vector, _ in found}) == len(set(gains))


@pytest.mark.parametrize(("bits", "count"), [(3, 1), (4, 2), (5, 2), (6, 3)])
def test_a_range_of_exactly_so_many_bits_fits(bits: int, count: int) -> None:
    levels = [np.array([3, 0, 0, 0, 0], dtype=np.int64)] * 3
    assert fold(TWO_MEMBERS, levels, bits=bits).count == count


@pytest.mark.parametrize("reach", [pytest.param((1 << 60) - 1, id="counted"), pytest.param(1 << 60, id="refused")])
def test_sixty_bits_are_what_engines_count(reach: int) -> None:
    levels = [np.array([reach, 0, 0, 0, 0], dtype=np.int64)]
    if reach < 1 << 60:
        assert fold(TWO_MEMBERS, levels, bits=32).reach == reach + 1
        return
    with pytest.raises(UsageError) as refusal:
        fold(TWO_MEMBERS, levels, bits=32)
    assert refusal.value.parameters == {"bits": 60}


def test_what_is_ruled_out_counts_for_no_range_and_no_gain() -> None:
    closed = problem_of([0, 0, 0, 1], [1, 1, 0, 1, 0], [])
    gains = np.array([5, 2, 900, 7, 300], dtype=np.int64)
    assert gain_range(closed, gains) == 3
    assert fold(closed, [gains], bits=32).gains.tolist() == [5, 2, 0, 7, 0]


def test_a_small_level_below_a_large_one_waits_for_its_turn() -> None:
    levels = [np.array([reach, 0, 0, 0, 0], dtype=np.int64) for reach in (3, 1000, 3)]
    assert fold(TWO_MEMBERS, levels, bits=6).count == 1


def test_a_box_that_begins_above_zero_is_shorter() -> None:
    begun = replace(TWO_MEMBERS, low=np.array([0, 0, 0, 0, 2], dtype=np.int64))
    assert gain_range(begun, np.array([0, 0, 0, 0, 7], dtype=np.int64)) == 7
