"""A question with something changed, asked again for the members and branches that the change can reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.instance import Instance
from reassign.domain.plan import Proof, weakest
from reassign.domain.policy import Level
from reassign.domain.progress import NoProgress
from reassign.model.component import split
from reassign.solve.clock import Clock
from reassign.solve.solve import Unsolvable, solve


@dataclass(frozen=True, slots=True)
class Answer:
    """The best plan of a part.

    Attributes:
        gains: Value of each level, negative where less is better, so that larger is better.
        proof: Weakest proof of the levels.
        branch_of: Branch id by member id.
    """

    gains: tuple[int, ...]
    proof: Proof
    branch_of: Mapping[str, str]


def answer(instance: Instance, levels: Sequence[Level], clock: Clock) -> Answer | None:
    """The best plan of a question by given levels; None if there is none."""
    solution = solve(split(instance), levels, NoProgress(), clock)
    if isinstance(solution, Unsolvable):
        return None
    return Answer(
        tuple(level.value if level.sense == "max" else -level.value for level in solution.levels),
        weakest(level.proof for level in solution.levels),
        solution.branch_of,
    )
