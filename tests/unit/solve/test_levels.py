"""Level by level: every engine agrees, and without time the plan is feasible and the bounds honest."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible, Plan, Proof
from reassign.domain.policy import Level
from reassign.domain.progress import NoProgress
from reassign.model.component import split
from reassign.model.priorities.registry import levels_of
from reassign.solve.clock import Clock
from reassign.solve.levels import settle
from reassign.solve.part import free_bound, solve_part
from reassign.solve.problem import is_within, make_problem
from reassign.solve.solve import Solution, Unsolvable, solve
from reassign.solve.tree import gain_of
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance, member
from tests.properties.instances import instances
from tests.properties.oracle import OracleLevel, best, feasible_plans, level_value
from tests.unit.check.test_certificate import ward
from tests.unit.solve.points import formulations

SOME = settings(deadline=None, derandomize=True, max_examples=40)
OVER = Clock(0.0)


def best_given(asked: Instance, levels: list[Level], values: list[int], index: int) -> int:
    """Best value of a level among the plans that are as good as ``values`` in all levels above."""
    plans = [
        plan
        for plan in feasible_plans(asked)
        if all(level_value(asked, level, plan) == value for level, value in zip(levels[:index], values, strict=False))
    ]
    found = [level_value(asked, levels[index], plan) for plan in plans]
    return max(found) if levels[index].sense == "max" else min(found)


@SOME
@given(instances(most_members=5))
def test_without_time_the_plan_is_feasible_and_no_bound_is_beaten(asked: Instance) -> None:
    expected = best(asked)
    levels = levels_of(asked)
    answer = solve(split(asked), levels, NoProgress(), OVER)
    if expected is None:
        assert isinstance(answer, Unsolvable)
        return
    assert isinstance(answer, Solution)
    assert dict(answer.branch_of) in list(feasible_plans(asked))
    values = [level.value for level in answer.levels]
    assert values == [level_value(asked, level, answer.branch_of) for level in levels]
    for index, (level, oracle) in enumerate(zip(answer.levels, expected.levels, strict=True)):
        reachable = best_given(asked, list(levels), values, index)
        assert _is_honest(oracle, level.bound, reachable)
        if all(above.proof is not Proof.NONE for above in answer.levels[: index + 1]):
            assert level.value == level.bound == oracle.value


def _is_honest(level: OracleLevel, bound: int, reachable: int) -> bool:
    return bound >= reachable if level.sense == "max" else bound <= reachable


@SOME
@given(instances(most_members=5))
def test_the_second_opinion_agrees_in_every_level(asked: Instance) -> None:
    first, second = make_plan(asked), make_plan(asked, engine="cp-sat")
    assert isinstance(first, Infeasible) == isinstance(second, Infeasible)
    assume(isinstance(first, Plan))
    assert isinstance(first, Plan)
    assert isinstance(second, Plan)
    assert [level.value for level in second.levels] == [level.value for level in first.levels]
    assert all(level.proof in (Proof.SOLVER, Proof.CERTIFICATE) for level in second.levels)


@SOME
@given(instances(most_members=5))
def test_stages_come_in_order_and_no_value_is_above_its_bound(asked: Instance) -> None:
    for form in formulations(asked):
        settled = settle(form, Clock())
        if settled is None:
            continue
        assert is_within(make_problem(form), settled.values)
        covered = [stage.first + offset for stage in settled.stages for offset in range(stage.fold.count)]
        assert covered == list(range(len(form.objectives)))
        assert settled.rest == ()
        for stage in settled.stages:
            assert stage.value <= stage.root.floor
            assert stage.proof is not Proof.CERTIFICATE or stage.tree is not None or stage.value == stage.root.floor


def test_a_member_without_candidates_has_no_point() -> None:
    (form,) = formulations(instance([member("m1", "P9")], [branch("b1")]))
    assert settle(form, Clock()) is None


def test_a_branch_that_nobody_can_reach_is_no_obstacle_without_a_minimum() -> None:
    answer = make_plan(instance([member("m1")], [branch("b1"), branch("b2", "P2", min=0)]))
    assert isinstance(answer, Plan)
    assert [(item.member, item.branch) for item in answer.placements] == [("m1", "b1")]


def test_a_branch_that_nobody_can_reach_with_a_minimum_is_infeasible() -> None:
    answer = make_plan(instance([member("m1")], [branch("b1"), branch("b2", "P2", min=1)]))
    assert isinstance(answer, Infeasible)
    assert [(conflict.kind, conflict.branches) for conflict in answer.conflicts] == [("too_few_members", ("b2",))]


FRACTIONAL = (0, 7, 9, 27)
"""Wards in whose third level, the distances, the relaxation takes parts of members."""


@pytest.mark.parametrize(
    ("seed", "folds", "most_cuts"),
    [
        pytest.param(2, [3, 1], 0, id="whole at once"),
        pytest.param(0, [1, 1, 1, 1], 1, id="one cut"),
        pytest.param(7, [1, 1, 1, 1], 2, id="two cuts"),
        pytest.param(9, [1, 1, 1, 1], 2, id="a cut for the draw too"),
        pytest.param(27, [1, 1, 1, 1], 4, id="four cuts"),
    ],
)
def test_wards_are_proved_without_a_split_and_with_few_cuts(seed: int, folds: list[int], most_cuts: int) -> None:
    (form,) = formulations(ward(seed))
    settled = settle(form, Clock())
    assert settled is not None
    assert [stage.fold.count for stage in settled.stages] == folds
    assert all(stage.proof is Proof.CERTIFICATE and stage.tree is None for stage in settled.stages)
    assert all(stage.root.gap(stage.value) < 1 for stage in settled.stages)
    assert sum(len(stage.cuts) for stage in settled.stages) <= most_cuts


@pytest.mark.parametrize("seed", FRACTIONAL)
def test_what_ran_out_of_time_keeps_the_levels_above_and_bounds_the_rest(seed: int) -> None:
    (component,) = split(ward(seed))
    levels = levels_of(ward(seed))
    best, hasty = solve_part(component, levels, Clock()), solve_part(component, levels, OVER)
    assert best is not None
    assert hasty is not None
    # How many levels come out without any time depends on the machine.
    open_from = hasty.proofs.index(Proof.NONE)
    assert set(hasty.proofs[open_from:]) == {Proof.NONE}
    assert hasty.values[:open_from] == hasty.bounds[:open_from] == best.values[:open_from]
    # Balance, distance and the draw are to be small.
    for index in range(max(open_from, 1), 4):
        bound = hasty.bounds[index]
        assert bound is not None
        assert free_bound(component, levels, index) <= bound <= min(hasty.values[index], best.values[index])
    below = range(open_from + 1, 4)
    assert hasty.bounds[open_from + 1 :] == tuple(free_bound(component, levels, index) for index in below)


@pytest.mark.parametrize("seed", FRACTIONAL)
def test_a_solution_without_time_adds_up_bounds_and_says_who_vouches(seed: int) -> None:
    # How far it comes without any time depends on the machine; what it claims has to be true on every one.
    asked = ward(seed)
    levels, components = levels_of(asked), split(asked)
    twice = [*components, *components]
    answer, best = (solve(twice, levels, NoProgress(), clock) for clock in (OVER, Clock()))
    assert isinstance(answer, Solution)
    assert isinstance(best, Solution)
    proofs = [level.proof for level in answer.levels]
    assert Proof.NONE in proofs
    unproved = proofs.index(Proof.NONE)
    assert set(proofs[unproved:]) == {Proof.NONE}
    for told, known in zip(answer.levels, best.levels, strict=True):
        assert known.value <= told.bound if told.sense == "max" else known.value >= told.bound
    for told, known in zip(answer.levels[:unproved], best.levels, strict=False):
        assert (told.value, told.bound) == (known.value, known.value)


@pytest.mark.parametrize("seed", FRACTIONAL)
def test_the_quick_way_splits_and_cuts_nothing_and_is_the_solvers_word(seed: int) -> None:
    (form,) = formulations(ward(seed))
    settled, quick = settle(form, Clock()), settle(form, Clock(), engine="quick")
    assert settled is not None
    assert quick is not None
    assert all(not stage.cuts and stage.tree is None for stage in quick.stages)
    assert Proof.SOLVER in {stage.proof for stage in quick.stages}
    assert [gain_of(each.gains, quick.values) for each in form.objectives] == [
        gain_of(each.gains, settled.values) for each in form.objectives
    ]


def test_the_second_opinion_is_the_solvers_word_on_every_level() -> None:
    (form,) = formulations(ward(2))
    settled = settle(form, Clock(), engine="cp-sat")
    assert settled is not None
    assert [(stage.first, stage.fold.count, stage.proof) for stage in settled.stages] == [
        (0, 3, Proof.SOLVER),
        (3, 1, Proof.SOLVER),
    ]
