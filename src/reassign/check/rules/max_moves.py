"""Hard rule 5, first half: the number of moves is limited."""

from __future__ import annotations

from collections.abc import Iterator

from reassign.check.linear import Part, Row, pair
from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.check.rules.rule import Rule


class MaxMoves(Rule):
    """Moves in all, forced ones included, joiners not."""

    name = "max_moves"

    def of_plan(self, question: Question, chosen: Chosen) -> Iterator[Violation]:
        """No more moves than allowed."""
        limit = question.policy.max_moves
        if limit is None:
            return
        moves = sum(question.is_move(member, branch) for member, branch in chosen.items())
        if moves > limit:
            yield Violation(self.name, parameters={"moves": moves, "max": limit})

    def rows(self, question: Question, part: Part) -> Iterator[Row]:
        """``max_moves``: the pairs that are moves."""
        if question.policy.max_moves is None:
            return
        coefficients = {
            pair(member, branch): 1
            for member in part.members
            for branch in question.candidates(member)
            if question.is_move(member, branch)
        }
        yield Row((self.name,), coefficients, 0, question.policy.max_moves)
