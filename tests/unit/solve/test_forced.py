"""Forced pairs: the start that is found without solving, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reassign.domain.instance import Instance
from reassign.domain.plan import Proof
from reassign.domain.policy import Limits, Policy
from reassign.model.component import split
from reassign.model.formulate import formulate
from reassign.model.priorities.registry import levels_of
from reassign.solve import forced
from reassign.solve.bound import Bound
from reassign.solve.clock import Clock
from reassign.solve.completion import Completion
from reassign.solve.exchange import Exchanges
from reassign.solve.fold import Fold
from reassign.solve.forced import Ground, Trial, _weakest, ground
from reassign.solve.levels import Settled, settle_problem
from reassign.solve.part import placement_of
from reassign.solve.problem import Integers, Problem, is_within, make_problem
from reassign.solve.shrink import shrink
from reassign.solve.side_by_side import force_side_by_side
from reassign.solve.stage import Stage
from tests.builders import branch, instance, member, ordered
from tests.properties.instances import instances
from tests.properties.oracle import is_feasible, level_values
from tests.unit.check.test_certificate import ward


def grounded(asked: Instance) -> Ground:
    (component,) = split(asked)
    found = ground(component, levels_of(asked), Clock())
    assert found is not None
    return found


RING = instance(
    [member(f"m{number}", residence_unit="P1", residence_area=f"KP {number}") for number in (1, 2, 3)],
    [branch(f"b{number}", areas=(f"KP {number}",), max=1) for number in (1, 2, 3)],
    policy=Policy(order=ordered("residence"), is_order_given=True),
)
"""Everybody at home in a branch for one."""


def test_the_holder_of_a_full_branch_takes_the_place_that_is_left() -> None:
    start = grounded(RING)
    exchanges = start.exchanges
    moved = exchanges.placement(0, exchanges.ways_to(0), 1)
    assert moved is not None
    assert sorted(moved.tolist()) == [0, 1, 2]
    assert moved[0] == 1


def test_a_forced_pair_is_the_best_placement_with_it_and_proved() -> None:
    found = Trial(grounded(RING), 0).force(1, Clock())
    assert found is not None
    assert found.branch_of["m1"] == "b2"
    assert found.values[0] == 4
    assert found.proof is Proof.CERTIFICATE


@pytest.mark.parametrize("seed", [7, 17, 25])
def test_below_a_level_that_cuts_proved_a_forced_pair_is_what_another_engine_finds(seed: int) -> None:
    start = grounded(ward(seed))
    pairs = start.formulation.component.pair_member
    assert any(face.stage.cuts for face in start.faces[:-1])
    for person in range(4):
        for column, found in zip(
            np.flatnonzero(pairs == person).tolist(), Trial(start, person).force_each(Clock()), strict=True
        ):
            assert (None if found is None else found.values) == second_opinion(start, person, column)


def second_opinion(start: Ground, person: int, column: int) -> tuple[int, ...] | None:
    """Values of the best placement with a pair, by another engine."""
    pairs = start.formulation.component.pair_member
    low, high = np.zeros(len(start.gains[0]), dtype=np.int64), start.formulation.upper.copy()
    high[: len(pairs)][pairs == person] = 0
    low[column] = high[column] = 1
    problem = replace(make_problem(start.formulation), low=low, high=high)
    settled = settle_problem(problem, start.gains, Clock(), engine="cp-sat")
    return None if settled is None else placement_of(start.formulation, settled.values, 0)[1]


@settings(deadline=None, derandomize=True, max_examples=25)
@given(instances(most_members=5), some.sampled_from(["chains", "no chains"]))
def test_any_forced_pair_is_what_another_engine_finds_with_a_known_placement_and_without(
    asked: Instance, manner: str
) -> None:
    levels = levels_of(asked)
    for component in split(asked):
        start = ground(component, levels, Clock()) if component.members else None
        if start is None:
            continue
        with patch.object(Exchanges, "placement", return_value=None) if manner == "no chains" else nullcontext():
            found = {person: Trial(start, person).force_each(Clock()) for person in range(len(component.members))}
        for person, answers in found.items():
            columns = np.flatnonzero(component.pair_member == person).tolist()
            for column, answer in zip(columns, answers, strict=True):
                assert (None if answer is None else answer.values) == second_opinion(start, person, column)


def test_nobody_is_exchanged_into_a_branch_that_a_pin_keeps_full() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1", min=0), branch("b2", max=1)], pins={"m2": "b2"})
    start = grounded(asked)
    assert start.exchanges.placement(0, start.exchanges.ways_to(0), 1) is None
    assert Trial(start, 0).force(1, Clock()) is None


@pytest.mark.parametrize("at", [(0, 0, 1), (1, 0, 0), (1, 1, 1)])
def test_a_placement_is_completed_to_a_point_that_obeys_every_row(at: tuple[int, ...]) -> None:
    asked = instance(
        [
            member("m1", fields=("an ninh",), committee_eligible=True, eligible_posts=("bí thư",)),
            member("m2", key_cadre=True, committee_eligible=True),
            member("m3", fields=("an ninh",), eligible_posts=("bí thư",)),
        ],
        [
            branch("b1", needs=("an ninh",), committee_vacancies=1, special=True),
            branch("b2", needs=("an ninh",), vacant_posts=("bí thư",)),
        ],
        policy=Policy(limits=Limits(1, 7), is_shortfall_allowed=True),
    )
    (component,) = split(asked)
    formulation = formulate(component, levels_of(asked))
    point = Completion(formulation).point(np.array(at))
    assert point is not None
    assert is_within(make_problem(formulation), point)


def test_a_placement_outside_the_candidates_has_no_point() -> None:
    asked = instance([member("m1")], [branch("b1", min=0), branch("b2", min=0)], forbids=[("m1", "b2")])
    component = next(part for part in split(asked) if part.members)
    assert Completion(formulate(component, levels_of(asked))).point(np.array([1])) is None


def test_several_processes_find_what_one_does() -> None:
    (component,) = split(RING)
    start = grounded(RING)
    alone = tuple(Trial(start, index).force_each(Clock()) for index in range(3))
    assert force_side_by_side(component, levels_of(RING), Clock(), jobs=2) == alone


def test_what_is_settled_is_left_out_and_comes_back() -> None:
    problem = grounded(RING).faces[0].problem
    problem.low[0] = problem.high[0] = 1
    problem.high[1:3] = 0
    small = shrink(problem, None)
    assert small is not None
    assert small.problem.members == 2
    assert small.whole(np.zeros(len(small.kept), dtype=np.int64)).tolist()[:3] == [1, 0, 0]


def test_a_row_that_what_is_settled_breaks_leaves_nothing() -> None:
    problem = grounded(RING).faces[0].problem
    problem.high[:] = problem.low
    assert shrink(problem, None) is None


def test_a_case_of_the_draw_alone_is_grounded() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1"), branch("b2")], policy=Policy(order=()))
    start = grounded(asked)
    assert len(start.gains) == 1
    found = Trial(start, 0).force_each(Clock())
    assert [each is not None and each.branch_of["m1"] for each in found] == ["b1", "b2"]


@pytest.mark.parametrize("seed", [2, 7, 17])
def test_where_no_chain_is_known_a_forced_pair_comes_to_the_same(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    start = grounded(ward(seed))
    known = [Trial(start, person).force_each(Clock()) for person in range(5)]
    monkeypatch.setattr(Exchanges, "placement", lambda *_: None)
    assert [Trial(start, person).force_each(Clock()) for person in range(5)] == known


@pytest.mark.parametrize("seed", [0, 2, 27])
def test_a_forced_pair_without_time_is_a_placement_with_its_values_and_claims_nothing(seed: int) -> None:
    asked = ward(seed)
    start = grounded(asked)
    for person in range(3):
        for found, column in zip(
            Trial(start, person).force_each(Clock(0.0)),
            np.flatnonzero(start.formulation.component.pair_member == person).tolist(),
            strict=True,
        ):
            if found is None:
                continue
            place = start.formulation.component.branches[start.formulation.component.pair_branch[column]]
            assert found.branch_of[start.formulation.component.members[person].id] == place.id
            assert is_feasible(asked, dict(found.branch_of))
            assert found.values == level_values(asked, dict(found.branch_of))
            assert found.proof in (Proof.NONE, Proof.CERTIFICATE)


@pytest.mark.parametrize(
    ("proofs", "levels", "weakest"),
    [
        pytest.param([Proof.CERTIFICATE, Proof.SOLVER], 2, Proof.SOLVER, id="the solver's word"),
        pytest.param([Proof.SOLVER, Proof.CERTIFICATE], 2, Proof.SOLVER, id="in any order"),
        pytest.param([Proof.CERTIFICATE], 2, Proof.NONE, id="a level that no stage reached"),
        pytest.param([Proof.SOLVER, Proof.NONE], 2, Proof.NONE, id="nobody's word"),
        pytest.param([], 0, Proof.CERTIFICATE, id="nothing to prove"),
    ],
)
def test_a_chain_of_proofs_is_as_strong_as_its_weakest(proofs: list[Proof], levels: int, weakest: Proof) -> None:
    nothing = np.zeros(0, dtype=np.int64)
    root = Bound(nothing, 1, 0, nothing, nothing)
    stages = tuple(Stage(index, Fold(1, (1,), nothing, 1), 0, root, None, proof) for index, proof in enumerate(proofs))
    assert _weakest(Settled(nothing, stages), levels) is weakest


NEAR = (1, 19, [1], True)
"""The draw of a ward on what its bounds leave open, begun with a known placement."""


@pytest.mark.parametrize(
    ("asked", "person", "work"),
    [
        pytest.param(RING, 0, [(2, 2, [1, 1], True), (2, 6, [1, 1], True), (2, 3, [1, 1], True)], id="chains"),
        pytest.param(ward(7), 0, [*[(3, 144, [2, 1, 1], False)] * 5, NEAR], id="below the first level"),
        pytest.param(ward(7), 1, [NEAR, *[(3, 144, [2, 1, 1], False)] * 5], id="where the member is"),
        pytest.param(
            ward(2),
            0,
            [
                *((1, 17, [1], False), (4, 80, [1, 2, 1, 1], False), (1, 2, [1], True)),
                *((1, 17, [1], False), (4, 80, [1, 2, 1, 1], False)) * 2,
            ],
            id="afresh where the first bounds cannot be met",
        ),
    ],
)
def test_a_forced_pair_is_settled_on_what_the_proofs_leave_open(
    monkeypatch: pytest.MonkeyPatch, asked: Instance, person: int, work: list[tuple[int, int, list[int], bool]]
) -> None:
    start = grounded(asked)
    done = list[tuple[int, int, object, bool]]()

    def counted(problem: Problem, gains: Sequence[Integers], clock: Clock, **how: Any) -> Settled | None:
        done.append((len(gains), len(problem.high), how["steps"], how.get("known") is not None))
        first = len(start.gains) - len(gains)
        assert how.get("is_trial", False) is (not done[-1][3] and first > 0)
        assert how.get("counts") == ({level - first: n for level, n in start.counts.items()} if done[-1][3] else None)
        return settle_problem(problem, gains, clock, **how)

    monkeypatch.setattr(forced, "settle_problem", counted)
    Trial(start, person).force_each(Clock())
    # Levels that are settled, columns that are open, steps of their values, whether a placement is known: by candidate.
    assert done == work
