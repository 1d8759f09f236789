"""Rules that contradict each other although every count comes out: a set of which each one is needed.

A set is found by deletion (Chinneck and Dravnieks, 1991): a rule is left out, and stays out, as long as the others
still have no placement. What is left was proved to have none, and to have one as soon as any single rule of it is left
out. Whether there is one is settled by a certificate or a complete search, never by a status alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reassign.domain.instance import Instance
from reassign.domain.plan import Cause, Conflict
from reassign.domain.policy import Policy
from reassign.domain.roster import Member
from reassign.insight.counting import unit_of
from reassign.model.component import Component
from reassign.model.distance import MISSING, pair_distance
from reassign.model.filters import is_matching
from reassign.model.formulate import Formulation
from reassign.model.rows import Row, RuleId
from reassign.model.rules.registry import RULES
from reassign.solve.clock import Clock
from reassign.solve.levels import settle_problem
from reassign.solve.problem import make_problem
from reassign.solve.tree import infeasible_bound

MOST = 10
"""Independent sets that are told of one component."""


@dataclass(frozen=True, slots=True)
class _System:
    """A component in which every rule can be left out, pins and exclusions too.

    Attributes:
        component: The component with the pairs that pins and exclusions rule out.
        causes: The rules.
        rows: Rows with the index of the rule they belong to.
        blocks: Columns that a rule rules out, with its index.
        openings: Columns that are candidates only by a rule, a pin across units, with its index.
    """

    component: Component
    causes: tuple[Cause, ...]
    rows: tuple[tuple[int, Row], ...]
    blocks: tuple[tuple[int, NDArray[np.intp]], ...]
    openings: tuple[tuple[int, int], ...]

    def is_possible(self, kept: Collection[int]) -> bool:
        """Whether a placement obeys the kept rules, as a proof in either case."""
        return self._possible(kept)[0]

    def needed(self, kept: Sequence[int]) -> Sequence[int]:
        """Kept rules that a certificate of their contradiction uses; all of them if there is no certificate."""
        return self._possible(kept, is_reason_asked=True)[1]

    def _possible(self, kept: Collection[int], *, is_reason_asked: bool = False) -> tuple[bool, Sequence[int]]:
        ordered, wanted = sorted(kept), frozenset(kept)
        active = [(number, row) for number, row in self.rows if number in wanted]
        upper = np.ones(self.component.pairs, dtype=np.int64)
        for number, columns in self.blocks:
            if number in wanted:
                upper[columns] = 0
        for number, column in self.openings:
            if number not in wanted:
                upper[column] = 0
        open_pairs = np.bincount(self.component.pair_member, weights=upper, minlength=len(self.component.members))
        if bool((open_pairs == 0).any()):
            return False, ordered
        problem = make_problem(Formulation(self.component, upper, (), tuple(row for _, row in active), ()))
        nothing = np.zeros(self.component.pairs, dtype=np.int64)
        if is_reason_asked:
            bound = infeasible_bound(problem, nothing, -1)
            if bound is None:
                return False, ordered
            used = {active[row][0] for row in np.flatnonzero(bound.multipliers).tolist()}
            return False, [number for number in ordered if number in used or number in self._blocking]
        return settle_problem(problem, (nothing,), Clock(), engine="quick") is not None, ordered

    @property
    def _blocking(self) -> frozenset[int]:
        return frozenset(number for number, _ in self.blocks)


def rule_conflicts(component: Component, known: Sequence[Conflict] = ()) -> tuple[Conflict, ...]:
    """Sets of rules of a component that contradict each other, none sharing a rule with another.

    Args:
        component: A component without a placement.
        known: Conflicts that were found by counting; nothing that they explain is told again.
    """
    told = frozenset(conflict.members[0] for conflict in known if not conflict.branches and conflict.members)
    system = _system(component, told)
    limits = {
        ("max" if conflict.kind == "too_many_members" else "min", branch)
        for conflict in known
        for branch in conflict.branches
    }
    kept = [number for number, cause in enumerate(system.causes) if (cause.rule, cause.branch) not in limits]
    found: list[Conflict] = []
    while len(found) < MOST and not system.is_possible(kept):
        needed = _irreducible(system, kept)
        found.append(_conflict(component, [system.causes[number] for number in needed]))
        if not needed:
            break
        kept = [number for number in kept if number not in needed]
    return tuple(found)


def _irreducible(system: _System, kept: Sequence[int]) -> list[int]:
    """Rules of which none can be left out, from rules that have no placement together."""
    # Pins and exclusions are people's decisions about one another; they are named only if the rest is possible.
    free = [number for number in kept if system.causes[number].rule not in ("pin", "forbid")]
    left = list(free if len(free) < len(kept) and not system.is_possible(free) else kept)
    used = list(system.needed(left))
    if len(used) < len(left) and not system.is_possible(used):
        left = used
    size = max(1, len(left) // 2)
    while True:
        start = 0
        while start < len(left):
            fewer = left[:start] + left[start + size :]
            if system.is_possible(fewer):
                start += size
            else:
                left = fewer
        if size == 1:
            return left
        size //= 2


def _system(component: Component, told: Collection[str]) -> _System:
    """The rules of a component, without members who have no candidate and of whom that is told already."""
    wide, ruled_out = _widened(component, told)
    own = {branch.id for branch in component.branches}
    numbers: dict[Cause, int] = {}
    rows = [
        (numbers.setdefault(cause, len(numbers)), part)
        for rule in RULES
        for row in rule.rows(wide)
        for cause, part in _parts(wide, row)
        if not cause.branch or cause.branch in own
    ]
    blocks = [(numbers.setdefault(cause, len(numbers)), columns) for cause, columns in ruled_out]
    # What stands first is left out first: limits before quotas and groups.
    return _System(wide, tuple(numbers), tuple(rows), tuple(blocks), tuple(_openings(wide, numbers)))


def _openings(wide: Component, numbers: Mapping[Cause, int]) -> Iterator[tuple[int, int]]:
    """Pairs that a pin alone makes candidates, with the index of the pin."""
    instance = wide.instance
    people = {member.id: member for member in wide.members}
    for column, (member, branch) in enumerate(_pairs(wide)):
        cause = Cause("pin", branch=branch, member=member)
        is_pin = instance.pins.get(member) == branch and cause in numbers
        if is_pin and branch not in set(_in_scope(instance, people[member])):
            yield numbers[cause], column


def _parts(component: Component, row: Row) -> Iterator[tuple[Cause, Row]]:
    """What a row says, each side by itself."""
    subject = row.subject
    match row.rule:
        case RuleId.BRANCH_QUOTA | RuleId.QUOTA:
            yield from _sides(component.instance.policy, row)
        case RuleId.TOGETHER:
            group = tuple(member.id for member in component.members if subject[0] in member.together)
            yield Cause("together", label=subject[0], members=group), row
        case RuleId.APART:
            group = tuple(member.id for member in component.members if subject[0] in member.apart)
            yield Cause("apart", label=subject[0], members=group), row
        case RuleId.MAX_MOVES:
            yield Cause("max_moves", amount=row.upper or 0), row
        case RuleId.PROTECT:
            yield Cause("protect", member=subject[0]), row
        case _:
            return


def _sides(policy: Policy, row: Row) -> Iterator[tuple[Cause, Row]]:
    """The least and the most that a limit or a quota allows."""
    branch = row.subject[-1]
    number = int(row.subject[0]) if row.rule is RuleId.QUOTA else None
    wanted = None if number is None else policy.quotas[number].members
    if row.lower:
        least = replace(row, upper=None)
        if number is None:
            yield Cause("min", branch, amount=row.lower), least
        else:
            yield Cause("quota", branch, quota=number, bound="min", amount=row.lower, wanted=wanted), least
    if row.upper is not None:
        most = replace(row, lower=None)
        if number is None:
            yield Cause("max", branch, amount=row.upper), most
        else:
            yield Cause("quota", branch, quota=number, bound="max", amount=row.upper, wanted=wanted), most


def _widened(
    component: Component, told: Collection[str]
) -> tuple[Component, tuple[tuple[Cause, NDArray[np.intp]], ...]]:
    """The component with the pairs that pins and exclusions rule out, and which of these each of them rules out."""
    instance = component.instance
    members = tuple(member for member in component.members if member.id not in told)
    reach: dict[str, set[str]] = {member.id: set() for member in members}
    for member, branch in _pairs(component):
        reach.get(member, set()).add(branch)
    excluding = {member for member, _ in instance.exclusions}
    for person in members:
        if person.id in instance.pins or person.id in excluding:
            reach[person.id].update(_in_scope(instance, person))
    names = {branch.id for branch in component.branches}.union(*reach.values())
    branches = tuple(branch for branch in instance.branches if branch.id in names)
    position = {branch.id: index for index, branch in enumerate(branches)}
    listed = [(index, position[branch]) for index, person in enumerate(members) for branch in sorted(reach[person.id])]
    away: dict[Cause, list[int]] = {}
    for column, (index, place) in enumerate(listed):
        for cause in _ruling_out(instance, members[index].id, branches[place].id):
            away.setdefault(cause, []).append(column)
    wide = replace(
        component,
        members=members,
        branches=branches,
        pair_member=np.array([index for index, _ in listed], dtype=np.intp),
        pair_branch=np.array([place for _, place in listed], dtype=np.intp),
        distance=np.full(len(listed), MISSING, dtype=np.int64),
    )
    return wide, tuple((cause, np.array(columns, dtype=np.intp)) for cause, columns in away.items())


def _pairs(component: Component) -> Iterator[tuple[str, str]]:
    """Candidate pairs as member and branch ids."""
    for member, branch in zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True):
        yield component.members[member].id, component.branches[branch].id


def _in_scope(instance: Instance, member: Member) -> Iterator[str]:
    """Branches that could receive a member if nobody had pinned or excluded anything."""
    policy = instance.policy
    for branch in instance.branches:
        is_near = policy.scope == "any" or branch.unit == member.unit
        if is_near and (policy.distance_missing != "forbidden" or pair_distance(instance, member, branch) is not None):
            yield branch.id


def _ruling_out(instance: Instance, member: str, branch: str) -> Iterator[Cause]:
    """The pin and the exclusion by which a pair is no candidate."""
    pin = instance.pins.get(member)
    if pin == branch:
        return
    if pin is not None:
        yield Cause("pin", branch=pin, member=member)
    if (member, branch) in instance.exclusions:
        yield Cause("forbid", branch=branch, member=member)


def _conflict(component: Component, causes: Sequence[Cause]) -> Conflict:
    """The conflict of a set of rules, with the members and branches that they speak about."""
    branches = {cause.branch for cause in causes if cause.branch}
    members = {cause.member for cause in causes if cause.member}.union(*(cause.members for cause in causes))
    can_go = _candidates(component, branches)
    matching = {
        member.id
        for member in component.members
        for cause in causes
        if cause.wanted is not None and member.id in can_go and is_matching(member, cause.wanted)
    }
    members |= matching or (set() if members else can_go)
    if not branches:
        branches = {branch for member, branch in _pairs(component) if member in members}
    need = have = len(members)
    if len({(cause.rule, cause.quota, cause.bound) for cause in causes}) == 1 and causes[0].bound == "min":
        need, have = sum(cause.amount for cause in causes), len(matching)
    places = [index for index, branch in enumerate(component.branches) if branch.id in branches]
    people = [index for index, member in enumerate(component.members) if member.id in members]
    return Conflict(
        kind="rules",
        unit=unit_of(component, places, people),
        branches=tuple(sorted(branches)),
        members=tuple(sorted(members)),
        need=need,
        have=have,
        rules=tuple(cause.code for cause in causes),
        causes=tuple(causes),
    )


def _candidates(component: Component, branches: Iterable[str]) -> set[str]:
    """Ids of the members who can go to one of some branches; to any if none is named."""
    wanted = set(branches)
    return {member for member, branch in _pairs(component) if not wanted or branch in wanted}
