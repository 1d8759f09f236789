"""The lots."""

from __future__ import annotations

from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Draw(Twin):
    """The sum of the lots, which anybody can draw again from the seed."""

    name = Priority.DRAW

    def worth(self, question: Question, member: Member, branch: Branch) -> int:
        """The lot of the pair."""
        return question.lot(member.id, branch.id)
