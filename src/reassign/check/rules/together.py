"""Hard rule 4, first half: members who share a together label end in one branch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reassign.check.linear import Part, Row, pair
from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule


class Together(Rule):
    """One branch per label."""

    name = "together"

    def of_plan(self, question: Question, chosen: Chosen) -> Iterator[Violation]:
        """Every group is in one branch."""
        for label, members in groups(question, tuple(question.members)).items():
            if len({chosen[member] for member in members}) > 1:
                yield Violation(self.name, parameters={"label": label, "members": "; ".join(members)})

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """``together, label, m, b``: the member before and m are in b or neither is."""
        for label, members in groups(question, part.members).items():
            for before, member in pairwise(members):
                for branch in sorted({*question.candidates(before), *question.candidates(member)}):
                    coefficients = {
                        pair(who, branch): sign
                        for who, sign in ((before, 1), (member, -1))
                        if question.is_candidate(who, branch)
                    }
                    yield Row((self.name, label, member, branch), coefficients, 0, 0)


def groups(question: Question, members: tuple[str, ...]) -> dict[str, list[str]]:
    """Ids of the members by together label, ascending."""
    found: dict[str, list[str]] = {}
    for member in members:
        for label in dict.fromkeys(question.members[member].together):
            found.setdefault(label, []).append(member)
    return found
