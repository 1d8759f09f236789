"""Hard rule 3: quotas of matching members in each branch of a set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reassign.check.linear import Part, Row, pair
from reassign.check.question import Question, matches
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule
from reassign.domain.policy import Quota as PolicyQuota
from reassign.domain.roster import Branch, Member


class Quota(Rule):
    """Between the quota's bounds of matching members in each branch it speaks about."""

    name = "quota"

    def in_branch(self, question: Question, branch: Branch, received: Sequence[Member]) -> Iterator[Violation]:
        """The matching members are within the bounds."""
        for index, quota in enumerate(question.policy.quotas):
            if not _is_meant(quota, branch):
                continue
            count = sum(matches(member, quota.members) for member in received)
            if count < (quota.min or 0) or (quota.max is not None and count > quota.max):
                yield Violation(self.name, branch=branch.id, parameters={"quota": index, "received": count})

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """``quota, i, b``: the pairs of b whose member matches."""
        for index, quota in enumerate(question.policy.quotas):
            for branch, members in part.candidates_of.items():
                if _is_meant(quota, question.branches[branch]):
                    coefficients = {
                        pair(member, branch): 1
                        for member in members
                        if matches(question.members[member], quota.members)
                    }
                    yield Row((self.name, str(index), branch), coefficients, quota.min or 0, quota.max)


def _is_meant(quota: PolicyQuota, branch: Branch) -> bool:
    if quota.branches == "all":
        return True
    if quota.branches == "special":
        return branch.special
    return branch.id in quota.branches
