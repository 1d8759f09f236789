"""The planner's answer is the one that enumeration finds, draw included; what it calls impossible is impossible."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible, Plan, Proof
from reassign.model.instance import make_instance
from reassign.workflows.steps.solving import make_plan
from tests.properties.instances import instances
from tests.properties.oracle import best, candidates
from tests.properties.planner import placements_of, plan_of, rosters_of, values_of


@given(instances())
def test_levels_and_placements_equal_enumeration(asked: Instance) -> None:
    expected, answer = best(asked), make_plan(asked)
    if expected is None:
        assert isinstance(answer, Infeasible)
        return
    assert isinstance(answer, Plan)
    assert [(level.names, level.sense) for level in answer.levels] == [
        (level.names, level.sense) for level in expected.levels
    ]
    assert values_of(answer) == expected.values
    assert placements_of(answer) in expected.plans
    assert len(expected.plans) > 1 or placements_of(answer) == expected.plans[0]


@given(instances())
def test_bounds_of_an_optimal_plan_are_met(asked: Instance) -> None:
    answer = make_plan(asked)
    assume(isinstance(answer, Plan))
    assert isinstance(answer, Plan)
    assert answer.status == "optimal"
    assert all(level.bound == level.value and level.proof is not Proof.NONE for level in answer.levels)


@given(instances(), st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(asked: Instance, random: Random) -> None:
    members, branches = list(asked.members), list(asked.branches)
    random.shuffle(members)
    random.shuffle(branches)
    shuffled = make_instance(rosters_of(asked, members, branches), asked.policy, asked.seed)
    assert make_plan(shuffled) == make_plan(asked)


@given(instances())
def test_conflicts_are_true_by_counting(asked: Instance) -> None:
    answer = make_plan(asked)
    assume(isinstance(answer, Infeasible))
    assert isinstance(answer, Infeasible)
    assert answer.conflicts
    reach = {member.id: set(candidates(asked, member)) for member in asked.members}
    for conflict in answer.conflicts:
        branches = set(conflict.branches)
        if conflict.kind == "too_many_members":
            confined = {member for member, reached in reach.items() if reached <= branches}
            room = sum(asked.maximum[branch] or 0 for branch in branches)
            assert all(asked.maximum[branch] is not None for branch in branches)
            assert set(conflict.members) <= confined
            assert (conflict.need, conflict.have) == (len(set(conflict.members)), room)
            assert conflict.need > conflict.have
        elif conflict.kind == "too_few_members":
            able = {member for member, reached in reach.items() if reached & branches}
            assert set(conflict.members) == able
            assert (conflict.need, conflict.have) == (sum(asked.minimum[branch] for branch in branches), len(able))
            assert conflict.need > conflict.have
        else:
            assert conflict.rules


@given(instances())
def test_placements_and_loads_agree(asked: Instance) -> None:
    answer = make_plan(asked)
    assume(isinstance(answer, Plan))
    assert isinstance(answer, Plan)
    chosen = placements_of(plan_of(asked))
    assert {load.branch: load.received for load in answer.branches} == {
        branch.id: list(chosen.values()).count(branch.id) for branch in asked.branches
    }
