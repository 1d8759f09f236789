"""Whether a re-plan tells the truth about the plan it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from reassign.check.question import settle
from reassign.check.result import Violation
from reassign.domain.plan import Plan
from reassign.domain.policy import Policy
from reassign.domain.replanning import ToldReplan
from reassign.domain.roster import Rosters


def check_replan(rosters: Rosters, policy: Policy, plan: Plan, seed: int, told: ToldReplan) -> Iterator[Violation]:
    """Moves, stayers, closed branches, joiners, leavers, pins of the workbook and needs without an owner, one by one.

    Args:
        rosters: The rosters, with what the old plan decides.
        policy: The policy of the new plan.
        plan: The new plan.
        seed: Seed of the draw.
        told: What the new plan tells about the old one.
    """
    question = settle(rosters, policy, seed)
    revision = rosters.revision
    chosen = [(placement.member, placement.branch) for placement in plan.placements]
    moving = [(member, branch) for member, branch in chosen if question.is_move(member, branch)]
    owners = {(load.branch, need): member for load in plan.branches for need, member in load.covered.items()}
    changed = {
        (branch, need): member
        for (branch, need), member in question.task_owners.items()
        if branch in question.branches
        and need in question.branches[branch].needs
        and owners.get((branch, need)) != member
    }
    closed = {
        member
        for member, _ in chosen
        if member not in question.stays and question.origins.get(member) in rosters.former_names
    }
    found = {
        "moves": [(member, branch) for member, _, branch in told.moves] == moving
        and all(question.origins.get(member) == origin for member, origin, _ in told.moves),
        "stayed": told.stayed == sum(question.is_stay(member, branch) for member, branch in chosen),
        "closed": list(told.closed)
        == [(member, question.origins[member], branch) for member, branch in chosen if member in closed],
        "joiners": sorted(told.joiners)
        == sorted(member for member, _ in chosen if member not in question.stays and member not in closed),
        "leavers": revision is None
        or not revision.placed
        or sorted(told.leavers) == sorted(set(revision.placed) - question.members.keys()),
        "pins": dict(told.pins) == ({} if revision is None else dict(revision.pins)),
        "lost_owners": {(each.branch, each.need): each.before for each in told.lost} == changed
        and all(owners.get((each.branch, each.need), "") == each.after for each in told.lost),
    }
    for place, is_true in found.items():
        if not is_true:
            yield Violation("replan", parameters={"place": f"replan.{place}"})
