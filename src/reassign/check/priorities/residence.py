"""Members in the branch of the area or unit where they live."""

from __future__ import annotations

from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Residence(Twin):
    """2 for the area (same unit), 1 for the unit, 0 otherwise or if unknown."""

    name = Priority.RESIDENCE

    def has_data(self, question: Question) -> bool:
        """Whether it is known of anybody where they live."""
        return any(member.residence_unit for member in question.members.values())

    def worth(self, question: Question, member: Member, branch: Branch) -> int:
        """2, 1 or 0."""
        del question
        if not member.residence_unit or member.residence_unit != branch.unit:
            return 0
        return 2 if member.residence_area and member.residence_area in branch.areas else 1
