"""From a placement to the plan that people read: loads, tasks, reasons, what to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reassign.domain.plan import BranchLoad, LevelResult, Placement, Plan, Proof, ReviewItem
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member
from reassign.domain.vietnamese import fold
from reassign.model.distance import pair_distance
from reassign.model.exchange import interchangeable
from reassign.model.instance import is_move, is_stay
from reassign.model.placed import Placed
from reassign.model.priorities.needs import can_cover
from reassign.model.priorities.posts import fill_posts
from reassign.model.priorities.registry import PRIORITIES
from reassign.model.priorities.residence import IN_AREA, closeness
from reassign.model.reasons import reasons_for
from reassign.model.tasks import responsible_members


def to_plan(placed: Placed, levels: Sequence[LevelResult], certificate: Mapping[str, object]) -> Plan:
    """Describe a placement: loads by branch, then each member's reasons and tasks.

    Placements are sorted by unit of the branch, branch id and member id; branches by unit and id.
    """
    branches = sorted(placed.instance.branches, key=lambda branch: (branch.unit, branch.id))
    loads = [_load(placed, branch) for branch in branches]
    swaps = interchangeable(placed)
    placements = []
    for load in loads:
        for member in placed.received[load.branch]:
            tasks = tuple(field for field, owner in load.covered.items() if owner == member.id)
            others = swaps.get(member.id, ())
            placements.append(
                Placement(
                    member=member.id,
                    branch=load.branch,
                    from_branch=placed.instance.origins.get(member.id),
                    is_pinned=member.id in placed.instance.pins,
                    has_moved=is_move(placed.instance, member.id, load.branch),
                    reasons=reasons_for(placed, member, load, tasks, is_interchangeable=bool(others)),
                    tasks=tasks,
                    interchangeable_with=others,
                )
            )
    return Plan(
        status="feasible" if any(level.proof is Proof.NONE for level in levels) else "optimal",
        levels=tuple(levels),
        placements=tuple(placements),
        branches=tuple(loads),
        review=tuple(_review(placed, loads)),
        certificate=certificate,
    )


def _load(placed: Placed, branch: Branch) -> BranchLoad:
    """What a branch receives, and what that covers."""
    members = placed.received[branch.id]
    needs = tuple(dict.fromkeys(branch.needs))
    owners = placed.instance.task_owners
    before = {field: owners[branch.id, field] for field in needs if (branch.id, field) in owners}
    covered = responsible_members(branch, members, placed.instance.seed, before, placed.instance.lots)
    return BranchLoad(
        branch=branch.id,
        received=len(members),
        min=placed.instance.minimum[branch.id],
        max=placed.instance.maximum[branch.id],
        covered={field: covered[field] for field in needs if field in covered},
        uncovered=tuple(field for field in needs if not any(can_cover(member, field) for member in members)),
        committee_candidates=_committee_candidates(branch, members),
        posts=fill_posts(branch, members),
    )


def _committee_candidates(branch: Branch, members: Sequence[Member]) -> tuple[str, ...]:
    """Eligible members placed where the committee has vacancies."""
    if not branch.committee_vacancies:
        return ()
    return tuple(member.id for member in members if member.committee_eligible)


def _undetermined(placed: Placed, member: Member, branch: Branch) -> Iterator[ReviewItem]:
    """A member of an old branch with several successors whose home does not tell which one is theirs."""
    instance = placed.instance
    if member.id in instance.pins or not is_stay(instance, member.id, branch.id):
        return
    heirs = instance.heirs(instance.incumbents[member.id])
    stays = [placed.branches[each] for each in sorted(heirs & placed.branches.keys())]
    homes = [each for each in stays if closeness(member, each) == IN_AREA]
    if len(stays) > 1 and len(homes) != 1:
        yield ReviewItem("successor_undetermined", member.id, branch.id, {"count": len(stays)})


def _concurrent_posts(placed: Placed, loads: Sequence[BranchLoad]) -> Iterator[ReviewItem]:
    """Members who hold two posts of the roster or more: those they have (``post``, a list) and those they get."""
    known = {fold(post): post for branch in placed.instance.branches for post in branch.vacant_posts}
    if not known:
        return
    for load in loads:
        for member in placed.received[load.branch]:
            has = {known[word] for part in member.post.split(";") if (word := fold(part)) in known}
            posts = sorted(has | {post for post, holders in load.posts.items() if member.id in holders})
            if len(posts) > 1:
                yield ReviewItem(
                    "concurrent_posts", member.id, load.branch, {"count": len(posts), "posts": "; ".join(posts)}
                )


def _review(placed: Placed, loads: Sequence[BranchLoad]) -> list[ReviewItem]:
    """What a person has to decide or to know: members in their order, then branches."""
    items = []
    distance = PRIORITIES[Priority.DISTANCE]
    has_distance = distance.has_data(placed.instance) and any(
        Priority.DISTANCE in level.names for level in placed.levels
    )
    has_residence = any(Priority.RESIDENCE in level.names for level in placed.levels)
    missing = 0
    for member in placed.instance.members:
        branch = placed.branches[placed.branch_of[member.id]]
        if member.id in placed.instance.pins and branch.unit != member.unit:
            items.append(ReviewItem("pin_crosses_units", member.id, branch.id))
        if has_residence and not member.residence_unit:
            items.append(ReviewItem("residence_unknown", member.id, branch.id))
        missing += has_distance and pair_distance(placed.instance, member, branch) is None
        items.extend(_undetermined(placed, member, branch))
    if missing:
        # A line each would hide what else there is to decide.
        items.append(ReviewItem("distance_missing", parameters={"count": missing}))
    items.extend(_concurrent_posts(placed, loads))
    items.extend(
        ReviewItem("minimum_missed", branch=load.branch, parameters={"have": load.received, "need": load.min})
        for load in loads
        if load.received < load.min
    )
    return items
