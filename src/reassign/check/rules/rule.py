"""What every rule answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reassign.check.linear import Part, Row
from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.domain.roster import Branch, Member


class Rule:
    """A hard rule, judged per branch, per member or over the whole plan, and its rows in a certificate.

    A rule overrides what it has to say something about.
    """

    name: str

    def in_branch(self, question: Question, branch: Branch, received: Sequence[Member]) -> Iterator[Violation]:
        """What is wrong with the members placed in a branch."""
        del question, branch, received
        yield from ()

    def of_member(self, question: Question, member: Member, chosen: Chosen) -> Iterator[Violation]:
        """What is wrong with the place of a member."""
        del question, member, chosen
        yield from ()

    def of_plan(self, question: Question, chosen: Chosen) -> Iterator[Violation]:
        """What is wrong with the plan as a whole."""
        del question, chosen
        yield from ()

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """The rows that a certificate may use."""
        del question, part
        yield from ()
