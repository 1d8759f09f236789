"""The smallest rosters, policies and instances, so that a test shows only the numbers it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack

from reassign.domain.cells import CellAddress
from reassign.domain.instance import Instance
from reassign.domain.policy import BranchLimit, Level, Limits, Policy, Priority, single_level
from reassign.domain.roster import Branch, Member, PairDecision, Rosters, Succession


class MemberValues(TypedDict, total=False):
    """What a test may say about a member."""

    name: str
    birth_date: str
    sex: str
    ethnicity: str
    joined: str
    official_date: str
    card_number: str
    status: str
    post: str
    organisation: str
    registered_residence: str
    current_residence: str
    residence_unit: str
    residence_area: str
    fields: tuple[str, ...]
    in_charge_of: tuple[str, ...]
    key_cadre: bool
    committee_eligible: bool
    eligible_posts: tuple[str, ...]
    exempt: bool
    current_branch: str
    current_branch_id: str | None
    pinned_branch_id: str | None
    excluded_branch_ids: tuple[str, ...]
    together: tuple[str, ...]
    apart: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    note: str
    cells: tuple[str, ...]


class BranchValues(TypedDict, total=False):
    """What a test may say about a branch."""

    name: str
    areas: tuple[str, ...]
    kind: str
    min: int | None
    max: int | None
    members_now: int | None
    officials_now: int | None
    needs: tuple[str, ...]
    special: bool
    committee_size: int | None
    committee_vacancies: int
    vacant_posts: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    note: str
    cells: tuple[str, ...]


def member(identity: str, unit: str = "P1", **values: Unpack[MemberValues]) -> Member:
    """A member of unit P1, called like its id unless said otherwise."""
    values.setdefault("name", identity)
    values.setdefault("current_branch", values.get("current_branch_id") or "")
    return Member(id=identity, unit=unit, address=CellAddress("members.csv"), **values)


def branch(identity: str, unit: str = "P1", **values: Unpack[BranchValues]) -> Branch:
    """A branch of unit P1, called like its id and covering the area of that name unless said otherwise."""
    name = values.setdefault("name", identity)
    values.setdefault("areas", (name,))
    return Branch(id=identity, unit=unit, address=CellAddress("branches.csv"), **values)


def ordered(*levels: str | Mapping[str, int]) -> tuple[Level, ...]:
    """Levels as a policy writes them: a name, or a table of names with weights."""
    return tuple(
        single_level(Priority(level))
        if isinstance(level, str)
        else Level(tuple((Priority(name), weight) for name, weight in level.items()), is_weighted=True)
        for level in levels
    )


def pair(member_id: str, branch_id: str) -> PairDecision:
    """A line of a pins or forbids file."""
    return PairDecision(member_id, branch_id, "", CellAddress("pairs.csv"))


def rosters(
    members: Iterable[Member],
    branches: Iterable[Branch],
    *,
    pins: Mapping[str, str] | None = None,
    forbids: Iterable[tuple[str, str]] = (),
    lineage: Iterable[tuple[str, str]] = (),
    current: Mapping[str, str | None] | None = None,
    distances: Mapping[str, Mapping[str, int]] | None = None,
) -> Rosters:
    """Rosters in the order given."""
    return Rosters(
        members=tuple(members),
        branches=tuple(branches),
        pins=tuple(pair(*pin) for pin in (pins or {}).items()),
        forbids=tuple(pair(*forbid) for forbid in forbids),
        lineage=tuple(Succession(old, new) for old, new in lineage),
        current=current,
        distances=distances,
    )


def instance(
    members: Iterable[Member],
    branches: Iterable[Branch],
    *,
    policy: Policy | None = None,
    seed: int = 0,
    pins: Mapping[str, str] | None = None,
    forbids: Iterable[tuple[str, str]] = (),
    lineage: Iterable[tuple[str, str]] = (),
    current: Mapping[str, str | None] | None = None,
    distances: Mapping[str, Mapping[str, int]] | None = None,
) -> Instance:
    """The question that these rosters put, in canonical order."""
    read = rosters(members, branches, pins=pins, forbids=forbids, lineage=lineage, current=current, distances=distances)
    return instance_of(read, policy or Policy(), seed)


def instance_of(read: Rosters, policy: Policy, seed: int = 0) -> Instance:
    """The question that rosters and policy put, settled by the letter of the model page."""
    incumbents = (
        {person.id: person.current_branch_id for person in read.members} if read.current is None else read.current
    )
    names = (
        {person.id: person.current_branch for person in read.members} if read.current is None else read.current_names
    )
    settled = {person: place for person, place in incumbents.items() if place is not None}
    successors: dict[str, set[str]] = {}
    for step in read.lineage:
        successors.setdefault(step.from_branch, set()).add(step.to_branch)
    return Instance(
        members=tuple(sorted(read.members, key=lambda person: person.id)),
        branches=tuple(sorted(read.branches, key=lambda place: place.id)),
        policy=policy,
        seed=seed,
        minimum={place.id: _minimum(place, policy.limits) for place in read.branches},
        maximum={place.id: _maximum(place, policy.limits) for place in read.branches},
        pins={person.id: person.pinned_branch_id for person in read.members if person.pinned_branch_id is not None}
        | {pin.member: pin.branch for pin in read.pins},
        exclusions=frozenset((person.id, other) for person in read.members for other in person.excluded_branch_ids)
        | frozenset((forbid.member, forbid.branch) for forbid in read.forbids),
        incumbents=settled,
        successors={old: frozenset(new) for old, new in successors.items()},
        origins={person: name for person, name in names.items() if name} | settled,
        distances=read.distances,
    )


def _minimum(place: Branch, limits: Limits) -> int:
    override = limits.branches.get(place.id, BranchLimit())
    for bound in (override.min, place.min):
        if bound is not None:
            return bound
    return limits.min


def _maximum(place: Branch, limits: Limits) -> int | None:
    override = limits.branches.get(place.id, BranchLimit())
    if override.is_unlimited:
        return None
    for bound in (override.max, place.max):
        if bound is not None:
            return bound
    return limits.max
