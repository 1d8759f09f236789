"""Hard rule 2: each branch receives between its minimum and its maximum."""

from __future__ import annotations

from collections.abc import Iterator

from reassign.model.component import Component
from reassign.model.rows import Row, RuleId, count_row


class BranchQuota:
    """Each branch receives between its minimum and its maximum (hard rule 2).

    Where shortfall is allowed the minimum is left to the first level.
    """

    rules = frozenset({RuleId.BRANCH_QUOTA})

    def rows(self, component: Component) -> Iterator[Row]:
        """One row per branch."""
        instance = component.instance
        for branch, columns in component.by_branch():
            lower = 0 if instance.policy.is_shortfall_allowed else instance.minimum[branch.id]
            yield count_row(RuleId.BRANCH_QUOTA, (branch.id,), columns, lower, instance.maximum[branch.id])
