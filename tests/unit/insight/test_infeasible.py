"""Every conflict is true by counting, and what is infeasible has one."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given, settings

from reassign.domain.instance import Instance
from reassign.domain.plan import Conflict
from reassign.domain.policy import Limits, MemberFilter, Policy, Quota
from reassign.insight.infeasible import conflicts_of
from reassign.insight.repair import repairs_of
from reassign.model.component import split
from reassign.solve.clock import Clock
from tests.builders import branch, instance, member
from tests.properties.instances import Feature, instances
from tests.properties.oracle import candidates, feasible_plans
from tests.unit.model.linear import only

SOME = settings(deadline=None, derandomize=True, max_examples=150)
LIMITS_ONLY = frozenset({Feature.UNITS, Feature.LIMITS, Feature.PINS, Feature.EXCLUSIONS, Feature.MISSING})


def test_too_many_members_for_the_branches_they_are_confined_to() -> None:
    asked = instance(
        [member("m1", excluded_branch_ids=("b2",)), member("m2", excluded_branch_ids=("b2",)), member("m3")],
        [branch("b1", max=1), branch("b2", max=7)],
    )
    assert conflicts_of(only(asked)) == (
        Conflict("too_many_members", "P1", branches=("b1",), members=("m1", "m2"), need=2, have=1),
    )


def test_too_few_members_for_the_branches_they_can_reach() -> None:
    asked = instance(
        [member("m1"), member("m2", excluded_branch_ids=("b1",))], [branch("b1", min=2), branch("b2", min=0)]
    )
    assert conflicts_of(only(asked)) == (
        Conflict("too_few_members", "P1", branches=("b1",), members=("m1",), need=2, have=1),
    )


def test_the_branch_that_asks_for_most_is_named_first() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1", min=1), branch("b2", min=2)])
    assert [conflict.branches for conflict in conflicts_of(only(asked))] == [("b2", "b1")]


def test_a_member_without_candidates_is_one_too_many_for_no_branch() -> None:
    asked = instance([member("m1", excluded_branch_ids=("b1",))], [branch("b1", min=0)])
    assert conflicts_of(split(asked)[0]) == (
        Conflict("too_many_members", "P1", branches=(), members=("m1",), need=1, have=0),
    )


def test_pins_above_the_maximum() -> None:
    asked = instance(
        [member("m1"), member("m2"), member("m3")],
        [branch("b1", max=1), branch("b2", min=0)],
        pins={"m1": "b1", "m2": "b1"},
    )
    (conflict,) = conflicts_of(only(asked))
    assert (conflict.kind, conflict.branches, conflict.members) == ("too_many_members", ("b1",), ("m1", "m2"))


def test_both_kinds_are_told_at_once() -> None:
    asked = instance(
        [member("m1"), member("m2")], [branch("b1", max=1), branch("b2", min=2)], pins={"m1": "b1", "m2": "b1"}
    )
    found = [conflict.kind for component in split(asked) for conflict in conflicts_of(component)]
    assert found == ["too_many_members", "too_few_members"]


def test_branches_of_several_units_name_no_unit() -> None:
    asked = instance(
        [member("m1")], [branch("b1", "P1"), branch("b2", "P2")], policy=Policy(scope="any", limits=Limits(min=1))
    )
    (conflict,) = conflicts_of(only(asked))
    assert (conflict.kind, conflict.unit, conflict.need, conflict.have) == ("too_few_members", "", 2, 1)


def test_where_counting_finds_nothing_the_other_rules_are_named() -> None:
    asked = instance(
        [member("m1", together=("x",)), member("m2", together=("x",))],
        [branch("b1", max=1), branch("b2", max=1)],
        policy=Policy(quotas=(Quota(MemberFilter((("key_cadre", True),)), "all", max=3),)),
    )
    (conflict,) = conflicts_of(only(asked))
    assert (conflict.kind, conflict.rules) == ("rules", ("min:b1", "min:b2", "together:x"))


def test_a_minimum_above_the_maximum_is_named_before_other_rules() -> None:
    asked = instance([member("m1"), member("m2", together=("x",))], [branch("b1", min=2, max=1), branch("b2", min=0)])
    (conflict,) = conflicts_of(only(asked))
    assert conflict.rules == ("min:b1", "max:b1")


def is_true(asked: Instance, conflict: Conflict) -> bool:
    """Whether the conflict follows from counting members and places."""
    branches = set(conflict.branches)
    reach = {person.id: set(candidates(asked, person)) for person in asked.members}
    if conflict.kind == "too_many_members":
        room = [asked.maximum[name] for name in conflict.branches]
        confined = {person for person, reached in reach.items() if reached <= branches}
        most = sum(limit for limit in room if limit is not None)
        is_counted = (conflict.need, conflict.have) == (len(conflict.members), most)
        return None not in room and set(conflict.members) <= confined and is_counted and conflict.need > most
    able = {person for person, reached in reach.items() if reached & branches}
    least = sum(asked.minimum[name] for name in conflict.branches)
    is_counted = (conflict.need, conflict.have) == (least, len(able))
    return set(conflict.members) == able and is_counted and least > len(able)


@SOME
@given(instances(features=LIMITS_ONLY))
def test_with_limits_alone_infeasible_means_a_true_count_or_a_crossed_limit(asked: Instance) -> None:
    found = [conflict for component in split(asked) for conflict in conflicts_of(component)]
    counted = [conflict for conflict in found if conflict.kind != "rules"]
    crossed = any(limit is not None and asked.minimum[name] > limit for name, limit in asked.maximum.items())
    is_infeasible = next(feasible_plans(asked), None) is None
    assert all(is_true(asked, conflict) for conflict in counted)
    assert is_infeasible == bool(counted or crossed)


@SOME
@given(instances())
def test_a_count_is_never_told_of_a_feasible_instance(asked: Instance) -> None:
    assume(next(feasible_plans(asked), None) is not None)
    found = [conflict.kind for component in split(asked) for conflict in conflicts_of(component)]
    assert set(found) <= {"rules"}


def test_groups_that_leave_branches_empty_are_told_and_repaired() -> None:
    # 8 groups of 4 reach 8 of the 12 branches; the relaxation would share the groups out.
    asked = instance(
        [member(f"m{index:02}", together=(f"g{index // 4}",)) for index in range(32)],
        [branch(f"b{index:02}") for index in range(12)],
    )
    component = only(asked)
    (conflict,) = conflicts_of(component)
    assert Counter(cause.rule for cause in conflict.causes)["min"] >= 9
    repairs = repairs_of(asked, (component,), Clock())
    assert {repair.total_change for repair in repairs} == {4}
