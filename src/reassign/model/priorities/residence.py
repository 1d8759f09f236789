"""Members placed where they live."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member
from reassign.model.component import Component
from reassign.model.priorities.terms import SumOverBranches, Terms

IN_AREA = 2
IN_UNIT = 1


def closeness(member: Member, branch: Branch) -> int:
    """2 if the branch covers the area where the member lives, 1 if it lies in the same unit, else 0."""
    if not member.residence_unit or member.residence_unit != branch.unit:
        return 0
    return IN_AREA if member.residence_area and member.residence_area in branch.areas else IN_UNIT


class Residence(SumOverBranches):
    """Sum of the closeness of all placements."""

    name = Priority.RESIDENCE

    def has_data(self, instance: Instance) -> bool:
        """Whether it is known of anybody where they live."""
        return any(member.residence_unit for member in instance.members)

    def terms(self, component: Component) -> Terms:
        """The closeness of each pair."""
        members, branches = component.members, component.branches
        pairs = zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True)
        found = (closeness(members[member], branches[branch]) for member, branch in pairs)
        return Terms(np.fromiter(found, np.int64, component.pairs))

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Add up the closeness of the placements."""
        place = component.branches[branch]
        return sum(closeness(component.members[member], place) for member in members)
