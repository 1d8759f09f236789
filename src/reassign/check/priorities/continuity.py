"""Members who stay."""

from __future__ import annotations

from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Continuity(Twin):
    """Members with an incumbent branch who are placed in it or in a successor of it."""

    name = Priority.CONTINUITY

    def has_data(self, question: Question) -> bool:
        """Whether anybody has an incumbent branch."""
        return bool(question.stays)

    def worth(self, question: Question, member: Member, branch: Branch) -> int:
        """1 if the member stays."""
        return int(question.is_stay(member.id, branch.id))
