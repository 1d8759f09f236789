"""From a placement to the plan that people read: loads, tasks, reasons, what to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.plan import BranchLoad, LevelResult, Placement, Plan, Proof, ReviewItem
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member
from reassign.model.distance import pair_distance
from reassign.model.exchange import interchangeable
from reassign.model.instance import is_move
from reassign.model.placed import Placed
from reassign.model.priorities.needs import can_cover
from reassign.model.priorities.posts import fill_posts
from reassign.model.priorities.registry import PRIORITIES
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
    covered = responsible_members(branch, members, placed.instance.seed, before)
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


def _review(placed: Placed, loads: Sequence[BranchLoad]) -> list[ReviewItem]:
    """What a person has to decide or to know: members in their order, then branches."""
    items = []
    distance = PRIORITIES[Priority.DISTANCE]
    has_distance = distance.has_data(placed.instance) and any(
        Priority.DISTANCE in level.names for level in placed.levels
    )
    has_residence = any(Priority.RESIDENCE in level.names for level in placed.levels)
    for member in placed.instance.members:
        branch = placed.branches[placed.branch_of[member.id]]
        if member.id in placed.instance.pins and branch.unit != member.unit:
            items.append(ReviewItem("pin_crosses_units", member.id, branch.id))
        if has_residence and not member.residence_unit:
            items.append(ReviewItem("residence_unknown", member.id, branch.id))
        if has_distance and pair_distance(placed.instance, member, branch) is None:
            items.append(ReviewItem("distance_missing", member.id, branch.id))
    items.extend(
        ReviewItem("minimum_missed", branch=load.branch, parameters={"have": load.received, "need": load.min})
        for load in loads
        if load.received < load.min
    )
    return items
