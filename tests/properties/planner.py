"""The planner as the properties see it: one question in, placements or conflicts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible, Plan
from reassign.domain.roster import Branch, Member, Rosters
from reassign.workflows.steps.solving import make_plan
from tests.builders import rosters
from tests.properties.oracle import levels_of


def plan_of(instance: Instance) -> Plan:
    """The plan of a question that has one."""
    answer = make_plan(instance)
    assert isinstance(answer, Plan), answer
    return answer


def placements_of(plan: Plan) -> dict[str, str]:
    """Branch id by member id."""
    return {placement.member: placement.branch for placement in plan.placements}


def values_of(plan: Plan) -> tuple[int, ...]:
    """The level vector, the draw last."""
    return tuple(level.value for level in plan.levels)


def goodness(instance: Instance, answer: Plan | Infeasible) -> tuple[int, ...] | None:
    """The level vector with larger always better, to compare questions with the same levels; None without a plan."""
    if isinstance(answer, Infeasible):
        return None
    return tuple(
        value if level.sense == "max" else -value
        for level, value in zip(levels_of(instance), values_of(answer), strict=True)
    )


def rosters_of(instance: Instance, members: Sequence[Member], branches: Sequence[Branch]) -> Rosters:
    """Rosters with the rows in the order given that put this question."""
    return rosters(
        members,
        branches,
        pins=instance.pins,
        forbids=sorted(instance.exclusions),
        lineage=[(old, new) for old, found in instance.successors.items() for new in sorted(found)],
        distances=instance.distances,
    )


def renamed(instance: Instance, names: Mapping[str, str]) -> Instance:
    """The same question with other ids of members and branches, in the canonical order of the new ids."""

    def new(identity: str) -> str:
        return names.get(identity, identity)

    quotas = tuple(
        quota
        if isinstance(quota.branches, str)
        else replace(quota, branches=tuple(new(branch) for branch in quota.branches))
        for quota in instance.policy.quotas
    )
    limits = replace(
        instance.policy.limits,
        branches={new(branch): limit for branch, limit in instance.policy.limits.branches.items()},
    )
    members = (
        replace(
            member,
            id=new(member.id),
            in_charge_of=tuple(new(entry) for entry in member.in_charge_of),
            current_branch_id=member.current_branch_id and new(member.current_branch_id),
            pinned_branch_id=member.pinned_branch_id and new(member.pinned_branch_id),
            excluded_branch_ids=tuple(new(branch) for branch in member.excluded_branch_ids),
        )
        for member in instance.members
    )
    return Instance(
        members=tuple(sorted(members, key=lambda member: member.id)),
        branches=tuple(
            sorted((replace(branch, id=new(branch.id)) for branch in instance.branches), key=lambda branch: branch.id)
        ),
        policy=replace(instance.policy, quotas=quotas, limits=limits),
        seed=instance.seed,
        minimum={new(branch): bound for branch, bound in instance.minimum.items()},
        maximum={new(branch): bound for branch, bound in instance.maximum.items()},
        pins={new(member): new(branch) for member, branch in instance.pins.items()},
        exclusions=frozenset((new(member), new(branch)) for member, branch in instance.exclusions),
        incumbents={new(member): new(branch) for member, branch in instance.incumbents.items()},
        successors={new(old): frozenset(new(branch) for branch in found) for old, found in instance.successors.items()},
        origins={new(member): origin for member, origin in instance.origins.items()},
        distances=None
        if instance.distances is None
        else {
            new(member): {new(branch): value for branch, value in row.items()}
            for member, row in instance.distances.items()
        },
    )
