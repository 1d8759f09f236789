"""Whether the reasons given for a placement are true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reassign.check.priorities.registry import PRIORITIES
from reassign.check.question import Question
from reassign.check.result import Violation
from reassign.domain.plan import Placement
from reassign.domain.policy import Level, Priority
from reassign.domain.roster import Branch, Member


def check_reasons(
    question: Question,
    placement: Placement,
    levels: Sequence[Level],
    received: Mapping[str, Sequence[Member]],
) -> Iterator[Violation]:
    """At least one reason, each true and told once, ``pinned`` first and the priorities in the order of the policy."""
    member, branch = question.members[placement.member], question.branches[placement.branch]
    told = placement.reasons
    names = [name for level in levels for name in level.names]
    ranks = [_rank(reason, names) for reason in told]
    is_orderly = len(set(told)) == len(told) and ranks == sorted(ranks) and bool(told)
    is_pin_told = ("pinned" in told) == (member.id in question.pins)
    count = len(received[branch.id])
    if not (is_orderly and is_pin_told and all(_is_true(question, reason, member, branch, count) for reason in told)):
        yield Violation("reasons", member.id, branch.id)


def _rank(reason: str, names: Sequence[Priority]) -> int:
    """Place of a reason: pins, then priorities in their order; others may stand anywhere after the pin."""
    if reason == "pinned":
        return -1
    head = reason.partition(":")[0]
    priority = _PRIORITY_OF.get(head)
    return names.index(priority) if priority in names else len(names)


_PRIORITY_OF: Mapping[str, Priority] = {
    "in_charge": Priority.IN_CHARGE,
    "special": Priority.SPECIAL,
    "residence_area": Priority.RESIDENCE,
    "residence_unit": Priority.RESIDENCE,
    "need": Priority.NEEDS,
    "committee": Priority.COMMITTEE,
    "post": Priority.POSTS,
    "continuity": Priority.CONTINUITY,
}


def _is_true(question: Question, reason: str, member: Member, branch: Branch, received: int) -> bool:
    """Whether the reason can be said of the placement; what decided among equals is not judged."""
    head, _, detail = reason.partition(":")

    def worth(name: Priority) -> int:
        return PRIORITIES[name].worth(question, member, branch)

    truths = {
        "pinned": question.pins.get(member.id) == branch.id,
        "in_charge": worth(Priority.IN_CHARGE) > 0,
        "special": branch.special and member.key_cadre,
        "residence_area": worth(Priority.RESIDENCE) == 2,
        "residence_unit": worth(Priority.RESIDENCE) == 1,
        "need": detail in branch.needs and detail in member.fields and not member.exempt,
        "committee": branch.committee_vacancies > 0 and member.committee_eligible,
        "post": detail in branch.vacant_posts and detail in member.eligible_posts,
        "continuity": question.is_stay(member.id, branch.id),
        "minimum": 0 < received <= question.minimum[branch.id],
        "balance": True,
        "distance": question.distance(member.id, branch.id) is not None,
        "draw": True,
    }
    return truths.get(head, False) and (bool(detail) == (head in {"need", "post"}))
