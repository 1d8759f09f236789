"""Values of the levels, recomputed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reassign.check.priorities.registry import PRIORITIES
from reassign.check.question import Chosen, Question
from reassign.domain.policy import Level
from reassign.domain.roster import Member


def receive(question: Question, chosen: Chosen) -> Mapping[str, tuple[Member, ...]]:
    """Members placed in every branch, by branch id."""
    received: dict[str, list[Member]] = {branch: [] for branch in question.branches}
    for member, branch in sorted(chosen.items()):
        received[branch].append(question.members[member])
    return {branch: tuple(members) for branch, members in received.items()}


def level_value(
    question: Question, level: Level, received: Mapping[str, Sequence[Member]], branches: Iterable[str]
) -> int:
    """Value of a level in some branches; in a weighted level names of sense min count negatively."""
    places = [question.branches[branch] for branch in branches]
    return sum(
        factor * PRIORITIES[name].value_in(question, place, received[place.id])
        for name, factor in level.signed_terms
        for place in places
    )
