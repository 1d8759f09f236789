"""Members missing from the minima."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary, Column, Row, pair
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Shortfall(Twin):
    """What each branch receives too few, where the policy allows it."""

    name = Priority.SHORTFALL
    is_swap_free = True

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """Members missing."""
        return max(0, question.minimum[branch.id] - len(received))

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """One column that makes up for the members missing."""
        minimum = question.minimum[branch.id]
        if not minimum:
            return Auxiliary()
        column = Column((self.name.value, branch.id), minimum, 1)
        coefficients = {**{pair(member.id, branch.id): 1 for member in candidates}, column.key: 1}
        return Auxiliary((column,), (Row(("link", *column.key), coefficients, minimum, None),))
