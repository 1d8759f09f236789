"""Special branches that receive a key cadre."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.priorities.terms import Link, SumOverBranches, Terms, TermsBuilder, columns_of, flags, no_pairs


class Special(SumOverBranches):
    """Number of special branches that receive at least one key cadre."""

    name = Priority.SPECIAL

    def has_data(self, instance: Instance) -> bool:
        """Whether there is a special branch and a key cadre."""
        return any(branch.special for branch in instance.branches) and any(
            member.key_cadre for member in instance.members
        )

    def terms(self, component: Component) -> Terms:
        """One column per special branch, at most the key cadres placed there."""
        builder = TermsBuilder(no_pairs(component))
        is_key = flags(component.members, "key_cadre")
        for branch, columns in component.by_branch():
            cadres = columns_of(component, columns, is_key) if branch.special else columns[:0]
            if len(cadres):
                reached = builder.auxiliary((branch.id,), 1, 1)
                builder.links.append(Link((branch.id,), cadres, ((reached, -1),), 0, None))
        return builder.terms()

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """1 for a special branch with a key cadre."""
        is_special = component.branches[branch].special
        return int(is_special and any(component.members[member].key_cadre for member in members))
