"""Needed fields that somebody covers."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary, Column, Row, pair
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Needs(Twin):
    """The weight of each needed field that a placed member, not exempt, has."""

    name = Priority.NEEDS
    is_coverage = True

    def has_data(self, question: Question) -> bool:
        """Whether any branch needs anything."""
        return any(branch.needs for branch in question.branches.values())

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """Weights of the covered fields."""
        covered = {field for member in received if not member.exempt for field in member.fields}
        return sum(question.policy.needs_weights.get(field, 1) for field in set(branch.needs) & covered)

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """One column per field, held down by the members placed who have it."""
        columns, rows = [], []
        for field in dict.fromkeys(branch.needs):
            weight = question.policy.needs_weights.get(field, 1)
            able = [member.id for member in candidates if field in member.fields and not member.exempt]
            if weight and able:
                column = Column((self.name.value, branch.id, field), 1, weight)
                coefficients = {**{pair(member, branch.id): 1 for member in able}, column.key: -1}
                columns.append(column)
                rows.append(Row(("link", *column.key), coefficients, 0, None))
        return Auxiliary(tuple(columns), tuple(rows))
