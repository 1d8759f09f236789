"""Hard rule 3: quotas of matching members per branch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from reassign.model.component import Component
from reassign.model.filters import is_concerned, is_matching
from reassign.model.rows import Row, RuleId, count_row


class MemberQuotas:
    """Each branch of a quota receives a bounded number of matching members (hard rule 3).

    The subject of a row is the index of the quota and the branch id.
    """

    rules = frozenset({RuleId.QUOTA})

    def rows(self, component: Component) -> Iterator[Row]:
        """One row per quota and concerned branch."""
        quotas = component.instance.policy.quotas
        if not quotas:
            return
        by_branch = list(component.by_branch())
        for index, quota in enumerate(quotas):
            is_match = np.array([is_matching(member, quota.members) for member in component.members], dtype=bool)
            for branch, columns in by_branch:
                if is_concerned(branch, quota):
                    matching = columns[is_match[component.pair_member[columns]]]
                    yield count_row(RuleId.QUOTA, (str(index), branch.id), matching, quota.min or 0, quota.max)
