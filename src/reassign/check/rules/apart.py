"""Hard rule 4, second half: members who share an apart label end in different branches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reassign.check.linear import Part, Row, pair
from reassign.check.question import Question
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule
from reassign.domain.roster import Branch, Member


class Apart(Rule):
    """No label twice in a branch."""

    name = "apart"

    def in_branch(self, question: Question, branch: Branch, received: Sequence[Member]) -> Iterator[Violation]:
        """No two received members share a label."""
        del question
        labels = Counter(label for member in received for label in set(member.apart))
        for label in sorted(label for label, count in labels.items() if count > 1):
            yield Violation(self.name, branch=branch.id, parameters={"label": label})

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """``apart, label, b``: at most one of the pairs of b with the label."""
        for branch, members in part.candidates_of.items():
            groups: dict[str, list[str]] = {}
            for member in members:
                for label in dict.fromkeys(question.members[member].apart):
                    groups.setdefault(label, []).append(member)
            for label, group in groups.items():
                if len(group) > 1:
                    yield Row((self.name, label, branch), {pair(member, branch): 1 for member in group}, 0, 1)
