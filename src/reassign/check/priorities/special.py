"""Special branches with a key cadre."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary, Column, Row, pair
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Special(Twin):
    """1 for each special branch that receives at least one key cadre."""

    name = Priority.SPECIAL
    is_coverage = True

    def has_data(self, question: Question) -> bool:
        """Whether there are special branches and key cadres."""
        is_any_special = any(branch.special for branch in question.branches.values())
        return is_any_special and any(member.key_cadre for member in question.members.values())

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """1 if the branch is special and has a key cadre."""
        del question
        return int(branch.special and any(member.key_cadre for member in received))

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """One column, held down by the key cadres placed."""
        del question
        cadres = [member.id for member in candidates if member.key_cadre]
        if not (branch.special and cadres):
            return Auxiliary()
        column = Column((self.name.value, branch.id), 1, 1)
        coefficients = {**{pair(cadre, branch.id): 1 for cadre in cadres}, column.key: -1}
        return Auxiliary((column,), (Row(("link", *column.key), coefficients, 0, None),))
