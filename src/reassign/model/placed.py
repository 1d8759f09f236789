"""A placement in the form in which it is described."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.instance import Instance
from reassign.domain.policy import Level
from reassign.domain.roster import Branch, Member
from reassign.model.component import Component


@dataclass(frozen=True, slots=True)
class Placed:
    """Everybody's branch, with look-ups in both directions.

    Attributes:
        instance: The question.
        components: Its components.
        levels: Levels, the draw last.
        branch_of: Branch id by member id.
        members: Members by id.
        branches: Branches by id.
        received: Placed members by branch id, in the order of their ids.
    """

    instance: Instance
    components: Sequence[Component]
    levels: Sequence[Level]
    branch_of: Mapping[str, str]
    members: Mapping[str, Member]
    branches: Mapping[str, Branch]
    received: Mapping[str, tuple[Member, ...]]


def place(
    instance: Instance, components: Sequence[Component], levels: Sequence[Level], branch_of: Mapping[str, str]
) -> Placed:
    """Look-ups of a placement."""
    received: dict[str, list[Member]] = {branch.id: [] for branch in instance.branches}
    for member in instance.members:
        received[branch_of[member.id]].append(member)
    return Placed(
        instance=instance,
        components=components,
        levels=levels,
        branch_of=branch_of,
        members={member.id: member for member in instance.members},
        branches={branch.id: branch for branch in instance.branches},
        received={branch: tuple(members) for branch, members in received.items()},
    )
