"""Hard rule 5, second half: protected members do not move."""

from __future__ import annotations

from collections.abc import Iterator

from reassign.check.linear import Part, Row, pair
from reassign.check.question import Chosen, Question, matches
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule
from reassign.domain.roster import Member


class Protect(Rule):
    """Members whom the policy protects stay in their incumbent branch or a successor of it."""

    name = "protect"

    def of_member(self, question: Question, member: Member, chosen: Chosen) -> Iterator[Violation]:
        """A protected member has not moved."""
        if _is_protected(question, member) and question.is_move(member.id, chosen[member.id]):
            yield Violation(self.name, member.id, chosen[member.id])

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """``protect, m``: the pairs of m that are moves."""
        for member in part.members:
            if _is_protected(question, question.members[member]):
                coefficients = {
                    pair(member, branch): 1
                    for branch in question.candidates(member)
                    if question.is_move(member, branch)
                }
                yield Row((self.name, member), coefficients, 0, 0)


def _is_protected(question: Question, member: Member) -> bool:
    return question.policy.protect is not None and matches(member, question.policy.protect)
