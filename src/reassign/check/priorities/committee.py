"""Committee vacancies that can be filled."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary, Column, Row, pair
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Committee(Twin):
    """Eligible members placed in a branch, up to its vacancies."""

    name = Priority.COMMITTEE
    is_coverage = True

    def has_data(self, question: Question) -> bool:
        """Whether any committee has a vacancy."""
        return any(branch.committee_vacancies for branch in question.branches.values())

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """Vacancies filled."""
        del question
        return min(branch.committee_vacancies, sum(member.committee_eligible for member in received))

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """One column up to the vacancies, held down by the eligible members placed."""
        del question
        eligible = [member.id for member in candidates if member.committee_eligible]
        high = min(branch.committee_vacancies, len(eligible))
        if not high:
            return Auxiliary()
        column = Column((self.name.value, branch.id), high, 1)
        coefficients = {**{pair(member, branch.id): 1 for member in eligible}, column.key: -1}
        return Auxiliary((column,), (Row(("link", *column.key), coefficients, 0, None),))
