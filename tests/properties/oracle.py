"""The best plan by trying every placement. Written from the model page alone, slow and plain on purpose.

It imports the domain types and the standard library; it shares no line with the solver or the checker.
"""

from __future__ import annotations

import hashlib
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reassign.domain.instance import Instance
from reassign.domain.policy import Level, MemberFilter, Priority, Quota, Sense, single_level
from reassign.domain.roster import Branch, Member

EARTH_RADIUS = 6_371_008.8  # metres

Placements: TypeAlias = Mapping[str, str]
"""Branch id by member id."""


@dataclass(frozen=True, slots=True)
class OracleLevel:
    """One level with the best value any plan can have."""

    names: tuple[str, ...]
    sense: Sense
    value: int


@dataclass(frozen=True, slots=True)
class OracleResult:
    """The best level vector and every plan that has it (nearly always one)."""

    levels: tuple[OracleLevel, ...]
    plans: tuple[Placements, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The level vector, the draw last."""
        return tuple(level.value for level in self.levels)


def best(instance: Instance) -> OracleResult | None:
    """The best plans by full enumeration, or None if every placement breaks a hard rule."""
    plans = list(feasible_plans(instance))
    if not plans:
        return None
    found = []
    for level in levels_of(instance):
        values = [level_value(instance, level, plan) for plan in plans]
        target = max(values) if level.sense == "max" else min(values)
        plans = [plan for plan, value in zip(plans, values, strict=True) if value == target]
        found.append(OracleLevel(tuple(name.value for name in level.names), level.sense, target))
    return OracleResult(tuple(found), tuple(plans))


def feasible_plans(instance: Instance) -> Iterator[Placements]:
    """Every placement that breaks no hard rule."""
    choices = [candidates(instance, member) for member in instance.members]
    for combination in itertools.product(*choices):
        plan = {member.id: branch for member, branch in zip(instance.members, combination, strict=True)}
        if is_feasible(instance, plan):
            yield plan


def level_values(instance: Instance, plan: Placements) -> tuple[int, ...]:
    """Level vector of a plan, the draw last."""
    return tuple(level_value(instance, level, plan) for level in levels_of(instance))


def levels_of(instance: Instance) -> tuple[Level, ...]:
    """The levels that are reported: shortfall if allowed, those of the policy, the draw."""
    policy = instance.policy
    first = (single_level(Priority.SHORTFALL),) if policy.is_shortfall_allowed else ()
    named = tuple(
        level
        for level in policy.order
        if policy.is_order_given or any(has_data(instance, priority) for priority in level.names)
    )
    return (*first, *named, single_level(Priority.DRAW))


def has_data(instance: Instance, priority: Priority) -> bool:
    """Whether the rosters hold anything for this priority to speak about."""
    members, branches = instance.members, instance.branches
    match priority:
        case Priority.IN_CHARGE:
            return any(member.in_charge_of for member in members)
        case Priority.SPECIAL:
            return any(branch.special for branch in branches) and any(member.key_cadre for member in members)
        case Priority.RESIDENCE:
            return any(member.residence_unit for member in members)
        case Priority.NEEDS:
            return any(branch.needs for branch in branches)
        case Priority.COMMITTEE:
            return any(branch.committee_vacancies for branch in branches)
        case Priority.POSTS:
            return any(branch.vacant_posts for branch in branches)
        case Priority.CONTINUITY:
            return bool(instance.incumbents)
        case Priority.DISTANCE:
            return instance.distances is not None or any(
                coordinates(member) and coordinates(branch) for member in members for branch in branches
            )
        case _:
            return True


# Hard rules


def candidates(instance: Instance, member: Member) -> list[str]:
    """Ids of the branches where the member may be placed."""
    if member.id in instance.pins:
        return [instance.pins[member.id]]
    return [
        branch.id
        for branch in instance.branches
        if (instance.policy.scope == "any" or branch.unit == member.unit)
        and (member.id, branch.id) not in instance.exclusions
        and not (instance.policy.distance_missing == "forbidden" and known_distance(instance, member, branch) is None)
    ]


def is_feasible(instance: Instance, plan: Placements) -> bool:
    """Whether a placement into candidates satisfies hard rules 2 to 5."""
    return (
        is_within_limits(instance, plan)
        and all(is_quota_met(instance, quota, plan) for quota in instance.policy.quotas)
        and are_groups_kept(instance, plan)
        and are_moves_allowed(instance, plan)
    )


def is_within_limits(instance: Instance, plan: Placements) -> bool:
    """Hard rule 2; minima are a level instead when a shortfall is allowed."""
    for branch in instance.branches:
        received = len(placed(instance, plan, branch))
        maximum = instance.maximum[branch.id]
        if maximum is not None and received > maximum:
            return False
        if received < instance.minimum[branch.id] and not instance.policy.is_shortfall_allowed:
            return False
    return True


def is_quota_met(instance: Instance, quota: Quota, plan: Placements) -> bool:
    """Hard rule 3."""
    for branch in instance.branches:
        is_meant = quota.branches == "all" or (
            branch.special if quota.branches == "special" else branch.id in quota.branches
        )
        if not is_meant:
            continue
        count = sum(matches(member, quota.members) for member in placed(instance, plan, branch))
        if quota.min is not None and count < quota.min:
            return False
        if quota.max is not None and count > quota.max:
            return False
    return True


def matches(member: Member, wanted: MemberFilter) -> bool:
    """Whether the member has every wanted attribute; a list has it if it contains the value."""
    for key, value in wanted.attributes:
        has = getattr(member, key)
        if isinstance(has, tuple):
            if value not in has:
                return False
        elif has != value:
            return False
    return True


def are_groups_kept(instance: Instance, plan: Placements) -> bool:
    """Hard rule 4."""
    for one, other in itertools.combinations(instance.members, 2):
        is_same = plan[one.id] == plan[other.id]
        if set(one.together) & set(other.together) and not is_same:
            return False
        if set(one.apart) & set(other.apart) and is_same:
            return False
    return True


def are_moves_allowed(instance: Instance, plan: Placements) -> bool:
    """Hard rule 5."""
    policy = instance.policy
    moved = [member for member in instance.members if has_moved(instance, member, plan)]
    if policy.protect is not None and any(matches(member, policy.protect) for member in moved):
        return False
    return policy.max_moves is None or len(moved) <= policy.max_moves


def has_moved(instance: Instance, member: Member, plan: Placements) -> bool:
    """Whether the member leaves an incumbent branch for one that does not succeed it."""
    return member.id in instance.incumbents and not has_stayed(instance, member, plan)


def has_stayed(instance: Instance, member: Member, plan: Placements) -> bool:
    """Whether the member is placed in the incumbent branch or in one of its successors."""
    if member.id not in instance.incumbents:
        return False
    old = instance.incumbents[member.id]
    return plan[member.id] == old or plan[member.id] in instance.successors.get(old, frozenset())


# Priorities


def level_value(instance: Instance, level: Level, plan: Placements) -> int:
    """Value of one level; in a weighted level names of sense min count negatively."""
    return sum(factor * VALUES[priority](instance, plan) for priority, factor in level.signed_terms)


def in_charge(instance: Instance, plan: Placements) -> int:
    """Members placed in a branch they are in charge of."""
    branches = {branch.id: branch for branch in instance.branches}
    return sum(is_in_charge(member, branches[plan[member.id]]) for member in instance.members)


def is_in_charge(member: Member, branch: Branch) -> bool:
    """By id anywhere; by name or area inside the member's own unit."""
    return any(
        entry == branch.id or (member.unit == branch.unit and (entry == branch.name or entry in branch.areas))
        for entry in member.in_charge_of
    )


def special(instance: Instance, plan: Placements) -> int:
    """Special branches that receive a key cadre."""
    return sum(
        any(member.key_cadre for member in placed(instance, plan, branch))
        for branch in instance.branches
        if branch.special
    )


def residence(instance: Instance, plan: Placements) -> int:
    """2 for the area where the member lives, 1 for the unit."""
    branches = {branch.id: branch for branch in instance.branches}
    total = 0
    for member in instance.members:
        branch = branches[plan[member.id]]
        if member.residence_unit and member.residence_unit == branch.unit:
            total += 2 if member.residence_area and member.residence_area in branch.areas else 1
    return total


def needs(instance: Instance, plan: Placements) -> int:
    """Weights of the needed fields that a placed, non-exempt member has."""
    return sum(
        instance.policy.needs_weights.get(needed, 1)
        for branch in instance.branches
        for needed in set(branch.needs)
        if owners(instance, plan, branch, needed)
    )


def owners(instance: Instance, plan: Placements, branch: Branch, needed: str) -> list[Member]:
    """Members placed in the branch who can take the task."""
    return [member for member in placed(instance, plan, branch) if needed in member.fields and not member.exempt]


def committee(instance: Instance, plan: Placements) -> int:
    """Committee vacancies that placed eligible members can fill."""
    return sum(
        min(
            branch.committee_vacancies,
            sum(member.committee_eligible for member in placed(instance, plan, branch)),
        )
        for branch in instance.branches
    )


def posts(instance: Instance, plan: Placements) -> int:
    """Vacant posts that placed members can fill, one post each."""
    return sum(most_filled(list(branch.vacant_posts), placed(instance, plan, branch)) for branch in instance.branches)


def most_filled(vacancies: list[str], members: list[Member]) -> int:
    """Largest number of vacancies filled, by trying each holder and nobody for the first vacancy."""
    if not vacancies:
        return 0
    first, rest = vacancies[0], vacancies[1:]
    without = most_filled(rest, members)
    held = max(
        (
            1 + most_filled(rest, [other for other in members if other is not member])
            for member in members
            if first in member.eligible_posts
        ),
        default=0,
    )
    return max(without, held)


def continuity(instance: Instance, plan: Placements) -> int:
    """Members placed in their incumbent branch or a successor of it."""
    return sum(has_stayed(instance, member, plan) for member in instance.members)


def balance(instance: Instance, plan: Placements) -> int:
    """Sum of squared loads."""
    total = 0
    for branch in instance.branches:
        load = len(placed(instance, plan, branch))
        if instance.policy.balance_count == "total":
            load += branch.members_now or 0
        total += load * load
    return total


def distance(instance: Instance, plan: Placements) -> int:
    """Sum of the distances; a missing one counts zero."""
    branches = {branch.id: branch for branch in instance.branches}
    return sum(known_distance(instance, member, branches[plan[member.id]]) or 0 for member in instance.members)


def known_distance(instance: Instance, member: Member, branch: Branch) -> int | None:
    """Distance of the pair from the table if there is one, else in metres from coordinates; None if missing."""
    if instance.distances is not None:
        return instance.distances.get(member.id, {}).get(branch.id)
    here, there = coordinates(member), coordinates(branch)
    if here is None or there is None:
        return None
    (south, west), (north, east) = [tuple(map(math.radians, point)) for point in (here, there)]
    half_chord = (
        math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    return round(2 * EARTH_RADIUS * math.asin(math.sqrt(half_chord)))


def coordinates(place: Member | Branch) -> tuple[float, float] | None:
    """Latitude and longitude in degrees if both are known."""
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def shortfall(instance: Instance, plan: Placements) -> int:
    """Members missing from the minima."""
    return sum(
        max(0, instance.minimum[branch.id] - len(placed(instance, plan, branch))) for branch in instance.branches
    )


def draw(instance: Instance, plan: Placements) -> int:
    """Sum of the lots."""
    return sum(lot(instance.seed, member, branch) for member, branch in plan.items())


def lot(seed: int, member: str, branch: str) -> int:
    """First 20 bits of SHA-256 of ``seed|member|branch``."""
    digest = hashlib.sha256(f"{seed}|{member}|{branch}".encode()).digest()
    return int.from_bytes(digest[:3], "big") >> 4


VALUES: Mapping[Priority, Callable[[Instance, Placements], int]] = {
    Priority.IN_CHARGE: in_charge,
    Priority.SPECIAL: special,
    Priority.RESIDENCE: residence,
    Priority.NEEDS: needs,
    Priority.COMMITTEE: committee,
    Priority.POSTS: posts,
    Priority.CONTINUITY: continuity,
    Priority.BALANCE: balance,
    Priority.DISTANCE: distance,
    Priority.SHORTFALL: shortfall,
    Priority.DRAW: draw,
}


# What is told beside the placements


def interchangeable(instance: Instance, plan: Placements) -> dict[str, tuple[str, ...]]:
    """For each member those whose place could be swapped for theirs with no level above the draw worse."""
    found: dict[str, list[str]] = {member.id: [] for member in instance.members}
    above = levels_of(instance)[:-1]
    members = {member.id: member for member in instance.members}
    for one, other in itertools.permutations(sorted(found), 2):
        if plan[one] == plan[other]:
            continue
        swapped = {**plan, one: plan[other], other: plan[one]}
        if not all(swapped[moved] in candidates(instance, members[moved]) for moved in (one, other)):
            continue
        if is_feasible(instance, swapped) and not any(
            is_worse(level, level_value(instance, level, swapped), level_value(instance, level, plan))
            for level in above
        ):
            found[one].append(other)
    return {member: tuple(others) for member, others in found.items()}


def is_worse(level: Level, value: int, reference: int) -> bool:
    """Whether ``value`` is worse than ``reference`` in this level."""
    return value < reference if level.sense == "max" else value > reference


def task_score(seed: int, branch: str, responsible: Mapping[str, str]) -> tuple[int, int, int]:
    """How good a distribution of tasks (member id by field) is, smaller is better.

    Members with a task counted negatively, tasks of the busiest member, sum of the lots over the tasks.
    """
    tasks = list(responsible.values())
    return (
        -len(set(tasks)),
        max((tasks.count(member) for member in tasks), default=0),
        sum(lot(seed, member, branch) for member in tasks),
    )


def best_task_score(instance: Instance, plan: Placements, branch: Branch) -> tuple[int, int, int]:
    """The best distribution of the covered needs of one branch, by trying all."""
    covered = [needed for needed in sorted(set(branch.needs)) if owners(instance, plan, branch, needed)]
    choices: Iterable[list[str]] = [
        [member.id for member in owners(instance, plan, branch, needed)] for needed in covered
    ]
    return min(
        task_score(instance.seed, branch.id, dict(zip(covered, combination, strict=True)))
        for combination in itertools.product(*choices)
    )


def placed(instance: Instance, plan: Placements, branch: Branch) -> list[Member]:
    """Members placed in the branch."""
    return [member for member in instance.members if plan[member.id] == branch.id]
