"""Which branch is a member's present one, and who therefore needs a transfer.

A plan remembers where the plan before it put everybody (``from_branch``, ``moved``): that is what continuity is about.
A paper tells where the party card lies today, and a plan that was never carried out has moved no card. So the roster
speaks first, and the earlier plan only for those of whom the roster says nothing.
"""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.plan import Placement
from reassign.domain.roster import Member


def present_branch(member: Member, placement: Placement) -> str:
    """Id of the branch or of the old branch of the lineage, else the text of the roster; empty if nothing is known."""
    return member.current_branch_id or member.current_branch or placement.from_branch or ""


def is_transferred(instance: Instance, member: Member, placement: Placement) -> bool:
    """Whether the member's present branch is another than the new one; a successor of it is none.

    Whoever has no present branch among those that the rosters know comes from elsewhere, and needs a transfer too.

    Args:
        instance: The question, which knows the successors.
        member: The member.
        placement: Where the plan puts them.
    """
    if not member.current_branch:
        return placement.has_moved or placement.member not in instance.incumbents
    present = member.current_branch_id
    if present is None:
        return True
    return placement.branch not in instance.heirs(present)


def is_leaving(instance: Instance, member: Member, placement: Placement) -> bool:
    """Whether the member is placed away from where they are now, be it a branch of the roster or a dissolved one."""
    return bool(present_branch(member, placement)) and is_transferred(instance, member, placement)
