"""Even loads."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary, Column, Row, pair
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Balance(Twin):
    """Squares of the received members, or of the total strength."""

    name = Priority.BALANCE
    is_swap_free = True

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """The square of the load."""
        return (_before(question, branch) + len(received)) ** 2

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """One column per member above the fewest possible, worth what that step adds to the square."""
        before, upper = _before(question, branch), question.maximum[branch.id]
        most = len(candidates) if upper is None else min(upper, len(candidates))
        least = 0 if question.policy.is_shortfall_allowed else min(question.minimum[branch.id], len(candidates))
        columns = tuple(
            Column((self.name.value, branch.id, str(step)), 1, 2 * (before + step) - 1)
            for step in range(least + 1, most + 1)
        )
        constant = (before + least) ** 2
        if not columns:
            return Auxiliary(constant=constant)
        coefficients = {
            **{pair(member.id, branch.id): 1 for member in candidates},
            **{column.key: -1 for column in columns},
        }
        return Auxiliary(columns, (Row(("link", self.name.value, branch.id), coefficients, least, least),), constant)


def _before(question: Question, branch: Branch) -> int:
    return (branch.members_now or 0) if question.policy.balance_count == "total" else 0
