"""What a plan tells about its members."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.check.rules.registry import RULES
from reassign.domain.plan import Plan
from reassign.domain.roster import Member


def check_shape(members: Collection[str], branches: Collection[str], plan: Plan) -> Iterator[Violation]:
    """Every member of the rosters once, in a branch of the rosters; no plan can be judged without that.

    Args:
        members: Ids of the members of the rosters, in the order in which the missing ones are told.
        branches: Ids of the branches of the rosters.
        plan: The plan.
    """
    seen: set[str] = set()
    for placement in plan.placements:
        if placement.member not in members:
            yield Violation("unknown_member", placement.member)
        if placement.branch not in branches:
            yield Violation("unknown_branch", placement.member, placement.branch)
        if placement.member in seen:
            yield Violation("placed_twice", placement.member)
        seen.add(placement.member)
    for member in members:
        if member not in seen:
            yield Violation("not_placed", member)


def check_rules(question: Question, chosen: Chosen, received: Mapping[str, Sequence[Member]]) -> Iterator[Violation]:
    """Every hard rule."""
    for rule in RULES.values():
        for member in question.members.values():
            yield from rule.of_member(question, member, chosen)
        for branch in question.branches.values():
            yield from rule.in_branch(question, branch, received[branch.id])
        yield from rule.of_plan(question, chosen)


def check_claims(question: Question, plan: Plan) -> Iterator[Violation]:
    """Order of the rows, pins, moves and origins."""
    keys = [
        (question.branches[placement.branch].unit, placement.branch, placement.member) for placement in plan.placements
    ]
    if keys != sorted(keys):
        yield Violation("placement_order")
    for placement in plan.placements:
        member, branch = placement.member, placement.branch
        if placement.is_pinned != (member in question.pins):
            yield Violation("pinned_mark", member, branch)
        if placement.has_moved != question.is_move(member, branch):
            yield Violation("moved_mark", member, branch)
        if placement.from_branch != question.origins.get(member):
            yield Violation("from_branch", member, branch)
