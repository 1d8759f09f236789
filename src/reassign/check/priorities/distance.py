"""Short ways."""

from __future__ import annotations

from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Distance(Twin):
    """Distances from the table or the coordinates; missing ones count zero."""

    name = Priority.DISTANCE

    def has_data(self, question: Question) -> bool:
        """Whether there is a table, or coordinates on both sides."""
        return question.has_distances

    def worth(self, question: Question, member: Member, branch: Branch) -> int:
        """The distance of the pair."""
        return question.distance(member.id, branch.id) or 0
