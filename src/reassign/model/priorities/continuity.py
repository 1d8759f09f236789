"""Members who stay where they were."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.instance import is_stay
from reassign.model.priorities.terms import SumOverBranches, Terms, no_pairs


class Continuity(SumOverBranches):
    """Number of members placed in their incumbent branch or a successor of it."""

    name = Priority.CONTINUITY

    def has_data(self, instance: Instance) -> bool:
        """Whether anybody has an incumbent branch."""
        known = {member.id for member in instance.members}
        return any(member in known for member in instance.incumbents)

    def terms(self, component: Component) -> Terms:
        """1 for each pair that is no move of a member with an incumbent branch."""
        values = no_pairs(component)
        instance = component.instance
        has_incumbent = np.array([member.id in instance.incumbents for member in component.members], dtype=bool)
        for column in np.flatnonzero(has_incumbent[component.pair_member]).tolist():
            member = component.members[component.pair_member[column]]
            values[column] = is_stay(instance, member.id, component.branches[component.pair_branch[column]].id)
        return Terms(values)

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Count those who stay."""
        place = component.branches[branch].id
        return sum(is_stay(component.instance, component.members[member].id, place) for member in members)
