"""Needed fields that a placed member covers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.domain.roster import Member
from reassign.model.component import Component
from reassign.model.priorities.terms import Link, SumOverBranches, Terms, TermsBuilder, columns_of, no_pairs


def can_cover(member: Member, field: str) -> bool:
    """Whether the member covers a need of this field; an exempt member never does."""
    return not member.exempt and field in member.fields


class Needs(SumOverBranches):
    """Sum of the weights of covered (branch, field) needs."""

    name = Priority.NEEDS

    def has_data(self, instance: Instance) -> bool:
        """Whether any branch needs anything."""
        return any(branch.needs for branch in instance.branches)

    def terms(self, component: Component) -> Terms:
        """One column per need, at most the members placed there who have the field."""
        builder = TermsBuilder(no_pairs(component))
        weights = component.instance.policy.needs_weights
        fields = sorted({field for branch in component.branches for field in branch.needs})
        holders = {
            field: np.array([can_cover(member, field) for member in component.members], dtype=bool) for field in fields
        }
        for branch, columns in component.by_branch():
            for field in dict.fromkeys(branch.needs):
                covering = columns_of(component, columns, holders[field])
                weight = weights.get(field, 1)
                if len(covering) and weight:
                    covered = builder.auxiliary((branch.id, field), 1, weight)
                    builder.links.append(Link((branch.id, field), covering, ((covered, -1),), 0, None))
        return builder.terms()

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Add up the weights of the covered needs."""
        weights = component.instance.policy.needs_weights
        return sum(
            weights.get(field, 1)
            for field in dict.fromkeys(component.branches[branch].needs)
            if any(can_cover(component.members[member], field) for member in members)
        )
