"""Why a member is where the plan puts them, in the order of the policy (docs/reference/model.md)."""

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
    """Reason codes of one placement.

    What speaks for this very branch comes in the order of the policy. ``minimum``, ``balance`` and
    ``distance`` are given only where nothing else speaks for the branch; ``draw`` where the place
    could be swapped at no loss, or where no reason is left.
    """
    branch = placed.branches[load.branch]
    order = [name for level in placed.levels for name in level.names]
    codes = {name: _codes(placed, name, member, branch, load, tasks) for name in order}
    is_pinned = member.id in placed.instance.pins
    is_specific = is_pinned or any(code != "residence_unit" for found in codes.values() for code in found)
    if not is_specific:
        codes |= _general_codes(placed, member, branch, load, order)
    reasons = [*(["pinned"] if is_pinned else []), *(code for found in codes.values() for code in found)]
    if is_interchangeable or not reasons:
        reasons.append("draw")
    return tuple(reasons)


def _general_codes(
    placed: Placed, member: Member, branch: Branch, load: BranchLoad, order: Sequence[Priority]
) -> dict[Priority, list[str]]:
    """Codes that would hold for many branches: the minimum or the balance, and the distance."""
    is_minimum = bool(load.min) and load.received <= load.min
    evenness = "minimum" if is_minimum else "balance"
    found: dict[Priority, list[str]] = {}
    if Priority.BALANCE in order:
        found[Priority.BALANCE] = [evenness]
    elif is_minimum:
        found[Priority.DRAW] = ["minimum"]
    if Priority.DISTANCE in order and pair_distance(placed.instance, member, branch) is not None:
        found[Priority.DISTANCE] = ["distance"]
    return found


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
