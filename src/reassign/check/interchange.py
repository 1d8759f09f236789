"""Whose places could be swapped at no loss above the draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reassign.check.priorities.registry import PRIORITIES
from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.check.rules.registry import RULES
from reassign.domain.plan import Plan
from reassign.domain.policy import Level
from reassign.domain.roster import Member


def check_interchangeable(
    question: Question,
    plan: Plan,
    levels: Sequence[Level],
    chosen: Chosen,
    received: Mapping[str, Sequence[Member]],
) -> Iterator[Violation]:
    """Each member names exactly those whose swap costs nothing, ids ascending."""
    above = [level for level in levels[:-1] if not all(PRIORITIES[name].is_swap_free for name in level.names)]
    # Levels that are sums over pairs are cheap to judge and rule out most swaps.
    above.sort(key=lambda level: any(PRIORITIES[name].is_coverage for name in level.names))
    partners: dict[str, list[str]] = {member: [] for member in question.members}
    for one, other in _pairs(question, chosen):
        if _is_free(question, above, chosen, received, one, other):
            partners[one].append(other)
            partners[other].append(one)
    for placement in plan.placements:
        if list(placement.interchangeable_with) != sorted(partners[placement.member]):
            yield Violation("interchangeable", placement.member, placement.branch)


def _pairs(question: Question, chosen: Chosen) -> Iterator[tuple[str, str]]:
    """Members in different branches who could each take the other's."""
    placed_in: dict[str, list[str]] = {}
    for member, branch in chosen.items():
        placed_in.setdefault(branch, []).append(member)
    for one in question.members:
        for branch in question.candidates(one):
            if branch == chosen[one]:
                continue
            for other in placed_in.get(branch, ()):
                if one < other and question.is_candidate(other, chosen[one]):
                    yield one, other


def _is_free(
    question: Question,
    above: Sequence[Level],
    chosen: Chosen,
    received: Mapping[str, Sequence[Member]],
    one: str,
    other: str,
) -> bool:
    """Whether the swap breaks no rule and makes no level above the draw worse."""
    here, there = chosen[one], chosen[other]
    swapped = {
        here: _replaced(received[here], question.members[one], question.members[other]),
        there: _replaced(received[there], question.members[other], question.members[one]),
    }
    before = {here: received[here], there: received[there]}
    for level in above:
        loss = _value(question, level, before) - _value(question, level, swapped)
        if (loss if level.sense == "max" else -loss) > 0:
            return False
    return _is_allowed(question, chosen, swapped, one, other)


def _is_allowed(
    question: Question, chosen: Chosen, swapped: Mapping[str, Sequence[Member]], one: str, other: str
) -> bool:
    after = {**chosen, one: chosen[other], other: chosen[one]}
    for rule in RULES.values():
        for member in (one, other):
            if any(rule.of_member(question, question.members[member], after)):
                return False
        for branch, members in swapped.items():
            if any(rule.in_branch(question, question.branches[branch], members)):
                return False
        if any(rule.of_plan(question, after)):
            return False
    return True


def _value(question: Question, level: Level, received: Mapping[str, Sequence[Member]]) -> int:
    return sum(
        factor * PRIORITIES[name].value_in(question, question.branches[branch], members)
        for name, factor in level.signed_terms
        if not PRIORITIES[name].is_swap_free
        for branch, members in received.items()
    )


def _replaced(members: Sequence[Member], leaver: Member, joiner: Member) -> tuple[Member, ...]:
    return tuple(joiner if member is leaver else member for member in members)
