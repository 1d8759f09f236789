"""What every other place costs, against enumeration."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import event, given

from reassign.domain.explanation import ComparedLevel, Relocation
from reassign.domain.instance import Instance
from reassign.domain.plan import Plan, Proof
from reassign.domain.progress import NoProgress
from reassign.insight.bottlenecks import bottlenecks_of
from reassign.insight.explain import explain
from reassign.insight.standing import Standing, stand
from reassign.solve.best_plan import best_plan
from reassign.solve.clock import Clock
from tests.properties.instances import instances
from tests.properties.oracle import (
    OracleResult,
    Placements,
    best,
    candidates,
    feasible_plans,
    level_value,
    levels_of,
)


def standing_of(instance: Instance, plan: Plan) -> Standing:
    return stand(instance, {placement.member: placement.branch for placement in plan.placements})


def best_with(instance: Instance, member: str, branch: str) -> OracleResult | None:
    """The best of all placements that have a member in a branch."""
    plans: list[Placements] = [plan for plan in feasible_plans(instance) if plan[member] == branch]
    if not plans:
        return None
    for level in levels_of(instance):
        values = [level_value(instance, level, plan) for plan in plans]
        target = max(values) if level.sense == "max" else min(values)
        plans = [plan for plan, value in zip(plans, values, strict=True) if value == target]
    return OracleResult((), tuple(plans))


@given(instances())
def test_the_price_of_every_other_place_is_that_of_enumeration(instance: Instance) -> None:
    plan = best_plan(instance, Clock())
    if not isinstance(plan, Plan):
        return
    standing = standing_of(instance, plan)
    for member in instance.members:
        found = explain(standing, plan, member.id, None, Clock(), NoProgress())
        here = found.placement.branch
        assert [each.branch for each in found.alternatives] == [
            branch for branch in candidates(instance, member) if branch != here
        ]
        for each in found.alternatives:
            expected = best_with(instance, member.id, each.branch)
            assert each.is_feasible == (expected is not None)
            event("possible" if each.is_feasible else "impossible")
            if expected is None:
                assert each.levels == ()
                assert each.moves == ()
                assert each.conflict is not None
                continue
            assert each.levels == tuple(
                ComparedLevel(
                    tuple(level.names),
                    level.sense,
                    level_value(instance, level, standing.branch_of),
                    level_value(instance, level, expected.plans[0]),
                )
                for level in levels_of(instance)
            )
            assert each.proof is Proof.CERTIFICATE
            assert each.moves in [
                tuple(
                    Relocation(other, standing.branch_of[other], branch)
                    for other, branch in sorted(there.items())
                    if other != member.id and branch != standing.branch_of[other]
                )
                for there in expected.plans
            ]


@given(instances(most_members=5))
def test_the_gain_of_every_relaxed_limit_is_that_of_enumeration(instance: Instance) -> None:
    plan = best_plan(instance, Clock())
    if not isinstance(plan, Plan):
        return
    found = bottlenecks_of(standing_of(instance, plan), plan, Clock(), NoProgress())
    for each in found.relaxations:
        event(each.what)
        relaxed = instance
        if each.what == "min":
            relaxed = replace(instance, minimum={**instance.minimum, each.branch: each.after})
        if each.what == "max":
            relaxed = replace(instance, maximum={**instance.maximum, each.branch: each.after})
        if each.what == "max_moves":
            relaxed = replace(instance, policy=replace(instance.policy, max_moves=each.after))
        if each.quota is not None:
            quotas = list(instance.policy.quotas)
            quota = quotas[each.quota]
            quotas[each.quota] = (
                replace(quota, min=each.after) if each.bound == "min" else replace(quota, max=each.after)
            )
            relaxed = replace(instance, policy=replace(instance.policy, quotas=tuple(quotas)))
        expected = best(relaxed)
        assert expected is not None
        assert tuple(level.there for level in each.levels) == expected.values
        assert tuple(level.gain for level in each.levels) >= (0,) * len(each.levels)


@given(instances())
def test_whoever_could_cover_an_open_need_is_named(instance: Instance) -> None:
    plan = best_plan(instance, Clock())
    if not isinstance(plan, Plan):
        return
    found = bottlenecks_of(standing_of(instance, plan), plan, Clock(), NoProgress())
    missing = {(load.branch, field) for load in plan.branches for field in load.uncovered}
    assert {(need.branch, need.field) for need in found.open_needs} == missing
    for need in found.open_needs:
        holders = [member for member in instance.members if need.field in member.fields and not member.exempt]
        able = {member.id for member in holders if need.branch in candidates(instance, member)}
        assert {cover.member for cover in need.covers} == able
        assert set(need.elsewhere) == {member.id for member in holders} - able
