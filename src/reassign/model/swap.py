"""Whether two members may swap their branches without breaking a hard rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.roster import Member
from reassign.model.component import Component
from reassign.model.filters import is_concerned, is_matching
from reassign.model.instance import is_move
from reassign.model.placed import Placed


@dataclass(frozen=True, slots=True)
class Swap:
    """Two members who trade branches.

    Attributes:
        placed: The placement before.
        component: The component of both.
        swapped: The two members.
        after: Member indices by branch index after the swap, for the two branches alone.
        moved_to: Branch id by member id after the swap, for the members of the two branches alone.
    """

    placed: Placed
    component: Component
    swapped: tuple[Member, Member]
    after: Mapping[int, Sequence[int]]
    moved_to: Mapping[str, str]

    def branch_of(self, member: str) -> str:
        """Branch id of a member after the swap."""
        return self.moved_to.get(member, self.placed.branch_of[member])


def make_swap(
    placed: Placed, component: Component, after: Mapping[int, Sequence[int]], first: int, second: int
) -> Swap:
    """The swap of two members (indices of the component) that leaves ``after`` in their branches."""
    members, branches = component.members, component.branches
    moved_to = {members[member].id: branches[branch].id for branch, group in after.items() for member in group}
    return Swap(placed, component, (members[first], members[second]), after, moved_to)


def is_allowed(swap: Swap) -> bool:
    """Whether the swap keeps groups, quotas, protection and the number of moves; candidates and loads are given."""
    return (
        all(_keeps_groups(swap, member) for member in swap.swapped)
        and _keeps_quotas(swap)
        and _keeps_protection(swap)
        and _keeps_moves(swap)
    )


def _keeps_groups(swap: Swap, member: Member) -> bool:
    """Hard rule 4, as far as the member's labels go."""
    if not (member.together or member.apart):
        return True
    here = swap.branch_of(member.id)
    for other in swap.component.members:
        if other.id == member.id:
            continue
        is_same = swap.branch_of(other.id) == here
        broken, others = (member.apart, other.apart) if is_same else (member.together, other.together)
        if not set(broken).isdisjoint(others):
            return False
    return True


def _keeps_quotas(swap: Swap) -> bool:
    """Hard rule 3 in the two branches."""
    members, branches = swap.component.members, swap.component.branches
    for quota in swap.placed.instance.policy.quotas:
        for branch, group in swap.after.items():
            if not is_concerned(branches[branch], quota):
                continue
            matching = sum(is_matching(members[member], quota.members) for member in group)
            if matching < (quota.min or 0) or (quota.max is not None and matching > quota.max):
                return False
    return True


def _keeps_protection(swap: Swap) -> bool:
    """Hard rule 5: no protected member moves."""
    instance = swap.placed.instance
    protect = instance.policy.protect
    return protect is None or not any(
        is_matching(member, protect) and is_move(instance, member.id, swap.branch_of(member.id))
        for member in swap.swapped
    )


def _keeps_moves(swap: Swap) -> bool:
    """Hard rule 5: no more moves than the limit."""
    instance = swap.placed.instance
    if instance.policy.max_moves is None:
        return True
    moves = sum(is_move(instance, member, swap.branch_of(member)) for member in swap.placed.branch_of)
    return moves <= instance.policy.max_moves
