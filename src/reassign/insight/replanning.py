"""How a plan differs from the plan it was made from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reassign.domain.instance import Instance
from reassign.domain.plan import Placement, Plan, Proof
from reassign.domain.policy import MemberFilter, Policy, Priority, single_level
from reassign.domain.progress import Progress
from reassign.domain.replanning import LostOwner, Move, Replanning, Standstill, Strength
from reassign.domain.roster import Branch, Member, Rosters
from reassign.insight.edit_prices import price_edits
from reassign.insight.moves import moves_of
from reassign.insight.variation import Answer, answer
from reassign.model.filters import is_matching
from reassign.model.instance import is_move
from reassign.model.priorities.registry import levels_of
from reassign.solve.clock import Clock


def replanning_policy(policy: Policy) -> Policy:
    """The policy with continuity first, unless it names an order itself."""
    if policy.is_order_given:
        return policy
    first = single_level(Priority.CONTINUITY)
    return replace(policy, order=(first, *(level for level in policy.order if level != first)))


def describe_replan(
    instance: Instance,
    rosters: Rosters,
    plan: Plan,
    old: Sequence[Placement],
    clock: Clock,
    progress: Progress,
) -> Replanning:
    """Who moves and why, who stays, what edits cost, which needs lost their owner.

    Args:
        instance: The question.
        rosters: The rosters, with what the old plan decides.
        plan: The best plan.
        old: Placements of the old plan; empty if it is a table that tells only branches.
        clock: When to stop asking.
        progress: Told of every question.
    """
    revision = rosters.revision
    edits = revision.edits if revision is not None else ()
    edited = frozenset(edit.member for edit in edits if edit.branch)
    changed = frozenset(event.member for event in rosters.events if event.kind == "post")
    moves = moves_of(instance, plan, edited, changed, clock, progress)
    fewest, proof = _fewest(instance, plan, len(moves), clock)
    present = {member.id for member in instance.members}
    # Only our own plan tells its branches; what another table calls a branch may never have been one of the roster.
    closed = {
        member
        for member in present - instance.incumbents.keys()
        if instance.origins.get(member) in rosters.former_names
    }
    return Replanning(
        moves=moves,
        stayed=len(instance.incumbents.keys() & present) - len(moves),
        closed=tuple(
            Move(each.member, instance.origins[each.member], each.branch, "closed", instance.origins[each.member])
            for each in plan.placements
            if each.member in closed
        ),
        joiners=tuple(sorted(present - instance.incumbents.keys() - closed)),
        leavers=tuple(sorted({placement.member for placement in old} - present)),
        fewest=fewest,
        fewest_proof=proof,
        protected=None if instance.policy.protect is None else len(matching(instance.members, instance.policy.protect)),
        prices=price_edits(instance, plan, edits, clock, progress),
        pins={} if revision is None else revision.pins,
        lost=tuple(_lost(instance, plan)),
    )


def matching(members: Iterable[Member], wanted: MemberFilter) -> tuple[str, ...]:
    """Ids of the members who match a filter."""
    return tuple(member.id for member in members if is_matching(member, wanted))


def _fewest(instance: Instance, plan: Plan, moves: int, clock: Clock) -> tuple[int | None, Proof]:
    """Fewest moves that any plan needs."""
    first = plan.levels[0] if plan.levels else None
    if first is not None and first.names == (Priority.CONTINUITY.value,):
        return moves, first.proof
    if not moves:
        return 0, Proof.CERTIFICATE
    found = _stillest(replace(instance, policy=replace(instance.policy, max_moves=None)), clock)
    if found is None:
        return None, Proof.NONE
    return len(_moving(instance, found.branch_of)), found.proof


def _stillest(instance: Instance, clock: Clock) -> Answer | None:
    """A plan in which the fewest members move; None if there is no plan."""
    order = (single_level(Priority.CONTINUITY),)
    question = replace(instance, policy=replace(instance.policy, order=order, is_order_given=True))
    return answer(question, levels_of(question), clock)


def _moving(instance: Instance, branch_of: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(member for member, branch in sorted(branch_of.items()) if is_move(instance, member, branch))


def why_nobody_may_move(instance: Instance, clock: Clock) -> Standstill:
    """Where there is no plan: whether it is because too many would have to move, or somebody who is protected.

    Args:
        instance: The question.
        clock: When to stop asking.
    """
    policy = instance.policy
    fewest: int | None = None
    must: tuple[str, ...] = ()
    if policy.max_moves is not None:
        found = _stillest(replace(instance, policy=replace(policy, max_moves=None)), clock)
        fewest = None if found is None else len(_moving(instance, found.branch_of))
    if policy.protect is not None:
        protected = frozenset(matching(instance.members, policy.protect))
        kept = {member: branch for member, branch in instance.incumbents.items() if member in protected}
        free = replace(instance, incumbents=kept, policy=replace(policy, protect=None, max_moves=None))
        found = _stillest(free, clock)
        must = () if found is None else _moving(free, found.branch_of)
    return Standstill(fewest, must)


def _lost(instance: Instance, plan: Plan) -> Iterator[LostOwner]:
    """Needs that somebody else answers for now, or nobody."""
    for load in plan.branches:
        for need in (*load.covered, *load.uncovered):
            before = instance.task_owners.get((load.branch, need))
            after = load.covered.get(need, "")
            if before is not None and before != after:
                yield LostOwner(load.branch, need, before, after)


def strengths(
    rosters: Rosters,
    old_branches: Iterable[Branch],
    old: Sequence[Placement],
    carried: Mapping[str, Strength] | None = None,
) -> Mapping[str, Strength]:
    """Members and officials of each branch once the old plan is carried out, before the new one is.

    A branch that has one predecessor, or several that went wholly into it, takes their members over; where a
    predecessor was split, nobody knows how many of its members live where, and the branch is left out. Whom the member
    roster still calls a member of another branch, the old plan has not brought yet.

    Args:
        rosters: The rosters of today.
        old_branches: Branches as they were when the old plan was made, with their strength then.
        old: Placements of the old plan.
        carried: What an old plan that was a re-plan itself has carried over; newer than ``old_branches``.
    """
    members = {member.id: member for member in rosters.members}
    known = carried or {}
    before = {
        branch.id: _after_plan(
            branch.id, known.get(branch.id, Strength(branch.members_now, branch.officials_now)), members, old
        )
        for branch in old_branches
    }
    present = {branch.id for branch in rosters.branches}
    heirs = {branch: {branch} & present for branch in before}
    for step in rosters.lineage:
        heirs.setdefault(step.from_branch, {step.from_branch} & present).add(step.to_branch)
    found = {}
    for branch in rosters.branches:
        sources = [old_branch for old_branch, into in heirs.items() if branch.id in into]
        if sources and all(len(heirs[each]) == 1 and each in before for each in sources):
            found[branch.id] = _together([before[each] for each in sources])
    return {branch: strength for branch, strength in found.items() if strength.members is not None}


def _after_plan(branch: str, start: Strength, members: Mapping[str, Member], old: Sequence[Placement]) -> Strength:
    """Strength of a branch with those whom the old plan brought and without those whom it took away, or who left."""
    came = [
        each
        for each in old
        if each.branch == branch != each.from_branch
        and each.member in members
        and _is_carried_out(each, members[each.member])
    ]
    went = [each for each in old if each.from_branch == branch and _is_gone(each, members)]
    known = start.members
    officials = start.officials
    if officials is not None:
        officials += sum(members[each.member].is_official for each in came)
        # Whoever has left the roster is taken for an official member; most are, and the roster cannot tell any more.
        officials -= sum(each.member not in members or members[each.member].is_official for each in went)
    return Strength(None if known is None else known + len(came) - len(went), officials)


def _is_gone(placement: Placement, members: Mapping[str, Member]) -> bool:
    member = members.get(placement.member)
    return member is None or (placement.branch != placement.from_branch and _is_carried_out(placement, member))


def _is_carried_out(placement: Placement, member: Member) -> bool:
    """Whether the member has arrived where the old plan puts them: as the roster says, else taken for granted."""
    return not member.current_branch or member.current_branch_id == placement.branch


def _together(parts: Sequence[Strength]) -> Strength:
    members = [part.members for part in parts]
    officials = [part.officials for part in parts]
    return Strength(
        None if None in members else sum(count for count in members if count is not None),
        None if None in officials else sum(count for count in officials if count is not None),
    )


def last_day(
    told: datetime.date | None, effective: datetime.date | None, old: datetime.date | None
) -> datetime.date | None:
    """Last day whose events count: as told, else the policy's date if it was moved on since the old plan, else all."""
    if told is not None:
        return told
    if effective is not None and old is not None and effective > old:
        return effective
    return None
