"""Hard rule 1: every member gets exactly one branch, and it is a candidate."""

from __future__ import annotations

from collections.abc import Iterator

from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule
from reassign.domain.roster import Member


class Candidate(Rule):
    """The branch of a member is one that scope, pins, exclusions and distances leave open.

    That the branch is one and no more is in the shape of the placements, which is checked before.
    """

    name = "candidate"

    def of_member(self, question: Question, member: Member, chosen: Chosen) -> Iterator[Violation]:
        """The branch is a candidate."""
        if not question.is_candidate(member.id, chosen[member.id]):
            yield Violation(self.name, member.id, chosen[member.id])
