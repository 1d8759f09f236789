"""Hard rule 2: each branch receives between its minimum and its maximum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reassign.check.linear import Part, Row, pair
from reassign.check.question import Question
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule
from reassign.domain.roster import Branch, Member


class BranchQuota(Rule):
    """Limits on the received members; minima are a level instead where shortfall is allowed."""

    name = "branch_quota"

    def in_branch(self, question: Question, branch: Branch, received: Sequence[Member]) -> Iterator[Violation]:
        """The number of received members is within the limits."""
        count, upper = len(received), question.maximum[branch.id]
        if count < self._lower(question, branch.id) or (upper is not None and count > upper):
            yield Violation(self.name, branch=branch.id, parameters={"received": count})

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """``branch_quota, b``: the pairs of b."""
        for branch, members in part.candidates_of.items():
            coefficients = {pair(member, branch): 1 for member in members}
            yield Row((self.name, branch), coefficients, self._lower(question, branch), question.maximum[branch])

    @staticmethod
    def _lower(question: Question, branch: str) -> int:
        return 0 if question.policy.is_shortfall_allowed else question.minimum[branch]
