"""Whether a plan lists what a person has to decide, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reassign.check.question import Chosen, Question
from reassign.check.result import Violation
from reassign.domain.plan import Plan, ReviewItem
from reassign.domain.policy import Level, Priority
from reassign.domain.vietnamese import fold


def check_reviews(question: Question, plan: Plan, levels: Sequence[Level], chosen: Chosen) -> Iterator[Violation]:
    """Every item once: unknown residences and distances that counted, pins across units."""
    names = {name for level in levels for name in level.names}
    expected = Counter(map(_key, _expected(question, names, chosen)))
    expected += Counter(map(_key, _successors(question, chosen)))
    expected += Counter(map(_key, _posts(question, plan)))
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
        if member_id in question.pins and branch.unit != member.unit:
            yield ReviewItem("pin_crosses_units", member_id, branch_id)
    missing = sum(question.distance(*pair) is None for pair in chosen.items()) if is_distance_known else 0
    if missing:
        yield ReviewItem("distance_missing", parameters={"count": missing})
    received = Counter(chosen.values())
    for branch_id, minimum in question.minimum.items():
        if received[branch_id] < minimum:
            yield ReviewItem(
                "minimum_missed", branch=branch_id, parameters={"have": received[branch_id], "need": minimum}
            )


def _successors(question: Question, chosen: Chosen) -> Iterator[ReviewItem]:
    """Members who stay in one of several successors although no single one of them covers where they live."""
    for member_id, branch_id in chosen.items():
        member = question.members[member_id]
        open_to = [
            question.branches[place] for place in question.stays.get(member_id, ()) if place in question.branches
        ]
        if member_id in question.pins or branch_id not in {place.id for place in open_to} or len(open_to) == 1:
            continue
        at_home = sum(place.unit == member.residence_unit and member.residence_area in place.areas for place in open_to)
        if not member.residence_area or at_home != 1:
            yield ReviewItem("successor_undetermined", member_id, branch_id, {"count": len(open_to)})


def _posts(question: Question, plan: Plan) -> Iterator[ReviewItem]:
    """Whoever holds more than one of the posts that the rosters know, old and new ones together."""
    spelled: dict[str, str] = {}
    for branch in question.branches.values():
        spelled.update({fold(post): post for post in branch.vacant_posts})
    if not spelled:
        return
    given: dict[str, set[str]] = {}
    for load in plan.branches:
        for post, holders in load.posts.items():
            for holder in holders:
                given.setdefault(holder, set()).add(post)
    for placement in plan.placements:
        written = {fold(part) for part in question.members[placement.member].post.split(";")}
        held = given.get(placement.member, set()) | {post for key, post in spelled.items() if key in written}
        if len(held) >= 2:
            yield ReviewItem(
                "concurrent_posts",
                placement.member,
                placement.branch,
                {"count": len(held), "posts": "; ".join(sorted(held))},
            )


def _key(item: ReviewItem) -> tuple[str, str, str, str]:
    return item.code, item.member, item.branch, repr(sorted(item.parameters.items()))
