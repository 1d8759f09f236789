"""Why a member is where the plan puts them, in the order of the policy."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.plan import BranchLoad
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member
from reassign.model.distance import pair_distance
from reassign.model.instance import is_stay
from reassign.model.placed import Placed
from reassign.model.priorities.in_charge import is_in_charge
from reassign.model.priorities.residence import IN_AREA, closeness


def reasons_for(
    placed: Placed, member: Member, load: BranchLoad, tasks: Sequence[str], *, is_interchangeable: bool
) -> tuple[str, ...]:
    """Reason codes of one placement (2-model, Explaining).

    What speaks for this very branch comes in the order of the policy. ``minimum``, ``balance`` and
    ``distance`` are given only where nothing else speaks for the branch; ``draw`` where the place
    could be swapped at no loss, or where no reason is left.
    """
    branch = placed.branches[load.branch]
    order = [name for level in placed.levels for name in level.names]
    reasons = ["pinned"] if member.id in placed.instance.pins else []
    is_specific = bool(reasons)
    for name in order:
        codes = _codes(placed, name, member, branch, load, tasks)
        is_specific = is_specific or any(code != "residence_unit" for code in codes)
        reasons.extend(codes)
    if not is_specific:
        if load.min and load.received <= load.min:
            reasons.append("minimum")
        elif Priority.BALANCE in order:
            reasons.append("balance")
        if Priority.DISTANCE in order and pair_distance(placed.instance, member, branch) is not None:
            reasons.append("distance")
    if is_interchangeable or not reasons:
        reasons.append("draw")
    return tuple(reasons)


def _codes(
    placed: Placed, name: Priority, member: Member, branch: Branch, load: BranchLoad, tasks: Sequence[str]
) -> list[str]:
    """Codes that one priority gives to a placement."""
    if name is Priority.IN_CHARGE:
        return ["in_charge"] if is_in_charge(member, branch) else []
    if name is Priority.SPECIAL:
        return ["special"] if branch.special and member.key_cadre else []
    if name is Priority.RESIDENCE:
        found = closeness(member, branch)
        return ["residence_area" if found == IN_AREA else "residence_unit"] if found else []
    if name is Priority.NEEDS:
        return [f"need:{field}" for field in tasks]
    if name is Priority.COMMITTEE:
        return ["committee"] if member.id in load.committee_candidates else []
    if name is Priority.POSTS:
        return [f"post:{post}" for post, holders in load.posts.items() if member.id in holders]
    if name is Priority.CONTINUITY:
        return ["continuity"] if is_stay(placed.instance, member.id, branch.id) else []
    return []
