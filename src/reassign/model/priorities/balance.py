"""Loads as even as possible."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch
from reassign.model.component import Component
from reassign.model.priorities.terms import Link, SumOverBranches, Terms, TermsBuilder, no_pairs


def _base(component: Component, branch: Branch) -> int:
    """Members that count before anybody is received."""
    return (branch.members_now or 0) if component.instance.policy.balance_count == "total" else 0


class Balance(SumOverBranches):
    """Sum over branches of the squared load."""

    name = Priority.BALANCE

    def has_data(self, instance: Instance) -> bool:
        """Whether there is a branch."""
        return bool(instance.branches)

    def terms(self, component: Component) -> Terms:
        """One column per further member of a branch; the k-th costs (base + k)² - (base + k - 1)².

        The costs rise with k, so the cheapest columns are used first and the sum is the square.
        Members up to the branch's minimum arrive anyway and are part of the constant.
        """
        builder = TermsBuilder(no_pairs(component))
        instance = component.instance
        for branch, columns in component.by_branch():
            least = 0 if instance.policy.is_shortfall_allowed else min(instance.minimum[branch.id], len(columns))
            maximum = instance.maximum[branch.id]
            most = len(columns) if maximum is None else min(maximum, len(columns))
            start = _base(component, branch) + least
            builder.constant += start * start
            steps = [
                builder.auxiliary((branch.id, str(least + step + 1)), 1, 2 * (start + step) + 1)
                for step in range(most - least)
            ]
            if steps:
                taken = tuple((step, -1) for step in steps)
                builder.links.append(Link((branch.id,), columns, taken, least, least))
        return builder.terms()

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """The squared load."""
        return (_base(component, component.branches[branch]) + len(members)) ** 2
