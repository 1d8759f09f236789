"""What a plan repeats from its rosters and its policy file, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reassign.check.result import Violation
from reassign.domain.plan import Plan
from reassign.domain.policy import Policy
from reassign.domain.roster import Rosters


def check_names(plan: Plan, names: Mapping[tuple[str, str], tuple[str, str]], rosters: Rosters) -> Iterator[Violation]:
    """Names and units are those of the rosters.

    Args:
        plan: The plan.
        names: Name and unit as told, by kind (``member``, ``branch``) and id; of a member the unit of the branch.
        rosters: The rosters.
    """
    branches = {branch.id: branch for branch in rosters.branches}
    members = {member.id: member for member in rosters.members}
    for placement in plan.placements:
        member, branch = members.get(placement.member), branches.get(placement.branch)
        if member is None or branch is None:
            continue
        if names["member", member.id] != (member.name, branch.unit):
            yield Violation("member_name", member.id, branch.id)
    for load in plan.branches:
        place = branches.get(load.branch)
        if place is not None and names["branch", place.id] != (place.name, place.unit):
            yield Violation("branch_name", branch=place.id)


def check_policy(told: Policy, written: Policy) -> Iterator[Violation]:
    """The policy of the plan is that of its policy file, but for what a run decides beside it.

    Args:
        told: The policy as the plan repeats it.
        written: The policy as its file has it.
    """
    decided = replace(
        told,
        is_shortfall_allowed=written.is_shortfall_allowed,
        max_moves=written.max_moves,
        protect=written.protect,
        # Without an order of its own, a first plan and a re-plan have different ones.
        order=told.order if written.is_order_given else written.order,
    )
    if decided != written:
        yield Violation("policy")
