"""Members in the branch they are in charge of."""

from __future__ import annotations

from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class InCharge(Twin):
    """Named by the branch's id, or inside the member's own unit by its name or one of its areas."""

    name = Priority.IN_CHARGE

    def has_data(self, question: Question) -> bool:
        """Whether anybody is in charge of anything."""
        return any(member.in_charge_of for member in question.members.values())

    def worth(self, question: Question, member: Member, branch: Branch) -> int:
        """1 if the member is in charge of the branch."""
        del question
        names = {branch.id}
        if branch.unit == member.unit:
            names |= {branch.name, *branch.areas}
        return int(not names.isdisjoint(member.in_charge_of))
