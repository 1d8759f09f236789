"""What the rosters and the policy ask, settled again from the text of the model page."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from reassign.domain.policy import BranchLimit, Limits, MemberFilter, Policy
from reassign.domain.roster import Branch, Member, Rosters

EARTH_RADIUS = 6_371_008.8
"""Mean radius of the Earth [m] (IUGG)."""

Chosen: TypeAlias = Mapping[str, str]
"""Branch id by member id."""


@dataclass(frozen=True, slots=True)
class Question:
    """Rosters and policy as far as a plan is judged by them.

    Attributes:
        members: Members by id, ids ascending.
        branches: Branches by id, ids ascending.
        policy: The policy.
        seed: Seed of the draw.
        minimum: Fewest received members by branch id [members].
        maximum: Most received members by branch id [members]; None for no limit.
        pins: Branch id by member id.
        origins: Where a member comes from by member id: a branch id, an old branch, or as written.
        stays: Branches in which a member with an incumbent branch does not move, by member id.
        distances: Distance of every candidate pair by member id and branch id [m or units of the table]; None if
            missing. Its keys are the candidates, ids ascending.
        table: The distance table; None without one.
        task_owners: Who answered in the plan that is re-planned, by branch id and field; empty for a first plan.
        lots: The draw where a table holds it; None where the seed draws.
    """

    members: Mapping[str, Member]
    branches: Mapping[str, Branch]
    policy: Policy
    seed: int
    minimum: Mapping[str, int]
    maximum: Mapping[str, int | None]
    pins: Mapping[str, str]
    origins: Mapping[str, str]
    stays: Mapping[str, frozenset[str]]
    distances: Mapping[str, Mapping[str, int | None]]
    table: Mapping[str, Mapping[str, int]] | None
    task_owners: Mapping[tuple[str, str], str] = field(default_factory=dict)
    lots: Mapping[str, Mapping[str, int]] | None = None

    @property
    def has_distances(self) -> bool:
        """Whether there is a table, or coordinates on both sides."""
        return self.table is not None or (
            any(map(_point, self.members.values())) and any(map(_point, self.branches.values()))
        )

    def distance(self, member: str, branch: str) -> int | None:
        """Distance of any pair, candidate or not; None if missing."""
        if self.is_candidate(member, branch):
            return self.distances[member][branch]
        return _distance(self.table, self.members[member], self.branches[branch])

    def candidates(self, member: str) -> tuple[str, ...]:
        """Ids of the branches where the member may be placed."""
        return tuple(self.distances[member])

    def is_candidate(self, member: str, branch: str) -> bool:
        """Whether the member may be placed there."""
        return branch in self.distances[member]

    def is_stay(self, member: str, branch: str) -> bool:
        """Whether the branch is the member's incumbent one or succeeds it."""
        return branch in self.stays.get(member, frozenset())

    def is_move(self, member: str, branch: str) -> bool:
        """Whether the member leaves an incumbent branch for one that does not succeed it."""
        return member in self.stays and branch not in self.stays[member]

    def lot(self, member: str, branch: str) -> int:
        """First 20 bits of SHA-256 of ``seed|member|branch``; with a table its lot, else the greatest."""
        if self.lots is not None:
            return self.lots.get(member, {}).get(branch, 0xFFFFF)
        digest = hashlib.sha256(f"{self.seed}|{member}|{branch}".encode()).hexdigest()
        return int(digest[:5], 16)


def settle(rosters: Rosters, policy: Policy, seed: int) -> Question:
    """The question that rosters and policy put."""
    members = {member.id: member for member in sorted(rosters.members, key=lambda member: member.id)}
    branches = {branch.id: branch for branch in sorted(rosters.branches, key=lambda branch: branch.id)}
    pins = {member.id: member.pinned_branch_id for member in members.values() if member.pinned_branch_id is not None}
    pins |= {pin.member: pin.branch for pin in rosters.pins}
    lifted = {(each.member, each.branch) for each in policy.dropped if each.what == "pin"}
    pins = {member: branch for member, branch in pins.items() if (member, branch) not in lifted}
    incumbents, origins = _incumbents(rosters)
    return Question(
        members=members,
        branches=branches,
        policy=policy,
        seed=seed,
        minimum={branch.id: _minimum(branch, policy.limits) for branch in branches.values()},
        maximum={branch.id: _maximum(branch, policy.limits) for branch in branches.values()},
        pins=pins,
        origins=origins,
        stays={
            member: frozenset({old} | {step.to_branch for step in rosters.lineage if step.from_branch == old})
            for member, old in incumbents.items()
        },
        distances=_candidates(rosters, policy, pins),
        table=rosters.distances,
        task_owners=rosters.revision.task_owners if rosters.revision is not None else {},
        lots=rosters.lots,
    )


def matches(member: Member, wanted: MemberFilter) -> bool:
    """Whether a member has every wanted attribute; a list has it if it contains the value."""
    if any(matches(member, other) for other in wanted.alternatives):
        return True
    for key, value in wanted.attributes:
        has = getattr(member, _ATTRIBUTES.get(key, key))
        if value not in has if isinstance(has, tuple) else has != value:
            return False
    return True


_ATTRIBUTES = {"pinned_branch": "pinned_branch_id", "excluded_branches": "excluded_branch_ids"}


def _incumbents(rosters: Rosters) -> tuple[dict[str, str], dict[str, str]]:
    """Incumbent branch, and where a member comes from, by member id."""
    if rosters.current is None:
        found = {member.id: member.current_branch_id for member in rosters.members}
        written: Mapping[str, str] = {member.id: member.current_branch for member in rosters.members}
    else:
        found = dict(rosters.current)
        written = rosters.current_names
    incumbents = {member: branch for member, branch in found.items() if branch is not None}
    return incumbents, {member: name for member, name in written.items() if name} | incumbents


def _minimum(branch: Branch, limits: Limits) -> int:
    override = limits.branches.get(branch.id, BranchLimit())
    stated = [bound for bound in (override.min, branch.min) if bound is not None]
    return stated[0] if stated else limits.min


def _maximum(branch: Branch, limits: Limits) -> int | None:
    override = limits.branches.get(branch.id, BranchLimit())
    if override.is_unlimited:
        return None
    stated = [bound for bound in (override.max, branch.max) if bound is not None]
    return stated[0] if stated else limits.max


def _candidates(rosters: Rosters, policy: Policy, pins: Mapping[str, str]) -> Mapping[str, Mapping[str, int | None]]:
    """Candidate branches of every member with their distances."""
    lifted = {(each.member, each.branch) for each in policy.dropped if each.what == "forbid"}
    excluded = {(forbid.member, forbid.branch) for forbid in rosters.forbids}
    excluded |= {(member.id, branch) for member in rosters.members for branch in member.excluded_branch_ids}
    excluded -= lifted
    branches = {branch.id: branch for branch in sorted(rosters.branches, key=lambda branch: branch.id)}
    by_unit: dict[str, list[Branch]] = {}
    for branch in branches.values():
        by_unit.setdefault(branch.unit, []).append(branch)
    found: dict[str, dict[str, int | None]] = {}
    for member in rosters.members:
        if member.id in pins:
            branch = branches[pins[member.id]]
            found[member.id] = {branch.id: _distance(rosters.distances, member, branch)}
            continue
        reach = list(branches.values()) if policy.scope == "any" else by_unit.get(member.unit, [])
        distances = {
            branch.id: _distance(rosters.distances, member, branch)
            for branch in reach
            if (member.id, branch.id) not in excluded
        }
        found[member.id] = {
            branch_id: distance
            for branch_id, distance in distances.items()
            if distance is not None or policy.distance_missing != "forbidden"
        }
    return found


def _distance(table: Mapping[str, Mapping[str, int]] | None, member: Member, branch: Branch) -> int | None:
    """From the table alone if there is one, else along the great circle; None if missing."""
    if table is not None:
        return table.get(member.id, {}).get(branch.id)
    here, there = _point(member), _point(branch)
    if here is None or there is None:
        return None
    latitude, longitude = math.radians(here[0]), math.radians(here[1])
    other_latitude, other_longitude = math.radians(there[0]), math.radians(there[1])
    haversine = (
        math.sin((other_latitude - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(other_latitude) * math.sin((other_longitude - longitude) / 2) ** 2
    )
    return round(2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(haversine))))


def _point(place: Member | Branch) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude
