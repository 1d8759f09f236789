"""Whether a plan lists what a person has to decide, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.domain.plan import Plan, ReviewItem
from reassign.domain.policy import Level, Priority


def check_reviews(question: Question, plan: Plan, levels: Sequence[Level], chosen: Chosen) -> Iterator[Violation]:
    """Every item once: unknown residences and distances that counted, pins across units."""
    names = {name for level in levels for name in level.names}
    expected = Counter(map(_key, _expected(question, names, chosen)))
    told = Counter(map(_key, plan.review))
    for code, member, branch, _ in sorted((expected - told) + (told - expected)):
        yield Violation("review_item", member, branch, {"code": code})


def _expected(question: Question, names: set[Priority], chosen: Chosen) -> Iterator[ReviewItem]:
    # Where no distance at all is known, one line about each member would say nothing.
    is_distance_known = Priority.DISTANCE in names and question.has_distances
    for member_id, branch_id in chosen.items():
        member, branch = question.members[member_id], question.branches[branch_id]
        if Priority.RESIDENCE in names and not member.residence_unit:
            yield ReviewItem("residence_unknown", member_id, branch_id)
        if is_distance_known and question.distance(member_id, branch_id) is None:
            yield ReviewItem("distance_missing", member_id, branch_id)
        if member_id in question.pins and branch.unit != member.unit:
            yield ReviewItem("pin_crosses_units", member_id, branch_id)
    received = Counter(chosen.values())
    for branch_id, minimum in question.minimum.items():
        if received[branch_id] < minimum:
            yield ReviewItem(
                "minimum_missed", branch=branch_id, parameters={"have": received[branch_id], "need": minimum}
            )


def _key(item: ReviewItem) -> tuple[str, str, str, str]:
    return item.code, item.member, item.branch, repr(sorted(item.parameters.items()))
