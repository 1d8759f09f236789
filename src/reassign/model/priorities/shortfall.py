"""Minima that are not reached, where the officer allows it."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.priorities.terms import Link, SumOverBranches, Terms, TermsBuilder, no_pairs


class Shortfall(SumOverBranches):
    """Sum over branches of the members missing to the minimum."""

    name = Priority.SHORTFALL

    def has_data(self, instance: Instance) -> bool:
        """Whether any branch has a minimum."""
        return any(instance.minimum.values())

    def terms(self, component: Component) -> Terms:
        """One column per branch with a minimum: the members that are missing."""
        builder = TermsBuilder(no_pairs(component))
        for branch, columns in component.by_branch():
            minimum = component.instance.minimum[branch.id]
            if minimum:
                missing = builder.auxiliary((branch.id,), minimum, 1)
                builder.links.append(Link((branch.id,), columns, ((missing, 1),), minimum, None))
        return builder.terms()

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """What is missing."""
        return max(0, component.instance.minimum[component.branches[branch].id] - len(members))
