"""Whether the reasons given for a placement are true, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reassign.check.priorities.registry import PRIORITIES
from reassign.check.question import Question
from reassign.check.result import Violation
from reassign.domain.plan import Placement, Plan
from reassign.domain.policy import Level, Priority

JUDGED: Mapping[str, Priority] = {
    "in_charge": Priority.IN_CHARGE,
    "special": Priority.SPECIAL,
    "residence_area": Priority.RESIDENCE,
    "residence_unit": Priority.RESIDENCE,
    "need": Priority.NEEDS,
    "committee": Priority.COMMITTEE,
    "post": Priority.POSTS,
    "continuity": Priority.CONTINUITY,
}
"""Reasons that follow from rosters, tasks and posts, with the priority that gives them weight."""

COMPARED = frozenset({"minimum", "balance", "distance"})
"""Reasons that compare with other places; told or not, they mislead nobody about a fact."""


RANKED: Mapping[str, Priority] = {
    "minimum": Priority.BALANCE,
    "balance": Priority.BALANCE,
    "distance": Priority.DISTANCE,
}
"""Where a comparing reason stands; the minimum with the balance, or last where nobody asks for balance."""


def check_reasons(question: Question, plan: Plan, levels: Sequence[Level]) -> Iterator[Violation]:
    """Every reason that holds is told once and no other: pins, then priorities in the order of the policy.

    The draw is a reason where a swap would cost nothing, and where there is no other.
    """
    names = [name for level in levels for name in level.names]
    posts = {load.branch: load.posts for load in plan.branches}
    received = {load.branch: load.received for load in plan.branches}
    for placement in plan.placements:
        told = placement.reasons
        held = {post for post, names_of in posts[placement.branch].items() if placement.member in names_of}
        true = set(_true_reasons(question, placement, names, held))
        compared = COMPARED.intersection(told)
        if placement.interchangeable_with or not true | compared:
            true.add("draw")
        ranks = [_rank(reason, names) for reason in told]
        is_minimum_possible = received[placement.branch] <= question.minimum[placement.branch]
        if (
            set(told) - compared != true
            or len(set(told)) != len(told)
            or ranks != sorted(ranks)
            or ("minimum" in compared and not is_minimum_possible)
        ):
            yield Violation("reasons", placement.member, placement.branch)


def _true_reasons(
    question: Question, placement: Placement, names: Sequence[Priority], posts: set[str]
) -> Iterator[str]:
    """Reasons that hold, in any order."""
    member, branch = question.members[placement.member], question.branches[placement.branch]
    residence = PRIORITIES[Priority.RESIDENCE].worth(question, member, branch)
    is_in_charge = bool(PRIORITIES[Priority.IN_CHARGE].worth(question, member, branch))
    holds = {
        "in_charge": is_in_charge,
        "special": branch.special and member.key_cadre,
        "residence_area": residence == 2,
        "residence_unit": residence == 1,
        "committee": branch.committee_vacancies > 0 and member.committee_eligible,
        "continuity": question.is_stay(member.id, branch.id),
        **{f"need:{field}": True for field in placement.tasks},
        **{f"post:{post}": True for post in posts},
    }
    if member.id in question.pins:
        yield "pinned"
    for reason, is_held in holds.items():
        if is_held and JUDGED[reason.partition(":")[0]] in names:
            yield reason


def _rank(reason: str, names: Sequence[Priority]) -> int:
    """Place of a reason: pins, then priorities in their order, the draw last."""
    head = reason.partition(":")[0]
    if head == "pinned":
        return -1
    priority = JUDGED.get(head) or RANKED.get(head)
    return names.index(priority) if priority in names else len(names)
