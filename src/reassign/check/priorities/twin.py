"""What every priority answers."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Twin:
    """The value of a priority, branch by branch, and its linear form in a certificate.

    Attributes:
        name: The priority.
        is_swap_free: Whether swapping two members between branches never changes the value.
        is_coverage: Whether the value of a branch is more than the sum over its pairs.
    """

    name: Priority
    is_swap_free: bool = False
    is_coverage: bool = False

    def has_data(self, question: Question) -> bool:
        """Whether the rosters hold anything that it speaks about."""
        del question
        return True

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """What the members placed in a branch add to the value of the plan."""
        return sum(self.worth(question, member, branch) for member in received)

    def worth(self, question: Question, member: Member, branch: Branch) -> int:
        """What a pair alone adds to the value."""
        del question, member, branch
        return 0

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """Columns and rows for what a branch adds beyond its pairs."""
        del question, branch, candidates
        return Auxiliary()
