"""Members placed in a branch they are in charge of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member
from reassign.model.component import Component
from reassign.model.priorities.terms import SumOverBranches, Terms, no_pairs


def is_in_charge(member: Member, branch: Branch) -> bool:
    """Whether the member is in charge of the branch: by its id, or by its name or an area in the same unit."""
    if not member.in_charge_of:
        return False
    if branch.id in member.in_charge_of:
        return True
    if member.unit != branch.unit:
        return False
    return branch.name in member.in_charge_of or not set(branch.areas).isdisjoint(member.in_charge_of)


class InCharge(SumOverBranches):
    """Number of members placed in a branch they are in charge of."""

    name = Priority.IN_CHARGE

    def has_data(self, instance: Instance) -> bool:
        """Whether anybody is in charge of anything."""
        return any(member.in_charge_of for member in instance.members)

    def terms(self, component: Component) -> Terms:
        """1 for each pair in charge."""
        values = no_pairs(component)
        leading = np.array([bool(member.in_charge_of) for member in component.members], dtype=bool)
        for column in np.flatnonzero(leading[component.pair_member]).tolist():
            member = component.members[component.pair_member[column]]
            values[column] = is_in_charge(member, component.branches[component.pair_branch[column]])
        return Terms(values)

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Count the members in charge of the branch."""
        place = component.branches[branch]
        return sum(is_in_charge(component.members[member], place) for member in members)
