"""From rosters and policy to one question: pins, exclusions, limits and incumbents settled."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.policy import Policy
from reassign.domain.roster import Branch, Rosters


def make_instance(rosters: Rosters, policy: Policy, seed: int) -> Instance:
    """Settle who is pinned where, what is ruled out and where everybody comes from.

    Members and branches are put in the order of their ids, so that nothing after this point
    depends on the order of rows.

    Args:
        rosters: Rosters without error findings.
        policy: The policy.
        seed: Seed of the draw.
    """
    members = tuple(sorted(rosters.members, key=lambda member: member.id))
    branches = tuple(sorted(rosters.branches, key=lambda branch: branch.id))
    pins = {member.id: member.pinned_branch_id for member in members if member.pinned_branch_id is not None}
    pins.update({pin.member: pin.branch for pin in rosters.pins})
    exclusions = {(member.id, branch) for member in members for branch in member.excluded_branch_ids}
    exclusions.update((forbid.member, forbid.branch) for forbid in rosters.forbids)
    for dropped in policy.dropped:
        if dropped.what == "forbid":
            exclusions.discard((dropped.member, dropped.branch))
        elif pins.get(dropped.member) == dropped.branch:
            del pins[dropped.member]
    if rosters.current is None:
        incumbents = {member.id: member.current_branch_id for member in members if member.current_branch_id}
        origins = {
            member.id: member.current_branch_id or member.current_branch for member in members if member.current_branch
        }
    else:
        incumbents = {member: branch for member, branch in rosters.current.items() if branch}
        origins = {
            member: branch or rosters.current_names.get(member, "")
            for member, branch in rosters.current.items()
            if branch or rosters.current_names.get(member)
        }
    successors: dict[str, set[str]] = {}
    for succession in rosters.lineage:
        successors.setdefault(succession.from_branch, set()).add(succession.to_branch)
    return Instance(
        members=members,
        branches=branches,
        policy=policy,
        seed=seed,
        minimum={branch.id: _minimum(branch, policy) for branch in branches},
        maximum={branch.id: _maximum(branch, policy) for branch in branches},
        pins=pins,
        exclusions=frozenset(exclusions),
        incumbents=incumbents,
        successors={old: frozenset(new) for old, new in successors.items()},
        origins=origins,
        distances=rosters.distances,
        task_owners={} if rosters.revision is None else rosters.revision.task_owners,
        lots=rosters.lots,
    )


def _minimum(branch: Branch, policy: Policy) -> int:
    limit = policy.limits.branches.get(branch.id)
    if limit is not None and limit.min is not None:
        return limit.min
    return policy.limits.min if branch.min is None else branch.min


def _maximum(branch: Branch, policy: Policy) -> int | None:
    limit = policy.limits.branches.get(branch.id)
    if limit is not None and limit.is_unlimited:
        return None
    if limit is not None and limit.max is not None:
        return limit.max
    return policy.limits.max if branch.max is None else branch.max


def is_stay(instance: Instance, member: str, branch: str) -> bool:
    """Whether the member has an incumbent branch and ``branch`` is it or one of its successors."""
    incumbent = instance.incumbents.get(member)
    return incumbent is not None and (branch == incumbent or branch in instance.heirs(incumbent))


def is_move(instance: Instance, member: str, branch: str) -> bool:
    """Whether placing the member in ``branch`` leaves an incumbent branch; joiners never move."""
    return member in instance.incumbents and not is_stay(instance, member, branch)
